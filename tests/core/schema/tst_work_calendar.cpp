// SPDX-License-Identifier: GPL-3.0-or-later
// Working time: hours, days off, and that counting forth and back meet.
#include "core/schema/work_calendar.h"
#include "core/worktime/day_acts.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

#include <ctime>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestWorkCalendar : public QObject
{
    Q_OBJECT

    static WorkCalendar calendar(const QHash<QString, QString> &settings, const QList<CalendarDay> &days = {})
    {
        Schema::Content content;
        content.settings = settings;
        content.calendarDays = days;
        return WorkCalendar(Schema(content));
    }
    static CalendarDay odd(const QDate &day, CalendarDay::Kind kind) { return {1, {}, day, kind, {}}; }
    static QDateTime at(int month, int day, int hour, int minute = 0)
    {
        return QDateTime(QDate(2026, month, day), QTime(hour, minute));
    }
    /// Lunch, a short Friday, a Saturday morning, a night, and days of all kinds.
    static WorkCalendar busy()
    {
        return calendar({{u"work_hours_1"_s, u"09:00-13:00,14:00-18:00"_s},
                         {u"work_hours_2"_s, u"08:30-17:15"_s},
                         {u"work_hours_5"_s, u"09:00-12:00"_s},
                         {u"work_hours_6"_s, u"00:00-06:00,10:00-24:00"_s}},
                        {odd(QDate(2026, 3, 9), CalendarDay::Kind::Off), odd(QDate(2026, 3, 8), CalendarDay::Kind::Work),
                         odd(QDate(2026, 3, 6), CalendarDay::Kind::Short)});
    }

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin"); // summer time begins on 29 March 2026, a Sunday, and ends on 25 October
        tzset();
    }

    void hoursAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addRow("lunch") << u"9:00-13:00, 14:00-18:00"_s << u"09:00-13:00,14:00-18:00"_s;
        QTest::addRow("whole hours") << u"9–18"_s << u"09:00-18:00"_s;
        QTest::addRow("to midnight") << u"20:00-24:00"_s << u"20:00-24:00"_s;
        QTest::addRow("off") << u" OFF "_s << u"off"_s;
        for (const QString &text : {u""_s, u"18-9"_s, u"9-9"_s, u"9-13,12-18"_s, u"9-25"_s, u"9:60-10"_s, u"x"_s,
                                    u"9-13,13-18"_s, u"1-2,3-4,5-6,7-8,9-10,11-12,13-14"_s, u"-1-5"_s})
            QTest::addRow("none: %s", qPrintable(text)) << text << QString();
    }
    void hoursAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto hours = parseWorkHours(text);
        QCOMPARE(hours ? workHoursCode(*hours) : QString(), code);
    }

    void withoutSettingsTheWeekIsAsUsual()
    {
        const WorkCalendar usual = calendar({});
        QVERIFY(usual.isWorking(at(3, 2, 9)));
        QVERIFY(!usual.isWorking(at(3, 2, 18)));
        QVERIFY(!usual.isWorkingDay(QDate(2026, 3, 7)));
        QCOMPARE(usual.addWorkingDays(QDate(2026, 3, 6), 1), QDate(2026, 3, 9));
        QCOMPARE(usual.addWorkingDays(QDate(2026, 3, 9), -1), QDate(2026, 3, 6));
    }
    void nobodyCanWorkNever()
    {
        QHash<QString, QString> never;
        for (int day = 1; day <= 7; ++day)
            never.insert(workHoursSetting(day), u"off"_s);
        QCOMPARE(calendar(never).hours(QDate(2026, 3, 2)), WorkCalendar().hours(QDate(2026, 3, 2)));
    }
    void daysAreOffShortOrWorked()
    {
        const WorkCalendar odds = busy();
        QVERIFY(!odds.isWorkingDay(QDate(2026, 3, 9)));
        QCOMPARE(workHoursCode(odds.hours(QDate(2026, 3, 8))),
                 u"09:00-13:00,14:00-18:00"_s); // as on the first worked weekday
        QCOMPARE(workHoursCode(odds.hours(QDate(2026, 3, 6))), u"09:00-11:00"_s);
        QCOMPARE(odds.addWorkingDays(QDate(2026, 3, 8), 1), QDate(2026, 3, 10));
    }
    void minutesSkipWhatIsNotWorked()
    {
        const WorkCalendar odds = busy();
        QCOMPARE(odds.nextWorkingMinute(at(3, 2, 13, 30)), at(3, 2, 14));
        QCOMPARE(odds.addWorkingMinutes(at(3, 2, 12, 30), 60), at(3, 2, 14, 30));
        QCOMPARE(odds.addWorkingMinutes(at(3, 2, 12), 60), at(3, 2, 13)); // up to its last minute
        QCOMPARE(odds.addWorkingMinutes(at(3, 2, 17), 90), at(3, 3, 9));
        QCOMPARE(odds.addWorkingMinutes(at(3, 3, 9), -90), at(3, 2, 17));
        QCOMPARE(odds.workingMinutes(at(3, 2, 0), at(3, 3, 0)), qint64(480));
    }

    void summerTimeTakesAndGivesAnHour()
    {
        const WorkCalendar nights = calendar({{u"work_hours_7"_s, u"00:00-06:00"_s}});
        const QDateTime begin(QDate(2026, 3, 29), QTime(0, 0));
        QCOMPARE(nights.workingMinutes(begin, begin.addDays(1)), qint64(300));
        const QDateTime end(QDate(2026, 10, 25), QTime(0, 0));
        QCOMPARE(nights.workingMinutes(end, end.addDays(1)), qint64(420));
        QCOMPARE(nights.addWorkingMinutes(begin, 300).time(), QTime(6, 0));
        // Work that begins at a time that the day leaves out begins when the clock goes on.
        const WorkCalendar early = calendar({{u"work_hours_7"_s, u"02:30-06:00"_s}});
        QCOMPARE(early.nextWorkingMinute(begin).time(), QTime(3, 0));
    }

    void forthAndBackMeet()
    {
        QRandomGenerator random(QRandomGenerator::global()->generate());
        const WorkCalendar odds = busy();
        for (int round = 0; round < 400; ++round) {
            const QDateTime any = at(1, 1, 0).addSecs(60 * qint64(random.bounded(366 * 24 * 60)));
            const QDateTime from = odds.nextWorkingMinute(any);
            const qint64 minutes = 1 + random.bounded(5'000);
            const QDateTime later = odds.addWorkingMinutes(from, minutes);
            const QByteArray what =
                (from.toString(Qt::ISODate) + u" + %1 = "_s.arg(minutes) + later.toString(Qt::ISODate)).toUtf8();
            QVERIFY2(odds.isWorking(from), what.constData());
            QVERIFY2(odds.addWorkingMinutes(later, -minutes) == from, what.constData());
            QVERIFY2(odds.workingMinutes(from, later) == minutes, what.constData());
            QVERIFY2(odds.addWorkingMinutes(from, minutes + 1) > later, what.constData());
            const QDate day = odds.addWorkingDays(any.date(), 1);
            const int days = 1 + random.bounded(300);
            QVERIFY2(odds.addWorkingDays(odds.addWorkingDays(day, days), -days) == day, what.constData());
            QVERIFY2(odds.addWorkingDays(day, days + 1) > odds.addWorkingDays(day, days), what.constData());
        }
    }
};

KARTOTEKA_TEST(tst_work_calendar, TestWorkCalendar)
#include "tst_work_calendar.moc"
