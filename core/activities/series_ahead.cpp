// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series_ahead.h"

#include "core/activities/checklist.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/items/uid_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// One that will follow, with the open one that makes it.
struct Ahead
{
    Item open;
    Successor next;
    QHash<QString, Value> values; ///< as it would be made, by field code

    QString series() const { return open.text(Codes::series); }
    QString title() const { return open.text(Codes::title); }
    QTimeZone zone() const { return seriesZone(open.text(Codes::timeZone)); }
    QString moment() const { return occurrenceCode(next.moment); }
};

QUuid occurrenceUid(const QString &series, const QString &occurrence)
{
    return derivedUid(u"occurrence", series + occurrence);
}

/// Whether its moment is passed over, lies behind the end of the series, or has its activity.
Result<bool> isTaken(const ReadContext &context, const Item &open, const QString &occurrence)
{
    const QString series = open.text(Codes::series);
    auto exceptions = seriesExceptions(context, {series});
    if (!exceptions)
        return exceptions.error();
    for (auto it = exceptions->cbegin(); it != exceptions->cend(); ++it) {
        const QString moment = it.key().mid(series.size() + 1);
        if (moment == occurrence || (*it == u"ended" && moment < occurrence))
            return true;
    }
    auto id = rowOfUid(context, Codes::activity, occurrenceUid(series, occurrence));
    auto standing = id && *id != 0 ? readItem(context, {open.typeId, *id, {}}) : Result<Item>(Item());
    if (!id || !standing)
        return id ? standing.error() : id.error();
    return *id != 0 && !standing->deleted;
}

Result<Ahead> aheadOf(const ReadContext &context, qint64 id, const QString &occurrence)
{
    auto open = readItem(context, {context.schema->type(Codes::activity)->id, id, {}});
    if (!open)
        return open.error();
    auto rule = parseRepeatRule(open->text(Codes::recurrence));
    const QDateTime own = wallOfCode(open->text(Codes::occurrence));
    const bool comes = rule && own.isValid() && !open->deleted && !open->value(u"done"_s).toBool()
        && !open->value(Codes::repeatWhenDone).toBool();
    int passed = 0;
    for (const QDateTime &moment : comes ? occurrencesAfter(*rule, own, mostOccurrences) : QList<QDateTime>()) {
        ++passed;
        if (occurrenceCode(moment) != occurrence)
            continue;
        auto taken = isTaken(context, *open, occurrence);
        if (!taken)
            return taken.error();
        if (*taken)
            break;
        rule->count = rule->count == 0 ? 0 : qMax(1, rule->count - passed);
        Ahead ahead{*open, {occurrenceUid(open->text(Codes::series), occurrence), moment, repeatRuleCode(*rule)}, {}};
        ahead.values = valuesOfNext(*context.schema, *open, ahead.next, moment);
        return ahead;
    }
    return Error{ErrorCode::Refused,
                 Texts::tr("“%1” does not come at that time any more.").arg(open->text(Codes::title)),
                 {},
                 Codes::recurrence};
}

/// Makes it with these values, as if its turn had come.
Result<void> make(const ReadContext &context, ChangeSet &changes, const Ahead &ahead, const QHash<QString, Value> &values,
                  const QUuid &uid)
{
    auto standing = rowOfUid(context, Codes::activity, uid);
    auto steps = standing ? readChecklist(context, ahead.open.id) : Result<Checklist>(standing.error());
    if (!steps)
        return steps.error();
    QList<FieldValue> columns;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        // Of one that was there before nothing else stays.
        if (const Field *field = context.schema->field(ahead.open.typeId, it.key());
            field && (it->isValid() || *standing != 0))
            columns.append({field->column, *it});
    }
    changes.create(Codes::activity, columns, uid);
    changes.changes += nextChecklist(*steps, uid);
    return {};
}

Result<ChangeSet> changeAlone(const ReadContext &context, const Ahead &ahead, QHash<QString, Value> values)
{
    ChangeSet changes = ChangeSet::of(ActKinds::reschedule, ahead.title());
    for (const QString &code : {Codes::series, Codes::recurrence, Codes::repeatWhenDone})
        values.insert(code, {});
    values.insert(Codes::occurrence, ahead.moment());
    // Whoever changes it wherever has one and the same, which is that of the series where its turn has come elsewhere.
    if (auto made = make(context, changes, ahead, values, ahead.next.uid); !made)
        return made.error();
    addException(changes, ahead.series(), ahead.moment(), u"moved"_s);
    return changes;
}

Result<ChangeSet> changeFollowing(const ReadContext &context, const Ahead &ahead, QHash<QString, Value> values)
{
    const Value deadline = values.value(Codes::deadline);
    const QString text = values.value(Codes::recurrence).toString();
    ChangeSet changes = ChangeSet::of(ActKinds::reschedule, ahead.title());
    QUuid uid = ahead.next.uid;
    if (text.isEmpty() || !deadline.isValid()) { // it is the last
        for (const QString &code : {Codes::series, Codes::recurrence, Codes::repeatWhenDone})
            values.insert(code, {});
        values.insert(Codes::occurrence, ahead.moment());
    } else {
        const QDateTime wall = wallOf(deadline.toLongLong(), ahead.zone());
        auto rule = parseRepeatRule(text);
        if (rule && text == ahead.next.recurrence)
            rule = movedRule(*rule, ahead.next.moment, wall);
        if (rule)
            rule = usableRule(repeatRuleCode(*rule), wall);
        if (!rule)
            return rule.error();
        const QString series = followingSeries(ahead.series(), ahead.moment());
        values.insert(Codes::recurrence, repeatRuleCode(*rule));
        values.insert(Codes::series, series);
        values.insert(Codes::occurrence, occurrenceCode(wall));
        uid = occurrenceUid(series, occurrenceCode(wall));
    }
    if (auto made = make(context, changes, ahead, values, uid); !made)
        return made.error();
    auto ended = endSeriesBefore(context, changes, ahead.series(), ahead.moment());
    return ended ? Result<ChangeSet>(changes) : Result<ChangeSet>(ended.error());
}

/// Times change by as much as that one's would.
Result<ChangeSet> changeAll(const ReadContext &context, const Ahead &ahead, QHash<QString, Value> values)
{
    auto open = readActivity(context, ahead.open.id);
    if (!open)
        return open.error();
    for (const QString &code : {Codes::start, Codes::deadline}) {
        const Value now = ahead.open.value(code);
        const Value then = ahead.values.value(code);
        const Value wanted = values.value(code);
        if (!wanted.isValid() || !now.isValid() || !then.isValid())
            continue;
        const auto onTheWall = [&](const Value &value) { return wallOf(value.toLongLong(), ahead.zone()); };
        values.insert(code, instantOfWall(onTheWall(now).addSecs(onTheWall(then).secsTo(onTheWall(wanted))), ahead.zone()));
    }
    return planSeriesChange(context, *open, values, SeriesScope::All);
}

} // namespace

Result<Activity> readAhead(const ReadContext &context, qint64 open, const QString &occurrence)
{
    auto ahead = aheadOf(context, open, occurrence);
    auto activity = ahead ? readActivity(context, open) : Result<Activity>(ahead.error());
    if (!activity)
        return activity;
    activity->deadline = ahead->values.value(Codes::deadline);
    activity->details.start = ahead->values.value(Codes::start);
    activity->recurrence = ahead->next.recurrence;
    activity->occurrence = occurrence;
    activity->number.clear(); // that of the open one
    return activity;
}

bool isAhead(const ReadContext &context, const Activity &activity)
{
    if (activity.id == 0 || activity.series.isEmpty())
        return false;
    const auto open = readItem(context, {context.schema->type(Codes::activity)->id, activity.id, {}});
    return open && activity.occurrence > open->text(Codes::occurrence);
}

Result<ChangeSet> planChangeAhead(const ReadContext &context, qint64 open, const QString &occurrence,
                                  const QHash<QString, Value> &values, SeriesScope scope)
{
    auto ahead = aheadOf(context, open, occurrence);
    if (!ahead)
        return ahead.error();
    if (scope == SeriesScope::All)
        return changeAll(context, *ahead, values);
    QHash<QString, Value> all = ahead->values;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        all.insert(it.key(), *it);
    return scope == SeriesScope::This ? changeAlone(context, *ahead, all) : changeFollowing(context, *ahead, all);
}

Result<ChangeSet> planDeleteAhead(const ReadContext &context, qint64 open, const QString &occurrence, SeriesScope scope)
{
    auto ahead = aheadOf(context, open, occurrence);
    if (!ahead)
        return ahead.error();
    ChangeSet changes = ChangeSet::of(ActKinds::remove, ahead->title());
    if (scope == SeriesScope::This) {
        addException(changes, ahead->series(), occurrence, u"skipped"_s);
        return changes;
    }
    if (scope == SeriesScope::Following) {
        auto ended = endSeriesBefore(context, changes, ahead->series(), occurrence);
        return ended ? Result<ChangeSet>(changes) : Result<ChangeSet>(ended.error());
    }
    auto activity = readActivity(context, open);
    return activity ? planSeriesDelete(context, *activity, scope) : Result<ChangeSet>(activity.error());
}

} // namespace Kartoteka
