// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar files: what is written reads back, what others write is understood, and what makes no sense does no harm.
#include "core/activities/activity.h"
#include "core/activities/series.h"
#include "core/calendar/calendar_plan.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "tests/support/calendar_files.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestICalendar final : public QObject, CalendarFiles
{
    Q_OBJECT

    /// What a zone says of its clock from a year on.
    static QByteArray partOf(const QByteArray &rule, const QByteArray &from = "16010101T000000")
    {
        return "BEGIN:STANDARD\r\nDTSTART:" + from + "\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nRRULE:" + rule
            + "\r\nEND:STANDARD\r\n";
    }
    static QByteArray office(const QByteArray &parts)
    {
        return "BEGIN:VTIMEZONE\r\nTZID:Office\r\n" + parts + "END:VTIMEZONE\r\n";
    }
    /// Whether the times of an event there are read by what the file says of the zone.
    static bool isZoneTaken(const QByteArray &zones)
    {
        const CalendarFile file = read(calendar(vevent("UID:1\r\nDTSTART;TZID=Office:20260704T100000\r\n") + zones));
        return file.remarks.isEmpty() && file.events.first().starts == utc(2026, 7, 4, 4, 30);
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void timesAreReadAsTheyAreMeant()
    {
        CalendarEvent one = only("UID:1\r\nDTSTART:20260304T100000Z\r\nDTEND:20260304T113000Z\r\nSUMMARY:Talk\\, long\r\n");
        QCOMPARE(one.title, u"Talk, long"_s);
        QCOMPARE(one.starts, utc(2026, 3, 4, 10));
        QCOMPARE(one.minutes, 90);
        one = only("UID:2\r\nDTSTART;TZID=Europe/Moscow:20260304T100000\r\nDURATION:PT45M\r\n");
        QCOMPARE(one.starts, utc(2026, 3, 4, 7));
        QCOMPARE(one.minutes, 45);
        QCOMPARE(one.zone, QByteArray("Europe/Moscow"));
        one = only("UID:3\r\nDTSTART;VALUE=DATE:20260304\r\nDTEND;VALUE=DATE:20260306\r\n");
        QVERIFY(one.allDay);
        QCOMPARE(one.first, QDate(2026, 3, 4));
        QCOMPARE(one.last, QDate(2026, 3, 5));
        one = only("UID:4\r\nDTSTART:20260304\r\n"); // not said to be a date
        QVERIFY(one.allDay && one.last == one.first);
        one = only("UID:5\r\nDTSTART:20260304T100000\r\n"); // on the clock of whoever reads it
        QCOMPARE(one.starts, QDateTime(QDate(2026, 3, 4), QTime(10, 0)).toMSecsSinceEpoch());
        QCOMPARE(one.minutes, 0);
        one = only("UID:6\r\nDTSTART:20260304T100000Z\r\nDTEND:20260304T090000Z\r\n");
        QCOMPARE(one.minutes, 0);
    }

    void zonesAreKnownByTheirNamesAndByTheFile()
    {
        const auto at = [](const QByteArray &zone) {
            return only("UID:1\r\nDTSTART;TZID=" + zone + ":20260704T100000\r\n").starts;
        };
        QCOMPARE(at("\"Russian Standard Time\""), utc(2026, 7, 4, 7));
        QCOMPARE(at("W. Europe Standard Time"), utc(2026, 7, 4, 8));
        QCOMPARE(at("/mozilla.org/20050126_1/Asia/Kathmandu"), utc(2026, 7, 4, 4, 15));
        QCOMPARE(at("America/Argentina/Buenos_Aires"), utc(2026, 7, 4, 13));
        const QByteArray zone = "BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                                "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
        const CalendarFile file = read(calendar(vevent("UID:1\r\nDTSTART;TZID=Office:20260704T100000\r\n") + zone));
        QCOMPARE(file.events.first().starts, utc(2026, 7, 4, 4, 30));
        QCOMPARE(file.remarks, QStringList());
        const CalendarFile unknown = read(calendar(vevent("UID:1\r\nDTSTART;TZID=Nowhere:20260704T100000\r\n")));
        QCOMPARE(unknown.events.first().starts, QDateTime(QDate(2026, 7, 4), QTime(10, 0)).toMSecsSinceEpoch());
        QCOMPARE(unknown.remarks.size(), 1);
    }

    void aZoneThatNobodyCouldCountOutIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("last Sunday of October") << "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20371231T000000Z"_ba << true;
        QTest::newRow("a Sunday in a week") << "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU"_ba << true;
        QTest::newRow("every second") << "FREQ=SECONDLY"_ba << false;
        QTest::newRow("every day since the year 1") << "FREQ=DAILY"_ba << false;
        QTest::newRow("every second of each year") << "FREQ=YEARLY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3"_ba << false;
        QTest::newRow("of no kind") << "BYMONTH=3"_ba << false;
        QTest::newRow("every Sunday") << "FREQ=YEARLY;BYDAY=SU"_ba << false;
    }
    void whoeverReadsMaySayWhichZoneIsMeant()
    {
        const QByteArray text = calendar(vevent("UID:1\r\nDTSTART;TZID=My Zone:20260304T100000\r\n")
                                         + vevent("UID:2\r\nDTSTART;TZID=Europe/Berlin:20260304T100000\r\n"));
        QCOMPARE(read(text).unknownZones, QStringList{u"My Zone"_s});
        const auto meant = readCalendarText(text, {}, {}, "Asia/Kathmandu");
        QVERIFY(meant && meant->remarks.isEmpty() && meant->unknownZones.isEmpty());
        QCOMPARE(meant->events.first().starts, utc(2026, 3, 4, 4, 15));
        QCOMPARE(meant->events.first().zone, QByteArray("Asia/Kathmandu"));
        QCOMPARE(meant->events.last().starts, utc(2026, 3, 4, 9));
    }

    void aZoneThatNobodyCouldCountOutIsUnknown()
    {
        QFETCH(QByteArray, rule);
        QFETCH(bool, isTaken);
        QCOMPARE(isZoneTaken(office(partOf(rule))), isTaken);
    }

    void aZoneOfTooManyChangesIsUnknown()
    {
        const QByteArray heavy = partOf("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3,4,5,6,7");
        QVERIFY(isZoneTaken(office(heavy.repeated(20))));
        QVERIFY(!isZoneTaken(office(heavy.repeated(21))));
        QVERIFY(!isZoneTaken(office(partOf("FREQ=YEARLY;BYMONTH=1", "00010101T000000"))));
        QVERIFY(!isZoneTaken(office(partOf("FREQ=YEARLY;BYMONTH=1", "19700101T000000:16010101T000000"))));
        // And of several zones together.
        QByteArray others;
        for (int number = 0; number < 5; ++number)
            others += office(heavy.repeated(20)).replace("Office", "Office " + QByteArray::number(number));
        QVERIFY(!isZoneTaken(others + office(heavy)));
    }

    void textsSurviveFoldingAndEncodings()
    {
        // Folded in the midst of a letter, then broken without a blank, then with blank lines.
        QByteArray text = QStringLiteral("UID:1\r\nDTSTART:20260304T100000Z\r\nSUMMARY:Встреча с «Вектором»\r\n").toUtf8();
        text.insert(text.indexOf("SUMMARY:") + 9, "\r\n ");
        QCOMPARE(only(text).title, u"Встреча с «Вектором»"_s);
        QCOMPARE(only("UID:1\r\nDTSTART:20260304T100000Z\r\nDESCRIPTION:one\r\ntwo three\r\n\r\nSUMMARY:x\r\n").description,
                 u"onetwo three"_s);
        QCOMPARE(only("UID:1\nDTSTART:20260304T100000Z\nSUMMARY:bare line ends\n").title, u"bare line ends"_s);
        // «Встреча» in Windows-1251.
        const QByteArray cyrillic = "\xc2\xf1\xf2\xf0\xe5\xf7\xe0 \xf1 \xea\xeb\xe8\xe5\xed\xf2\xee\xec";
        QCOMPARE(only("UID:1\r\nDTSTART:20260304T100000Z\r\nSUMMARY:" + cyrillic + "\r\n").title, u"Встреча с клиентом"_s);
        const CalendarEvent html = only("UID:1\r\nDTSTART:20260304T100000Z\r\nX-ALT-DESC;FMTTYPE=text/html:<b>x</b>\r\n"
                                        "ATTACH:file:///etc/passwd\r\nDESCRIPTION:plain\\nand more\r\n");
        QCOMPARE(html.description, u"plain\nand more"_s);
    }

    /// Some programs write no plain description beside the formatted one.
    void aFormattedDescriptionIsReadAsText()
    {
        const QByteArray begins = "UID:1\r\nDTSTART:20260304T100000Z\r\n";
        QCOMPARE(
            only(
                begins
                + "X-ALT-DESC;FMTTYPE=text/html:<html><head><title>x</title><style>p {color: red}</style></head>\\n<body>"
                  "<!-- <p>no</p> --><p>Smith &amp\\; Sons: 3 < 5\\, &quot\\;soon&quot\\;</p><ul><li>one</li><li>tw\r\n"
                  " o&nbsp\\;&#8212\\; &#x263A\\;</li></ul><br><br><br>end &unknown\\; &\\; <script>alert(1)</script></body></html>\r\n")
                .description,
            u"Smith & Sons: 3 < 5, \"soon\"\none\ntwo — ☺\n\nend &unknown; &;"_s);
        QCOMPARE(only(begins + "STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=\"text/html\":<b>bold</b><br>next\r\n").description,
                 u"bold\nnext"_s);
        QCOMPARE(only(begins + "X-ALT-DESC;FMTTYPE=text/html:<p>cut <b\r\n").description, u"cut"_s);
    }

    void whatMakesNoSenseIsARemark()
    {
        QVERIFY(!readCalendarText("hello"));
        QVERIFY(!readCalendarText(QByteArray(int(largestCalendarFile) + 1, 'x')));
        const CalendarFile file = read(
            calendar(vevent("UID:1\r\nSUMMARY:No start\r\n") + vevent("UID:2\r\nDTSTART:20269999T100000Z\r\n")
                     + "BEGIN:VEVENT\r\nUID:3\r\nDTSTART:20260304T100000Z\r\nSUMMARY:Cut off\r\n"
                     + vevent("UID:4\r\nDTSTART:20260304T100000Z\r\nSUMMARY:Fine\r\n")
                     + vevent("UID:5\r\nDTSTART:20260304T100000Z\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:Bomb\r\n")));
        QCOMPARE(file.events.size(), 2);
        QCOMPARE(file.events[0].title, u"Fine"_s);
        QVERIFY(file.events[1].rule.isEmpty());
        QCOMPARE(file.remarks.size(), 4);
        // A rule that never ends and one of nonsense cost nothing.
        const QByteArray endless = calendar(
            vevent("UID:1\r\nDTSTART:00010101T100000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:x\r\n")
            + vevent("UID:2\r\nDTSTART:20260101T100000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\r\n"));
        QCOMPARE(import(endless), (QList{CalendarFate::New, CalendarFate::New}));
        QCOMPARE(only("UID:3\r\nDTSTART:20260101T100000Z\r\nRRULE:FREQ=DAILY;UNTIL=99991231T235959Z\r\n").rule,
                 u"FREQ=DAILY"_s);
        CancelToken cancel;
        cancel.cancel();
        QCOMPARE(readCalendarText(endless, cancel).error().code, ErrorCode::Cancelled);
        // Every beginning of a file is read without harm.
        for (qsizetype length = 0; length < endless.size(); length += 7)
            (void)readCalendarText(endless.left(length));
    }

    void faultsAreNamedWithTheirPlace()
    {
        const auto none = readCalendarText(QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\0b\r\n", 42));
        QVERIFY(!none);
        QVERIFY2(none.error().message.startsWith(u"Line 3, column 6"_s), qPrintable(none.error().message));
        const CalendarFile file = read(
            calendar(vevent("UID:1\r\nSUMMARY:A\r\nDTSTART:20269999T100000Z\r\n")
                     + vevent("UID:2\r\nDTSTART:20260304T100000Z\r\nATTACH:file:///etc/passwd\r\nATTACH:http://x/y\r\n")));
        QCOMPARE(file.events.size(), 1);
        QCOMPARE(file.remarks.size(), 2);
        QVERIFY2(file.remarks[0].contains(u"2"_s) && file.remarks[0].contains(u"12"_s), qPrintable(file.remarks[0]));
        QVERIFY2(file.remarks[1].startsWith(u"Line 7, column 9"_s), qPrintable(file.remarks[1]));
    }

    void whatIsLeftOutOfAFileIsTold()
    {
        const QByteArray whole = calendar(vevent("UID:1\r\nDTSTART:20260304T100000Z\r\n"));
        QCOMPARE(read(whole).remarks, QStringList());
        QCOMPARE(read(QByteArray(whole).replace("END:VCALENDAR\r\n", "")).remarks.size(), 1);
        const QStringList others =
            read(calendar("BEGIN:VJOURNAL\r\nUID:2\r\nEND:VJOURNAL\r\nBEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\n")).remarks;
        QCOMPARE(others.size(), 1);
        QVERIFY2(others.first().startsWith(u"2 entry"_s) && others.first().contains(u"line 4"_s),
                 qPrintable(others.first()));
        // A Wednesday of every Monday.
        const QByteArray odd = "UID:3\r\nDTSTART;VALUE=DATE:20260304\r\nSUMMARY:Odd\r\nRRULE:FREQ=WEEKLY;BYDAY=";
        QCOMPARE(read(calendar(vevent(odd + "WE\r\n"))).remarks, QStringList());
        const QStringList told = read(calendar(vevent(odd + "MO\r\n"))).remarks;
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(u"“Odd” begins on a day"_s), qPrintable(told.first()));
    }

    void timesBesidesTheRuleStandByThemselves()
    {
        const QByteArray text = calendar(vevent("UID:r@x\r\nDTSTART;TZID=Europe/Moscow:20260309T100000\r\nDURATION:PT1H\r\n"
                                                "RRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:Weekly\r\n"
                                                "RDATE;TZID=Europe/Moscow:20260312T150000,20260313T150000\r\n"
                                                "RDATE;VALUE=PERIOD:20260314T090000Z/PT30M\r\n"
                                                "EXDATE;TZID=Europe/Moscow:20260313T150000\r\n"));
        CalendarFile file = read(text);
        QCOMPARE(file.events.size(), 3);
        QCOMPARE(file.events[1].starts, utc(2026, 3, 12, 12));
        QCOMPARE(file.events[1].minutes, 60);
        QCOMPARE(file.events[2].minutes, 30);
        QCOMPARE(file.events[2].recurrenceId, u"2026-03-14T12:00:00"_s);
        QCOMPARE(import(text), (QList{CalendarFate::New, CalendarFate::New, CalendarFate::New}));
        QCOMPARE(import(text), (QList{CalendarFate::Same, CalendarFate::Same, CalendarFate::Same}));
    }

    void timesBesidesRulesAreNoMoreThanEvents()
    {
        QByteArray times = "RDATE:20260312T150000Z";
        for (int minute = 1; minute < 500; ++minute)
            times += ','
                + QDateTime(QDate(2026, 3, 12), QTime(0, minute % 60))
                      .addSecs(minute * 3600)
                      .toString(u"yyyyMMdd'T'HHmmss'Z'"_s)
                      .toLatin1();
        QByteArray text;
        for (int number = 0; number < 205; ++number)
            text += vevent("UID:" + QByteArray::number(number) + "\r\nDTSTART:20260309T100000Z\r\n" + times + "\r\n");
        const CalendarFile file = read(calendar(text));
        QCOMPARE(file.events.size(), mostEvents);
        QVERIFY(!file.remarks.isEmpty());
    }

    void ofOneEventTheLaterStateCounts()
    {
        const CalendarFile file = read(
            calendar(vevent("UID:1\r\nSEQUENCE:2\r\nDTSTART:20260304T100000Z\r\nSUMMARY:New\r\n")
                     + vevent("UID:1\r\nSEQUENCE:1\r\nDTSTART:20260304T100000Z\r\nSUMMARY:Old\r\n")));
        QCOMPARE(file.events.size(), 1);
        QCOMPARE(file.events.first().title, u"New"_s);
    }

    void anImportMakesChangesAndCancels()
    {
        const QByteArray one = "UID:meeting@x\r\nDTSTART:20260310T100000Z\r\nDTEND:20260310T110000Z\r\nSUMMARY:Talk\r\n"
                               "LOCATION:Hall\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\n";
        const QByteArray past = vevent(
            "UID:past@x\r\nDTSTART:20250310T100000Z\r\nDTEND:20250310T110000Z\r\nSUMMARY:Over\r\n");
        QCOMPARE(import(calendar(vevent(one) + past)), (QList{CalendarFate::New, CalendarFate::New}));
        QList<Item> made = activities();
        QCOMPARE(made.size(), 2);
        std::ranges::sort(made, [](const Item &a, const Item &b) { return a.id < b.id; });
        QCOMPARE(made[0].text(Codes::title), u"Talk"_s);
        QCOMPARE(made[0].text(Codes::location), u"Hall"_s);
        QCOMPARE(made[0].text(u"reminders"_s), u"10"_s);
        QCOMPARE(made[0].value(Codes::start).toLongLong(), utc(2026, 3, 10, 10));
        QCOMPARE(made[0].value(Codes::deadline), made[0].value(Codes::start));
        QVERIFY(!made[0].value(u"done"_s).toBool());
        QVERIFY(made[1].value(u"done"_s).toBool()); // nobody is told of what is over

        QCOMPARE(import(calendar(vevent(one))), (QList{CalendarFate::Same}));
        const QByteArray later = vevent(QByteArray(one).replace("T10", "T12").replace("T110000Z", "T130000Z")
                                        + "SEQUENCE:1\r\n");
        const CalendarPreview what = preview(calendar(later));
        QCOMPARE(what.changes.first().fate, CalendarFate::Changed);
        QCOMPARE(what.changes.first().fields, (QStringList{Codes::deadline, Codes::start}));
        QCOMPARE(import(calendar(later)), (QList{CalendarFate::Changed}));
        QCOMPARE(activities().size(), 2);
        QCOMPARE(import(calendar(vevent(one))), (QList{CalendarFate::Same})); // an older state
        QCOMPARE(import(calendar(vevent(one), "CANCEL")), (QList{CalendarFate::Same}));

        QCOMPARE(import(calendar(vevent("UID:nobody@x\r\nDTSTART:20260310T100000Z\r\n"), "CANCEL")),
                 (QList{CalendarFate::Unknown}));
        QCOMPARE(import(calendar(vevent("UID:meeting@x\r\nSEQUENCE:2\r\nDTSTART:20260310T120000Z\r\n"), "CANCEL")),
                 (QList{CalendarFate::Cancelled}));
        QCOMPARE(activities().size(), 1);
        QCOMPARE(import(calendar(later)), (QList{CalendarFate::Deleted}));
    }

    void whatWillBeRefusedIsKnownBefore()
    {
        const QByteArray text = calendar(
            vevent("UID:1\r\nDTSTART:25000304T100000Z\r\nSUMMARY:Late\r\n")
            + vevent("UID:2\r\nDTSTART:20260304T100000Z\r\nSUMMARY:" + QByteArray(900, 'x') + "\r\n"));
        const ImportReport report = preview(text).rehearsed();
        QCOMPARE(report.imported, 1);
        QCOMPARE(report.rejectedRows, 1);
        QCOMPARE(report.rejected.constFirst().row, 1);
        const auto done = importCalendar(m_office->store(), preview(text), {});
        QVERIFY(done && done->imported == report.imported && done->rejectedRows == 1);
        QCOMPARE(activities().constFirst().text(Codes::title).size(), 500);
    }

    void oneUndoTakesAnImportBack()
    {
        const QStringList before = m_office->contents();
        QByteArray many;
        for (int i = 0; i < 1200; ++i)
            many += vevent("UID:" + QByteArray::number(i) + "\r\nDTSTART:20260310T100000Z\r\nDTEND:20260310T110000Z\r\n");
        QCOMPARE(import(calendar(many)).size(), 1200);
        QCOMPARE(activities().size(), 1200);
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(m_office->contents(), before);
    }

    void aSeriesGoesOnWhereItStands()
    {
        // Every Monday at ten in Moscow since last year, without one, and with one that was moved.
        const QByteArray series =
            vevent("UID:series@x\r\nDTSTART;TZID=Europe/Moscow:20250106T100000\r\nDURATION:PT1H\r\n"
                   "RRULE:FREQ=WEEKLY;BYDAY=MO\r\nEXDATE;TZID=Europe/Moscow:20260316T100000\r\nSUMMARY:Weekly\r\n")
            + vevent("UID:series@x\r\nRECURRENCE-ID;TZID=Europe/Moscow:20260323T100000\r\n"
                     "DTSTART;TZID=Europe/Moscow:20260324T120000\r\nDURATION:PT1H\r\nSUMMARY:Weekly\r\n");
        QCOMPARE(import(calendar(series)), (QList{CalendarFate::New, CalendarFate::New}));
        CalendarQuery march;
        march.mode = CalendarMode::People;
        march.from = QDate(2026, 3, 1);
        march.to = QDate(2026, 4, 7);
        const auto days = [&] {
            QStringList list;
            auto found = readCalendar(m_office->store().reader(), march);
            for (const CalendarEntry &entry : found->entries)
                list << QDateTime::fromMSecsSinceEpoch(entry.starts.toMSecsSinceEpoch(), QTimeZone("Europe/Moscow"))
                            .toString(u"MM-dd HH:mm"_s);
            return list;
        };
        // The clock stands at Monday the 2nd, noon: that one is over where the computer is not far west of Moscow.
        QStringList expected{u"03-09 10:00"_s, u"03-24 12:00"_s, u"03-30 10:00"_s, u"04-06 10:00"_s};
        QStringList found = days();
        found.removeAll(u"03-02 10:00"_s);
        QCOMPARE(found, expected);
        QCOMPARE(import(calendar(series)), (QList{CalendarFate::Same, CalendarFate::Same}));

        // Completed, the file still knows it.
        QList<Item> open = activities();
        open.removeIf([](const Item &item) { return item.text(Codes::recurrence).isEmpty(); });
        QCOMPARE(open.size(), 1);
        auto activity = readActivity(m_office->store().reader(), open.first().id);
        QVERIFY(m_office->store().commitAndWait(planComplete(*activity)));
        QCOMPARE(import(calendar(series)), (QList{CalendarFate::Same, CalendarFate::Same}));
        QCOMPARE(import(calendar(QByteArray(series).replace("SUMMARY:Weekly", "SUMMARY:Every week"))),
                 (QList{CalendarFate::Changed, CalendarFate::Changed}));
        // One time to come is called off.
        QCOMPARE(import(calendar(vevent("UID:series@x\r\nRECURRENCE-ID;TZID=Europe/Moscow:20260330T100000\r\n"
                                        "DTSTART;TZID=Europe/Moscow:20260330T100000\r\n"),
                                 "CANCEL")),
                 (QList{CalendarFate::Cancelled}));
        QVERIFY(!days().contains(u"03-30 10:00"_s));
    }

    /// One time of a series that stands by itself stays so over a second office.
    void aTimeOfItsOwnGoesOnToAnotherOffice()
    {
        const QByteArray series = vevent("UID:series@x\r\nDTSTART;TZID=Europe/Moscow:20260309T100000\r\nDURATION:PT1H\r\n"
                                         "RRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\n")
            + vevent("UID:series@x\r\nRECURRENCE-ID;TZID=Europe/Moscow:20260323T100000\r\n"
                     "DTSTART;TZID=Europe/Moscow:20260324T120000\r\nDURATION:PT1H\r\nSUMMARY:Moved\r\n");
        QCOMPARE(import(calendar(series)), (QList{CalendarFate::New, CalendarFate::New}));
        const QByteArray text = exported();
        for (const CalendarFate fate : import(text))
            QCOMPARE(fate, CalendarFate::Same);
        QCOMPARE(m_office->problems(), QStringList());
        const auto told = [this] {
            QStringList list;
            for (const Item &item : activities())
                list << item.text(Codes::title)
                        + QDateTime::fromMSecsSinceEpoch(item.value(Codes::start).toLongLong(), Qt::UTC)
                              .toString(u" MM-dd HH:mm"_s);
            list.sort();
            return list;
        };
        const QStringList here = told();
        QCOMPARE(here, (QStringList{u"Moved 03-24 09:00"_s, u"Weekly 03-09 07:00"_s}));
        m_office = std::make_unique<TestOffice>();
        QCOMPARE(import(text), (QList{CalendarFate::New, CalendarFate::New}));
        QCOMPARE(told(), here);
        QCOMPARE(exported().count("RECURRENCE-ID"), 1);
    }

    /// The open one of a series that was moved is told in a file by two events, and is one here.
    void aMovedTimeIsKnownAgain()
    {
        const QDate day(2026, 3, 4);
        QVERIFY(m_office->store().commitAndWait(
            planCreateEntry(m_office->schema(), {{Codes::title, u"Weekly"_s}, {Codes::recurrence, u"FREQ=WEEKLY"_s}},
                            {day, QTime(9, 0)}, {day, QTime(9, 30)})));
        auto activity = readActivity(m_office->store().reader(), activities().first().id);
        QVERIFY(
            m_office->store().commitAndWait(*planReschedule(*activity, activity->deadline.toLongLong() + 25 * 3'600'000LL)));
        const QStringList before = m_office->contents();
        const QByteArray text = exported();
        QVERIFY(text.contains("RECURRENCE-ID"));
        QCOMPARE(import(text), (QList{CalendarFate::Same, CalendarFate::Same}));
        QCOMPARE(m_office->contents(), before);
    }

    void whatIsWrittenReadsBack()
    {
        const Schema &schema = m_office->schema();
        const auto make = [&](QHash<QString, Value> values, const CalendarPlace &from, const CalendarPlace &until) {
            QVERIFY(m_office->store().commitAndWait(planCreateEntry(schema, values, from, until)));
        };
        const QDate day(2026, 3, 4);
        make({{Codes::title,
               u"Встреча, длинное название; с «кавычками» и \\ чертой, чтобы строка стала длиннее, чем можно"_s},
              {u"description"_s, u"First\nSecond, third"_s},
              {Codes::location, u"Room; 2"_s}},
             {day, QTime(10, 0)}, {day, QTime(11, 30)});
        make({{Codes::title, u"Fair"_s}}, {day}, {day.addDays(2)});
        make({{Codes::title, u"Weekly"_s}, {Codes::recurrence, u"FREQ=WEEKLY;UNTIL=20260501;BYDAY=WE"_s}},
             {day, QTime(9, 0)}, {day, QTime(9, 30)});
        ActivityDraft task;
        task.title = u"Call back"_s;
        task.deadline = utc(2026, 3, 5, 12);
        QVERIFY(m_office->store().commitAndWait(planActivity(schema, task)));
        QList<qint64> ids;
        QList<Item> items = activities();
        for (const Item &item : items)
            ids << item.id;
        auto events = calendarEvents(m_office->store().reader(), ids);
        QVERIFY(events);
        QCOMPARE(events->size(), 4);
        const QByteArray text = calendarText(*events, m_office->clock().now());
        for (const QByteArray &line : text.split('\n'))
            QVERIFY2(line.size() <= 76, line.constData());
        CalendarFile back = read(text);
        QCOMPARE(back.remarks, QStringList());
        QCOMPARE(back.events.size(), 4);
        for (qsizetype i = 0; i < 4; ++i) {
            CalendarEvent expected = (*events)[i];
            CalendarEvent &found = back.events[i];
            expected.modified = found.modified = 0;
            if (expected.rule.isEmpty())
                expected.zone = found.zone = {}; // instants need none
            if (found.transparency == u"busy" || expected.isTask)
                found.transparency = expected.transparency;
            if (expected.allDay)
                expected.minutes = found.minutes;
            else
                expected.first = expected.last = found.first;
            QVERIFY2(found == expected, qPrintable(expected.title + found.rule + expected.rule));
        }
        // Its own file changes nothing here.
        for (const CalendarFate fate : import(text))
            QCOMPARE(fate, CalendarFate::Same);
    }

    void filesOfOthersAreRead_data()
    {
        QTest::addColumn<qsizetype>("events");
        QTest::newRow("2445.ics") << qsizetype(8);
        QTest::newRow("calendar.ics") << qsizetype(3);
        QTest::newRow("overlaps.ics") << qsizetype(5);
        QTest::newRow("recur-errors.ics") << qsizetype(4);
    }
    void filesOfOthersAreRead()
    {
        QFETCH(qsizetype, events);
        auto bytes = readCalendarFile(QStringLiteral(KARTOTEKA_SOURCES) + u"/tests/data/ical/"_s
                                      + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(bytes);
        const CalendarFile file = read(*bytes);
        QCOMPARE(file.events.size(), events);
        QCOMPARE(import(*bytes).size(), events);
        for (const CalendarFate fate : import(*bytes))
            QVERIFY(fate != CalendarFate::New);
    }
};

KARTOTEKA_TEST(tst_icalendar, TestICalendar)
#include "tst_icalendar.moc"
