// SPDX-License-Identifier: GPL-3.0-or-later
// One's activities of all items as a list: planned, put off, completed, handed over, opened.
#include "core/activities/activity_queries.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/transfer/exporter.h"
#include "core/transfer/table_text.h"
#include "models/list/item_table_model.h"
#include "models/list/list_columns.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/card/card_panel.h"
#include "views/dialogs/activity_dialog.h"
#include "views/dialogs/activity_files.h"
#include "views/dialogs/repeat_builder.h"
#include "views/fields/deadline_line.h"
#include "views/list/item_list_view.h"
#include "views/section/list_section.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Kartoteka;

class TestMyActivities final : public WindowTest
{
    Q_OBJECT

    qint64 m_lead = 0;
    qint64 m_late = 0;
    qint64 m_letter = 0;

    ListSection &list() { return *page().part<ListSection>(); }
    qint64 plan(const QString &title, const QDateTime &deadline, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.incoming = incoming;
        if (!incoming)
            draft.deadline = deadline.toMSecsSinceEpoch();
        draft.items = {{m_office->typeId(u"lead"_s), m_lead, {}}};
        ChangeSet changes = planActivity(m_office->schema(), draft);
        const QUuid uid = changes.changes.first().uid;
        const auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? receipt->created.value(uid) : 0;
    }
    Activity activity(qint64 id)
    {
        const auto found = readActivity(store().reader(), id);
        return found ? *found : Activity();
    }
    QStringList titles()
    {
        QStringList titles;
        for (const qint64 id : list().model()->ids())
            titles << activity(id).title;
        return titles;
    }
    void openMine()
    {
        person().shortcut(Qt::Key_0, Qt::AltModifier);
        QCOMPARE(page().typeId(), typeId(u"activity"_s));
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Поставка окон"_s}});
        const QDateTime now = QDateTime::currentDateTime();
        m_late = plan(u"Позвонить"_s, now.addDays(-2));
        plan(u"Отправить счёт"_s, now.addDays(3));
        m_letter = plan(u"Ответить на письмо"_s, {}, true);
        openWindow();
    }
    void cleanup() { clear(); }

    void whatIsPlannedStandsDayByDay()
    {
        openMine();
        QTRY_COMPARE(list().model()->ids().size(), 3);
        QVERIFY(titles().indexOf(u"Позвонить"_s) < titles().indexOf(u"Отправить счёт"_s));
        QTRY_COMPARE(list().model()->groupHeadsBetween(0, list().model()->rowCount() - 1), 3); // no day, and two days
        picture(m_window.get(), u"my-activities"_s);
        // Enter leads to what it is for.
        list().setCurrentItem(m_late);
        list().focus();
        Person::press(list().view(), Qt::Key_Return);
        QTRY_COMPARE(office().card()->item().id, m_lead);
    }

    void theyAreFoundByTheirWords()
    {
        openMine();
        QTRY_COMPARE(list().model()->ids().size(), 3);
        Person::type(page().search(), u"СЧЕТ"_s);
        QTRY_COMPARE(titles(), QStringList{u"Отправить счёт"_s});
        // What shows everything again leaves the conditions.
        page().search()->selectAll();
        Person::type(page().search(), u"нигде"_s);
        const auto reset = [this] {
            for (QWidget *one : m_window->findChildren<QWidget *>(u"emptyReset"_s)) {
                if (one->isVisible())
                    return one;
            }
            return static_cast<QWidget *>(nullptr);
        };
        QTRY_VERIFY(reset());
        page().search()->insert(u"!"_s); // a pause in typing ends after the click
        Person::click(reset());
        QTRY_COMPARE(list().model()->ids().size(), 3);
        QVERIFY(page().search()->text().isEmpty());
    }

    void whatWasTypedIsNotLostUnasked()
    {
        openMine();
        QTRY_COMPARE(list().model()->ids().size(), 3);
        bool isAsked = false;
        Person::whenShown<QDialog>([](QDialog *dialog) { Person::press(dialog, Qt::Key_Escape); }); // nothing was typed
        person().shortcut(Qt::Key_N, Qt::ControlModifier);
        Person::whenShown<QDialog>([&](QDialog *dialog) {
            auto *title = dialog->findChild<QLineEdit *>(u"activityEditTitle"_s);
            Person::type(title, u"Сверка"_s);
            Person::whenOffered(u"unsavedSave"_s, [&](QWidget *question) {
                isAsked = true;
                Person::press(question, Qt::Key_Escape);
            });
            Person::press(title, Qt::Key_Escape);
            QVERIFY(isAsked && dialog->isVisible());
            Person::whenOffered(u"unsavedSave"_s,
                                [](QWidget *question) { Person::click(question->findChild<QWidget *>(u"unsavedSave"_s)); });
            Person::press(title, Qt::Key_Escape);
        });
        person().shortcut(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(list().model()->ids().size(), 4);
    }

    void manyArePutOffAndCompletedByOneUndoEach()
    {
        openMine();
        QTRY_COMPARE(list().model()->ids().size(), 3);
        list().focus();
        Person::press(list().view(), Qt::Key_A, Qt::ControlModifier);
        Person::whenNamed(u"selectionMenu"_s, [](QWidget *menu) {
            menu->findChild<QAction *>(u"postponeDay"_s)->trigger();
            menu->close();
        });
        const qint64 before = activity(m_late).deadline.toLongLong();
        person().click(u"bulkPutOff"_s);
        QTRY_VERIFY(activity(m_late).deadline.toLongLong() > before + 86'400'000); // from now: it was late
        QVERIFY(!activity(m_letter).deadline.isValid());                           // it has no deadline to put off
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"bulkReportDialog"_s) == nullptr
                    || !m_window->findChild<QWidget *>(u"bulkReportDialog"_s)->isVisible());
        office().undo();
        QTRY_COMPARE(activity(m_late).deadline.toLongLong(), before);
        Person::press(list().view(), Qt::Key_A, Qt::ControlModifier);
        person().click(u"bulkDone"_s);
        QTRY_COMPARE(list().model()->ids().size(), 0); // the filter shows what is planned
        QVERIFY(activity(m_letter).done);
        office().undo();
        QTRY_COMPARE(list().model()->ids().size(), 3);
    }

    void aNewOneIsPlannedInWordsForAnItem()
    {
        openMine();
        Person::whenShown<QDialog>([](QDialog *dialog) {
            Person::type(dialog->findChild<QLineEdit *>(u"activityEditTitle"_s), u"Заказать пропуск"_s);
            auto *words = dialog->findChild<QLineEdit *>(u"deadlineWords"_s);
            Person::type(words, u"1.1.20"_s); // half of it would be a date
            Person::click(dialog->findChild<QWidget *>(u"activityEditAccept"_s));
            QVERIFY(dialog->isVisible());
            words->clear();
            Person::type(words, u"+2d 10:30"_s);
            picture(dialog, u"new-activity"_s);
            Person::click(dialog->findChild<QWidget *>(u"activityEditAccept"_s));
        });
        person().shortcut(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(list().model()->ids().size(), 4);
        const qint64 made = *std::ranges::max_element(list().model()->ids());
        const Activity planned = activity(made);
        QCOMPARE(planned.title, u"Заказать пропуск"_s);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(planned.deadline.toLongLong());
        QCOMPARE(at, QDateTime(QDate::currentDate().addDays(2), QTime(10, 30)));
        QCOMPARE(planned.responsible, store().user());
    }

    void whatItIsForIsToldBesideIt()
    {
        const auto cell = [this](qint64 id, const QString &code) {
            const ItemTableModel &model = *list().model();
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(model.rowOf(id), column);
                if (index.data(ItemTableModel::FieldRole) == code)
                    return index.data().toString();
            }
            return QString();
        };
        openMine();
        QTRY_VERIFY(list().model()->ids().contains(m_late));
        const auto lead = readItem(store().reader(), {typeId(u"lead"_s), m_lead, {}});
        QVERIFY(lead);
        const QString stage = displayName(*store().schema(), *store().schema()->stage(lead->reference(Codes::stage)));
        QTRY_COMPARE(cell(m_late, ListColumn::itemStage), stage);
        QVERIFY(store().commitAndWait(planEdit(*store().schema(), *lead, {{Codes::lastName, u"Ежов"_s}})));
        QTRY_COMPARE(cell(m_late, ListColumn::client), u"Ежов"_s);
        const QStringList told = ListColumn::fieldsOf(*store().schema(), typeId(u"activity"_s),
                                                      {Codes::title, ListColumn::client, ListColumn::itemStage});
        const QString late = activity(m_late).title;
        const auto copied = tableText(store().reader(), typeId(u"activity"_s), {m_late}, told);
        QVERIFY(copied);
        QCOMPARE(copied->tsv.split(u'\n').value(1), (QStringList{late, u"Ежов"_s, stage}.join(u'\t')));
        const QString path = m_office->folder() + u"/activities.csv"_s;
        for (const QStringList &columns : {told, QStringList()}) { // none are all, and these with them
            QVERIFY(exportCsv(store().reader(), typeId(u"activity"_s), {m_late}, path, columns));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString line = QString::fromUtf8(file.readAll()).split(u"\r\n"_s).value(1);
            QVERIFY2(line.contains(late) && line.endsWith(u";Ежов;"_s + stage), qPrintable(line));
        }
        ChangeSet moved;
        moved.update(u"lead"_s, m_lead,
                     {{Codes::stage, store().schema()->stages(lead->reference(Codes::pipeline)).at(1).id}});
        QVERIFY(store().commitAndWait(moved));
        QTRY_VERIFY(!cell(m_late, ListColumn::itemStage).isEmpty() && cell(m_late, ListColumn::itemStage) != stage);
    }

    void aNewOneHasRoomAndOffersUsualDeadlines()
    {
        openMine();
        QDateTime shown;
        QString heading;
        Person::whenShown<QDialog>([&](QDialog *dialog) {
            heading = dialog->findChild<QLabel *>(u"activityEditHeading"_s)->text();
            auto *area = dialog->findChild<QScrollArea *>();
            QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0); // the window is high enough
            Person::type(dialog->findChild<QLineEdit *>(u"activityEditTitle"_s), u"Сверка"_s);
            Person::whenNamed(u"deadlineUsualMenu"_s, [](QWidget *menu) {
                const QList<QAction *> usual = qobject_cast<QMenu *>(menu)->actions();
                QVERIFY(usual.size() >= DeadlineLine::usualDeadlines().size() - 1); // today's evening may be over
                usual.at(usual.size() - 2)->trigger();
                menu->close();
            });
            Person::click(dialog->findChild<QWidget *>(u"deadlineUsual"_s));
            shown = dialog->findChild<QDateTimeEdit *>(u"activityEditDeadline"_s)->dateTime();
            dialog->done(QDialog::Rejected);
        });
        person().shortcut(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown.isValid());
        QVERIFY(!heading.isEmpty());
        QCOMPARE(shown.date(), QDate::currentDate().addDays(7));
    }

    void oneThatComesAgainIsPlannedByKeys()
    {
        openMine();
        Person::whenShown<QDialog>([](QDialog *dialog) {
            Person::type(dialog->findChild<QLineEdit *>(u"activityEditTitle"_s), u"Сверка"_s);
            Person::type(dialog->findChild<QLineEdit *>(u"deadlineWords"_s), u"+2d 10:30"_s);
            auto *repeats = dialog->findChild<QWidget *>(u"activityEditRepeats"_s);
            auto *rule = dialog->findChild<QLineEdit *>(u"activityEditRepeatRule"_s);
            QVERIFY(!rule->isVisible());
            repeats->setFocus();
            Person::press(repeats, Qt::Key_End);
            QVERIFY(rule->isVisible());
            auto *words = dialog->findChild<QLabel *>(u"activityEditRepeatWords"_s);
            Person::type(rule, u"FREQ=HOURLY"_s);
            QVERIFY(words->text().contains(u"DAILY"_s));
            Person::click(dialog->findChild<QWidget *>(u"activityEditAccept"_s)); // is refused, and says why
            QVERIFY(dialog->isVisible());
            QCOMPARE(dialog->findChild<QLabel *>(u"activityEditProblem"_s)->text(), words->text());
            rule->clear();
            Person::type(rule, u"freq=monthly;byday=2tu"_s);
            picture(dialog, u"repeated-activity"_s);
            Person::press(repeats, Qt::Key_Home);
            Person::press(repeats, Qt::Key_Down);
            Person::press(repeats, Qt::Key_Down);
            Person::press(repeats, Qt::Key_Down);
            Person::click(dialog->findChild<QWidget *>(u"activityEditAccept"_s));
        });
        person().shortcut(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(list().model()->ids().size(), 4);
        const Activity planned = activity(*std::ranges::max_element(list().model()->ids()));
        QCOMPARE(planned.recurrence, u"FREQ=WEEKLY"_s);
        QVERIFY(!planned.repeatWhenDone);
        // Done, and the next one stands in its place.
        QVERIFY(store().commitAndWait(planComplete(planned)));
        QTRY_VERIFY(!list().model()->ids().contains(planned.id));
        QTRY_COMPARE(list().model()->ids().size(), 4);
        const Activity next = activity(*std::ranges::max_element(list().model()->ids()));
        QCOMPARE(next.title, planned.title);
        QCOMPARE(next.deadline.toLongLong(),
                 QDateTime::fromMSecsSinceEpoch(planned.deadline.toLongLong()).addDays(7).toMSecsSinceEpoch());
    }

    /// A rule is put together by hand, told in words, and found again as it was put together.
    void aRepetitionIsPutTogether()
    {
        const auto monday = QDate(2030, 3, 4); // the first one of its month
        const auto day = planReschedule(activity(m_late), QDateTime(monday, QTime(10, 0)).toMSecsSinceEpoch());
        QVERIFY(day && store().commitAndWait(*day));
        const auto write = [this](const std::function<void(QWidget &)> &edit) {
            ActivityDialog dialog(store(), activity(m_late), m_window.get());
            dialog.show();
            edit(dialog);
            if (!activity(m_late).series.isEmpty())
                Person::whenNamed(u"askDialog"_s,
                                  [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"seriesFollowing"_s)); });
            Person::click(dialog.findChild<QWidget *>(u"activityEditAccept"_s));
            QTRY_VERIFY(!dialog.isVisible());
            QVERIFY(store().commitAndWait(dialog.changes()));
        };
        const auto choose = [](QWidget &dialog, const QString &name, int index) {
            dialog.findChild<QComboBox *>(name)->setCurrentIndex(index);
        };
        write([&](QWidget &dialog) {
            auto *repeats = dialog.findChild<QComboBox *>(u"activityEditRepeats"_s);
            repeats->setFocus();
            Person::press(repeats, Qt::Key_End);
            Person::press(repeats, Qt::Key_Up);
            auto *days = dialog.findChild<QToolButton *>(u"repeatDay1"_s);
            QVERIFY(days->isVisible() && days->isChecked()); // its own day is offered
            dialog.findChild<QSpinBox *>(u"repeatInterval"_s)->setValue(2);
            Person::click(dialog.findChild<QWidget *>(u"repeatDay4"_s));
            choose(dialog, u"repeatEnds"_s, 2);
            dialog.findChild<QSpinBox *>(u"repeatCount"_s)->setValue(6);
            picture(&dialog, u"repetition-by-hand"_s);
        });
        QCOMPARE(activity(m_late).recurrence, u"FREQ=WEEKLY;INTERVAL=2;COUNT=6;BYDAY=MO,TH"_s);
        write([&](QWidget &dialog) {
            QVERIFY(dialog.findChild<QToolButton *>(u"repeatDay4"_s)->isChecked());
            QCOMPARE(dialog.findChild<QSpinBox *>(u"repeatCount"_s)->value(), 6);
            choose(dialog, u"repeatEvery"_s, 2);
            choose(dialog, u"repeatOfMonth"_s, 1);
            choose(dialog, u"repeatEnds"_s, 0);
        });
        QCOMPARE(activity(m_late).recurrence, u"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"_s);
    }

    /// An end that the dialog does not show as it is stays what it was while another day is not chosen.
    void theEndOfARuleStaysAsItWasGiven()
    {
        RepeatBuilder builder(m_window.get());
        for (const QString &end : {u"20300304T100000"_s, u"20260105"_s}) { // at a time; before the moment
            const QString rule = u"FREQ=WEEKLY;INTERVAL=2;UNTIL=%1;BYDAY=MO"_s.arg(end);
            builder.setMoment(QDateTime(QDate(2026, 3, 2), QTime(10, 0)));
            builder.setRule(*parseRepeatRule(rule));
            QCOMPARE(repeatRuleCode(builder.rule()), rule);
            builder.setMoment(QDateTime(QDate(2026, 3, 9), QTime(10, 0)));
            QCOMPARE(repeatRuleCode(builder.rule()), rule);
        }
        builder.findChild<QDateEdit *>(u"repeatUntil"_s)->setDate(QDate(2031, 1, 1));
        QCOMPARE(builder.rule().until.date(), QDate(2031, 1, 1));
    }

    /// A part takes a place only where there is something of it, or where it was asked for.
    void partsAreShownWhereTheyAre()
    {
        const auto write = [this](const std::function<void(QWidget &)> &edit) {
            ActivityDialog dialog(store(), activity(m_late), m_window.get());
            dialog.show();
            edit(dialog);
            Person::press(dialog.findChild<QLineEdit *>(u"stepsNew"_s), Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(!dialog.isVisible());
            QVERIFY(store().commitAndWait(dialog.changes()));
        };
        write([](QWidget &dialog) {
            QVERIFY(!dialog.findChild<QWidget *>(u"block_checklist"_s));
            Person::click(dialog.findChild<QWidget *>(u"blockAdd_checklist"_s));
            auto *step = dialog.findChild<QLineEdit *>(u"stepsNew"_s);
            for (const QString &text : {u"Спросить"_s, u"Замерить"_s}) {
                Person::type(step, text);
                Person::press(step, Qt::Key_Return);
            }
            Person::click(dialog.findChild<QWidget *>(u"blockAdd_location"_s));
            Person::type(dialog.findChild<QLineEdit *>(u"activityEdit_location"_s), u"Переговорная 2"_s);
            Person::click(dialog.findChild<QWidget *>(u"blockAdd_calendar"_s));
            dialog.findChild<QSpinBox *>(u"activityEditDuration"_s)->setValue(45);
            picture(&dialog, u"activity-parts"_s);
        });
        const ActivityDetails details = activity(m_late).details;
        QCOMPARE(details.steps, 2);
        QCOMPARE(details.location, u"Переговорная 2"_s);
        QCOMPARE(details.duration, 45);
        QCOMPARE(details.start.toLongLong() / 60'000, activity(m_late).deadline.toLongLong() / 60'000);
        write([](QWidget &dialog) {
            QVERIFY(dialog.findChild<QWidget *>(u"block_checklist"_s)->isVisible());
            QVERIFY(!dialog.findChild<QWidget *>(u"block_address"_s));
            auto *steps = dialog.findChild<QListWidget *>(u"stepsList"_s);
            steps->setCurrentRow(0);
            Person::press(steps, Qt::Key_Space);
            Person::click(dialog.findChild<QWidget *>(u"blockRemove_location"_s));
        });
        QCOMPARE(activity(m_late).details.stepsDone, 1);
        QVERIFY(activity(m_late).details.location.isEmpty());
    }

    /// A file comes and goes with what else is changed, by one act; also of one that is only being planned.
    void filesAreAttachedInTheDialog()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"договор.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
        file.close();
        const auto write = [this](const Activity &edited, const std::function<void(QWidget &)> &edit) {
            ActivityDialog dialog(store(), edited, m_window.get());
            dialog.show();
            edit(dialog);
            if (const auto *chosen = dialog.findChild<ActivityFiles *>())
                QTRY_VERIFY(chosen->changes({})); // they are read beside the window
            Person::click(dialog.findChild<QWidget *>(u"activityEditAccept"_s));
            QVERIFY(!dialog.isVisible());
            QVERIFY(store().commitAndWait(dialog.changes()));
        };
        const auto files = [this](qint64 id) {
            const auto found = readAttachments(store().reader(), {typeId(u"activity"_s), id, {}});
            return found ? found->size() : -1;
        };
        const auto drop = [](QWidget *target, const QString &dropped) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(dropped)});
            const QPoint at = target->rect().center();
            QVERIFY(target->acceptDrops());
            QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &event);
        };
        write(activity(m_late), [&](QWidget &dialog) {
            Person::click(dialog.findChild<QWidget *>(u"blockAdd_files"_s));
            dialog.findChild<ActivityFiles *>()->attach({path});
            picture(&dialog, u"activity-files"_s);
        });
        QCOMPARE(files(m_late), 1);
        write(activity(m_late), [&](QWidget &dialog) {
            auto *list = dialog.findChild<QListWidget *>(u"activityFiles"_s);
            QVERIFY(list->isVisible());
            list->setFocus();
            Person::press(list, Qt::Key_Delete);
        });
        QCOMPARE(files(m_late), 0);
        QVERIFY(store().undo().result());
        QCOMPARE(files(m_late), 1);
        write(newActivity(*store().schema(), store().user(), QDateTime::currentDateTime()), [&](QWidget &dialog) {
            Person::type(dialog.findChild<QLineEdit *>(u"activityEditTitle"_s), u"Отправить договор"_s);
            Person::click(dialog.findChild<QWidget *>(u"blockAdd_files"_s));
            drop(dialog.findChild<ActivityFiles *>(), path); // the first of them
        });
        const auto made = store().reader().connection.scalar(u"SELECT max(id) FROM activity"_s);
        QCOMPARE(files(made->toLongLong()), 1);
    }

    void aChangeOfASeriesAsksWhichAreMeant()
    {
        QVERIFY(store().commitAndWait(
            *planChangeActivity(*store().schema(), activity(m_late), {{Codes::recurrence, u"FREQ=WEEKLY"_s}})));
        ActivityDialog dialog(store(), activity(m_late), m_window.get());
        dialog.show();
        auto *title = dialog.findChild<QLineEdit *>(u"activityEditTitle"_s);
        title->clear();
        Person::type(title, u"Съездить"_s);
        Person::whenNamed(u"askDialog"_s, [](QWidget *asked) {
            picture(asked, u"series-question"_s);
            Person::click(asked->findChild<QWidget *>(u"seriesThis"_s));
        });
        Person::click(dialog.findChild<QWidget *>(u"activityEditAccept"_s));
        QTRY_VERIFY(!dialog.isVisible());
        QVERIFY(store().commitAndWait(dialog.changes()));
        QVERIFY(activity(m_late).recurrence.isEmpty());
        const auto planned = plannedActivities(store().reader(), {typeId(u"lead"_s), m_lead, {}});
        QVERIFY(planned);
        QCOMPARE(planned->size(), 4);
    }
};

KARTOTEKA_UI_TEST(tst_my_activities, TestMyActivities)
#include "tst_my_activities.moc"
