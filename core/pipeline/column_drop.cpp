// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/column_drop.h"

#include "core/activities/plan_queries.h"
#include "core/base/texts.h"
#include "core/query/swimlanes.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

BoardDays daysAt(const Schema &schema, qint64 now)
{
    return {QDateTime::fromMSecsSinceEpoch(now), firstDayOfWeek(schema), WorkCalendar(schema)};
}

Result<ColumnDrop> dropOnPlans(const ReadContext &context, const ColumnSource &source, const Item &item, qint64 key,
                               qint64 now, qint64 person)
{
    auto acts = readPlannedActs(context, item.ref(), source.person());
    if (!acts)
        return acts.error();
    auto drop = planDrop(*context.schema, item.ref(), *acts, source, ActivityColumn(key), daysAt(*context.schema, now),
                         remindersFor(context, item.ref(), person));
    if (!drop)
        return drop.error();
    if (drop->changes.subject.isEmpty()) // a new activity has its title from a rule
        drop->changes.subject = item.text(Codes::title);
    return ColumnDrop{std::move(drop->changes), qint64(drop->lands)};
}

Error noField(const QString &code)
{
    return {ErrorCode::Refused, Texts::tr("This field no longer exists."), {}, code};
}

/// Values of an item, and its place among others; nothing where there is none of them.
ColumnDrop editInPlace(const Schema &schema, const Item &item, QList<FieldValue> values, const BoardPlace &place)
{
    if (const auto rank = rankBetween(place))
        values.append({u"rank"_s, *rank});
    ColumnDrop drop;
    drop.changes.kind = ActKinds::edit;
    drop.changes.subject = item.text(Codes::title);
    if (!values.isEmpty())
        drop.changes.update(schema.type(item.typeId)->code, item.id, std::move(values));
    return drop;
}

Result<ColumnDrop> dropOnColumn(const ReadContext &context, const ColumnSource &source, const Item &item, qint64 key,
                                const BoardPlace &place, const QList<FieldValue> &values, qint64 now, qint64 person)
{
    const Schema &schema = *context.schema;
    if (source.isStages()) {
        auto changes = planMove(schema, item, key, place, values);
        return changes ? Result<ColumnDrop>(ColumnDrop{std::move(*changes), key}) : Result<ColumnDrop>(changes.error());
    }
    if (source.isPlans())
        return dropOnPlans(context, source, item, key, now, person);
    const Value before = item.value(source.field());
    auto value = source.valueFor(key, before, now);
    if (!value)
        return value.error();
    const Field *field = schema.field(item.typeId, source.field());
    if (!field)
        return noField(source.field());
    QList<FieldValue> written = values;
    if (*value != before)
        written.append({field->column, *value});
    auto drop = editInPlace(schema, item, std::move(written), place);
    drop.lands = key;
    return drop;
}

/// Into another lane, another column, or both: one change of the item. @p values: of what the stage requires.
Result<ColumnDrop> dropInLane(const ReadContext &context, const Swimlanes &lanes, const Item &item, qint64 cell,
                              const BoardPlace &place, QList<FieldValue> values, qint64 now, qint64 person)
{
    const Field *field = context.schema->field(item.typeId, lanes.laneField());
    if (!field)
        return noField(lanes.laneField());
    const Value before = item.value(field->code);
    auto lane = lanes.laneValue(cell, before, now);
    if (!lane)
        return lane.error();
    if (*lane != before) {
        values.removeIf([&](const FieldValue &value) { return value.field == field->column; });
        values.append({field->column, *lane});
    }
    const ColumnSource &columns = *lanes.columns();
    const qint64 key = lanes.columnOf(cell).key;
    const bool staysInStage = columns.isStages() && item.reference(columns.field()) == key;
    auto drop = staysInStage ? Result<ColumnDrop>(editInPlace(*context.schema, item, std::move(values), place))
                             : dropOnColumn(context, columns, item, key, place, values, now, person);
    if (drop)
        drop->lands = cell;
    return drop;
}

} // namespace

Result<ColumnDrop> planDrop(const ReadContext &context, const ColumnSource &source, const Item &item, qint64 key,
                            const BoardPlace &place, const QList<FieldValue> &values, qint64 now, qint64 person)
{
    if (item.deleted)
        return Error{ErrorCode::Refused, Texts::tr("It is in the recycle bin. Restore it first."), {}, {}};
    return source.swimlanes() ? dropInLane(context, *source.swimlanes(), item, key, place, values, now, person)
                              : dropOnColumn(context, source, item, key, place, values, now, person);
}

Result<ColumnStart> startIn(const ReadContext &context, const ColumnSource &source, qint64 typeId, qint64 key,
                            const QUuid &item, qint64 now, qint64 person)
{
    if (const Swimlanes *lanes = source.swimlanes()) {
        auto lane = lanes->laneValue(key, {}, now);
        auto start = lane ? startIn(context, *lanes->columns(), typeId, lanes->columnOf(key).key, item, now, person)
                          : Result<ColumnStart>(lane.error());
        if (start)
            start->values.insert(lanes->laneField(), *lane);
        return start;
    }
    if (source.isPlans()) {
        const ItemRef made{typeId, 0, item};
        auto along = planNew(*context.schema, made, source, ActivityColumn(key), daysAt(*context.schema, now),
                             remindersFor(context, made, person));
        return along ? Result<ColumnStart>(ColumnStart{{}, std::move(*along)}) : Result<ColumnStart>(along.error());
    }
    auto value = source.valueFor(key, {}, now);
    return value ? Result<ColumnStart>(ColumnStart{{{source.field(), *value}}, {}}) : Result<ColumnStart>(value.error());
}

BulkAct bulkDrop(const SchemaPtr &schema, const ColumnsPtr &source, qint64 key, const QList<FieldValue> &values, qint64 now,
                 qint64 person)
{
    if (source->isStages())
        return bulkMove(schema, key, values);
    const bool isMove = source->swimlanes() && source->swimlanes()->columns()->isStages();
    const QString kind = isMove ? ActKinds::move : source->isPlans() ? ActKinds::reschedule : ActKinds::edit;
    return {kind, {}, [source, key, values, now, person](const ReadContext &context, const Item &item) {
                auto drop = planDrop(context, *source, item, key, {}, lackedOf(*context.schema, item, values), now, person);
                return drop ? Result<ChangeSet>(std::move(drop->changes)) : Result<ChangeSet>(drop.error());
            }};
}

} // namespace Kartoteka
