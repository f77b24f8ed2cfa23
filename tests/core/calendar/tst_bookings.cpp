// SPDX-License-Identifier: GPL-3.0-or-later
// Resources that are booked: an overlap is refused at the door, what comes from elsewhere stands and clashes, free times are found.
#include "core/activities/activity.h"
#include "core/activities/activity_queries.h"
#include "core/activities/board_columns.h"
#include "core/activities/overlap.h"
#include "core/activities/series_upkeep.h"
#include "core/calendar/calendar_plan.h"
#include "core/calendar/day_words.h"
#include "core/calendar/free_slots.h"
#include "core/calendar/held_times.h"
#include "core/calendar/resource_acts.h"
#include "core/calendar/slot_texts.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/live/changed_items.h"
#include "core/people/user_acts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/store/change/journal_reader.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

using namespace Kartoteka;

class TestBookings final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    qint64 m_room = 0;

    static QDate march(int day) { return {2026, 3, day}; }
    static qint64 at(int day, int hour, int minute = 0)
    {
        return QDateTime(march(day), QTime(hour, minute)).toMSecsSinceEpoch();
    }
    static Value rooms(const QList<qint64> &ids)
    {
        Members members;
        for (const qint64 id : ids)
            members.append({.text = {}, .label = {}, .ref = {0, id, {}}, .key = {}});
        return membersValue(members);
    }
    ChangeSet booking(Store &store, int day, int from, int to, QHash<QString, Value> values = {}, qint64 room = 0)
    {
        values.insert(Codes::title, values.value(Codes::title, u"Meeting"_s));
        values.insert(Codes::resources, rooms({room == 0 ? m_room : room}));
        return planCreateEntry(*store.schema(), values, {march(day), QTime(from, 0)}, {march(day), QTime(to, 0)});
    }
    Result<qint64> book(Store &store, const ChangeSet &changes)
    {
        auto receipt = store.commitAndWait(changes);
        return receipt ? Result<qint64>(receipt->created.value(changes.changes.first().uid)) : receipt.error();
    }
    Result<qint64> book(int day, int from, int to, const QHash<QString, Value> &values = {}, qint64 room = 0)
    {
        return book(m_office->store(), booking(m_office->store(), day, from, to, values, room));
    }
    qint64 makeRoom(const QString &title, QHash<QString, Value> values = {})
    {
        values.insert(Codes::title, title);
        values.insert(Codes::resourceActive, true);
        return m_office->create(Codes::resourceType, values);
    }
    Result<Receipt> edit(qint64 id, const QHash<QString, Value> &values)
    {
        const Item item = m_office->item(u"activity"_s, id);
        return m_office->store().commitAndWait(planEdit(m_office->schema(), item, values));
    }
    static QHash<qint64, QList<qint64>> clashes(Store &store)
    {
        const qint64 now = store.clock().now();
        auto ids = clashesAfter(store.reader(), now, now);
        auto found = ids ? clashesOf(store.reader(), *ids, now) : Result<QHash<qint64, Clash>>(ids.error());
        QHash<qint64, QList<qint64>> others;
        for (const qint64 id : found ? found->keys() : QList<qint64>())
            others.insert(id, found->value(id).others);
        return others;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_room = makeRoom(u"Red room"_s);
    }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void anOverlapIsRefusedWithWhoHasItAndWhenItIsFree()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Vector"_s}});
        const Value items = membersValue(
            {{.text = {}, .label = {}, .ref = {m_office->typeId(u"lead"_s), lead, {}}, .key = {}}});
        QVERIFY(book(3, 14, 15, {{Codes::title, u"Tasting"_s}, {u"items"_s, items}}));
        const auto refused = book(3, 14, 16);
        QVERIFY(!refused);
        QVERIFY(isOverlapRefusal(refused.error()));
        for (const QString &word : {u"Red room"_s, u"14:00–15:00"_s, u"Tasting"_s, u"Vector"_s})
            QVERIFY2(refused.error().message.contains(word), qPrintable(refused.error().message));
        // Three times of the same length, none of them taken.
        const QString free = refused.error().message.section(u'\n', -1);
        QCOMPARE(free.count(u'–'), 3);
        QVERIFY2(free.contains(u"15:00–17:00"), qPrintable(free));

        QVERIFY(book(3, 15, 16)); // one ends where the other begins
        QVERIFY(book(3, 14, 15, {}, makeRoom(u"Blue room"_s)));
        QVERIFY(book(3, 14, 15, {{Codes::transparency, Value()}, {u"done"_s, true}})); // it takes no time any more
    }

    void whoeverWantsItAllTheSameMayAndItClashes()
    {
        const auto first = book(3, 14, 15);
        const ChangeSet changes = booking(m_office->store(), 3, 14, 15);
        const auto second = book(m_office->store(), acceptingOverlap(changes));
        QVERIFY(first && second);
        QCOMPARE(clashes(m_office->store()), (QHash<qint64, QList<qint64>>{{*first, {*second}}, {*second, {*first}}}));
        const auto asked = [&](const QString &type, const QString &where) {
            ItemQuery query;
            query.typeId = m_office->typeId(type);
            query.conditions = *parseConditions(where);
            auto ids = queryIds(m_office->store().reader(), query);
            return ids ? *ids : QList<qint64>{-1};
        };
        QCOMPARE(asked(u"activity"_s, u"activity = clash"_s).size(), 2);
        QCOMPARE(asked(u"activity"_s, u"activity != clash"_s).size(), 0);
        QCOMPARE(asked(u"lead"_s, u"activity = clash"_s), QList<qint64>());
        // Moved to where nobody is, it clashes no more.
        QVERIFY(edit(*second, {{Codes::start, at(3, 16)}, {Codes::deadline, at(3, 16)}}));
        QVERIFY(clashes(m_office->store()).isEmpty());
        QCOMPARE(asked(u"activity"_s, u"activity = clash"_s).size(), 0);
    }

    void twoBookingsMaySwapInOneAct()
    {
        const auto first = book(3, 9, 10);
        const auto second = book(3, 10, 11);
        QVERIFY(first && second);
        ChangeSet swap;
        swap.update(u"activity"_s, *first, {{Codes::start, at(3, 10)}});
        swap.update(u"activity"_s, *second, {{Codes::start, at(3, 9)}});
        QVERIFY(m_office->store().commitAndWait(swap));
        QVERIFY(!edit(*first, {{Codes::start, at(3, 9)}}));
        ChangeSet twice = booking(m_office->store(), 4, 9, 11);
        twice.changes += booking(m_office->store(), 4, 10, 12).changes;
        QVERIFY(!m_office->store().commitAndWait(twice)); // against each other
    }

    void buffersOverlapsAndLongBookingsCount()
    {
        const qint64 hall = makeRoom(u"Hall"_s, {{Codes::bufferBefore, 15}, {Codes::bufferAfter, 15}});
        QVERIFY(book(3, 10, 11, {}, hall));
        QVERIFY(!book(3, 11, 12, {}, hall));
        QVERIFY(book(3, 12, 13, {}, hall));
        const qint64 court = makeRoom(u"Court"_s, {{Codes::overlap, true}});
        QVERIFY(book(3, 10, 11, {}, court));
        QVERIFY(book(3, 10, 11, {}, court));
        QVERIFY(clashes(m_office->store()).isEmpty());
        // Three weeks, begun long before.
        QVERIFY(book(3, 10, 11, {{Codes::duration, qint64(21) * 24 * 60}}));
        QVERIFY(!book(20, 10, 11));
        QVERIFY(book(26, 10, 11));
        // What stands beside it all the same clashes, each with the other.
        QVERIFY(book(m_office->store(), acceptingOverlap(booking(m_office->store(), 20, 10, 11))));
        QCOMPARE(clashes(m_office->store()).size(), 2);
    }

    void aResourceWithHoursIsBookedWithinThem()
    {
        const auto hours = [this](int weekday, const QString &text) {
            return m_office->store().commitAndWait(
                planResourceHours(m_office->item(Codes::resourceType, m_room), weekday, parseWorkHours(text)));
        };
        QVERIFY(book(3, 20, 21));                                             // nobody said when it cannot be had
        QVERIFY(hours(3, u"9:00-12:00,13:00-17:00"_s) && hours(7, u"off"_s)); // Wednesday, Sunday
        for (const auto &[day, from, to] : {std::tuple{4, 8, 10}, {4, 11, 14}, {4, 16, 18}, {4, 20, 21}, {8, 10, 11}}) {
            const auto refused = book(day, from, to);
            QVERIFY2(!refused, qPrintable(QString::number(from)));
            QVERIFY(isOverlapRefusal(refused.error()));
            QCOMPARE(refused.error().message.section(u'\n', -1).count(u'–'), 3); // where it is free
        }
        QVERIFY2(book(4, 20, 21).error().message.contains(u"09:00–12:00, 13:00–17:00"_s), "its hours are named");
        QVERIFY(book(4, 9, 12));
        QVERIFY(book(4, 13, 17));
        QVERIFY(book(m_office->store(), acceptingOverlap(booking(m_office->store(), 4, 20, 21))));
        // Every week from Tuesday on it would be had on a Sunday, too.
        QVERIFY(!book(3, 10, 11, {{Codes::recurrence, u"FREQ=DAILY"_s}}));
        // Over several days it is fetched and brought back within its hours, and none of whole days is one off.
        QVERIFY(!book(4, 18, 19, {{Codes::duration, qint64(20) * 60}}));
        QVERIFY(book(5, 10, 11, {{Codes::duration, qint64(4 * 24) * 60}})); // to Monday
        QVERIFY(!m_office->store().commitAndWait(
            planCreateEntry(m_office->schema(), {{Codes::title, u"Fair"_s}, {Codes::resources, rooms({m_room})}},
                            {march(15)}, {march(15)})));
        // What stands already is not judged by hours that are said later.
        QVERIFY(hours(2, u"10:00-11:00"_s));
        QVERIFY(edit(2, {{Codes::title, u"Another"_s}}));
    }

    void noMorePeopleThanPlaces()
    {
        const qint64 box = makeRoom(u"Box"_s, {{Codes::capacity, 1}});
        QVERIFY(book(3, 10, 11, {}, box));
        const Value guests = textMembers({u"anna@x"_s, u"boris@x"_s});
        const auto refused = book(3, 12, 13, {{Codes::guests, guests}}, box);
        QVERIFY(!refused && isOverlapRefusal(refused.error()));
        QVERIFY(book(m_office->store(),
                     acceptingOverlap(booking(m_office->store(), 3, 12, 13, {{Codes::guests, guests}}, box))));
    }

    /// Who answered from within the office is among the guests too, and takes one place; none who does not come.
    void whoAnsweredFromTheOfficeIsOnePerson()
    {
        const qint64 box = makeRoom(u"Box"_s, {{Codes::capacity, 1}});
        const qint64 me = m_office->store().user();
        auto mail = planUser(m_office->schema(), me, {{u"email"_s, u"me@x"_s}}, me);
        QVERIFY(mail && m_office->store().commitAndWait(*mail));
        const auto with = [](const QString &answer, const QString &email = u"Me@x"_s) {
            return membersValue({{.text = email, .label = answer, .ref = {}, .key = {}}});
        };
        QVERIFY(book(3, 10, 11, {{Codes::guests, with(Codes::guestAccepted)}}, box));
        QVERIFY(!book(3, 12, 13, {{Codes::guests, with(Codes::guestAccepted, u"anna@x"_s)}}, box));
        QVERIFY(book(3, 14, 15, {{Codes::guests, with(Codes::guestDeclined)}}, box));
    }

    void aSeriesIsHeldAgainstWhatComesAndItsOwnTimesToCome()
    {
        QVERIFY(book(4, 10, 11, {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=WE"_s}}));
        const auto refused = book(18, 10, 11); // Wednesday in two weeks
        QVERIFY(!refused);
        QVERIFY(book(19, 10, 11));
        QVERIFY(!book(5, 10, 11, {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=TH"_s}})); // the 19th is taken
        QVERIFY(book(5, 12, 13, {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=TH"_s}}));
    }

    /// A date on which the room is taken comes as well, and clashes; so do those behind it.
    void aTakenDateStopsNoSeries()
    {
        const auto first = book(4, 10, 11, {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=WE"_s}});
        const auto other = book(m_office->store(), acceptingOverlap(booking(m_office->store(), 11, 10, 11)));
        QVERIFY(first && other);
        const auto times = [this] {
            ItemQuery query;
            query.typeId = m_office->typeId(u"activity"_s);
            const auto ids = queryIds(m_office->store().reader(), query);
            QList<qint64> starts;
            for (const qint64 id : ids ? *ids : QList<qint64>()) {
                const Item item = m_office->item(u"activity"_s, id);
                if (!item.text(Codes::recurrence).isEmpty())
                    starts << item.value(Codes::start).toLongLong();
            }
            std::ranges::sort(starts);
            return starts;
        };
        m_office->clock().advance(at(11, 1) - m_office->clock().now());
        QVERIFY(keepUpSeries(m_office->store()));
        QCOMPARE(times(), (QList<qint64>{at(4, 10), at(11, 10)}));
        QCOMPARE(clashes(m_office->store()).value(*other).size(), 1);
        m_office->clock().advance(7 * 24 * 60 * minuteMs);
        QVERIFY(keepUpSeries(m_office->store()));
        QCOMPARE(times(), (QList<qint64>{at(4, 10), at(11, 10), at(18, 10)}));
    }

    void aHoldIsOverByItself()
    {
        const qint64 now = m_office->clock().now();
        const QList<TimeSpan> times{{at(3, 10), at(3, 11)}, {at(4, 10), at(4, 11)}};
        auto hold = planHold(m_office->schema(), times,
                             {.title = u"For Vector"_s,
                              .people = {m_office->store().user()},
                              .resources = {m_room},
                              .until = now + 3'600'000},
                             now);
        QVERIFY(hold && m_office->store().commitAndWait(*hold));
        const auto held = readHeldTimes(m_office->store().reader(), {{true, m_office->store().user()}, {false, m_room}},
                                        now);
        QVERIFY(held && held->size() == 2);
        QVERIFY(!readActivity(m_office->store().reader(), held->constFirst().activity)
                     ->deadline.isValid()); // no work to be done
        QVERIFY(!planHold(m_office->schema(), times, {.title = {}, .people = {}, .resources = {}, .until = now}, now));
        // The second would be refused by the first, in whatever order they are said.
        const Hold both{.title = u"For Vector"_s, .people = {}, .resources = {}, .until = now + 3'600'000};
        QVERIFY(planHold(m_office->schema(), {{at(4, 11), at(4, 12)}, {at(4, 10), at(4, 11)}}, both, now));
        QVERIFY(!planHold(m_office->schema(), {{at(4, 11), at(4, 13)}, {at(4, 10), at(4, 12)}}, both, now));
        QVERIFY(!book(3, 10, 11));
        m_office->clock().advance(2 * 3'600'000);
        QVERIFY(book(3, 10, 11));
        QVERIFY(clashes(m_office->store()).isEmpty());
    }

    /// What clashes is changed by what becomes of another booking: a list of them asks for all.
    void aListOfClashesFollowsEveryBooking()
    {
        QVERIFY(book(3, 14, 15));
        const auto since = lastJournalRow(m_office->store().reader().connection);
        QVERIFY(book(m_office->store(), acceptingOverlap(booking(m_office->store(), 3, 14, 15))));
        for (const auto &[type, where, another] : {std::tuple{u"activity"_s, u"activity = clash"_s, true},
                                                   {u"lead"_s, u"not (activity = clash)"_s, true},
                                                   {u"activity"_s, u"activity = any"_s, false}}) {
            ItemQuery query;
            query.typeId = m_office->typeId(type);
            query.conditions = *parseConditions(where);
            auto changed = changedItems(m_office->store().reader(), query, {}, *since);
            QVERIFY(changed);
            QCOMPARE(changed->isAnother, another);
        }
    }

    void undoBringsABookingBackIntoATakenTime()
    {
        const auto first = book(3, 10, 11);
        QVERIFY(edit(*first, {{Codes::start, at(3, 12)}, {Codes::deadline, at(3, 12)}}));
        // Somebody else takes the time meanwhile: it is not his to be taken back.
        ChangeSet other = booking(m_office->store(), 3, 10, 11);
        other.undoable = false;
        QVERIFY(m_office->store().commitAndWait(other));
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(clashes(m_office->store()).size(), 2);
    }

    void bookedOnTwoSeatsBothStandAndClash()
    {
        const auto seat = makeSeat(m_office->store(), m_office->folder() + u"/laptop.kartoteka"_s, u"Laptop"_s);
        QVERIFY2(seat, qPrintable(seat ? QString() : seat.error().message));
        auto laptop = openCopy(*m_office, u"laptop.kartoteka"_s, u"laptop"_s);
        QVERIFY(laptop);
        const Item room = m_office->item(Codes::resourceType, m_room);
        QVERIFY(book(3, 14, 15));
        QVERIFY(book(*laptop, booking(*laptop, 3, 14, 15)));
        for (Store *store : {&m_office->store(), laptop.get()})
            QVERIFY(store->commitAndWait(planResourceHours(room, 1, parseWorkHours(u"10:00-12:00"_s))));
        sendChanges(*m_office, *laptop, m_office->store(), u"office"_s);
        sendChanges(*m_office, m_office->store(), *laptop, seat->code);
        for (Store *store : {&m_office->store(), laptop.get()}) {
            QCOMPARE(clashes(*store).size(), 2);
            auto resources = readResources(store->reader(), {m_room});
            QVERIFY(resources);
            QCOMPARE(resources->size(), 1);
            QCOMPARE(resources->value(m_room).hours.size(), 1); // one record of both
            auto connection = store->openReader();
            auto problems = checkDatabase(**connection);
            QVERIFY(problems);
            QCOMPARE(*problems, QStringList());
        }
        // Who comes later is refused as before.
        QVERIFY(!book(3, 14, 15));
    }

    /// Its hours are nothing without it, also where another seat hears of it.
    void aResourceGoesForGoodWithItsHours()
    {
        const auto seat = makeSeat(m_office->store(), m_office->folder() + u"/laptop.kartoteka"_s, u"Laptop"_s);
        auto laptop = openCopy(*m_office, u"laptop.kartoteka"_s, u"laptop"_s);
        QVERIFY(seat && laptop);
        const Item room = m_office->item(Codes::resourceType, m_room);
        QVERIFY(m_office->store().commitAndWait(planResourceHours(room, 1, parseWorkHours(u"10:00-12:00"_s))));
        sendChanges(*m_office, m_office->store(), *laptop, seat->code);
        ChangeSet bin;
        bin.update(Codes::resourceType, m_room, {{u"deleted_at"_s, m_office->clock().now()}});
        QVERIFY(m_office->store().commitAndWait(bin));
        auto gone = planPurge(m_office->store().reader(), *m_office->schema().type(Codes::resourceType), {m_room});
        QVERIFY(gone);
        const auto done = m_office->store().commitAndWait(*gone);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message + done.error().detail));
        sendChanges(*m_office, m_office->store(), *laptop, seat->code);
        for (Store *store : {&m_office->store(), laptop.get()}) {
            auto left = store->reader().connection.scalar(
                u"SELECT (SELECT count(*) FROM resource_hours) + (SELECT count(*) FROM set_aside)"_s);
            QVERIFY(left);
            QCOMPARE(left->toInt(), 0);
        }
        QVERIFY(m_office->store().undo().result());
        auto back = m_office->store().reader().connection.scalar(u"SELECT count(*) FROM resource_hours"_s);
        QCOMPARE(back->toInt(), 1);
    }

    void freeTimesAreThoseOfEachMinute()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 60; ++round) {
            QList<Availability> all;
            constexpr int minutes = 600;
            const auto spans = [&](int most, int longest) {
                QList<TimeSpan> list;
                for (int i = random.bounded(most + 1); i > 0; --i) {
                    const int from = random.bounded(minutes - 1);
                    list.append({from * minuteMs, qMin(minutes, from + 1 + random.bounded(longest)) * minuteMs});
                }
                std::ranges::sort(list, [](const TimeSpan &a, const TimeSpan &b) { return a.starts < b.starts; });
                return list;
            };
            const int count = 1 + random.bounded(3);
            for (int i = 0; i < count; ++i)
                all.append({{true, i + 1}, spans(4, 300), spans(6, 90)});
            const bool any = random.bounded(2) == 0;
            const int least = 1 + random.bounded(30);
            const auto isFree = [&](const Availability &one, int minute) {
                const auto has = [minute](const QList<TimeSpan> &list) {
                    return std::ranges::any_of(list, [minute](const TimeSpan &span) {
                        return span.starts <= minute * minuteMs && minute * minuteMs < span.ends;
                    });
                };
                return has(one.open) && !has(one.taken);
            };
            QList<FreeSpan> expected;
            for (int minute = 0; minute < minutes; ++minute) {
                QList<Who> free;
                for (const Availability &one : std::as_const(all)) {
                    if (isFree(one, minute))
                        free << one.who;
                }
                if (free.isEmpty() || (!any && free.size() < all.size()))
                    continue;
                const TimeSpan span{minute * minuteMs, (minute + 1) * minuteMs};
                if (!expected.isEmpty() && expected.last().span.ends == span.starts && expected.last().freeFor == free)
                    expected.last().span.ends = span.ends;
                else
                    expected.append({span, free});
            }
            expected.removeIf([least](const FreeSpan &one) { return one.span.ends - one.span.starts < least * minuteMs; });
            QCOMPARE(freeSpans(all, least, any), expected);
        }
    }

    void freeTimesHeedHoursHolidaysAndWhoIsAway()
    {
        const qint64 me = m_office->store().user();
        SlotQuery query;
        query.who = {{true, me}, {false, m_room}};
        query.from = march(2);
        query.to = march(8); // to Sunday
        query.minutes = 120;
        query.now = m_office->clock().now(); // Monday noon
        QVERIFY(book(3, 10, 12));
        QVERIFY(m_office->store().commitAndWait(
            planResourceHours(m_office->item(Codes::resourceType, m_room), 4, parseWorkHours(u"8:00-12:00"_s))));
        auto free = readFreeSpans(m_office->store().reader(), query);
        QVERIFY(free);
        QStringList texts;
        for (const FreeSpan &one : *free) {
            const QDateTime from = QDateTime::fromMSecsSinceEpoch(one.span.starts);
            texts << QString::number(from.date().day()) + u' ' + spanText(one.span, false);
        }
        QCOMPARE(texts,
                 (QStringList{u"2 12:00–18:00"_s, u"3 12:00–18:00"_s, u"4 09:00–18:00"_s, u"5 09:00–12:00"_s,
                              u"6 09:00–18:00"_s}));
        QVERIFY(slotsText({free->first().span}).contains(u": 12:00–18:00 ("));
        QVERIFY(slotsHtml({free->first().span}).startsWith(u"<ul><li>"));
        {
            const auto restored = qScopeGuard(
                [was = qgetenv("TZ")] { was.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", was); });
            qputenv("TZ", "Asia/Kathmandu");
            QVERIFY(slotsText({{at(3, 12), at(3, 13)}}).endsWith(u": 12:00–13:00 (UTC+05:45)"));
            qputenv("TZ", "Europe/Berlin"); // the clock is put forward on the 29th
            const QStringList lines = slotsText({{at(28, 12), at(28, 13)}, {at(30, 12), at(30, 13)}}).split(u'\n');
            QVERIFY(lines.constFirst().endsWith(u"12:00–13:00 (CET)") && lines.constLast().endsWith(u"12:00–13:00 (CEST)"));
        }
        QCOMPARE(slotBegins({at(3, 12, 10), at(3, 14)}, 60, 30), (QList<qint64>{at(3, 12, 30), at(3, 13)}));

        query.who.clear();
        QVERIFY(!readFreeSpans(m_office->store().reader(), query));
    }
};

KARTOTEKA_TEST(tst_bookings, TestBookings)
#include "tst_bookings.moc"
