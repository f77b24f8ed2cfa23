// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/reminder_queries.h"

#include "core/activities/activity_queries.h"
#include "core/activities/reminders.h"
#include "core/base/durations.h"
#include "core/items/item_queries.h"
#include "core/store/kept/activity_counts.h"
#include "core/store/kept/reminder_due.h"
#include "core/store/note_down.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int mostPutOff = 50;  ///< that are listed
constexpr int mostOffsets = 20; ///< reminders of one activity that are looked through for the next one

/// What has come due of one activity.
struct Due
{
    qint64 moment = 0;
    bool isNew = false;
};

/// Of several reminders of one activity the last one counts.
void take(QHash<qint64, Due> &found, qint64 activity, const Due &due)
{
    Due &known = found[activity];
    if (due.moment > known.moment || (due.moment == known.moment && due.isNew))
        known = due;
}

qint64 startOfDay(qint64 now)
{
    return QDateTime::fromMSecsSinceEpoch(now).date().startOfDay().toMSecsSinceEpoch();
}

/// From when on the desk reminds a person; a clock that was ahead when it began does not silence it.
Result<qint64> remindedSince(const ReadContext &context, qint64 person, qint64 now)
{
    auto since = context.connection.scalar(u"SELECT since FROM reminder_desk WHERE person = ?"_s, {person});
    if (!since)
        return since.error();
    return since->isValid() ? qMin(since->toLongLong(), startOfDay(now)) : startOfDay(now);
}

/// In the order of their moments, the last one first. What belongs to deleted items alone reminds of nothing.
Result<QList<DueReminder>> withActivities(const ReadContext &context, const QHash<qint64, Due> &found)
{
    QList<qint64> ids = found.keys();
    std::ranges::sort(ids, [&found](qint64 a, qint64 b) {
        const qint64 first = found[a].moment;
        const qint64 second = found[b].moment;
        return first != second ? first > second : a < b;
    });
    auto activities = readActivities(context, ids);
    if (!activities)
        return activities.error();
    auto seen = itemsSeen(context, *activities);
    if (!seen)
        return seen.error();
    QList<DueReminder> list;
    QSet<ItemRef> shown;
    for (const Activity &activity : std::as_const(*activities)) {
        const Due due = found[activity.id];
        DueReminder one{activity, {}, {}, due.moment, due.isNew};
        const auto item = seen->constFind(activity.id);
        if (item == seen->cend())
            continue;
        if (!item->isNull())
            shown.insert(one.item = *item);
        list.append(one);
    }
    auto titles = itemTitles(context, shown);
    if (!titles)
        return titles.error();
    for (DueReminder &one : list)
        one.itemTitle = titles->value(one.item);
    return list;
}

/// What a person put off, the nearest first: by its activity, until when.
Result<QHash<qint64, Due>> putOffUntil(const ReadContext &context, qint64 person, qint64 now, int most)
{
    auto cursor = context.connection.query(
        u"SELECT s.activity, s.until FROM reminder_snooze s JOIN activity a ON a.id = s.activity AND a.done IS NOT 1 AND "
        "a.deleted_at IS NULL AND a.deadline = s.deadline WHERE s.person = ? AND s.until > ? ORDER BY s.until LIMIT ?"_s,
        {person, now, most});
    if (!cursor)
        return cursor.error();
    QHash<qint64, Due> found;
    while (cursor->next())
        found.insert(cursor->integer(0), {cursor->integer(1), true});
    return found;
}

/// Marks what has come due of these activities.
Result<void> mark(Connection &connection, qint64 person, const QList<qint64> &activities, qint64 now, bool dismissed)
{
    return connection.run(
        u"INSERT INTO reminder_done (activity, person, offset, at, dismissed) SELECT d.activity, d.person, d.offset, d.at, ? "
        "FROM json_each(?) j CROSS JOIN reminder_due d INDEXED BY reminder_due_activity ON d.activity = j.value "
        "WHERE d.person = ? AND d.at <= ? ON CONFLICT (activity, person, offset) DO UPDATE SET dismissed = "
        "CASE reminder_done.at WHEN excluded.at THEN max(reminder_done.dismissed, excluded.dismissed) "
        "ELSE excluded.dismissed END, at = excluded.at"_s,
        {dismissed ? 1 : 0, idList(activities), person, now});
}

Result<void> forgetSnoozes(Connection &connection, qint64 person, const QList<qint64> &activities, qint64 now)
{
    return connection.run(u"DELETE FROM reminder_snooze WHERE activity IN (SELECT value FROM json_each(?)) AND person = ? "
                          "AND until <= ?"_s,
                          {idList(activities), person, now});
}

} // namespace

Result<DueReminders> dueReminders(const ReadContext &context, qint64 person, qint64 now)
{
    auto since = remindedSince(context, person, now);
    if (!since)
        return since.error();
    const QuietTime quiet(*context.schema);
    DueReminders due;
    const auto awaits = [&due](qint64 at) { due.nextAt = due.nextAt ? qMin(*due.nextAt, at) : at; };
    QHash<qint64, Due> found;
    {
        // A reminder stands before its deadline by a year at most: no more than that lies before the first day.
        auto cursor = context.connection.query(
            u"SELECT d.activity, d.at, r.activity IS NULL FROM reminder_due d LEFT JOIN reminder_done r ON "
            "r.activity = d.activity AND r.person = d.person AND r.offset = d.offset AND r.at = d.at "
            "WHERE d.person = ? AND d.at BETWEEN ? AND ? AND d.at + d.offset * 60000 >= ? AND coalesce(r.dismissed, 0) = 0 "
            "AND NOT EXISTS (SELECT 1 FROM reminder_snooze s WHERE s.activity = d.activity AND s.person = d.person "
            "AND s.deadline = d.at + d.offset * 60000 AND s.until > ?)"_s,
            {person, *since - longestReminder * minuteMs, now, *since, now});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            const qint64 shownAt = quiet.shownAt(cursor->integer(1));
            if (shownAt > now) {
                awaits(shownAt);
                due.held.insert(cursor->integer(0));
            } else {
                take(found, cursor->integer(0), {shownAt, cursor->integer(2) != 0});
            }
        }
    }
    {
        // Who asked to be reminded at a certain moment is, quiet hours or not.
        auto cursor = context.connection.query(
            u"SELECT s.activity, s.until FROM reminder_snooze s JOIN activity a ON a.id = s.activity AND a.done = 0 AND "
            "a.deleted_at IS NULL AND a.deadline = s.deadline WHERE s.person = ? AND s.until <= ? AND (a.responsible = s.person OR "
            "EXISTS (SELECT 1 FROM reminder_due d INDEXED BY reminder_due_activity WHERE d.activity = a.id AND d.person = s.person))"_s,
            {person, now});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            take(found, cursor->integer(0), {cursor->integer(1), true});
    }
    auto list = withActivities(context, found);
    if (!list)
        return list.error();
    due.list = *list;
    auto putOff = putOffUntil(context, person, now, mostPutOff);
    list = putOff ? withActivities(context, *putOff) : Result<QList<DueReminder>>(putOff.error());
    if (!list)
        return list.error();
    due.putOff = *list;
    std::reverse(due.putOff.begin(), due.putOff.end());
    auto next = nextReminderAt(context, person, now);
    if (!next)
        return next.error();
    if (*next)
        awaits(**next);
    return due;
}

Result<std::optional<qint64>> nextReminderAt(const ReadContext &context, qint64 person, qint64 now)
{
    std::optional<qint64> next;
    for (const QString &sql : {u"SELECT min(at) FROM reminder_due WHERE person = ? AND at > ?"_s,
                               u"SELECT min(until) FROM reminder_snooze WHERE person = ? AND until > ?"_s}) {
        auto at = context.connection.scalar(sql, {person, now});
        if (!at)
            return at.error();
        if (!at->isNull())
            next = next ? qMin(*next, at->toLongLong()) : at->toLongLong();
    }
    return next;
}

Result<QList<DueReminder>> comingReminders(const ReadContext &context, qint64 person, qint64 now, int limit)
{
    // What was put off comes when that is over, whatever its reminders say; then the reminders in their order.
    auto found = putOffUntil(context, person, now, limit);
    if (!found)
        return found.error();
    {
        auto cursor = context.connection.query(
            u"SELECT activity, at FROM reminder_due WHERE person = ? AND at > ? ORDER BY at, activity LIMIT ?"_s,
            {person, now, limit * mostOffsets});
        if (!cursor)
            return cursor.error();
        for (int taken = 0; taken < limit && cursor->next();) {
            if (found->contains(cursor->integer(0)))
                continue;
            found->insert(cursor->integer(0), {cursor->integer(1), true});
            ++taken;
        }
    }
    auto list = withActivities(context, *found);
    if (list) {
        std::reverse(list->begin(), list->end());
        list->resize(qMin(list->size(), qsizetype(limit)));
    }
    return list;
}

Result<Lights> personLights(const ReadContext &context, qint64 person, qint64 now)
{
    const QString whose = countedPerson(context.schema->setting(u"counter_mode"_s));
    auto cursor = context.connection.query(
        u"SELECT count(DISTINCT CASE WHEN incoming = 0 AND lit_at <= ? THEN activity END), "
        "count(DISTINCT CASE WHEN incoming <> 0 THEN activity END), count(DISTINCT activity) FROM activity_link "
        "WHERE %1 = ? AND done = 0"_s.arg(whose),
        {now, person});
    if (!cursor)
        return cursor.error();
    cursor->next();
    return Lights{int(cursor->integer(0)), int(cursor->integer(1)), int(cursor->integer(2))};
}

Answer<bool> beginReminding(Store &store, qint64 person)
{
    return noteDown(store, [person, since = startOfDay(store.clock().now())](Connection &connection) {
        return connection.run(u"INSERT INTO reminder_desk (person, since) VALUES (?, ?) ON CONFLICT (person) DO NOTHING"_s,
                              {person, since});
    });
}

Answer<bool> noteShown(Store &store, qint64 person, const QList<qint64> &activities, qint64 now)
{
    return noteDown(store, [person, activities, now](Connection &connection) {
        auto done = mark(connection, person, activities, now, false);
        return done ? forgetSnoozes(connection, person, activities, now) : done;
    });
}

Answer<bool> dismissReminders(Store &store, qint64 person, const QList<qint64> &activities, qint64 now)
{
    return noteDown(store, [person, activities, now](Connection &connection) {
        auto done = mark(connection, person, activities, now, true);
        return done ? forgetSnoozes(connection, person, activities, now) : done;
    });
}

Answer<bool> snoozeReminders(Store &store, qint64 person, const QList<qint64> &activities, qint64 now, qint64 until)
{
    return noteDown(store, [person, activities, now, until](Connection &connection) {
        auto done = mark(connection, person, activities, now, false);
        if (!done)
            return done;
        return connection.run(
            u"INSERT INTO reminder_snooze (activity, person, deadline, until) SELECT a.id, ?, a.deadline, ? "
            "FROM activity a WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deadline IS NOT NULL "
            "ON CONFLICT (activity, person) DO UPDATE SET deadline = excluded.deadline, until = excluded.until"_s,
            {person, until, idList(activities)});
    });
}

} // namespace Kartoteka
