// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series_edit.h"

#include "core/activities/activity_rules.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_ahead.h"
#include "core/activities/series_queries.h"
#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// What one activity has by itself: the next one does not take it over, or has its own.
bool isItsOwn(const QString &column)
{
    static const QStringList own{Codes::deadline, Codes::start,     Codes::result,
                                 u"done"_s,       Codes::holdUntil, Codes::resultKind};
    return own.contains(column);
}

/// What is said alike of all of a series, what was done included.
bool isSharedByAll(const QString &column)
{
    static const QStringList shared{Codes::title,    u"description"_s, Codes::kind, u"items"_s,      Codes::participants,
                                    Codes::priority, Codes::address,   Codes::link, Codes::location, Codes::colour};
    return shared.contains(column);
}

Result<Item> itemOf(const ReadContext &context, const Activity &activity)
{
    return readItem(context, {context.schema->type(Codes::activity)->id, activity.id, {}});
}

Value valueIn(const QList<FieldValue> &values, const QString &column)
{
    const auto it = std::ranges::find(values, column, &FieldValue::field);
    return it == values.end() ? Value() : it->value;
}

bool isIn(const QList<FieldValue> &values, const QString &column)
{
    return std::ranges::find(values, column, &FieldValue::field) != values.end();
}

/// This one goes on by itself, and the series without it.
Result<ChangeSet> partedFromSeries(const ReadContext &context, const Activity &activity, ChangeSet edit)
{
    auto item = itemOf(context, activity);
    auto next = item ? successorOf(context, *item, CountedFrom::Deadline) : item.error();
    if (!next)
        return next.error();
    edit.changes.first().values.append({Codes::recurrence, {}});
    addException(edit, activity.series, activity.occurrence, u"moved"_s);
    if (!*next)
        return edit;
    auto made = makeSuccessor(context, *item, **next);
    if (!made)
        return made.error();
    edit.changes += *made;
    return edit;
}

/// The rule from this one on: another series, that the earlier ones do not belong to.
Result<void> continueAnew(const Activity &activity, QList<FieldValue> &values)
{
    const bool isMoved = isIn(values, Codes::deadline);
    if (!isMoved && !isIn(values, Codes::recurrence))
        return {};
    const Value deadline = isMoved ? valueIn(values, Codes::deadline) : activity.deadline;
    const QString text = isIn(values, Codes::recurrence) ? valueIn(values, Codes::recurrence).toString()
                                                         : activity.recurrence;
    if (!deadline.isValid() || text.isEmpty())
        return {}; // it ends
    const QDateTime wall = wallOf(deadline.toLongLong(), seriesZone(activity.details.timeZone));
    auto rule = parseRepeatRule(text);
    if (rule && !isIn(values, Codes::recurrence))
        rule = movedRule(*rule, wallOfCode(activity.occurrence), wall);
    if (rule)
        rule = usableRule(repeatRuleCode(*rule), wall);
    if (!rule)
        return rule.error();
    values.removeIf([](const FieldValue &value) { return value.field == Codes::recurrence; });
    values.append({Codes::recurrence, repeatRuleCode(*rule)});
    values.append({Codes::occurrence, occurrenceCode(wall)});
    values.append({Codes::series, followingSeries(activity.series, activity.occurrence)});
    return {};
}

/// Those that came on their dates while this one was open.
Result<void> deleteFollowing(const ReadContext &context, const Activity &activity, ChangeSet &changes)
{
    auto later = openOfSeries(context, activity.series, activity.occurrence);
    if (!later)
        return later.error();
    for (const OpenOccurrence &one : std::as_const(*later)) {
        if (one.id != activity.id)
            changes.update(Codes::activity, one.id, {{u"deleted_at"_s, context.clock->now()}});
    }
    return {};
}

/// The same said of the others of the series.
Result<void> sayOfOthers(const ReadContext &context, const Activity &activity, const QList<FieldValue> &values,
                         ChangeSet &changes)
{
    QList<FieldValue> shared = values;
    shared.removeIf([](const FieldValue &value) { return !isSharedByAll(value.field); });
    if (shared.isEmpty())
        return {};
    auto others = activitiesOfSeries(context, activity.series);
    if (!others)
        return others.error();
    for (const qint64 id : std::as_const(*others)) {
        if (id != activity.id)
            changes.update(Codes::activity, id, shared);
    }
    return {};
}

} // namespace

Result<ChangeSet> planSeriesChange(const ReadContext &context, const Activity &activity, const QHash<QString, Value> &values,
                                   SeriesScope scope)
{
    auto edit = planChangeActivity(*context.schema, activity, values);
    if (!edit || edit->isEmpty() || activity.series.isEmpty() || activity.id == 0)
        return edit;
    if (isAhead(context, activity))
        return planChangeAhead(context, activity.id, activity.occurrence, values, scope);
    QList<FieldValue> &fields = edit->changes.first().values;
    const bool changesRule = isIn(fields, Codes::recurrence) || isIn(fields, Codes::repeatWhenDone);
    if (scope == SeriesScope::This && !changesRule) {
        const bool isOwn = std::ranges::all_of(fields, [](const FieldValue &value) { return isItsOwn(value.field); });
        return isOwn ? edit : partedFromSeries(context, activity, std::move(*edit));
    }
    const QList<FieldValue> said = fields;
    if (auto done = continueAnew(activity, fields); !done)
        return done.error();
    const bool isAnew = isIn(fields, Codes::series);
    // What follows it stands in the one that is open: from here nothing would come any more.
    const bool staysDone = activity.done && (!isIn(fields, u"done"_s) || valueIn(fields, u"done"_s).toBool());
    if (staysDone && (isAnew || scope == SeriesScope::Following))
        return isDoneAlready(activity.title);
    // They are made anew on the dates of the other series.
    if (isAnew) {
        if (auto done = deleteFollowing(context, activity, *edit); !done)
            return done.error();
        // Also those that another seat makes, not knowing of that.
        addException(*edit, activity.series, activity.occurrence, u"ended"_s);
    }
    if (scope == SeriesScope::All) {
        if (auto done = sayOfOthers(context, activity, said, *edit); !done)
            return done.error();
    }
    return edit;
}

QString followingSeries(const QString &series, const QString &occurrence)
{
    return uidText(derivedUid(Codes::series, series + u'/' + occurrence));
}

Result<void> endSeriesBefore(const ReadContext &context, ChangeSet &changes, const QString &series,
                             const QString &occurrence, qint64 kept, qint64 sequence)
{
    auto known = seriesExceptions(context, {series});
    auto open = known ? openOfSeries(context, series) : Result<QList<OpenOccurrence>>(known.error());
    if (!open)
        return open.error();
    if (known->value(series + u'/' + occurrence) != u"ended")
        addException(changes, series, occurrence, u"ended"_s);
    QList<qint64> earlier;
    for (const OpenOccurrence &one : std::as_const(*open)) {
        if (one.occurrence < occurrence)
            earlier << one.id;
        else if (one.id != kept)
            changes.update(Codes::activity, one.id, {{u"deleted_at"_s, context.clock->now()}});
    }
    auto items = readItems(context, context.schema->type(Codes::activity)->id, earlier);
    if (!items)
        return items.error();
    const QDateTime end = wallOfCode(occurrence);
    for (const Item &one : std::as_const(*items)) {
        auto rule = parseRepeatRule(one.text(Codes::recurrence));
        if (!rule || (rule->until.isValid() && rule->until < end))
            continue;
        const bool allDay = one.value(Codes::allDay).toBool();
        rule->count = 0;
        rule->until = (allDay ? QDateTime(end.date(), QTime(0, 0), Qt::UTC) : end).addSecs(-1);
        QList<FieldValue> values{{Codes::recurrence, repeatRuleCode(*rule)}};
        if (sequence > one.value(Codes::icsSequence).toLongLong())
            values.append({Codes::icsSequence, sequence});
        changes.update(Codes::activity, one.id, values);
    }
    return {};
}

Result<ChangeSet> planSeriesDelete(const ReadContext &context, const Activity &activity, SeriesScope scope)
{
    ChangeSet changes = planDeleteActivity(activity, context.clock->now());
    if (activity.series.isEmpty())
        return changes;
    if (scope == SeriesScope::Following) {
        auto done = deleteFollowing(context, activity, changes);
        return done ? Result<ChangeSet>(changes) : Result<ChangeSet>(done.error());
    }
    if (scope == SeriesScope::All) {
        auto all = activitiesOfSeries(context, activity.series);
        if (!all)
            return all.error();
        for (const qint64 id : std::as_const(*all)) {
            if (id != activity.id)
                changes.update(Codes::activity, id, changes.changes.constFirst().values);
        }
        return changes;
    }
    auto item = itemOf(context, activity);
    auto next = item ? successorOf(context, *item, CountedFrom::Deadline) : item.error();
    if (!next)
        return next.error();
    return *next && !activity.done ? planSkip(context, *item) : Result<ChangeSet>(changes);
}

} // namespace Kartoteka
