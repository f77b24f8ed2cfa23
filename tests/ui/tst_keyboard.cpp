// SPDX-License-Identifier: GPL-3.0-or-later
// The card and the filter by keys alone: where the focus goes, and what never gets lost.
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"
#include "views/card/timeline_view.h"
#include "views/fields/field_editor.h"
#include "views/filter/condition_row.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/tab_order.h"
#include "views/widgets/toast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Kartoteka;

class TestKeyboard final : public WindowTest
{
    Q_OBJECT

    QList<qint64> m_leads; ///< the last ones on top

    BoardView &board() { return *page().part<BoardSection>()->view(); }
    CardPanel &card() { return *office().card(); }
    Item lead(qint64 id) { return *readItem(store().reader(), {typeId(u"lead"_s), id, {}}); }
    static bool isIn(const QWidget &widget) { return widget.isAncestorOf(QApplication::focusWidget()); }
    void openByKeys(qint64 id)
    {
        board().setFocus();
        board().setCurrentCard(id);
        Person::press(&board(), Qt::Key_Return);
        QTRY_VERIFY(card().isVisible() && card().item().id == id);
        Person::settle();
    }
    QLineEdit *input(const QString &field)
    {
        auto *editor = card().form()->row(field)->findChild<FieldEditor *>();
        return editor ? qobject_cast<QLineEdit *>(editor->input()) : nullptr;
    }
    void answer(const QString &button)
    {
        Person::whenOffered(button, [button](QWidget *box) { Person::click(box->findChild<QWidget *>(button)); });
    }
    qint64 plan(const QString &title, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.items = {{typeId(u"lead"_s), m_leads.last(), {}}};
        draft.incoming = incoming;
        if (!incoming)
            draft.deadline = store().clock().now() + 3'600'000;
        const ChangeSet changes = planActivity(*store().schema(), draft);
        auto receipt = store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    int rowOf(const QString &text)
    {
        const QAbstractItemModel *model = card().timeline()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString().contains(text))
                return row;
        }
        return -1;
    }

private slots:
    void initTestCase() { setLook(); }

    void init()
    {
        makeOffice();
        m_leads.clear();
        for (int i = 0; i < 3; ++i) {
            m_leads << m_office->create(u"lead"_s,
                                        {{u"title"_s, u"Lead %1"_s.arg(i)},
                                         {u"company_title"_s, u"АО \"Рога & <Копыта>\""_s},
                                         {u"comment"_s, u"As it is"_s}});
            m_office->clock().advance(1000);
        }
        openWindow();
        QTRY_COMPARE(page().part<BoardSection>()->model()->columnCount(), 3);
        QTRY_COMPARE(page().part<BoardSection>()->model()->cardCount(0), 3);
        Person::settle();
    }
    void cleanup() { clear(); }

    void tabWalksTheFieldsAsTheyAreSeen_data()
    {
        QTest::addColumn<QString>("type");
        for (const QString &type : {u"lead"_s, u"deal"_s, u"contact"_s, u"company"_s})
            QTest::addRow("%s", qPrintable(type)) << type;
    }
    void tabWalksTheFieldsAsTheyAreSeen()
    {
        QFETCH(QString, type);
        office().showSection(typeId(type));
        office().createItem();
        Person::settle();
        person().click(u"moreFields"_s); // not only those that one begins with
        card().takeFocus();
        const SchemaPtr schema = store().schema();
        QStringList expected;
        for (const Section &section : schema->sections(typeId(type))) {
            for (const Field &field : schema->fields(typeId(type))) {
                // Files are put into an item that is there.
                if (field.section == section.id && field.editable && field.type != FieldType::File
                    && card().form()->row(field.code))
                    expected << field.code;
            }
        }
        QVERIFY(expected.size() > 5);
        QStringList walked;
        for (int step = 0; step < 200; ++step) {
            QWidget *now = QApplication::focusWidget();
            QVERIFY2(card().isAncestorOf(now), "the focus has left the card");
            const QString before = walked.isEmpty() ? QString() : walked.last();
            if (now->objectName() == u"cardSave")
                break;
            for (const QString &code : std::as_const(expected)) {
                if (code != before && card().form()->row(code)->isAncestorOf(now))
                    walked << code;
            }
            Person::press(now, Qt::Key_Tab);
        }
        QCOMPARE(walked, expected);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"cardSave"_s);
        Person::press(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"cardCancel"_s);
        Person::press(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"cardSave"_s);
    }

    void anUntouchedNewOneClosesUnasked()
    {
        office().createItem();
        QTRY_VERIFY(card().isVisible());
        Person::settle();
        QVERIFY(!card().form()->hasUnsaved());
        Person::press(&card(), Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
    }

    void tabNeverLeavesTheCard()
    {
        openByKeys(m_leads.last());
        for (int step = 0; step < 80; ++step) {
            QVERIFY(isIn(card()));
            Person::press(QApplication::focusWidget(), step < 40 ? Qt::Key_Tab : Qt::Key_Backtab);
        }
    }

    void enterGoesIntoTheCardAndEscBackToWhereItCameFrom()
    {
        openByKeys(m_leads[1]);
        QVERIFY(isIn(card()));
        Person::press(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
        QVERIFY(board().hasFocus());
        QCOMPARE(board().selection().current(), m_leads[1]);
    }

    void theListGetsTheFocusBackAsWell()
    {
        person().click(u"listButton"_s);
        QTRY_COMPARE(page().part<ListSection>()->model()->rowCount(), 3);
        Person::settle();
        page().part<ListSection>()->view()->setCurrentItem(m_leads[1]);
        Person::press(page().part<ListSection>()->view(), Qt::Key_Return);
        QTRY_VERIFY(card().isVisible());
        QVERIFY(isIn(card()));
        Person::press(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier); // the next one
        QTRY_COMPARE(card().item().id, m_leads[0]);
        person().click(u"cardClose"_s);
        QTRY_VERIFY(!card().isVisible());
        QVERIFY(page().part<ListSection>()->view()->hasFocus());
        QCOMPARE(page().part<ListSection>()->view()->currentItem(), m_leads[0]); // the one that was read last
    }

    void escOnTheBoardClosesTheCardOverIt()
    {
        openByKeys(m_leads.last());
        board().setFocus();
        Person::press(&board(), Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
    }

    void deleteNeverTakesAnotherThanTheOneThatIsRead()
    {
        openByKeys(m_leads[2]);
        Person::press(QApplication::focusWidget(), Qt::Key_Delete);
        Person::settle();
        for (const qint64 id : std::as_const(m_leads))
            QVERIFY(!lead(id).deleted);
        board().setFocus();
        board().setCurrentCard(m_leads[0]);
        Person::press(&board(), Qt::Key_Delete);
        Person::settle();
        QVERIFY(!lead(m_leads[0]).deleted);
        QVERIFY(office().toast()->isVisible()); // it says why
        board().setCurrentCard(m_leads[2]);
        Person::press(&board(), Qt::Key_Delete);
        QTRY_VERIFY(lead(m_leads[2]).deleted);
        QTRY_COMPARE(board().selection().current(), m_leads[1]); // the one that came in its place
        openByKeys(m_leads[1]);
        store().commit(
            planDelete(*store().schema()->type(u"lead"_s), {m_leads[1]}, {}, store().clock().now())); // as its card may
        Person::press(&card(), Qt::Key_Escape);
        QTRY_COMPARE(board().selection().current(), m_leads[0]);
    }

    void aCardThatComesWithAllThatIsReadAnewIsTheCurrentOne()
    {
        QUuid uid;
        const ChangeSet changes = planCreate(*store().schema(), *store().schema()->type(u"lead"_s),
                                             {{u"title"_s, u"Oak tables"_s}}, &uid);
        const auto receipt = store().commitAndWait(changes);
        QVERIFY(receipt);
        board().setCurrentCard(receipt->created.value(uid));
        board().model().setQuery(board().model().query()); // before what was committed is followed
        QTRY_COMPARE(board().selection().current(), receipt->created.value(uid));
    }

    void escInTheTitleLeavesTheCardOpenAndTheTitleAsItWas()
    {
        openByKeys(m_leads.last());
        person().click(u"cardTitle"_s);
        auto *edit = person().find<QLineEdit>(u"cardTitleEdit"_s);
        QTRY_VERIFY(edit->hasFocus());
        Person::type(edit, u"Something else"_s);
        Person::press(edit, Qt::Key_Escape);
        Person::settle();
        QVERIFY(card().isVisible());
        QVERIFY(edit->isHidden());
        QCOMPARE(lead(m_leads.last()).text(u"title"_s), u"Lead 2"_s);
        QVERIFY(isIn(card()));
        // By keys alone it is edited as well.
        auto *title = person().find(u"cardTitle"_s);
        title->setFocus();
        Person::press(title, Qt::Key_Return);
        QTRY_VERIFY(edit->hasFocus());
        edit->selectAll();
        Person::type(edit, u"By keys"_s);
        Person::press(edit, Qt::Key_Return);
        QTRY_COMPARE(lead(m_leads.last()).text(u"title"_s), u"By keys"_s);
    }

    void closingAsksOnceAndDoesWhatIsSaid_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("where");
        for (const QString &where : {u"field"_s, u"title"_s, u"all"_s, u"composer"_s}) {
            for (const QString &button : {u"unsavedSave"_s, u"unsavedDiscard"_s, u"askCancel"_s})
                QTest::addRow("%s: %s", qPrintable(where), qPrintable(button)) << button << where;
        }
    }
    void closingAsksOnceAndDoesWhatIsSaid()
    {
        QFETCH(QString, button);
        QFETCH(QString, where);
        const qint64 id = m_leads.last();
        openByKeys(id);
        const QString field = where == u"title" ? u"title"_s : u"company_title"_s;
        const QString before = lead(id).text(field);
        if (where == u"title") {
            person().click(u"cardTitle"_s);
        } else if (where == u"all") {
            Person::whenAsked([](QWidget *menu) {
                Person::press(menu, Qt::Key_Down);
                Person::press(menu, Qt::Key_Return);
            });
            person().click(u"cardMore"_s);
        } else if (where == u"field") {
            Person::click(card().form()->row(field));
        } else {
            person().click(u"composerLine"_s);
        }
        QLineEdit *edit = where == u"title" ? person().find<QLineEdit>(u"cardTitleEdit"_s)
            : where == u"composer"          ? person().find<QLineEdit>(u"activityTitle"_s)
                                            : input(field);
        QTRY_VERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        Person::type(edit, u"Typed"_s);
        int asked = 0;
        Person::whenOffered(u"askCancel"_s, [&asked, button](QWidget *box) {
            ++asked;
            Person::click(box->findChild<QWidget *>(button));
        });
        person().click(u"cardClose"_s);
        QTRY_COMPARE(asked, 1);
        Person::settle();
        const bool cancelled = button == u"askCancel";
        QTRY_COMPARE(card().isVisible(), cancelled);
        const bool saved = button == u"unsavedSave";
        if (where == u"composer") {
            auto planned = plannedActivities(store().reader(), {typeId(u"lead"_s), id, {}});
            QCOMPARE(planned->size(), saved ? 1 : 0);
        } else {
            QTRY_COMPARE(lead(id).text(field), saved ? u"Typed"_s : before);
        }
        if (!cancelled)
            return;
        QCOMPARE(edit->text(), u"Typed"_s); // nothing is lost
        answer(u"unsavedDiscard"_s);
        person().click(u"cardClose"_s);
        QTRY_VERIFY(!card().isVisible());
    }

    void escapeFoldsTheComposerAndKeepsTheDraft()
    {
        const qint64 id = m_leads.last();
        openByKeys(id);
        person().click(u"composerLine"_s);
        auto *title = person().find<QLineEdit>(u"activityTitle"_s);
        QTRY_VERIFY(title && title->isVisible());
        Person::type(title, u"Send R&D offer"_s);
        Person::press(title, Qt::Key_Escape);
        auto *line = person().find<QAbstractButton>(u"composerLine"_s);
        QTRY_VERIFY(line && line->isVisible() && !title->isVisible());
        QVERIFY(card().isVisible());
        QVERIFY2(line->text().contains(u"Send R&&D"_s), qPrintable(line->text()));
        QString question;
        Person::whenOffered(u"unsavedSave"_s, [&question](QWidget *box) {
            for (const QLabel *label : box->findChildren<QLabel *>())
                question += label->text();
            Person::click(box->findChild<QWidget *>(u"askCancel"_s));
        });
        Person::press(line, Qt::Key_Escape);
        QTRY_VERIFY2(question.contains(u"Send R&D offer"_s), qPrintable(question));
        QVERIFY(card().isVisible());
        // It is gone on with where it was left.
        person().click(u"composerLine"_s);
        QTRY_VERIFY(title->isVisible());
        QCOMPARE(title->text(), u"Send R&D offer"_s);
        Person::press(title, Qt::Key_Escape);
        answer(u"unsavedDiscard"_s);
        Person::press(person().find(u"composerLine"_s), Qt::Key_Escape);
        QTRY_VERIFY(!card().isVisible());
        QVERIFY(plannedActivities(store().reader(), {typeId(u"lead"_s), id, {}})->isEmpty());
    }

    void editAllSelectsNothingAndBeginsAtTheTop()
    {
        openByKeys(m_leads.last());
        Person::whenAsked([](QWidget *menu) {
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        person().click(u"cardMore"_s);
        QTRY_VERIFY(input(u"company_title"_s));
        picture(m_window.get(), u"edit-all"_s);
        const QList<QLineEdit *> edits = card().form()->findChildren<QLineEdit *>();
        for (const QLineEdit *edit : edits)
            QVERIFY2(!edit->hasSelectedText() || edit->hasFocus(), qPrintable(edit->objectName()));
        QTRY_VERIFY(input(u"title"_s)->hasFocus()); // the menu gives it back when it has gone
        // What somebody else changes meanwhile does not touch what is typed.
        QLineEdit *company = input(u"company_title"_s);
        company->setFocus();
        company->selectAll();
        Person::type(company, u"Mine"_s);
        QVERIFY(store().commitAndWait(planEdit(*store().schema(), lead(m_leads.last()), {{u"position"_s, u"Director"_s}})));
        QTRY_COMPARE(input(u"position"_s)->text(), u"Director"_s);
        QCOMPARE(company->text(), u"Mine"_s);
        answer(u"unsavedDiscard"_s);
        Person::press(company, Qt::Key_Escape);
        QTRY_VERIFY(!input(u"company_title"_s));
        QVERIFY(card().isVisible());
    }

    void aValueIsShownAsItIsWritten()
    {
        openByKeys(m_leads.last());
        const QList<QLabel *> labels = card().form()->row(u"company_title"_s)->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->text().contains(u"Копыта"_s))
                continue;
            QCOMPARE(label->textFormat(), Qt::RichText); // which reads the escapes back
            QVERIFY(label->text().contains(u"&lt;Копыта&gt;"_s));
            picture(card().form(), u"escaped"_s);
            return;
        }
        QFAIL("the value is not shown");
    }

    void suggestionsAreReadable()
    {
        openByKeys(m_leads.last());
        m_window->activateWindow();
        auto *edit = person().find<QLineEdit>(u"clientSearch"_s);
        QVERIFY(edit);
        QAbstractItemView *popup = edit->findChild<QCompleter *>()->popup();
        popup->ensurePolished();
        QCOMPARE(popup->objectName(), u"suggestions"_s);
        const QColor text = popup->palette().color(QPalette::Text);
        popup->resize(200, 100);
        const QColor ground = popup->grab().toImage().pixelColor(100, 80);
        QVERIFY2(qAbs(text.lightness() - ground.lightness()) > 120, qPrintable(text.name() + u" on "_s + ground.name()));
    }

    void severalValuesAreTickedByKeys()
    {
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *choices = panel->findChild<ConditionRow *>(u"condition_source"_s)->findChild<ChoiceButton *>();
        choices->setFocus();
        Person::press(choices, Qt::Key_Down);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup && popup != panel);
        picture(popup, u"choices"_s);
        auto *list = popup->findChild<QListWidget *>();
        Person::press(list, Qt::Key_Space);
        Person::press(list, Qt::Key_Down);
        Person::press(list, Qt::Key_Down);
        Person::press(list, Qt::Key_Space);
        QCOMPARE(choices->values(), (QStringList{u"call"_s, u"website"_s}));
        Person::press(list, Qt::Key_Space);
        QCOMPARE(choices->values(), QStringList{u"call"_s});
        // Esc shuts the list, and leaves the panel; the next one shuts the panel.
        Person::press(list, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(panel->isVisible());
        QTRY_VERIFY(page().filter()->text().contains(u"source = call"_s));
        Person::press(panel, Qt::Key_Escape);
        QTRY_VERIFY(!panel->isVisible());
    }

    void escInAListOfTheFilterLeavesThePanelOpen()
    {
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *period = panel->findChild<ConditionRow *>(u"condition_created_at"_s)->findChild<QComboBox *>(u"periodKind"_s);
        period->setFocus();
        period->showPopup();
        QTRY_VERIFY(period->view()->isVisible());
        Person::press(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!period->view()->isVisible());
        QVERIFY(panel->isVisible());
        panel->close();
    }

    void activitiesAreDoneByKeys()
    {
        plan(u"Call them"_s);
        openByKeys(m_leads.last());
        QTRY_VERIFY(rowOf(u"Call them"_s) > 0);
        TimelineView *timeline = card().timeline();
        timeline->setFocus();
        timeline->setCurrentIndex(timeline->model()->index(rowOf(u"Call them"_s), 0));
        Person::whenShown<QDialog>([this](QDialog *dialog) {
            picture(dialog, u"activity"_s);
            auto *title = dialog->findChild<QLineEdit *>(u"activityEditTitle"_s);
            title->selectAll();
            Person::type(title, u"Visit them"_s);
            Person::click(dialog->findChild<QWidget *>(u"activityEditAccept"_s));
        });
        Person::press(timeline, Qt::Key_Return);
        QTRY_VERIFY(rowOf(u"Visit them"_s) > 0);
        timeline->setCurrentIndex(timeline->model()->index(rowOf(u"Visit them"_s), 0));
        Person::press(timeline, Qt::Key_Delete);
        const ItemRef ref{typeId(u"lead"_s), m_leads.last(), {}};
        QTRY_COMPARE(plannedActivities(store().reader(), ref)->size(), 0);
        const auto second = [&] { return timeline->model()->index(1, 0).data(TimelineModel::KindRole); };
        QTRY_COMPARE(second().value<TimelineModel::RowKind>(), TimelineModel::RowKind::NothingPlanned);
        const QModelIndex current = timeline->currentIndex(); // an entry, no heading
        QVERIFY(current.isValid() && !current.data(TimelineModel::FoldedRole).isValid());
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(plannedActivities(store().reader(), ref)->size(), 1);
        QCOMPARE(plannedActivities(store().reader(), ref)->first().title, u"Visit them"_s);
    }
};

KARTOTEKA_UI_TEST(tst_keyboard, TestKeyboard)
#include "tst_keyboard.moc"
