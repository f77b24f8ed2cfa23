// SPDX-License-Identifier: GPL-3.0-or-later
// A week with activities, by a clock of the test's own: planned in words, reminded of, put off, missed, moved, worked through.
#include "core/activities/activity_bulk.h"
#include "core/activities/explanation.h"
#include "core/activities/plan_queries.h"
#include "core/activities/series_edit.h"
#include "core/items/setting_acts.h"
#include "core/query/plan_columns.h"
#include "core/schedule/scheduler.h"
#include "core/schema/language.h"
#include "core/schema/repeat_rule.h"
#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/acts/bulk_desk.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/card/composer.h"
#include "views/day/day_page.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/reminders/bubbles.h"
#include "views/reminders/reminder_desk.h"
#include "views/reminders/reminder_window.h"
#include "views/section/activity_section.h"
#include "views/shell/office_widget.h"
#include "views/shell/own_pages.h"
#include "views/shell/section_page.h"
#include "views/shell/sidebar.h"
#include "views/shell/sidebar_button.h"
#include "views/tasks/task_runner.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Kartoteka;

/// A desktop that shows bubbles with buttons.
class ShownBubbles final : public Bubbles
{
    Q_OBJECT
public:
    explicit ShownBubbles(QHash<qint64, Bubble> &shown) : m_shown(shown) {}
    bool isAvailable() const override { return true; }
    bool offersActs() const override { return true; }
    void show(qint64 tag, const Bubble &bubble) override { m_shown.insert(tag, bubble); }
    void withdraw(qint64 tag) override { m_shown.remove(tag); }

private:
    QHash<qint64, Bubble> &m_shown;
};

class TestActivityWalk final : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;
    TestOffice m_office;
    std::unique_ptr<OfficeWidget> m_window;
    std::unique_ptr<ReminderDesk> m_desk;
    ShownBubbles *m_bubbles = nullptr;
    QHash<qint64, Bubble> m_shown; ///< bubbles
    ItemRef m_lead;
    QTimer m_minutes; ///< the scheduler looks at the clock each minute; here more often

    Store &store() { return m_office.store(); }
    QDateTime now() { return m_office.clock().localNow(); }
    void openWindow()
    {
        m_window = std::make_unique<OfficeWidget>(store());
        m_window->resize(1800, 900);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
    }
    void remind()
    {
        auto bubbles = std::make_unique<ShownBubbles>(m_shown);
        m_bubbles = bubbles.get();
        m_desk = std::make_unique<ReminderDesk>(store(), std::move(bubbles));
    }
    void goTo(const QDateTime &moment)
    {
        m_office.clock().advance(now().msecsTo(moment));
        Scheduler::of(store()).wake();
    }
    QList<Activity> planned(const ItemRef &item)
    {
        const auto found = plannedActivities(store().reader(), item);
        return found ? *found : QList<Activity>();
    }
    template<typename T = QWidget>
    T *part(QWidget *whole, const QString &name)
    {
        T *found = whole->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    SidebarButton *leads() { return part<SidebarButton>(m_window.get(), u"section_lead"_s); }
    bool isRed() { return !leads()->counterRect(u"due"_s).isNull(); }
    void commit(const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        const auto done = store().commitAndWait(*changes);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    ActivityDraft draft(const QString &title, const ItemRef &item, const QDateTime &deadline)
    {
        ActivityDraft made;
        made.title = title;
        made.items = {item};
        if (deadline.isValid())
            made.deadline = deadline.toMSecsSinceEpoch();
        else
            made.incoming = true;
        return made;
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_office.folder());
        installLanguage(u"en"_s);
        applyAppearance(*qApp, Appearance::Light);
        m_lead = {m_office.typeId(u"lead"_s), m_office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}}), {}};
        connect(&m_minutes, &QTimer::timeout, this, [this] { Scheduler::of(store()).wake(); });
        m_minutes.start(20);
        remind();
        openWindow();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_desk.reset();
    }

    void aCallIsPlannedInWords()
    {
        m_window->openItem(m_lead);
        Composer *composer = m_window->card()->composer();
        QTRY_VERIFY(m_window->card()->item() == m_lead && composer->isVisible());
        composer->startActivity();
        QTRY_VERIFY(part(composer, u"activityTitle"_s)->isVisible());
        Person::type(part(composer, u"activityTitle"_s), u"Call"_s);
        auto *words = part<QLineEdit>(composer, u"deadlineWords"_s);
        if (!words->isVisible())
            Person::click(part(composer, u"composerDate"_s));
        QTRY_VERIFY(words->isVisible());
        Person::type(words, u"fri 15:00"_s);
        QVERIFY(part<QLabel>(composer, u"deadlineUnderstood"_s)->text().contains(u"Fri"_s));
        Person::press(words, Qt::Key_Return);
        QTRY_COMPARE(planned(m_lead).size(), 1);
        QCOMPARE(planned(m_lead)[0].reminders, u"0,15"_s);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(planned(m_lead)[0].deadline.toLongLong()),
                 QDateTime(QDate(2026, 3, 6), QTime(15, 0)));
    }

    /// With nobody touching anything: bubble, window and counter; what explains it; a click that filters, and one that does not.
    void itRemindsAtItsMoment()
    {
        goTo(QDateTime(QDate(2026, 3, 6), QTime(14, 44)));
        QVERIFY(m_shown.isEmpty() && !isRed());
        goTo(QDateTime(QDate(2026, 3, 6), QTime(14, 45)));
        QTRY_COMPARE(m_shown.size(), 1);
        QCOMPARE(m_shown.cbegin()->title, u"Call"_s);
        QTRY_VERIFY(isRed());
        QTRY_COMPARE(m_desk->outlook().lights.red, 1);
        QTRY_VERIFY(m_desk->window()->isVisible());
        const auto why = explainSection(store().reader(), m_lead.type, store().user(), m_office.clock().now());
        QVERIFY(why && explanationLines(*why).join(u' ').contains(u"Call"_s));
        // The first click shows what is counted, the second what was shown before, all of it.
        SectionPage &section = *m_window->section();
        const QString before = section.filter()->text();
        const auto click = [this] { Person::click(leads(), leads()->counterRect(u"due"_s).center()); };
        section.filter()->setSearch(u"Pipes"_s);
        click();
        QTRY_COMPARE(section.filter()->text(), u"responsible = me and activity = due"_s);
        QCOMPARE(section.filter()->search(), QString());
        click();
        QTRY_COMPARE(section.filter()->text(), before);
        QCOMPARE(section.filter()->search(), u"Pipes"_s);
        section.setBin(true);
        click();
        QTRY_VERIFY(!section.showsBin());
        click();
        QTRY_VERIFY(section.showsBin());
        section.setBin(false);
        QVERIFY2(!section.filter()->isEmpty(), qPrintable(section.filterBar()->panel()->pinned()));
        QCOMPARE(section.filter()->search(), QString());
        QCOMPARE(section.filter()->text(), before);
        m_window.reset(); // the program stays in the tray
        emit m_bubbles->acted(m_shown.keys().constFirst(), u"snooze"_s);
        QTRY_VERIFY(m_shown.isEmpty());
        goTo(QDateTime(QDate(2026, 3, 6), QTime(15, 0)));
        QTRY_COMPARE(m_shown.size(), 1);
        openWindow();
        connect(m_desk.get(), &ReminderDesk::openWanted, m_window.get(), &OfficeWidget::openItem);
        emit m_bubbles->acted(m_shown.keys().constFirst(), u"open"_s);
        QTRY_COMPARE(m_window->card()->item(), m_lead);
        m_desk->disconnect(m_window.get());
    }

    void whatWasMissedIsOneList()
    {
        for (const int at : {20, 30, 40})
            commit(planActivity(m_office.schema(), draft(u"Missed %1"_s.arg(at), m_lead, now().addSecs(60 * at))));
        m_desk.reset();
        m_shown.clear();
        goTo(now().addSecs(3600));
        remind();
        QTRY_COMPARE(m_desk->model().rows().size(), 4);
        QTRY_COMPARE(m_shown.size(), 1); // one bubble for all
        QTRY_VERIFY(m_desk->window()->isVisible());
        m_desk.reset();
    }

    void aWeeklyMeetingGoesToTuesday()
    {
        ActivityDraft weekly = draft(u"Meeting"_s, m_lead, QDateTime(QDate(2026, 3, 9), QTime(10, 0)));
        weekly.recurrence = u"FREQ=WEEKLY"_s;
        commit(planActivity(m_office.schema(), weekly));
        const auto meeting = [this] {
            const QList<Activity> all = planned(m_lead);
            return *std::ranges::find(all, u"Meeting"_s, &Activity::title);
        };
        commit(planComplete(meeting()));
        QTRY_COMPARE(QDateTime::fromMSecsSinceEpoch(meeting().deadline.toLongLong()).date(), QDate(2026, 3, 16));
        const qint64 tuesday = QDateTime(QDate(2026, 3, 17), QTime(10, 0)).toMSecsSinceEpoch();
        commit(planSeriesChange(store().reader(), meeting(), {{Codes::deadline, tuesday}}, SeriesScope::Following));
        commit(planComplete(meeting()));
        QTRY_COMPARE(QDateTime::fromMSecsSinceEpoch(meeting().deadline.toLongLong()).date(), QDate(2026, 3, 24));
        commit(planSeriesDelete(store().reader(), meeting(), SeriesScope::Following));
    }

    void theBoardMovesWithTheTimeOfDay()
    {
        const ItemRef gate{m_lead.type, m_office.create(u"lead"_s, {{u"title"_s, u"Gate"_s}}), {}};
        goTo(QDateTime(QDate(2026, 3, 9), QTime(9, 0)));
        commit(planActivity(m_office.schema(), draft(u"Visit"_s, gate, QDateTime(now().date(), QTime(10, 30)))));
        m_window->showSection(m_lead.type);
        Person::click(part(m_window->section(), u"activitiesButton"_s));
        auto *section = m_window->section()->part<ActivitySection>();
        const auto standing = [&](const ItemRef &item) {
            const int at = section->model()->find(item.id).first;
            return at < 0 ? DayColumn(0) : DayColumn(section->model()->head(at).key);
        };
        QTRY_COMPARE(standing(gate), DayColumn::Today);
        BoardView &view = *section->view();
        QSignalSpy failed(m_window->section()->view(), &SectionView::failed);
        Person::settle();
        view.setFocus();
        view.setCurrentCard(gate.id);
        Person::press(&view, Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(failed.size(), 1); // nothing is made overdue
        QCOMPARE(standing(gate), DayColumn::Today);
        for (const DayColumn column : {DayColumn::ThisWeek, DayColumn::NextWeek}) {
            Person::press(&view, Qt::Key_Right, Qt::ControlModifier);
            QTRY_COMPARE(standing(gate), column);
        }
        QTRY_COMPARE(QDateTime::fromMSecsSinceEpoch(planned(gate)[0].deadline.toLongLong()),
                     QDateTime(QDate(2026, 3, 16), QTime(10, 30)));
        commit(planActivity(m_office.schema(), draft(u"Letter"_s, gate, {})));
        QTRY_COMPARE(standing(gate), DayColumn::Today); // it waits for an answer
        QCOMPARE(failed.size(), 1);
    }

    void manyThatAreLateGoOnByOneAct()
    {
        ChangeSet many;
        for (int i = 0; i < 100; ++i)
            many.changes += planActivity(m_office.schema(), draft(u"Late %1"_s.arg(i), m_lead, now().addDays(-2))).changes;
        commit(many);
        const auto late = [this] {
            QList<qint64> ids;
            for (const Activity &one : planned(m_lead)) {
                if (one.title.startsWith(u"Late") && one.deadline.toLongLong() < m_office.clock().now())
                    ids << one.id;
            }
            return ids;
        };
        const QList<qint64> ids = late();
        QCOMPARE(ids.size(), 100);
        m_window->bulk()->run(m_office.typeId(u"activity"_s), ids, bulkPostpone(now(), {0, 1, false}), u"%1"_s);
        QTRY_VERIFY(!m_window->tasks()->isBusy());
        QTRY_VERIFY(late().isEmpty());
        m_window->undo();
        QTRY_COMPARE(late(), ids);
        QVERIFY(m_office.problems().isEmpty());
        commit(planSettings({{u"counter_mode"_s, u"activity"_s}}));
        QVERIFY(m_office.problems().isEmpty());
        QTRY_VERIFY(isRed());
    }

    void theDayGoesByKeys()
    {
        m_window->showOwn(Sidebar::day);
        DayPage &day = *m_window->own()->day();
        QTRY_VERIFY(day.current());
        QWidget *queue = part(m_window.get(), u"dayQueue"_s);
        for (int i = 0; i < day.queue().rowCount() && !day.current()->activity.incoming; ++i) // after what is late
            Person::press(queue, Qt::Key_Down);
        QVERIFY(day.current()->activity.incoming);
        const int before = day.queue().rowCount();
        const qint64 first = day.current()->activity.id;
        Person::press(queue, Qt::Key_Space);
        QTRY_VERIFY(readActivity(store().reader(), first)->done);
        QTRY_VERIFY(part(&day, u"nextStepBar"_s)->isVisible()); // somebody was answered
        Person::press(queue, Qt::Key_Escape);
        QTRY_VERIFY(!part(&day, u"nextStepBar"_s)->isVisible());
        QTRY_COMPARE(day.queue().rowCount(), before - 1);
        QTRY_VERIFY(day.current() && day.current()->activity.id != first);
        Person::press(queue, Qt::Key_2);
        QTRY_COMPARE(day.queue().rowCount(), before - 2);
        m_window->undo();
        m_window->undo();
        QTRY_COMPARE(day.queue().rowCount(), before);
        QVERIFY(!readActivity(store().reader(), first)->done);
    }
};

KARTOTEKA_UI_TEST(tst_activity_walk, TestActivityWalk)
#include "tst_activity_walk.moc"
