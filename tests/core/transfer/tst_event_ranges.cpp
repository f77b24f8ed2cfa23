// SPDX-License-Identifier: GPL-3.0-or-later
// Updates of series by calendar files: this one and the following, other weekdays, other ends.
#include "core/activities/activity.h"
#include "core/calendar/calendar_plan.h"
#include "core/calendar/calendar_query.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "tests/support/calendar_files.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestEventRanges final : public QObject, CalendarFiles
{
    Q_OBJECT

    static QByteArray at(const QByteArray &name, const QByteArray &moment)
    {
        return name + ";TZID=Europe/Moscow:" + moment + "\r\n";
    }
    /// Every Monday at ten from the 9th of March on.
    static QByteArray weekly(const QByteArray &more = {})
    {
        return vevent("UID:weekly@x\r\nSUMMARY:Weekly\r\nDURATION:PT1H\r\n" + at("DTSTART", "20260309T100000")
                      + "RRULE:FREQ=WEEKLY;BYDAY=MO" + more + "\r\n");
    }
    static QByteArray following(const QByteArray &from, const QByteArray &start, const QByteArray &sequence = "1")
    {
        return vevent("UID:weekly@x\r\nSUMMARY:Other\r\nDURATION:PT1H\r\nSEQUENCE:" + sequence + "\r\n"
                      + at("RECURRENCE-ID;RANGE=THISANDFUTURE", from) + at("DTSTART", start));
    }
    /// What stands in March and the first days of April, in Moscow.
    QStringList days()
    {
        CalendarQuery query;
        query.mode = CalendarMode::People;
        query.from = QDate(2026, 3, 1);
        query.to = QDate(2026, 4, 8);
        QStringList list;
        auto found = readCalendar(m_office->store().reader(), query);
        for (const CalendarEntry &entry : found->entries)
            list << QDateTime::fromMSecsSinceEpoch(entry.starts.toMSecsSinceEpoch(), QTimeZone("Europe/Moscow"))
                        .toString(u"MM-dd HH "_s)
                    + entry.title;
        return list;
    }
    const QStringList m_parted{u"03-09 10 Weekly"_s, u"03-16 10 Weekly"_s, u"03-24 12 Other"_s, u"03-31 12 Other"_s,
                               u"04-07 12 Other"_s};

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    /// What a telephone moved is still with the client and in the room.
    void oneTimeOfASeriesIsWithWhomTheOthersAre()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Vector"_s}});
        const qint64 room = m_office->create(Codes::resourceType,
                                             {{Codes::title, u"Hall"_s}, {Codes::resourceActive, true}});
        const QDate monday(2026, 3, 9);
        const auto one = [](qint64 type, qint64 id) {
            return membersValue({{.text = {}, .label = {}, .ref = {type, id, {}}, .key = {}}});
        };
        QVERIFY(m_office->store().commitAndWait(planCreateEntry(m_office->schema(),
                                                                {{Codes::title, u"Weekly"_s},
                                                                 {Codes::recurrence, u"FREQ=WEEKLY"_s},
                                                                 {u"items"_s, one(m_office->typeId(u"lead"_s), lead)},
                                                                 {Codes::resources, one(0, room)}},
                                                                {monday, QTime(10, 0)}, {monday, QTime(11, 0)})));
        const QByteArray uid = uidText(activities().constFirst().uid).toLatin1() + "@kartoteka";
        const QByteArray moment =
            QDateTime(monday.addDays(7), QTime(10, 0)).toUTC().toString(u"yyyyMMddTHHmmssZ").toLatin1();
        const QByteArray moved = calendar(vevent("UID:" + uid + "\r\nRECURRENCE-ID:" + moment + "\r\nSEQUENCE:1\r\n"
                                                 + at("DTSTART", "20260318T120000") + "DURATION:PT1H\r\nSUMMARY:Moved\r\n"));
        QCOMPARE(import(moved), QList{CalendarFate::Changed}); // of the series, though it stands by itself from now on
        const QList<Item> all = activities();
        QCOMPARE(all.size(), 2);
        for (const QString &code : {u"items"_s, Codes::resources})
            QCOMPARE(all[1].members(code), all[0].members(code));
        QCOMPARE(import(moved), QList{CalendarFate::Same});
    }

    void thisAndTheFollowingPartTheSeries()
    {
        QCOMPARE(import(calendar(weekly())), QList{CalendarFate::New});
        const QByteArray update = calendar(following("20260323T100000", "20260324T120000"), "REQUEST");
        QCOMPARE(import(update), QList{CalendarFate::New});
        QCOMPARE(days(), m_parted);
        QCOMPARE(import(update), QList{CalendarFate::Same});
        QCOMPARE(import(calendar(weekly())), QList{CalendarFate::Same}); // what was said before
        QCOMPARE(days(), m_parted);
        // What is written tells it, too: the first ends, the other one begins.
        const QByteArray text = exported();
        QCOMPARE(text.count("RRULE:FREQ=WEEKLY"), 2);
        QCOMPARE(text.count("UNTIL="), 1);
        for (const CalendarFate fate : import(text))
            QCOMPARE(fate, CalendarFate::Same);
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(days().size(), 5);
        QVERIFY(days().constLast().endsWith(u"Weekly"_s));
    }

    void theyAreMovedOnceMore()
    {
        QCOMPARE(import(calendar(weekly())), QList{CalendarFate::New});
        QCOMPARE(import(calendar(following("20260323T100000", "20260324T120000"))), QList{CalendarFate::New});
        QCOMPARE(import(calendar(following("20260323T100000", "20260325T130000", "2"))), QList{CalendarFate::Changed});
        QCOMPARE(days(),
                 (QStringList{u"03-09 10 Weekly"_s, u"03-16 10 Weekly"_s, u"03-25 13 Other"_s, u"04-01 13 Other"_s,
                              u"04-08 13 Other"_s}));
    }

    void fromTheOpenOneOnItIsThatOne()
    {
        QCOMPARE(import(calendar(weekly())), QList{CalendarFate::New});
        const qint64 open = activities().constFirst().id;
        const QByteArray update = calendar(following("20260309T100000", "20260310T120000"));
        QCOMPARE(import(update), QList{CalendarFate::Changed});
        QCOMPARE(activities().size(), 1);
        QCOMPARE(activities().constFirst().id, open); // with all that was said of it
        QCOMPARE(days().constFirst(), u"03-10 12 Other"_s);
        QCOMPARE(days().size(), 5);
        QCOMPARE(import(update), QList{CalendarFate::Same});
        QCOMPARE(days().size(), 5);
    }

    void aFileHasBothParts()
    {
        const QByteArray both = calendar(weekly(";COUNT=5") + following("20260323T100000", "20260324T120000"));
        QCOMPARE(import(both), (QList{CalendarFate::New, CalendarFate::New}));
        QCOMPARE(days(), m_parted); // two and three of five
        QCOMPARE(import(both), (QList{CalendarFate::Same, CalendarFate::Same}));
        QCOMPARE(days(), m_parted);
    }

    void aRangeOfAllIsTheSeries()
    {
        QCOMPARE(import(calendar(weekly() + following("20260309T100000", "20260309T120000"))), QList{CalendarFate::New});
        QCOMPARE(activities().size(), 1);
        QCOMPARE(days().constFirst(), u"03-09 12 Other"_s);
        QCOMPARE(days().size(), 5);
    }

    void wholeDaysPartAsWell()
    {
        const QByteArray days = vevent("UID:d@x\r\nSUMMARY:Day\r\nDTSTART;VALUE=DATE:20260310\r\nRRULE:FREQ=WEEKLY\r\n");
        const QByteArray update = vevent("UID:d@x\r\nSUMMARY:Later\r\nSEQUENCE:1\r\nDTSTART;VALUE=DATE:20260319\r\n"
                                         "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260317\r\n");
        QCOMPARE(import(calendar(days)), QList{CalendarFate::New});
        QCOMPARE(import(calendar(update)), QList{CalendarFate::New});
        QCOMPARE(import(calendar(update)), QList{CalendarFate::Same});
        QCOMPARE(import(calendar(days + update)), (QList{CalendarFate::Same, CalendarFate::Same}));
    }

    void theFollowingAreCalledOff()
    {
        QCOMPARE(import(calendar(weekly())), QList{CalendarFate::New});
        QCOMPARE(import(calendar(following("20260323T100000", "20260323T100000"), "CANCEL")),
                 QList{CalendarFate::Cancelled});
        QCOMPARE(days(), m_parted.first(2));
    }

    void aRangeOfNothingIsOneTimeAndSaysSo()
    {
        const QByteArray text = calendar(following("20260323T100000", "20260324T120000"));
        QCOMPARE(preview(text).remarks.size(), 1);
        QCOMPARE(import(text), QList{CalendarFate::New});
        QCOMPARE(days(), QStringList{u"03-24 12 Other"_s});
    }

    void anEarlierWeekdayLosesNoTime()
    {
        const auto series = [](const QByteArray &start, const QByteArray &day, const QByteArray &sequence) {
            return calendar(vevent("UID:weekly@x\r\nSUMMARY:Weekly\r\nDURATION:PT1H\r\nSEQUENCE:" + sequence + "\r\n"
                                   + at("DTSTART", start) + "RRULE:FREQ=WEEKLY;BYDAY=" + day + "\r\n"));
        };
        QCOMPARE(import(series("20260311T100000", "WE", "0")), QList{CalendarFate::New});
        QCOMPARE(import(series("20260309T100000", "MO", "1")), QList{CalendarFate::Changed});
        QCOMPARE(days(),
                 (QStringList{u"03-09 10 Weekly"_s, u"03-16 10 Weekly"_s, u"03-23 10 Weekly"_s, u"03-30 10 Weekly"_s,
                              u"04-06 10 Weekly"_s}));
        QCOMPARE(import(series("20260309T100000", "MO", "1")), QList{CalendarFate::Same});
        QCOMPARE(import(series("20260312T100000", "TH", "2")), QList{CalendarFate::Changed});
        QCOMPARE(days().constFirst(), u"03-12 10 Weekly"_s);
        // Two days a week: the second one stays the second one.
        QCOMPARE(import(series("20260309T100000", "MO,TU", "3")), QList{CalendarFate::Changed});
        QCOMPARE(days().constFirst(), u"03-09 10 Weekly"_s);
    }

    void aSeriesThatEndsBeforeItStandsIsOver()
    {
        QCOMPARE(import(calendar(weekly())), QList{CalendarFate::New});
        auto first = readActivity(m_office->store().reader(), activities().constFirst().id);
        QVERIFY(first && m_office->store().commitAndWait(planComplete(*first)));
        QVERIFY(days().contains(u"03-16 10 Weekly"_s));
        QCOMPARE(import(calendar(weekly(";UNTIL=20260310T000000Z"))), QList{CalendarFate::Cancelled});
        const QStringList left = days();
        QVERIFY(!left.contains(u"03-16 10 Weekly"_s) && !left.contains(u"03-23 10 Weekly"_s));
    }

    void aBeginningThatItsRuleHasNotIsKept()
    {
        // RFC 5545: the beginning counts, whether or not the rule has it.
        const QByteArray text = calendar(vevent("UID:1\r\nSUMMARY:X\r\n" + at("DTSTART", "20260310T100000")
                                                + "DURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3\r\n"));
        QCOMPARE(import(text), QList{CalendarFate::New});
        QCOMPARE(days(), (QStringList{u"03-10 10 X"_s, u"03-12 10 X"_s, u"03-19 10 X"_s}));
    }
};

KARTOTEKA_TEST(tst_event_ranges, TestEventRanges)
#include "tst_event_ranges.moc"
