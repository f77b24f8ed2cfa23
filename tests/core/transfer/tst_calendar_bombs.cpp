// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar files in which libical would find no end, or end itself.
#include "tests/support/calendar_files.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestCalendarBombs final : public QObject, CalendarFiles
{
    Q_OBJECT

private slots:
    void ofWhatHasTooManyLinesTheBeginningIsRead_data()
    {
        QTest::addColumn<QByteArray>("more");
        const auto within = [](int depth) {
            return QByteArray("BEGIN:VALARM\r\n").repeated(depth) + QByteArray("END:VALARM\r\n").repeated(depth);
        };
        QTest::addRow("without sense") << QByteArray("EXDATE:x\r\n").repeated(300'000);
        QTest::addRow("small") << QByteArray("X:1\r\n").repeated(300'000);
        QTest::addRow("deep within each other") << within(700'000);
        QTest::addRow("within each other") << within(20);
        QTest::addRow("many within") << QByteArray("BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n").repeated(100'000);
    }
    void ofWhatHasTooManyLinesTheBeginningIsRead()
    {
        QFETCH(QByteArray, more);
        const CalendarFile file = read(calendar(vevent("UID:1\r\nDTSTART:20260304T100000Z\r\nSUMMARY:Endless\r\n" + more)
                                                + vevent("UID:2\r\nDTSTART:20260305T100000Z\r\nSUMMARY:Usual\r\n")));
        QCOMPARE(file.events.size(), 2);
        QCOMPARE(file.events[0].title, u"Endless"_s);
        QCOMPARE(file.events[1].title, u"Usual"_s);
        QCOMPARE(file.remarks.size(), 1);
        QVERIFY2(file.remarks[0].startsWith(u"1 entry"_s), qPrintable(file.remarks[0]));
    }
    /// libical takes a time that grows with the square of a line's length.
    void ofALineWithoutAnEndTheBeginningIsRead()
    {
        const QByteArray endless = "SUMMARY:A" + QString(15'000'000, u'Ж').toUtf8() + "\r\n";
        const CalendarFile file = read(calendar(vevent("UID:1\r\nDTSTART:20260304T100000Z\r\n" + endless)
                                                + vevent("UID:2\r\nDTSTART:20260305T100000Z\r\nSUMMARY:Usual\r\n")));
        QCOMPARE(file.events.size(), 2);
        QVERIFY(file.events[0].title.startsWith(u"AЖ") && file.events[0].title.endsWith(u'Ж'));
        QVERIFY(file.events[0].title.size() < 1'000'000);
        QCOMPARE(file.events[1].title, u"Usual"_s);
    }
    void whatHasManyLinesIsReadWhole()
    {
        QByteArray days;
        for (int day = 1; day <= 1000; ++day)
            days += "EXDATE;VALUE=DATE:" + QDate(2026, 3, 4).addDays(day).toString(u"yyyyMMdd"_s).toLatin1() + "\r\n";
        const CalendarEvent event = only("UID:1\r\nDTSTART;VALUE=DATE:20260304\r\nRRULE:FREQ=DAILY\r\n" + days
                                         + "SUMMARY:Daily\r\n");
        QCOMPARE(event.exceptions.size(), 1000);
        QCOMPARE(event.title, u"Daily"_s);
    }
};

KARTOTEKA_TEST(tst_calendar_bombs, TestCalendarBombs)
#include "tst_calendar_bombs.moc"
