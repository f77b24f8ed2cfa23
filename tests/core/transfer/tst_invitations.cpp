// SPDX-License-Identifier: GPL-3.0-or-later
// Invitations and their answers, one file on two seats, time zones of files, the file that is kept for other programs.
#include "core/activities/activity.h"
#include "core/calendar/busy.h"
#include "core/calendar/calendar_plan.h"
#include "core/calendar/calendar_query.h"
#include "core/exchange/seats.h"
#include "core/people/user_acts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/schema/repeat_rule.h"
#include "tests/support/calendar_files.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QScopeGuard>
#include <QSet>
#include <QTest>

using namespace Kartoteka;

class TestInvitations final : public QObject, CalendarFiles
{
    Q_OBJECT

    QStringList guests()
    {
        QStringList list;
        for (const Member &guest : activities().constFirst().members(Codes::guests))
            list << guest.text + u'=' + guest.label;
        return list;
    }
    static void zones()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Europe/Moscow", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void answersAreKeptWithTheGuests()
    {
        const qint64 me = m_office->store().user();
        QVERIFY(m_office->store().commitAndWait(
            *planUser(m_office->schema(), me, {{u"email"_s, u"boss@office"_s}}, me))); // the organizer
        const QByteArray who = "UID:talk@x\r\nDTSTART:20260310T100000Z\r\nDTEND:20260310T110000Z\r\nSUMMARY:Talk\r\n"
                               "ORGANIZER:mailto:Boss@office\r\n";
        const QByteArray invited = who
            + "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:Anna@client\r\n"
              "ATTENDEE;PARTSTAT=TENTATIVE:mailto:boris@client\r\n";
        QCOMPARE(import(calendar(vevent(invited), "REQUEST")), (QList{CalendarFate::New}));
        QCOMPARE(guests(), (QStringList{u"anna@client="_s, u"boris@client=tentative"_s}));
        QCOMPARE(activities().constFirst().reference(Codes::responsible), me);

        const QByteArray yes = calendar(vevent(who + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@client\r\n"), "REPLY");
        const CalendarPreview told = preview(yes);
        QCOMPARE(told.changes.constFirst().answer, u"anna@client: accepted"_s);
        QCOMPARE(import(yes), (QList{CalendarFate::Answered}));
        QCOMPARE(import(yes), (QList{CalendarFate::Same}));
        QCOMPARE(guests().constFirst(), u"anna@client=accepted"_s);
        QVERIFY(exported().replace("\r\n ", "").contains("PARTSTAT=ACCEPTED:mailto:anna@client"));
        // The invitation again takes back no answer; one that was changed asks anew, and who is new in it is invited.
        QCOMPARE(import(calendar(vevent(invited), "REQUEST")), (QList{CalendarFate::Same}));
        const QByteArray later = QByteArray(invited).replace("T10", "T12").replace("T11", "T13")
            + "SEQUENCE:1\r\nATTENDEE:mailto:new@client\r\n";
        QCOMPARE(import(calendar(vevent(later), "REQUEST")), (QList{CalendarFate::Changed}));
        QCOMPARE(guests(), (QStringList{u"anna@client="_s, u"boris@client=tentative"_s, u"new@client="_s}));
        // An answer to what was planned before counts no more, and one to what nobody knows is told.
        QCOMPARE(import(yes), (QList{CalendarFate::Same}));
        QCOMPARE(guests().constFirst(), u"anna@client="_s);
        QVERIFY(preview(QByteArray(yes).replace("talk@x", "other@x")).changes.constFirst().answer.contains(u"not known"_s));
        const QByteArray counter = QByteArray(yes).replace("REPLY", "COUNTER");
        QVERIFY(preview(counter).changes.constFirst().answer.contains(u"proposes"_s));
        QVERIFY(preview(counter).isEmpty());
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(guests().constFirst(), u"anna@client=accepted"_s);
    }

    void oneOfTheGuestsInvites()
    {
        const QByteArray talk = "UID:talk@x\r\nDTSTART:20260310T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Talk\r\n";
        const QByteArray anna = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@client\r\n";
        import(calendar(vevent(talk + "ORGANIZER:mailto:anna@client\r\nATTENDEE:mailto:boris@client\r\n"), "REQUEST"));
        const QStringList invited{u"anna@client=organizer"_s, u"boris@client="_s};
        QCOMPARE(guests(), invited);
        import(calendar(vevent(talk + anna), "REPLY"));
        QCOMPARE(guests(), invited);
        import(calendar(vevent(talk + "SEQUENCE:1\r\nORGANIZER:mailto:boris@client\r\n" + anna), "REQUEST"));
        QCOMPARE(guests(), (QStringList{u"anna@client=accepted"_s, u"boris@client=organizer"_s}));
    }

    /// What a file says of somebody who has left is for whoever reads it.
    void whoHasLeftGetsNothingToDo()
    {
        const qint64 me = m_office->store().user();
        auto olga = planUser(m_office->schema(), 0, {{u"name"_s, u"Olga"_s}, {u"email"_s, u"olga@office"_s}}, me);
        QVERIFY(olga);
        const auto made = m_office->store().commitAndWait(*olga);
        QVERIFY(made);
        QTRY_COMPARE(m_office->schema().users().size(), 2);
        auto left = planUser(m_office->schema(), made->created.value(olga->changes.constFirst().uid),
                             {{u"active"_s, u"false"_s}}, me);
        QVERIFY2(left, qPrintable(left ? QString() : left.error().message));
        QVERIFY(m_office->store().commitAndWait(*left));
        QTRY_VERIFY(std::ranges::any_of(m_office->schema().users(), [](const User &one) { return !one.active; }));
        for (const QByteArray &as : {"ORGANIZER:"_ba, "ATTENDEE:"_ba})
            import(calendar(vevent("UID:1" + as + "\r\nDTSTART:20260310T100000Z\r\n" + as + "mailto:olga@office\r\n")));
        QCOMPARE(activities().size(), 2);
        for (const Item &item : activities()) {
            QCOMPARE(item.reference(Codes::responsible), me);
            QVERIFY(item.members(Codes::participants).isEmpty());
        }
    }

    /// One file, read on two seats whose clocks differ, is one set of activities; who is named in it keeps them.
    void twoSeatsReadOneFile()
    {
        const auto restored = qScopeGuard([was = qgetenv("TZ")] { was.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", was); });
        QVERIFY(m_office->store().commitAndWait(
            *planUser(m_office->schema(), 0, {{u"name"_s, u"Olga"_s}}, m_office->store().user())));
        QTRY_COMPARE(m_office->schema().users().size(), 2);
        const auto seat = makeSeat(m_office->store(), m_office->folder() + u"/laptop.kartoteka"_s, u"Laptop"_s);
        QVERIFY(seat);
        auto laptop = openCopy(*m_office, u"laptop.kartoteka"_s, u"laptop"_s);
        const QByteArray text = calendar(
            vevent("UID:utc@x\r\nDTSTART:20260309T070000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\n")
            + vevent("UID:utc@x\r\nRECURRENCE-ID:20260316T070000Z\r\nDTSTART:20260317T090000Z\r\nSUMMARY:Moved\r\n")
            + vevent("UID:zoned@x\r\nDTSTART;TZID=Europe/Moscow:20260309T100000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Zoned\r\n")
            + vevent("UID:zoned@x\r\nRECURRENCE-ID:20260323T070000Z\r\nDTSTART:20260324T090000Z\r\nSUMMARY:Moved too\r\n"));
        const auto readOn = [&](Store &store, const QByteArray &zone) {
            qputenv("TZ", zone);
            auto what = previewCalendar(store.reader(), read(text), {});
            QVERIFY(what);
            QVERIFY(what->isForSeveral);
            QVERIFY(importCalendar(store, *what, {}));
        };
        for (const User &user : laptop->schema()->users()) {
            if (user.name == u"Olga")
                laptop->setUser(user.id);
        }
        readOn(m_office->store(), "Europe/Moscow");
        readOn(*laptop, "America/New_York");
        sendChanges(*m_office, *laptop, m_office->store(), u"office"_s);
        sendChanges(*m_office, m_office->store(), *laptop, seat->code);
        QVERIFY(laptop->user() != m_office->store().user());
        QStringList titles;
        for (const Item &item : activities()) {
            titles << item.text(Codes::title);
            // Who read it first takes part, who read it last is responsible: both have it.
            QSet<qint64> people{item.reference(Codes::responsible)};
            for (const Member &one : item.members(Codes::participants))
                people.insert(one.ref.id);
            QCOMPARE(people.size(), 2);
        }
        titles.sort();
        QCOMPARE(titles, (QStringList{u"Moved"_s, u"Moved too"_s, u"Weekly"_s, u"Zoned"_s}));
    }

    /// What a file says in a time zone is that moment wherever it is read: nobody is booked twice because of it.
    void zonesOfFilesAreHeeded_data() { zones(); }
    void zonesOfFilesAreHeeded()
    {
        QFETCH(QByteArray, zone);
        const auto restored = qScopeGuard([was = qgetenv("TZ")] { was.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", was); });
        m_office.reset();
        qputenv("TZ", zone);
        m_office = std::make_unique<TestOffice>();
        const QByteArray text = calendar(vevent("UID:1\r\nDTSTART;TZID=Russian Standard Time:20260310T100000\r\n"
                                                "DTEND;TZID=Russian Standard Time:20260310T102500\r\nSUMMARY:Short\r\n")
                                         + vevent("UID:2\r\nDTSTART;VALUE=DATE:20260311\r\nSUMMARY:Day\r\n")
                                         + vevent("UID:3\r\nDTSTART;TZID=Europe/Berlin:20260309T100000\r\nDURATION:PT90M\r\n"
                                                  "RRULE:FREQ=WEEKLY;BYDAY=MO\r\nSUMMARY:Weekly\r\n"));
        QCOMPARE(import(text).size(), 3);
        const auto busy = busySpans(m_office->store().reader(), {true, m_office->store().user()},
                                    {utc(2026, 3, 10, 7), utc(2026, 3, 10, 7, 25)}, m_office->clock().now());
        QVERIFY(busy && busy->size() == 1);
        QCOMPARE(busy->constFirst().span, (TimeSpan{utc(2026, 3, 10, 7), utc(2026, 3, 10, 7, 25)}));
        // Written again: as long as it was, on the same day, by the same clock.
        const QByteArray again = exported();
        QVERIFY(again.contains("DTEND:20260310T072500Z"));
        QVERIFY(again.contains("DTSTART;VALUE=DATE:20260311"));
        QVERIFY(again.contains("DTSTART;TZID=Europe/Berlin:20260309T100000"));
        QVERIFY(again.contains("DTEND;TZID=Europe/Berlin:20260309T113000"));
        for (const CalendarFate fate : import(again))
            QCOMPARE(fate, CalendarFate::Same);
    }

    /// In the night in which an hour comes twice what is written is as long as it was.
    void whatEndsInTheSecondHourIsAsLong()
    {
        CalendarEvent one;
        one.uid = u"night"_s;
        one.rule = u"FREQ=YEARLY"_s;
        one.zone = "America/New_York";
        one.starts = utc(2026, 11, 1, 4, 30); // half past midnight
        one.minutes = 120;                    // to half past one, the second time
        const CalendarFile back = read(calendarText({one}, 0));
        QCOMPARE(back.events.size(), 1);
        QCOMPARE(back.events.constFirst().starts, one.starts);
        QCOMPARE(back.events.constFirst().minutes, one.minutes);
    }

    /// Whichever of the two files comes first, one time of a series stands once; with its series it is cancelled.
    void aTimeOfItsOwnMayComeInAFileOfItsOwn_data()
    {
        QTest::addColumn<bool>("isLater");
        QTest::newRow("later") << true;
        QTest::newRow("earlier") << false;
    }
    void aTimeOfItsOwnMayComeInAFileOfItsOwn()
    {
        QFETCH(bool, isLater);
        const QByteArray series = "UID:r@x\r\nDTSTART;TZID=America/New_York:20260304T110000\r\nDURATION:PT1H\r\n"
                                  "RRULE:FREQ=WEEKLY;BYDAY=WE\r\nSUMMARY:R\r\n";
        const auto moved = [](const QByteArray &day) {
            return vevent("UID:r@x\r\nRECURRENCE-ID;TZID=America/New_York:202603" + day + "T110000\r\nDTSTART:202603" + day
                          + "T200000Z\r\nSUMMARY:R exc\r\n");
        };
        const QByteArray times = moved("04") + moved("11") + moved("25");
        for (const QByteArray &text : {isLater ? vevent(series) : times, isLater ? times : vevent(series)})
            import(calendar(text));
        CalendarQuery march;
        march.mode = CalendarMode::People;
        march.from = QDate(2026, 3, 2);
        march.to = QDate(2026, 4, 2);
        const auto told = [&] {
            QStringList list;
            const auto found = readCalendar(m_office->store().reader(), march);
            for (const CalendarEntry &entry : found->entries)
                list << entry.title + entry.starts.toUTC().toString(u" MM-dd"_s);
            list.sort();
            return list;
        };
        QCOMPARE(told(), (QStringList{u"R 03-18"_s, u"R 04-01"_s, u"R exc 03-04"_s, u"R exc 03-11"_s, u"R exc 03-25"_s}));
        QCOMPARE(import(calendar(vevent(series + "SEQUENCE:1\r\n"), "CANCEL")), (QList{CalendarFate::Cancelled}));
        QCOMPARE(told(), QStringList());
    }

    void aSeriesThatIsMovedEarlierKeepsItsFirstTime()
    {
        const QByteArray one = "UID:s@x\r\nDTSTART:20260304T110000Z\r\nDTEND:20260304T120000Z\r\nRRULE:FREQ=WEEKLY\r\n";
        import(calendar(vevent(one)));
        const QByteArray earlier = QByteArray(one).replace("T110000", "T080000").replace("DTEND:20260304T120000Z\r\n", "");
        QCOMPARE(import(calendar(vevent(earlier))), (QList{CalendarFate::Changed}));
        QCOMPARE(activities().constFirst().value(Codes::start).toLongLong(), utc(2026, 3, 4, 8));
        QCOMPARE(import(calendar(vevent(earlier))), (QList{CalendarFate::Same}));
    }

    /// Its own file changes nothing here: what has a beginning keeps it, however little time it takes.
    void whatTakesNoTimeKeepsItsBeginning()
    {
        import(calendar(vevent("UID:1\r\nDTSTART:20260304T100000Z\r\nSUMMARY:Call\r\n")));
        ChangeSet task;
        task.create(
            u"activity"_s,
            {{Codes::title, u"Prepare"_s}, {Codes::start, utc(2026, 3, 4, 9)}, {Codes::deadline, utc(2026, 3, 5, 9)}});
        QVERIFY(m_office->store().commitAndWait(task));
        const QByteArray text = exported();
        QCOMPARE(text.count("BEGIN:VEVENT"), 1);
        QCOMPARE(text.count("BEGIN:VTODO"), 1);
        QCOMPARE(import(text), (QList{CalendarFate::Same, CalendarFate::Same}));
        // What is done of a series stands in it beside what is open.
        import(calendar(vevent("UID:s@x\r\nDTSTART:20260304T120000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n")));
        const QList<Item> all = activities();
        const auto series = std::ranges::find_if(all,
                                                 [](const Item &one) { return !one.text(Codes::recurrence).isEmpty(); });
        auto activity = readActivity(m_office->store().reader(), series->id);
        QVERIFY(activity && m_office->store().commitAndWait(planComplete(*activity)));
        QCOMPARE(import(exported()), QList<CalendarFate>(4, CalendarFate::Same));
    }

    void aPublishedFileIsWrittenWhereItDiffers()
    {
        const QDate day(2026, 3, 4);
        QVERIFY(m_office->store().commitAndWait(
            planCreateEntry(m_office->schema(), {{Codes::title, u"Talk"_s}}, {day, QTime(10, 0)}, {day, QTime(11, 0)})));
        ActivityDraft task;
        task.title = u"Call back"_s;
        task.deadline = utc(2026, 3, 5, 12);
        QVERIFY(m_office->store().commitAndWait(planActivity(m_office->schema(), task)));
        const QString path = m_office->folder() + u"/mine.ics"_s;
        const auto publish = [&](PublishedContent content) {
            auto text = publishedText(m_office->store().reader(), {m_office->store().user(), content, path});
            auto written = text ? writePublished(*text, path) : Result<bool>(text.error());
            return written && *written;
        };
        QVERIFY(publish(PublishedContent::Own));
        m_office->clock().advance(3'600'000);
        QVERIFY(!publish(PublishedContent::Own));
        QVERIFY(!publish(PublishedContent::Everybody)); // there is nobody else
        QVERIFY(publish(PublishedContent::Meetings));
        const auto bytes = readCalendarFile(path);
        QVERIFY(bytes && read(*bytes).events.size() == 1);
        QVERIFY(!writePublished("x", m_office->path()));
        // A calendar of somebody else stays.
        const QString foreign = m_office->folder() + u"/theirs.ics"_s;
        QFile theirs(foreign);
        QVERIFY(theirs.open(QIODevice::WriteOnly) && theirs.write(calendar({})) > 0);
        theirs.close();
        QVERIFY(!writePublished(*bytes, foreign));
        QVERIFY(theirs.open(QIODevice::ReadOnly));
        QCOMPARE(theirs.readAll(), calendar({}));
    }
};

KARTOTEKA_TEST(tst_invitations, TestInvitations)
#include "tst_invitations.moc"
