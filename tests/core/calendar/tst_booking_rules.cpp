// SPDX-License-Identifier: GPL-3.0-or-later
// What may be booked at all, what is asked again, and where it is free near by.
#include "core/activities/overlap.h"
#include "core/calendar/calendar_plan.h"
#include "core/calendar/clash.h"
#include "core/calendar/day_words.h"
#include "core/calendar/free_slots.h"
#include "core/calendar/held_times.h"
#include "core/calendar/offered_times.h"
#include "core/calendar/resource_acts.h"
#include "core/calendar/slot_reply.h"
#include "core/calendar/slot_texts.h"
#include "core/items/item_acts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/transfer/calendar_export.h"
#include "core/transfer/calendar_import.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestBookingRules final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    qint64 m_room = 0;

    static qint64 at(int day, int hour, int minute = 0)
    {
        return QDateTime(QDate(2026, 3, day), QTime(hour, minute)).toMSecsSinceEpoch();
    }
    ChangeSet booking(int day, int from, int to) const
    {
        return planCreateEntry(
            m_office->schema(),
            {{Codes::title, u"Meeting"_s},
             {Codes::resources, membersValue({{.text = {}, .label = {}, .ref = {0, m_room, {}}, .key = {}}})}},
            {QDate(2026, 3, day), QTime(from, 0)}, {QDate(2026, 3, day), QTime(to, 0)});
    }
    Result<qint64> book(const ChangeSet &changes)
    {
        auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? Result<qint64>(receipt->created.value(changes.changes.first().uid)) : receipt.error();
    }
    ChangeSet moved(qint64 id, qint64 to) const
    {
        const Item item = m_office->item(u"activity"_s, id);
        return planEdit(m_office->schema(), item, {{Codes::start, to}, {Codes::deadline, to}});
    }
    Result<Receipt> setRoom(const QString &code, const Value &value)
    {
        const Item room = m_office->item(Codes::resourceType, m_room);
        return m_office->store().commitAndWait(planEdit(m_office->schema(), room, {{code, value}}));
    }

    ChangeSet withGuests(ChangeSet changes, const QStringList &guests) const
    {
        changes.changes.first().values.append({Codes::guests, textMembers(guests)});
        return changes;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_room = m_office->create(Codes::resourceType, {{Codes::title, u"Red room"_s}, {Codes::resourceActive, true}});
    }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    /// Of an offer that is held one time is booked: the others are free again, and one undo brings them back.
    void anOfferThatIsHeldIsReleasedWhenOneOfItsTimesIsTaken()
    {
        const qint64 now = m_office->clock().now();
        const qint64 me = m_office->store().user();
        const QList<Who> who{{true, me}, {false, m_room}};
        const Hold hold{.title = u"For Vector"_s, .people = {me}, .resources = {m_room}, .until = at(6, 0)};
        auto offer = planHold(m_office->schema(), {{at(3, 10), at(3, 12)}, {at(4, 15), at(4, 16)}}, hold, now);
        QVERIFY(offer && m_office->store().commitAndWait(*offer));
        m_office->clock().advance(1000);
        auto other = planHold(m_office->schema(), {{at(5, 10), at(5, 12)}}, hold, m_office->clock().now());
        QVERIFY(other && m_office->store().commitAndWait(*other));
        const auto held = [&](const QList<Who> &of) {
            return *readHeldTimes(m_office->store().reader(), of, m_office->clock().now());
        };
        QCOMPARE(held(who).size(), 3);
        QCOMPARE(held({{false, m_room}}).size(), 3); // whoever holds it
        QVERIFY(held({{true, me}}).isEmpty());       // that is for the room, too
        QVERIFY(!book(booking(3, 10, 11)));
        const QList<HeldTime> before = held(who);
        const HeldTime *taken = heldFor(before, {at(3, 10), at(3, 11)});
        QVERIFY(taken && !heldFor(before, {at(3, 11), at(3, 13)}));
        ChangeSet changes = booking(3, 10, 11);
        releaseOffer(changes, before, *taken, m_office->clock().now());
        QVERIFY(book(changes));
        QCOMPARE(held(who).size(), 1); // of another offer
        QVERIFY(book(booking(4, 15, 16)));
        QVERIFY(m_office->store().undo().result() && m_office->store().undo().result());
        QCOMPARE(held(who).size(), 3);
    }

    void anAcceptedOverlapIsAskedAgainBesideOthers()
    {
        QVERIFY(book(booking(3, 10, 12)));
        QVERIFY(book(booking(3, 14, 15)));
        const auto mine = book(acceptingOverlap(booking(3, 10, 11)));
        QVERIFY(mine);
        QVERIFY(m_office->store().commitAndWait(moved(*mine, at(3, 11)))); // the same one as before
        const auto refused = m_office->store().commitAndWait(moved(*mine, at(3, 14)));
        QVERIFY(!refused && isOverlapRefusal(refused.error()));
        QVERIFY(m_office->store().commitAndWait(acceptingOverlap(moved(*mine, at(3, 14)))));
        QVERIFY(m_office->store().commitAndWait(moved(*mine, at(3, 16))));
        QVERIFY(!m_office->store().commitAndWait(moved(*mine, at(3, 14))));
    }

    void whatIsNotOfferedIsNotBooked()
    {
        const auto before = book(booking(3, 10, 11));
        QVERIFY(before && setRoom(Codes::resourceActive, false));
        const auto refused = book(booking(4, 10, 11));
        QVERIFY(!refused && isOverlapRefusal(refused.error()));
        QVERIFY2(refused.error().message.contains(u"Red room"_s), qPrintable(refused.error().message));
        QVERIFY(m_office->store().commitAndWait(moved(*before, at(3, 12)))); // it had it before
        QVERIFY(setRoom(Codes::resourceActive, true) && book(booking(4, 10, 11)));
    }

    void numbersOfAResourceMakeSense()
    {
        for (const QString &code : {Codes::capacity, Codes::slot, Codes::bufferBefore, Codes::bufferAfter}) {
            for (const qint64 number : {qint64(-1), qint64(2'000'000)}) {
                const auto refused = setRoom(code, number);
                QVERIFY(!refused && refused.error().where == code);
            }
            QVERIFY(setRoom(code, qint64(0)) && setRoom(code, qint64(30)) && setRoom(code, Value()));
        }
    }

    void theNearestFreeTimesAreTheNearest()
    {
        const Item room = m_office->item(Codes::resourceType, m_room);
        QVERIFY(m_office->store().commitAndWait(planResourceHours(room, 2, parseWorkHours(u"off"_s)))); // Tuesdays
        const auto free = nearestFree(m_office->store().reader(), {{false, m_room}}, {at(10, 10), at(10, 10, 30)},
                                      m_office->clock().now());
        QVERIFY(free);
        QList<qint64> starts;
        for (const TimeSpan &span : *free)
            starts << span.starts;
        QCOMPARE(starts, (QList<qint64>{at(9, 16, 30), at(9, 17), at(9, 17, 30)}));
    }

    void aSpanIsTakenAsItIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ends");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("clock") << u"let's do thursday 10:00-11:30"_s << at(5, 11, 30) << true;
        QTest::newRow("words") << u"давайте в четверг с 10 до 11:30"_s << at(5, 11, 30) << true;
        QTest::newRow("hours") << u"thursday from 10 to 12, please"_s << at(5, 12) << true;
        QTest::newRow("too long") << u"thursday 10:00–14:00"_s << at(5, 14) << false;
        QTest::newRow("backwards") << u"thursday 10:00-9:00"_s << qint64(0) << false;
    }
    void aSpanIsTakenAsItIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ends);
        QFETCH(bool, isOffered);
        const auto reply = readSlotReply(text, {{at(5, 9), at(5, 13)}}, 60, m_office->clock().localNow(),
                                         WorkCalendar(m_office->schema()));
        QCOMPARE(reply.has_value(), ends != 0);
        if (reply)
            QCOMPARE(*reply, (SlotReply{{at(5, 10), ends}, isOffered}));
    }

    void aReplyPicksOneOfTheTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("starts"); // 0: nothing is understood
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isOffered");
        const auto row = [](const char *name, const QString &text, qint64 starts, int minutes = 60, bool isOffered = true) {
            QTest::newRow(name) << text << starts << minutes << (isOffered && starts != 0);
        };
        row("weekday", u"давайте вт в 15"_s, at(3, 15));
        row("words around", u"Hello! Wednesday 11:30 works for me, thank you."_s, at(4, 11, 30));
        row("a later one", u"лучше в понедельник в 10"_s, at(16, 10));
        row("time alone", u"тогда в 11:30"_s, at(4, 11, 30));
        row("day alone", u"можно 4 марта"_s, at(4, 10));
        row("not offered", u"5 марта в 9"_s, at(5, 9), 60, false);
        row("weekday and date", u"Добрый день! Спасибо, вторник 3 марта в 15:00 нам подходит."_s, at(3, 15));
        row("as it was offered", u"вт 3 марта: 15:00"_s, at(3, 15));
        row("date and weekday", u"March 3, Tuesday, at 3 p.m."_s, at(3, 15));
        row("a weekday that is none of the date", u"среда 3 марта в 15"_s, 0);
        row("half of the day", u"во вторник в 3 часа дня"_s, at(3, 15));
        row("at, with a half", u"Tuesday at 3pm works"_s, at(3, 15));
        row("in words", u"Tuesday the 3rd, or rather: Tuesday, 3rd of March at 3 in the afternoon"_s, 0);
        row("three is in the afternoon", u"How about 3:30 on Tuesday?"_s, at(3, 15, 30));
        row("this one", u"в эту среду в 10, встречаемся у вас"_s, at(4, 10));
        row("apart", u"Вторник подходит.\nВремя — 15:00"_s, at(3, 15));
        row("declined", u"Во вторник не смогу, давайте в среду в 11"_s, at(4, 11));
        row("declined in English", u"Tuesday doesn't work, Wednesday 11am is fine"_s, at(4, 11));
        row("hours from to", u"Ok for Wednesday 10-11"_s, at(4, 10));
        row("with a half behind", u"Tuesday 3-4:30pm"_s, at(3, 15), 90);
        row("how long", u"вторник в 15 на полчаса"_s, at(3, 15), 30);
        row("an hour of the clock", u"Давайте во вторник на 15 часов"_s, at(3, 15));
        row("an hour of the afternoon", u"вторник на 3 часа дня"_s, at(3, 15));
        row("minutes", u"wed 11:00, for 45 minutes"_s, at(4, 11), 45);
        row("quoted", u"> вт 3 марта: 14:00\nв среду в 10:30, пожалуйста"_s, at(4, 10, 30));
        row("above what it answers",
            u"Подойдёт среда, 11:00\n--\nИван, тел. 12-30-15\n\nвт, 3 мар. 2026 г. в 09:15, Анна <anna@example.org>:\n"
            "> вт 3 марта: 14:00–17:00"_s,
            at(4, 11));
        row("below what it answers",
            u"On Tue, Mar 3, 2026 at 9:15 AM Anna Smith\n<anna@example.org> wrote:\n> Tue 3 March: 14:00\n\nWed at 11, please"_s,
            at(4, 11));
        row("with heads",
            u"From: Ivan\nSent: Monday, March 2, 2026 10:00\nSubject: Re: times\n\nWednesday 11:00\n\n"
            "-----Original Message-----\nFrom: Anna\nTuesday 14:00-17:00"_s,
            at(4, 11));
        row("of another program", u"Среда, 11:00\n________________\nОт: Анна\nОтправлено: 2 марта 2026 г. 10:00\nвт 14:00"_s,
            at(4, 11));
        row("out of a chat", u"Иван Петров, 2 марта 2026 10:15, пишет:\nДавайте в среду в 11"_s, at(4, 11));
        row("below what it answers, without marks", u"Ivan wrote:\n\nWednesday at 11, please"_s, at(4, 11));
        row("above what it answers, without marks", u"В среду в 11\n\nАнна Орлова пишет:\nвт 3 марта: 14:00–17:00"_s,
            at(4, 11));
        row("in the midst of it", u"Добрый день!\nКак вы и писали:\nво вторник в 15 подходит"_s, at(3, 15));
        row("today, and a time", u"Сегодня посмотрел, давайте во вторник в 15"_s, at(3, 15));
        row("tomorrow, its weekday", u"завтра, во вторник, в 15"_s, at(3, 15));
        row("two times", u"wed 11 or mon 10"_s, 0);
        row("two days", u"вторник или среда в 11"_s, 0);
        row("no clock", u"wednesday 11:30-10:00"_s, 0);
        row("no time", u"спасибо, подумаю: все варианты встречи хороши"_s, 0);
        row("nothing", QString(), 0);
        row("much of nothing", QString(20'000, u'x') + u" вт "_s.repeated(5'000), 0);
    }
    void aReplyPicksOneOfTheTimes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, starts);
        QFETCH(int, minutes);
        QFETCH(bool, isOffered);
        const QList<TimeSpan> offered{{at(16, 9), at(16, 12)}, {at(3, 14), at(3, 17)}, {at(4, 10), at(4, 13)}};
        const auto reply = readSlotReply(text, offered, 60, m_office->clock().localNow(), WorkCalendar(m_office->schema()));
        QCOMPARE(reply.has_value(), starts != 0);
        if (reply)
            QCOMPARE(*reply, (SlotReply{{starts, starts + minutes * minuteMs}, isOffered}));
    }

    /// Several may have it at once, as long as there are places.
    void placesAreCountedOverAllWhoHaveItAtOnce()
    {
        QVERIFY(setRoom(Codes::overlap, true) && setRoom(Codes::capacity, 3));
        QVERIFY(book(withGuests(booking(3, 10, 12), {u"anna@x"_s}))); // two of three
        const auto second = book(booking(3, 11, 13));
        QVERIFY(second);
        const auto refused = book(booking(3, 11, 12));
        QVERIFY(!refused && isOverlapRefusal(refused.error()));
        QVERIFY2(refused.error().message.contains(u"11:00–12:00"_s), qPrintable(refused.error().message));
        QCOMPARE(offeredTimes(refused.error()).size(), 3);
        QVERIFY(book(booking(3, 12, 13))); // the two have gone
        QVERIFY(book(booking(3, 9, 10)));
        // For two there is less room than for one.
        QVERIFY(!book(withGuests(booking(3, 12, 14), {u"boris@x"_s})));
        // It may be wanted all the same, and is seen.
        const auto third = book(acceptingOverlap(booking(3, 11, 12)));
        QVERIFY(third);
        const qint64 now = m_office->clock().now();
        const auto clashes = clashesOf(m_office->store().reader(), {*third, *second}, now);
        QVERIFY(clashes && clashes->size() == 2 && clashes->value(*third).others.contains(*second));
        QCOMPARE(clashes->value(*third).taken, clashes->value(*third).places + 1);
        QCOMPARE(clashesAfter(m_office->store().reader(), now, now)->size(), 3);
        // Without places nobody counts.
        QVERIFY(setRoom(Codes::capacity, Value()));
        QVERIFY(book(booking(3, 11, 12)));
    }

    /// What the program says of two times SQL says too where a gap must lie between them.
    void theGapIsTheSameForTheProgramAndTheFile()
    {
        QRandomGenerator random(7);
        for (const qint64 gap : {0, 15, 600, 2'880}) {
            QVERIFY(setRoom(Codes::bufferBefore, gap / 2) && setRoom(Codes::bufferAfter, gap - gap / 2));
            const Resource room = readResources(m_office->store().reader(), {m_room})->value(m_room);
            QCOMPARE(room.gapMs, gap * minuteMs);
            QList<QPair<qint64, TimeSpan>> booked;
            for (int i = 0; i < 12; ++i) {
                const qint64 starts = at(2 + random.bounded(5), random.bounded(24), random.bounded(60));
                const qint64 minutes = 1 + random.bounded(random.bounded(4) == 0 ? 3'000 : 200);
                ChangeSet one = acceptingOverlap(booking(3, 10, 11));
                QList<FieldValue> &values = one.changes.first().values;
                values.append({Codes::start, starts});
                values.append({Codes::deadline, starts});
                values.append({Codes::duration, minutes});
                const auto made = book(one);
                QVERIFY2(made, made ? "" : qPrintable(made.error().message));
                booked.append({*made, {starts, starts + minutes * minuteMs}});
            }
            QList<qint64> ids;
            for (const auto &one : std::as_const(booked))
                ids << one.first;
            const auto clashes = clashesOf(m_office->store().reader(), ids, m_office->clock().now());
            QVERIFY(clashes);
            for (const auto &[id, span] : std::as_const(booked)) {
                for (const auto &[other, otherSpan] : std::as_const(booked)) {
                    const bool isNear = id != other && isTooNear(span, otherSpan, room.gapMs);
                    QCOMPARE(clashes->value(id).others.contains(other), isNear);
                }
            }
            ChangeSet gone;
            for (const qint64 id : std::as_const(ids))
                gone.update(u"activity"_s, id, {{u"deleted_at"_s, m_office->clock().now()}});
            QVERIFY(m_office->store().commitAndWait(gone));
        }
    }

    /// A room stands for a place where nobody typed one, and is no change when the file is read again.
    void aCalendarFileNamesTheRoom()
    {
        const auto id = book(booking(3, 10, 11));
        QVERIFY(id);
        const auto exported = [&] { return calendarEvents(m_office->store().reader(), {*id})->constFirst(); };
        const auto fate = [&](const CalendarEvent &event) {
            return previewCalendar(m_office->store().reader(), {.method = {}, .events = {event}, .remarks = {}}, {})
                ->changes.constFirst()
                .fate;
        };
        QCOMPARE(exported().location, u"Red room"_s);
        QCOMPARE(fate(exported()), CalendarFate::Same);
        const Item item = m_office->item(u"activity"_s, *id);
        QVERIFY(
            m_office->store().commitAndWait(planEdit(m_office->schema(), item, {{Codes::address, u"Long street,\n5"_s}})));
        QCOMPARE(exported().location, u"Long street,\n5"_s);
        CalendarEvent read = exported();
        read.location = read.location.simplified();
        QCOMPARE(fate(read), CalendarFate::Same);
        read.location = u"Café"_s;
        QCOMPARE(fate(read), CalendarFate::Changed);
        QVERIFY(m_office->store().commitAndWait(
            planEdit(m_office->schema(), m_office->item(u"activity"_s, *id), {{Codes::address, Value()}})));
        const Field *kind = m_office->schema().field(m_office->typeId(Codes::resourceType), u"resource_kind"_s);
        for (const ListValue &value : m_office->schema().listValues(kind->id)) {
            QVERIFY(setRoom(u"resource_kind"_s, value.id));
            QCOMPARE(exported().location, value.code == u"room" ? u"Red room"_s : QString());
        }
    }

    void fullTimesAreNotOfferedAsFree()
    {
        QVERIFY(setRoom(Codes::overlap, true) && setRoom(Codes::capacity, 1));
        QVERIFY(book(booking(3, 10, 12)));
        SlotQuery query;
        query.who = {{false, m_room}};
        query.from = query.to = QDate(2026, 3, 3);
        const auto free = readFreeSpans(m_office->store().reader(), query);
        QVERIFY(free && free->size() == 2);
        QCOMPARE(free->constFirst().span.ends, at(3, 10));
        QCOMPARE(free->constLast().span.starts, at(3, 12));
    }

    void aRefusalOffersTimesThatCanBeTaken()
    {
        QVERIFY(book(booking(3, 10, 11)));
        const ChangeSet wanted = booking(3, 10, 11);
        const auto refused = book(wanted);
        QVERIFY(!refused);
        const QList<TimeSpan> times = offeredTimes(refused.error());
        QCOMPARE(times.size(), 3);
        for (const TimeSpan &time : times) {
            QVERIFY2(refused.error().message.contains(spanText(time)), qPrintable(refused.error().message));
            QCOMPARE(time.ends - time.starts, 60 * minuteMs);
        }
        const auto other = bookedAt(wanted, times.constFirst());
        QVERIFY(other);
        const auto booked = book(*other);
        QVERIFY(booked);
        QCOMPARE(m_office->item(u"activity"_s, *booked).value(Codes::start).toLongLong(), times.constFirst().starts);
        // What comes again is asked with all its times.
        ChangeSet series = wanted;
        series.changes.first().values.append({Codes::recurrence, u"FREQ=DAILY"_s});
        QCOMPARE(offeredTimes(book(series).error()).size(), 0);
    }
};

KARTOTEKA_TEST(tst_booking_rules, TestBookingRules)
#include "tst_booking_rules.moc"
