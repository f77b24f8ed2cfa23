// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/reminder_entries.h"

#include "core/activities/fired_queries.h"
#include "core/schema/codes.h"

#include <QDateTime>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int toldEach = 3; ///< without anything between them

TimelineEntry entryOf(const ItemRef &item, qint64 activityType, const FiredReminder &fired)
{
    TimelineEntry entry;
    entry.kind = EntryKind::ReminderFired;
    entry.at = fired.at;
    entry.since = fired.at;
    entry.owner = item;
    entry.record = {activityType, fired.activity, {}};
    entry.text = fired.title;
    if (fired.deadline != fired.at)
        entry.changes = {{Codes::deadline, {}, fired.deadline}};
    return entry;
}

QDate dayOf(const TimelineEntry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.at).date();
}

/// Puts a reminder behind what is told already.
void tell(QList<TimelineEntry> &told, const TimelineEntry &entry)
{
    const auto isReminder = [](const TimelineEntry &one) { return one.kind == EntryKind::ReminderFired; };
    const bool goesOn = !told.isEmpty() && isReminder(told.constLast()) && dayOf(told.constLast()) == dayOf(entry);
    const bool isFull = told.size() >= toldEach && std::all_of(told.cend() - toldEach, told.cend(), isReminder);
    // One entry a moment: what is due at ten reminds at once.
    if (!goesOn || (told.constLast().at != entry.at && !isFull)) {
        told << entry;
        return;
    }
    ++told.last().count;
    told.last().since = entry.at;
}

} // namespace

Result<void> addReminders(const ReadContext &context, const ItemRef &item, const TimelinePosition &from,
                          const TimelineFilter &filter, const std::function<bool(const TimelineEntry &)> &fits,
                          TimelinePage &page)
{
    if (!filter.groups.isEmpty() && !filter.groups.contains(EntryGroup::Activities))
        return {};
    const qint64 until = qMin(qMin(from.at, filter.until - 1), context.clock->now());
    const qint64 after = qMax(page.atEnd ? 0 : page.end.at, qMax(filter.from, qint64(1)) - 1);
    if (until <= after)
        return {};
    auto fired = firedReminders(context, item, after, until);
    if (!fired || fired->isEmpty())
        return fired ? Result<void>() : Result<void>(fired.error());
    const qint64 type = context.schema->type(u"activity"_s)->id;
    QList<TimelineEntry> told;
    auto next = page.entries.cbegin();
    for (const FiredReminder &one : std::as_const(*fired)) {
        while (next != page.entries.cend() && next->at >= one.at)
            told << *next++;
        const TimelineEntry entry = entryOf(item, type, one);
        if ((filter.person == 0 || filter.person == one.person) && fits(entry))
            tell(told, entry);
    }
    while (next != page.entries.cend())
        told << *next++;
    page.entries = told;
    return {};
}

} // namespace Kartoteka
