// SPDX-License-Identifier: GPL-3.0-or-later
// The board of activities, by mouse and keys on the real window, on whatever day it is.
#include "core/activities/plan_queries.h"
#include "core/query/plan_columns.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/board/board_view.h"
#include "views/board/quick_form.h"
#include "views/fields/field_editor.h"
#include "views/section/activity_section.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Kartoteka;

class TestActivitySection final : public WindowTest
{
    Q_OBJECT

    QDateTime m_yesterday; ///< at ten
    qint64 m_late = 0;     ///< leads: with a call that was due then,
    qint64 m_due = 0;      ///< … with one that is due late today,
    qint64 m_free = 0;     ///< … and with nothing planned

    BoardView &view() { return *page().part<ActivitySection>()->view(); }
    BoardModel &board() { return *page().part<ActivitySection>()->model(); }
    int column(DayColumn key) { return board().columnOf(qint64(key)); }
    DayColumn standing(qint64 id)
    {
        const int at = board().find(id).first;
        return at < 0 ? DayColumn(0) : DayColumn(board().head(at).key);
    }
    QDateTime due(const QString &type, qint64 id)
    {
        const auto acts = readPlannedActs(store().reader(), {typeId(type), id, {}}, 0);
        return acts && acts->deadline().isValid() ? QDateTime::fromMSecsSinceEpoch(acts->deadline().toLongLong())
                                                  : QDateTime();
    }
    BoardDays days()
    {
        const Schema &schema = *store().schema();
        return {QDateTime::currentDateTime(), firstDayOfWeek(schema), WorkCalendar(schema)};
    }
    qint64 makeLead(const QString &title, const Value &deadline)
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, title}});
        if (!deadline.isValid())
            return lead;
        ActivityDraft draft;
        draft.title = u"Call "_s + title;
        draft.kind = u"call"_s;
        draft.deadline = deadline;
        draft.items = {{m_office->typeId(u"lead"_s), lead, {}}};
        if (!m_office->store().commitAndWait(planActivity(m_office->schema(), draft)))
            return 0;
        return lead;
    }
    void click(qint64 id) { Person::click(view().viewport(), view().places().cardRect(id).center()); }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        const QDate today = QDate::currentDate();
        m_yesterday = QDateTime(today.addDays(-1), QTime(10, 0));
        m_late = makeLead(u"Late"_s, m_yesterday.toMSecsSinceEpoch());
        m_due = makeLead(u"Due"_s, QDateTime(today, QTime(23, 59)).toMSecsSinceEpoch());
        m_free = makeLead(u"Free"_s, {});
        openWindow();
        m_window->resize(1800, 900); // all columns are seen
        Person::settle();
        person().shortcut(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(board().columnCount(), 6);
        QTRY_COMPARE(standing(m_late), DayColumn::Overdue);
        Person::settle();
    }
    void cleanup() { clear(); }

    void everySectionHasTheBoardAndRemembersIt()
    {
        QCOMPARE(page().view()->name(), u"activities"_s);
        QCOMPARE(standing(m_due), DayColumn::Today);
        QCOMPARE(standing(m_free), DayColumn::None);
        QVERIFY(board().head(0).isLate && !board().head(1).isLate);
        picture(m_window.get(), u"activity-board"_s);
        auto *button = page().findChild<QToolButton *>(u"activitiesButton"_s);
        QVERIFY(button && button->isChecked());
        QVERIFY(button->toolTip().contains(u"Ctrl+3"_s));
        for (const QString &type : {u"deal"_s, u"contact"_s, u"company"_s}) {
            office().showSection(typeId(type));
            QVERIFY2(page().part<ActivitySection>(), qPrintable(type));
            Person::click(page().findChild<QToolButton *>(u"activitiesButton"_s));
            QCOMPARE(page().view()->name(), u"activities"_s);
            QTRY_COMPARE(board().columnCount(), 6);
        }
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        view().setFolded(2, true);
        page().save(settings);
        view().setFolded(2, false);
        person().shortcut(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(page().view()->name(), u"list"_s);
        page().restore(settings);
        QCOMPARE(page().view()->name(), u"activities"_s);
        QTRY_COMPARE(board().columnCount(), 6);
        QVERIFY(view().isFolded(2));
    }

    void aDraggedCardTakesItsActivityAlong()
    {
        person().dragCard(&view(), m_late, column(DayColumn::NextWeek),
                          [this] { picture(m_window.get(), u"activity-drag"_s); });
        QTRY_COMPARE(standing(m_late), DayColumn::NextWeek);
        QTRY_COMPARE(due(u"lead"_s, m_late), days().momentFor(DayColumn::NextWeek, m_yesterday));
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(standing(m_late), DayColumn::Overdue);
        QTRY_COMPARE(due(u"lead"_s, m_late), m_yesterday);
    }

    void ctrlArrowMovesAsADropDoes()
    {
        view().setFocus();
        view().setCurrentCard(m_due);
        const bool isOver = days().isOver(DayColumn::ThisWeek); // then nothing can stand there, and it is passed over
        if (!isOver) {
            Person::press(&view(), Qt::Key_Right, Qt::ControlModifier);
            QTRY_COMPARE(standing(m_due), DayColumn::ThisWeek);
        }
        Person::press(&view(), Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(standing(m_due), DayColumn::NextWeek);
        Person::press(&view(), Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(standing(m_due), isOver ? DayColumn::Today : DayColumn::ThisWeek);
        QTRY_COMPARE(due(u"lead"_s, m_due), QDateTime(QDate::currentDate().addDays(isOver ? 0 : 1), QTime(23, 59)));
    }

    void whatCannotBeDroppedSaysWhy()
    {
        QSignalSpy failed(page().view(), &SectionView::failed);
        // It looks so before it is let go.
        person().dragCard(&view(), m_due, column(DayColumn::Overdue), [this] {
            QCOMPARE(view().viewport()->cursor().shape(), Qt::ForbiddenCursor);
            picture(m_window.get(), u"activity-drag-refused"_s);
        });
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed.takeFirst().first().value<Error>().message.isEmpty());
        QCOMPARE(standing(m_due), DayColumn::Today);
        person().dragCard(&view(), m_due, column(DayColumn::None));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(standing(m_due), DayColumn::Today);
        QTRY_COMPARE(due(u"lead"_s, m_due), QDateTime(QDate::currentDate(), QTime(23, 59)));
    }

    void whatHasNoActivityGetsOneByADrop()
    {
        person().dragCard(&view(), m_free, column(DayColumn::Later));
        QTRY_COMPARE(standing(m_free), DayColumn::Later);
        QTRY_VERIFY(board().card(column(DayColumn::Later), 0)->act);
        QTRY_COMPARE(due(u"lead"_s, m_free).date(), days().dayFor(DayColumn::Later));
    }

    void plusMakesAnItemWithItsActivityInOneAct()
    {
        const int wanted = column(DayColumn::NextWeek);
        QTest::mouseMove(view().viewport(), view().places().plusRect(wanted).center());
        Person::click(view().viewport(), view().places().plusRect(wanted).center());
        QTRY_VERIFY(view().quickForm()->isVisible());
        auto *title = view().quickForm()->findChild<FieldEditor *>(u"quick_title"_s);
        QVERIFY(title);
        Person::type(title->input(), u"Gate"_s);
        Person::press(title->input(), Qt::Key_Return);
        QTRY_COMPARE(board().cardCount(wanted), 1);
        QCOMPARE(board().card(wanted, 0)->title, u"Gate"_s);
        QTRY_VERIFY(board().card(wanted, 0)->act);
        const qint64 made = board().card(wanted, 0)->id;
        QTRY_COMPARE(due(u"lead"_s, made).date(), days().dayFor(DayColumn::NextWeek));
        Person::press(title->input(), Qt::Key_Escape);
        person().shortcut(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(board().cardCount(wanted), 0);
        QCOMPARE(standing(made), DayColumn(0)); // the lead is gone with its activity
    }

    void nothingNewIsOverdue()
    {
        QSignalSpy failed(page().view(), &SectionView::failed);
        const QPoint plus = view().places().plusRect(column(DayColumn::Overdue)).center();
        QTest::mouseMove(view().viewport(), plus);
        Person::click(view().viewport(), plus);
        QCOMPARE(failed.size(), 0); // there is nothing to press
        QVERIFY(!view().quickForm()->isVisible());
    }

    void filterAndCardsWorkAsOnTheBoard()
    {
        page().filter()->set({}, u"Late"_s);
        QTRY_COMPARE(standing(m_due), DayColumn(0));
        QTRY_COMPARE(standing(m_late), DayColumn::Overdue);
        Person::settle();
        QSignalSpy opened(page().view(), &SectionView::opened);
        click(m_late);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toLongLong(), m_late);
    }
};

KARTOTEKA_UI_TEST(tst_activity_section, TestActivitySection)
#include "tst_activity_section.moc"
