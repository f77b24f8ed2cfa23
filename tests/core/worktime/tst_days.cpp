// SPDX-License-Identifier: GPL-3.0-or-later
// Days that are not as their weekday is: written down, taken back, read from files.
#include "core/worktime/holiday_file.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QStringEncoder>
#include <QTest>

using namespace Kartoteka;

class TestDays : public QObject
{
    Q_OBJECT

    using Kind = CalendarDay::Kind;

    static QList<OddDay> daysOf(TestOffice &office)
    {
        QList<OddDay> days;
        for (const CalendarDay &one : office.schema().calendarDays())
            days.append({one.day, one.kind, one.name});
        return days;
    }
    static bool commit(TestOffice &office, Result<ChangeSet> changes)
    {
        return changes && office.store().commitAndWait(std::move(*changes));
    }

    /// Waits until it is taken back, and the schema of the window's thread has followed.
    static bool taken(TestOffice &office, const Answer<Receipt> &answer)
    {
        const bool isDone = bool(answer.result());
        QCoreApplication::sendPostedEvents(&office.store());
        return isDone;
    }

private slots:
    void aDayIsWrittenOnce()
    {
        TestOffice office;
        const QDate day(2026, 6, 12);
        QVERIFY(commit(office, planDays({{day, Kind::Off, u"Holiday"_s}})));
        QVERIFY(commit(office, planDays({{day, Kind::Short, {}}})));
        QCOMPARE(daysOf(office), (QList<OddDay>{{day, Kind::Short, {}}}));
        QVERIFY(taken(office, office.store().undo()));
        QCOMPARE(daysOf(office), (QList<OddDay>{{day, Kind::Off, u"Holiday"_s}}));
        QVERIFY(commit(office, planUsualDay(office.schema(), day, 1)));
        QVERIFY(daysOf(office).isEmpty());
        QVERIFY(!planUsualDay(office.schema(), day, 1)); // it is as usual already
        QVERIFY(commit(office, planDays({{day, Kind::Work, u"Back"_s}})));
        QCOMPARE(daysOf(office), (QList<OddDay>{{day, Kind::Work, u"Back"_s}}));
        QCOMPARE(office.problems(), QStringList());
    }
    void whatIsNoDayIsRefused()
    {
        QVERIFY(!planDays({}));
        QVERIFY(!planDays({{QDate(), Kind::Off, {}}}));
        QVERIFY(!planDays({{QDate(1, 1, 1), Kind::Off, {}}}));
    }

    void aCalendarIsRead()
    {
        auto days = readHolidays(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260103\r\n"
            "SUMMARY:New\\, \r\n Year\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260612\r\n"
            "SUMMARY:Day\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20260613T100000Z\r\nSUMMARY:Meeting\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n");
        QVERIFY2(days, days ? "" : qPrintable(days.error().message));
        QCOMPARE(*days,
                 (QList<OddDay>{{QDate(2026, 1, 1), Kind::Off, u"New, Year"_s},
                                {QDate(2026, 1, 2), Kind::Off, u"New, Year"_s},
                                {QDate(2026, 6, 12), Kind::Off, u"Day"_s}}));
    }
    void aTableIsRead()
    {
        auto days = readHolidays("Day;Kind;Name\n2026-06-12;off;\"Day of Russia\"\n11.06.2026;short\n2026-11-01\n\n");
        QVERIFY2(days, days ? "" : qPrintable(days.error().message));
        QCOMPARE(*days,
                 (QList<OddDay>{{QDate(2026, 6, 12), Kind::Off, u"Day of Russia"_s},
                                {QDate(2026, 6, 11), Kind::Short, {}},
                                {QDate(2026, 11, 1), Kind::Off, {}}}));
    }
    /// As people write one, and as a spreadsheet on Windows saves it.
    void aTableOfWordsIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = u"День;Вид;Название\r\n12.06.2026;Выходной;День России\r\n07.11.2026;рабочий день;Перенос\r\n"
                             "30.12.2026;сокращённый;\r\n31.12.2026;Рабочий;Короткий день\r\n"_s;
        QTest::addRow("UTF-8") << text.toUtf8();
        QTest::addRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
        QByteArray windows;
        for (const QChar sign : text)
            windows += sign.unicode() < 0x80 ? char(sign.unicode())
                : sign == u'ё'               ? char(0xb8)
                                             : char(sign.unicode() - 0x410 + 0xc0);
        QTest::addRow("Windows-1251") << windows;
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::addRow("UTF-16") << QByteArray(wide(text));
    }
    void aTableOfWordsIsRead()
    {
        QFETCH(QByteArray, bytes);
        auto days = readHolidays(bytes);
        QVERIFY2(days, days ? "" : qPrintable(days.error().message));
        QCOMPARE(*days,
                 (QList<OddDay>{{QDate(2026, 6, 12), Kind::Off, u"День России"_s},
                                {QDate(2026, 11, 7), Kind::Work, u"Перенос"_s},
                                {QDate(2026, 12, 30), Kind::Short, {}},
                                {QDate(2026, 12, 31), Kind::Work, u"Короткий день"_s}}));
    }
    void whatIsNoFileOfDaysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        QTest::addRow("nothing") << QByteArray() << QString();
        QTest::addRow("no day in a line") << QByteArray("2026-06-12\nhello\n") << u"2"_s;
        QTest::addRow("no such day") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261301\nEND:VEVENT") << u"3"_s;
        QTest::addRow("a rule") << QByteArray(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=DAILY\nEND:VEVENT")
                                << u"4"_s;
        QTest::addRow("a thousand years") << QByteArray(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nDTEND:30260101\nEND:VEVENT")
                                          << u"5"_s;
        QTest::addRow("many lines") << QByteArray("2026-06-12\n").repeated(mostHolidays + 1)
                                    << QString::number(mostHolidays + 1);
        QTest::addRow("large") << QByteArray(largestHolidayFile + 1, 'x') << QString();
        QTest::addRow("empty calendar") << QByteArray("BEGIN:VCALENDAR\nEND:VCALENDAR\n") << QString();
    }
    void whatIsNoFileOfDaysIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        auto days = readHolidays(bytes);
        QVERIFY(!days);
        QVERIFY(!days.error().message.isEmpty());
        QCOMPARE(days.error().where, where);
    }
};

KARTOTEKA_TEST(tst_days, TestDays)
#include "tst_days.moc"
