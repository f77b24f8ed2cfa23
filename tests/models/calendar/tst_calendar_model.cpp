// SPDX-License-Identifier: GPL-3.0-or-later
// Which days a calendar shows, where people want to go, and what stands there after a commit.
#include "core/calendar/calendar_plan.h"
#include "core/schema/codes.h"
#include "models/calendar/calendar_model.h"
#include "models/calendar/calendar_period.h"
#include "models/calendar/go_to_day.h"
#include "models/calendar/hour_rows.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestCalendarModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    static QDate march(int day) { return {2026, 3, day}; }
    qint64 plan(const QString &title, const CalendarPlace &from, const CalendarPlace &until)
    {
        QUuid uid;
        auto receipt = m_office->store().commitAndWait(
            planCreateEntry(m_office->schema(), {{Codes::title, title}}, from, until, &uid));
        return receipt ? receipt->created.value(uid) : 0;
    }
    CalendarQuery everybody()
    {
        CalendarQuery query;
        query.mode = CalendarMode::People;
        query.items.typeId = m_office->typeId(u"activity"_s);
        return query;
    }
    static QStringList titles(const CalendarModel &model)
    {
        QStringList titles;
        for (const CalendarEntry &entry : model.shown().entries)
            titles << entry.title;
        return titles;
    }

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin"); // the clock is put back on 25 October 2026 at 3:00
        tzset();
    }
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup() { m_office.reset(); }

    void aMonthHasWholeWeeks()
    {
        CalendarPeriod period{CalendarLook::Month, march(15), Qt::Monday};
        QCOMPARE(period.first(), QDate(2026, 2, 23));
        QCOMPARE(period.last(), QDate(2026, 4, 5));
        QVERIFY(!period.isOwn(QDate(2026, 4, 5)));
        period.weekStart = Qt::Sunday;
        QCOMPARE(period.first(), march(1));
        QCOMPARE(period.last(), QDate(2026, 4, 4));
        QCOMPARE(period.moved(-1).day, QDate(2026, 2, 15));
        QCOMPARE(CalendarPeriod({CalendarLook::Month, QDate(2026, 1, 31)}).moved(1).day, QDate(2026, 2, 28));
        QCOMPARE(CalendarPeriod({CalendarLook::Year, latestCalendarDay()}).moved(1).day, latestCalendarDay());
        QCOMPARE(CalendarPeriod({CalendarLook::WorkWeek, march(8), Qt::Monday, {2, 4}}).days(),
                 (QList<QDate>{march(3), march(5)}));
        QCOMPARE(weekNumber(QDate(2025, 12, 29)), 1);
    }

    void periodsAreCalledAsPeopleSayThem()
    {
        QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia));
        QCOMPARE(CalendarPeriod({CalendarLook::Month, march(2)}).title(), u"Март 2026"_s);
        QCOMPARE(CalendarPeriod({CalendarLook::Week, march(4)}).title(), u"2–8 марта 2026"_s);
        QCOMPARE(CalendarPeriod({CalendarLook::Week, march(31)}).title(), u"30 марта – 5 апреля 2026"_s);
        QCOMPARE(CalendarPeriod({CalendarLook::Week, march(31)}).shortTitle(), u"30.03–05.04"_s);
        QCOMPARE(CalendarPeriod({CalendarLook::Month, march(2)}).shortTitle().right(5), u" 2026"_s);
        QCOMPARE(CalendarPeriod({CalendarLook::Day, march(2)}).title(), u"Понедельник, 2 марта 2026"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(CalendarPeriod({CalendarLook::Week, march(4)}).title(), u"March 2 – 8, 2026"_s);
        QCOMPARE(CalendarPeriod({CalendarLook::Day, march(2)}).title(), u"Monday, March 2, 2026"_s);
    }

    void anHourThatComesTwiceHasRowsForBoth()
    {
        const QDate sunday(2026, 10, 25);
        const QDate saturday = sunday.addDays(-1);
        const HourRows usual({saturday});
        QVERIFY(!usual.isTwice());
        QCOMPARE(usual.all(), 1440);
        QCOMPARE(usual.rowOf(900), 900);
        QCOMPARE(usual.minuteAt(900, saturday), 900);
        const HourRows rows({saturday, sunday});
        QCOMPARE(rows.day(), sunday);
        QCOMPARE(rows.all(), 1500);
        QCOMPARE(rows.secondFrom(), 180);
        QCOMPARE(rows.secondTo(), 240);
        QCOMPARE(rows.minuteOfSecond(), 120);
        using Rows = QPair<int, int>;
        const QDateTime first(sunday, QTime(1, 30));
        QCOMPARE(rows.rowsOf(first, first.addSecs(2 * 3600), sunday), Rows(90, 210));            // two hours are two hours
        QCOMPARE(rows.rowsOf(first.addSecs(1800), first.addSecs(5400), sunday), Rows(120, 180)); // 2:00, the first time
        QCOMPARE(rows.rowsOf(first.addSecs(5400), first.addSecs(9000), sunday), Rows(180, 240)); // … and the second
        QCOMPARE(rows.rowsOf(QDateTime(sunday, QTime(9, 0)), QDateTime(sunday, QTime(10, 0)), sunday), Rows(600, 660));
        QCOMPARE(rows.rowsOf(QDateTime(saturday, QTime(23, 0)), QDateTime(sunday, QTime(3, 0)), sunday), Rows(0, 240));
        // The other days have no second time: what ends there ends before it.
        QCOMPARE(rows.rowsOf(QDateTime(saturday, QTime(2, 0)), QDateTime(saturday, QTime(3, 0)), saturday), Rows(120, 180));
        QCOMPARE(rows.rowsOf(QDateTime(saturday, QTime(3, 0)), QDateTime(saturday, QTime(4, 0)), saturday), Rows(240, 300));
        QCOMPARE(rows.rowsOf(QDateTime(saturday, QTime(23, 0)), QDateTime(sunday, QTime(0, 0)), saturday), Rows(1440, 1500));
        QCOMPARE(rows.minuteAt(150, saturday), 150);
        QCOMPARE(rows.minuteAt(200, saturday), 180); // what is let go in the empty rows goes behind them
        QCOMPARE(rows.minuteAt(200, sunday), 140);
        QCOMPARE(rows.minuteAt(660, sunday), 600);
    }

    void peopleGoToDaysInWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QDate>("day");
        QTest::newRow("iso") << u"2024-02-29"_s << QDate(2024, 2, 29);
        QTest::newRow("russian") << u"5 марта"_s << march(5);
        QTest::newRow("month first") << u"Dec 1"_s << QDate(2026, 12, 1);
        QTest::newRow("month first, whole") << u"December 24"_s << QDate(2026, 12, 24);
        QTest::newRow("in weeks") << u"+3w"_s << march(23);
        QTest::newRow("back") << u"-2w"_s << QDate(2026, 2, 16);
        QTest::newRow("weekday") << u"fri"_s << march(6);
        QTest::newRow("yesterday") << u"вчера"_s << march(1);
        QTest::newRow("month") << u"July 2019"_s << QDate(2019, 7, 1);
        QTest::newRow("russian month") << u"июль 2019"_s << QDate(2019, 7, 1);
        QTest::newRow("year") << u"2019"_s << QDate(2019, 1, 1);
        QTest::newRow("nothing") << u"  "_s << QDate();
        QTest::newRow("no day") << u"somewhere"_s << QDate();
        QTest::newRow("no calendar has it") << u"9999-12-31"_s << QDate();
    }
    void peopleGoToDaysInWords()
    {
        QFETCH(QString, words);
        QFETCH(QDate, day);
        const QDateTime monday(march(2), QTime(12, 0));
        QCOMPARE(parseDayToGo(words, monday, Qt::Monday, WorkCalendar()).value_or(QDate()), day);
    }

    void whatIsCommittedIsSeen()
    {
        CalendarModel model(m_office->store());
        model.setQuery(everybody());
        model.setWindow(march(2), march(8), 10);
        QVERIFY(!model.isRead()); // nobody sees it
        model.setShown(true);
        QTRY_VERIFY(model.isRead());
        QCOMPARE(titles(model), QStringList());
        plan(u"Later"_s, {march(4), QTime(15, 0)}, {march(4), QTime(16, 0)});
        plan(u"Days"_s, {march(3)}, {march(5)});
        QTRY_COMPARE(titles(model), (QStringList{u"Days"_s, u"Later"_s}));
        QCOMPARE(model.shown().counts, (QList<int>{0, 1, 2, 1, 0, 0, 0}));
        model.setWindow(march(5), march(5), 10); // a day of what is known
        QCOMPARE(titles(model), (QStringList{u"Days"_s}));
        QVERIFY(model.isRead());
    }

    void whatIsMovedStandsThereAtOnceAndGoesBackWhenRefused()
    {
        plan(u"Meeting"_s, {march(4), QTime(15, 0)}, {march(4), QTime(16, 0)});
        CalendarModel model(m_office->store());
        model.setQuery(everybody());
        model.setWindow(march(2), march(8), 10);
        model.setShown(true);
        QTRY_COMPARE(model.shown().entries.size(), 1);
        const CalendarEntry before = model.shown().entries.constFirst();
        const CalendarPlace friday{march(6), QTime(9, 15)};
        QSignalSpy done(&model, &CalendarModel::done);
        model.apply(before, movedEntry(before, friday), planMoveEntry(m_office->schema(), before, friday), u"moved"_s);
        QCOMPARE(model.shown().entries.constFirst().first, march(6)); // before the file knows of it
        QCOMPARE(model.shown().counts, (QList<int>{0, 0, 0, 0, 1, 0, 0}));
        QTRY_COMPARE(done.size(), 1);
        QTRY_COMPARE(model.shown().entries.constFirst().starts, QDateTime(march(6), QTime(9, 15)));

        QSignalSpy failed(&model, &CalendarModel::failed);
        const CalendarEntry now = model.shown().entries.constFirst();
        ChangeSet wrong;
        wrong.update(u"activity"_s, 987'654, {{Codes::title, u"Nobody"_s}});
        model.apply(now, movedEntry(now, {march(2)}), wrong, u"moved"_s);
        QCOMPARE(model.shown().entries.constFirst().first, march(2));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model.shown().entries.constFirst().first, march(6));
    }
};

KARTOTEKA_TEST(tst_calendar_model, TestCalendarModel)
#include "tst_calendar_model.moc"
