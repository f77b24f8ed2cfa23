// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/busy_times.h"

#include "core/schema/activity_codes.h"
#include "core/schema/activity_limits.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

const QString insertBusy = u"INSERT INTO busy (is_person, who, starts, activity, ends, hold_until, is_long) "_s;

} // namespace

bool changesBusyTimes(const NotedChange &change)
{
    if (change.table.code != u"activity")
        return false;
    const int start = change.table.indexOf(Codes::start);
    const auto begins = [start](const Row &row) { return start >= 0 && row.value(start).isValid(); };
    if (!begins(change.before) && !begins(change.after))
        return false;
    static const QStringList decisive{Codes::start,        Codes::duration,   Codes::allDay, Codes::transparency,
                                      Codes::holdUntil,    Codes::resources,  u"done"_s,     u"deleted_at"_s,
                                      Codes::participants, Codes::responsible};
    return change.before.isEmpty() || change.after.isEmpty() || std::ranges::any_of(decisive, [&](const QString &column) {
               const int at = change.table.indexOf(column);
               return at >= 0 && change.before[at] != change.after[at];
           });
}

Result<void> BusyTimes::note(const NotedChange &change)
{
    if (changesBusyTimes(change))
        m_changed.insert(change.id);
    return {};
}

Result<void> BusyTimes::write()
{
    static const QString insert = insertBusy + busyTimes(true);
    for (const qint64 activity : std::as_const(m_changed)) {
        auto done = m_connection.run(u"DELETE FROM busy WHERE activity = ?"_s, {activity});
        if (done)
            done = m_connection.run(insert, {activity, activity, activity});
        if (!done)
            return done;
    }
    m_changed.clear();
    return {};
}

QString busyTimes(bool ofOne)
{
    static_assert(longestDuration == 5'270'400);
    // The responsible person may be among the participants: UNION leaves one.
    static const QString rows =
        u"SELECT %1 AS is_person, %2 AS who, a.start AS starts, a.id AS activity, a.start + "
        "iif(coalesce(a.all_day, 0) = 1, max(1, (coalesce(a.duration, 0) + 1439) / 1440) * 86400000, "
        "min(a.duration, 5270400) * 60000) AS ends, a.hold_until FROM activity a %3 WHERE %4"
        "a.deleted_at IS NULL AND coalesce(a.done, 0) = 0 AND a.start IS NOT NULL "
        "AND (coalesce(a.all_day, 0) = 1 OR a.duration > 0) AND a.transparency IS NOT "
        "(SELECT v.id FROM list_value v WHERE v.uid = CAST('sys-value-008322' AS BLOB))"_s;
    const QString members = u"CROSS JOIN multi_value m ON m.entity_type = (SELECT t.id FROM entity_type t WHERE t.uid = "
                            "CAST('sys-etype-000005' AS BLOB)) AND m.item = a.id AND m.ref IS NOT NULL AND m.field = "
                            "(SELECT f.id FROM field f WHERE f.uid = CAST('%1' AS BLOB))"_s;
    const QString one = ofOne ? u"a.id = ? AND "_s : QString();
    const QString all = rows.arg(u"1"_s, u"a.responsible"_s, QString(), one + u"a.responsible IS NOT NULL AND "_s)
        + u" UNION "_s + rows.arg(u"1"_s, u"m.ref"_s, members.arg(u"sys-field-008303"_s), one) + u" UNION "_s
        + rows.arg(u"0"_s, u"m.ref"_s, members.arg(u"sys-field-008431"_s), one);
    return u"SELECT is_person, who, starts, activity, ends, hold_until, ends - starts > 86400000 FROM (%1)"_s.arg(all);
}

QString gapMinutes(const QString &row)
{
    static_assert(longestGapMinutes == 2'880);
    return u"max(0, min(2880, coalesce(%1.buffer_before, 0) + coalesce(%1.buffer_after, 0)))"_s.arg(row);
}

QString clashingBookings(const QString &columns, const QString &which, BookingLength other)
{
    // As isTooNear() (core/calendar/clash) says it, which a test holds it against. The other one is looked for among those that begin
    // at most a day, and the longest gap, before, and among the few longer ones.
    const QString begun = other == BookingLength::Short ? u"o.starts > b.starts - 259200000"_s
                                                        : u"o.is_long = 1 AND o.starts <= b.starts - 259200000"_s;
    // "+": that it is a resource leads to half of all rows, and is not what they are to be found by.
    return u"SELECT DISTINCT %1 FROM busy b CROSS JOIN resource r ON r.id = b.who AND r.deleted_at IS NULL AND r.overlap IS NOT 1 "
           "CROSS JOIN busy o ON o.is_person = 0 AND o.who = b.who AND o.activity <> b.activity "
           "AND o.starts < b.ends + %4 * 60000 AND o.ends > b.starts - %4 * 60000 "
           "AND (o.hold_until IS NULL OR o.hold_until > ?) AND %2 "
           "WHERE +b.is_person = 0 AND (b.hold_until IS NULL OR b.hold_until > ?) AND %3"_s.arg(columns, begun, which,
                                                                                                gapMinutes(u"r"_s));
}

Result<void> readBusyTimes(Connection &connection)
{
    if (auto done = connection.run(u"DELETE FROM busy"_s); !done)
        return done;
    return connection.run(insertBusy + busyTimes(false));
}

} // namespace Kartoteka
