// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_rules.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Puts one off to the first moment of its rule that is not before another.
Result<ChangeSet> movedOn(const ReadContext &context, const Item &activity, const QDateTime &notBefore)
{
    const auto next = successorOf(context, activity, CountedFrom::Deadline, notBefore);
    if (!next)
        return next.error();
    if (!*next)
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” is the last of its series: complete it or delete it.").arg(activity.text(Codes::title)),
                     {},
                     Codes::recurrence};
    const QHash<QString, Value> values = valuesOfNext(*context.schema, activity, **next, (*next)->moment);
    ChangeSet changes = ChangeSet::of(ActKinds::reschedule, activity.text(Codes::title));
    QList<FieldValue> columns{{Codes::deadline, values.value(Codes::deadline)},
                              {Codes::recurrence, (*next)->recurrence},
                              {Codes::occurrence, occurrenceCode((*next)->moment)}};
    if (const Value start = values.value(Codes::start); start.isValid())
        columns.append({Codes::start, start});
    changes.update(Codes::activity, activity.id, columns);
    addException(changes, activity.text(Codes::series), activity.text(Codes::occurrence), u"skipped"_s);
    return changes;
}

} // namespace

void skipAway(ChangeSet &changes, const QString &series, const QList<OpenOccurrence> &skipped, qint64 now)
{
    for (const OpenOccurrence &one : skipped) {
        changes.update(Codes::activity, one.id, {{u"deleted_at"_s, now}});
        addException(changes, series, one.occurrence, u"skipped"_s);
    }
}

Result<ChangeSet> planSkip(const ReadContext &context, const Item &activity, SkipTo to)
{
    const auto refused = [&](const QString &why) {
        return Error{ErrorCode::Refused, why.arg(activity.text(Codes::title)), {}, Codes::recurrence};
    };
    if (activity.value(u"done"_s).toBool())
        return isDoneAlready(activity.text(Codes::title));
    if (activity.text(Codes::recurrence).isEmpty())
        return refused(Texts::tr("“%1” does not repeat: there is nothing to skip to."));
    const QTimeZone zone = seriesZone(activity.text(Codes::timeZone));
    const QString series = activity.text(Codes::series);
    const QDateTime today(wallOf(context.clock->now(), zone).date(), QTime(0, 0), Qt::UTC);
    // One that was put off beyond its next moment does not go back to that.
    const QDateTime behind = wallOf(activity.value(Codes::deadline).toLongLong(), zone).addSecs(1);
    if (to == SkipTo::Today && behind > today)
        return refused(Texts::tr("“%1” is already on today or later: there is nothing to skip."));
    auto open = activity.value(Codes::repeatWhenDone).toBool() ? Result<QList<OpenOccurrence>>(QList<OpenOccurrence>())
                                                               : openOfSeries(context, series);
    if (!open)
        return open.error();
    const QString own = activity.text(Codes::occurrence);
    const bool hasLater = !open->isEmpty() && open->constLast().occurrence > own;
    if (!hasLater && (to == SkipTo::Next || open->size() < 2))
        return movedOn(context, activity, to == SkipTo::Today ? today : behind);
    ChangeSet changes = ChangeSet::of(ActKinds::reschedule, activity.text(Codes::title));
    QList<OpenOccurrence> skipped = *open;
    if (to == SkipTo::Next) {
        skipped.removeIf([&own](const OpenOccurrence &one) { return one.occurrence != own; });
    } else {
        skipped.removeIf([&](const OpenOccurrence &one) { return wallOf(one.deadline, zone) >= today; });
        if (skipped.size() == open->size()) { // the last one of them goes on
            auto last = readItem(context, {activity.typeId, skipped.takeLast().id, {}});
            auto moved = last ? movedOn(context, *last, today) : Result<ChangeSet>(last.error());
            if (!moved)
                return moved;
            changes.changes = moved->changes;
        }
    }
    skipAway(changes, series, skipped, context.clock->now());
    return changes;
}

} // namespace Kartoteka
