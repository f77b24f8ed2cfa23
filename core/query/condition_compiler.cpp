// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_compiler.h"

#include "core/base/texts.h"
#include "core/items/field_path.h"
#include "core/items/value_parse.h"
#include "core/query/condition_values.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "core/schema/relations.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/busy_times.h"
#include "core/store/kept/filled_fields.h"

namespace Kartoteka {

namespace {

const QString activityPath = u"activity"_s;

Error noField(const Condition &condition, const QString &name)
{
    return {ErrorCode::Usage,
            Texts::tr("There is no field “%1” (column 1 of “%2”)").arg(name, conditionText(condition)),
            {},
            condition.field};
}

Result<CompiledQuery> compileGroup(const CompileContext &context, const Condition &group)
{
    CompiledQuery out;
    QStringList parts;
    for (const Condition &part : group.parts) {
        auto one = compileCondition(context, part);
        if (!one)
            return one;
        parts << one->where;
        out.bound << one->bound;
    }
    const bool any = group.comparison != Comparison::All;
    out.where = parts.isEmpty() ? u"1"_s : u'(' + parts.join(any ? u" OR "_s : u" AND "_s) + u')';
    // NULL is not true either: an empty field does not hold, so its negation does.
    if (group.comparison == Comparison::Neither)
        out.where = u"NOT coalesce(%1, 0)"_s.arg(out.where);
    return out;
}

/// The stage it was made in, or was moved to at any time or in a period.
Result<CompiledQuery> onStageHistory(const CompileContext &context, const Field &field, const Condition &c)
{
    if (field.type != FieldType::Stage)
        return wrongOperator(c);
    const Schema &schema = *context.read.schema;
    const QList<qint64> stages = stagesNamed(schema, context.table.typeId, c.values.value(0));
    if (stages.isEmpty())
        return noStage(context, c, c.values.value(0));
    QStringList marks;
    CompiledQuery out;
    for (const qint64 id : stages) {
        marks << u"?"_s;
        out.bound << id;
    }
    QString period;
    if (c.values.size() > 1) {
        auto span = spanOf(context, c, c.values[1]);
        if (!span)
            return span.error();
        if (span->first.isValid()) {
            period += u" AND v.entered_at >= ?"_s;
            out.bound << span->first.startOfDay().toMSecsSinceEpoch();
        }
        if (span->last.isValid()) {
            period += u" AND v.entered_at < ?"_s;
            out.bound << span->last.addDays(1).startOfDay().toMSecsSinceEpoch();
        }
    }
    const QString visits = u"FROM stage_visit v WHERE v.stage IN (%1)%2"_s.arg(marks.join(u','), period);
    out.where = context.scan ? u"EXISTS (SELECT 1 %1 AND v.item = t.id)"_s.arg(visits)
                             : u"t.id IN (SELECT v.item %1)"_s.arg(visits);
    return out;
}

CompiledQuery onEmptiness(const Schema &schema, const Field &field, const Condition &c)
{
    const bool empty = c.comparison == Comparison::Empty;
    if (field.type == FieldType::Boolean)
        return CompiledQuery{u"t.%1 IS %2"_s.arg(sqlName(field.column), empty ? u"NULL"_s : u"NOT NULL"_s), {}};
    const Field *inverse = inverseOf(schema, field);
    if (!inverse)
        return CompiledQuery{filledCondition(field.id, !empty), {}};
    // Of a relation either side may hold it.
    const QString named = u"EXISTS (SELECT 1 FROM multi_value m WHERE m.field = %1 AND m.ref = t.id)"_s.arg(inverse->id);
    return CompiledQuery{empty ? u"(%1 AND NOT %2)"_s.arg(filledCondition(field.id, false), named)
                               : u"(%1 OR %2)"_s.arg(filledCondition(field.id, true), named),
                         {}};
}

/// What the item has planned: any, none, overdue, today, incoming.
Result<CompiledQuery> onPlan(const CompileContext &context, const Condition &c)
{
    const qint64 type = context.table.typeId;
    // Few have a plan: they are listed, unless rows are looked at one by one or those without one are meant.
    const auto planned = [&](bool has, const QString &which, const QVariantList &bound) {
        const QString listed = u"t.id IN (SELECT p.item FROM item_plan p WHERE p.item_type = ? AND %1)"_s;
        const QString looked = u"%2EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = ? AND p.item = t.id AND %1)"_s;
        CompiledQuery out{has && !context.scan ? listed.arg(which) : looked.arg(which, has ? QString() : u"NOT "_s), {type}};
        out.bound << bound;
        return out;
    };
    const bool negative = c.comparison == Comparison::NotEqual;
    const QString not_ = negative ? u"NOT "_s : QString();
    const QString open = u"p.open > 0"_s;
    if (c.comparison == Comparison::Empty || c.comparison == Comparison::NotEmpty)
        return planned(c.comparison == Comparison::NotEmpty, open, {});
    if (c.comparison != Comparison::Equal && !negative)
        return wrongOperator(c);
    QString what = c.values.value(0).toLower();
    const bool own = what.startsWith(u"my ");
    if (own)
        what.remove(0, 3);
    // The counters' own rule (core/activities/counters); lights of one's own activities, whoever's their items are.
    const auto lit = [&](const QString &which, const QVariantList &bound) {
        CompiledQuery out{
            u"t.id %1IN (SELECT l.item FROM activity_link l WHERE l.item_type = ? AND l.done = 0 AND %2%3)"_s.arg(
                not_, which, own ? u" AND l.activity_responsible = ?"_s : QString()),
            {type}};
        out.bound << bound;
        if (own)
            out.bound << context.moment.user;
        return out;
    };
    if (what == u"due")
        return lit(u"l.incoming = 0 AND l.lit_at <= ?"_s, {context.moment.now});
    if (own && what == u"incoming")
        return lit(u"l.incoming = 1"_s, {});
    if (own)
        return misfit(c, Texts::tr("Of activities of one's own, due or incoming ones can be asked for"));
    if (what == u"none")
        return planned(negative, open, {});
    if (what == u"any" || what == u"planned")
        return planned(!negative, open, {});
    if (what == u"incoming")
        return planned(!negative, u"p.incoming > 0"_s, {});
    if (what == u"overdue")
        return planned(!negative, u"p.next_deadline < ?"_s, {context.moment.now});
    if (what == u"today") {
        const QDate today = context.moment.today();
        return CompiledQuery{
            u"t.id %1IN (SELECT l.item FROM activity_link l WHERE l.item_type = ? AND l.done = 0 AND "
            "(l.incoming OR (l.deadline >= ? AND l.deadline < ?)))"_s.arg(not_),
            {type, today.startOfDay().toMSecsSinceEpoch(), today.addDays(1).startOfDay().toMSecsSinceEpoch()}};
    }
    if (what == u"clash") {
        const QString clashing = clashingBookings(u"b.activity"_s, u"1"_s, BookingLength::Short) + u" UNION "_s
            + clashingBookings(u"b.activity"_s, u"1"_s, BookingLength::Long);
        CompiledQuery out{context.table.isItem ? u"t.id %1IN (SELECT l.item FROM activity_link l WHERE l.activity IN (%2) "
                                                 "AND l.item_type = ?)"_s.arg(not_, clashing)
                                               : u"t.id %1IN (%2)"_s.arg(not_, clashing),
                          QVariantList(4, context.moment.now)};
        if (context.table.isItem)
            out.bound << type;
        return out;
    }
    return misfit(c, Texts::tr("Activities are any, none, due, overdue, today, incoming or clash"));
}

/// A condition on what the first word of its path leads to.
Result<CompiledQuery> onPath(const CompileContext &context, const Condition &c)
{
    const QString head = c.field.section(u'.', 0, 0);
    Condition rest = c;
    rest.field = c.field.section(u'.', 1);
    const Schema &schema = *context.read.schema;
    const auto inner = [&](const EntityType &type) -> Result<CompiledQuery> {
        const CompileContext there{context.read, *context.read.table(type.id), context.moment, false};
        auto condition = compileCondition(there, rest);
        if (!condition)
            return condition;
        condition->where = u"SELECT t.id FROM %1 t WHERE t.deleted_at IS NULL AND %2"_s.arg(sqlName(type.table),
                                                                                            condition->where);
        return condition;
    };
    if (head == activityPath) {
        auto activities = inner(*schema.type(activityPath));
        if (!activities)
            return activities;
        activities->where = u"t.id IN (SELECT l.item FROM activity_link l WHERE l.item_type = %1 AND l.done = 0 "
                            "AND l.activity IN (%2))"_s.arg(QString::number(context.table.typeId), activities->where);
        return activities;
    }
    const Field *link = findLink(schema, context.table.typeId, head);
    if (!link)
        return noField(c, head);
    if (rest.field == u"name")
        rest.field = Codes::title;
    auto items = inner(*schema.type(link->target));
    if (!items)
        return items;
    const QString found = items->where;
    items->where = link->multiple
        ? u"t.id IN (SELECT m.item FROM multi_value m WHERE m.entity_type = %1 AND m.field = %2 AND m.ref IN (%3))"_s.arg(
            QString::number(context.table.typeId), QString::number(link->id), items->where)
        : u"t.%1 IN (%2)"_s.arg(sqlName(link->column), items->where);
    if (const Field *inverse = inverseOf(schema, *link)) {
        items->where = u"(%1 OR t.id IN (SELECT m.ref FROM multi_value m WHERE m.field = %2 AND m.item IN (%3)))"_s.arg(
            items->where, QString::number(inverse->id), found);
        items->bound += QVariantList(items->bound);
    }
    return items;
}

/// Numbers are kept without the dress in which people see them.
Condition withPlainNumbers(const CompileContext &context, Condition condition)
{
    const EntityType *type = context.read.schema->type(context.table.typeId);
    for (QString &value : condition.values)
        value = type ? plainNumber(*context.read.schema, *type, value) : value;
    return condition;
}

} // namespace

Result<CompiledQuery> compileCondition(const CompileContext &context, const Condition &condition)
{
    if (condition.isGroup())
        return compileGroup(context, condition);
    if (condition.field == u"id" || condition.field == u"number")
        return compareText(context, withPlainNumbers(context, condition),
                           context.table.indexOf(u"number"_s) >= 0 ? u"t.number"_s : u"CAST(t.id AS TEXT)"_s);
    if (condition.field.contains(u'.'))
        return onPath(context, condition);
    const Field *field = findField(*context.read.schema, context.table.typeId, condition.field);
    if (!field && condition.field == activityPath)
        return onPlan(context, condition);
    if (!field)
        return noField(condition, condition.field);
    if (condition.comparison == Comparison::Empty || condition.comparison == Comparison::NotEmpty)
        return onEmptiness(*context.read.schema, *field, condition);
    if (condition.comparison == Comparison::Ever)
        return onStageHistory(context, *field, condition);
    if (condition.values.isEmpty() && (condition.comparison == Comparison::In || condition.comparison == Comparison::NotIn))
        return CompiledQuery{condition.comparison == Comparison::In ? u"0"_s : u"1"_s, {}}; // among none
    if (field->multiple || holdsTexts(field->type))
        return compareMembers(context, *field, condition);
    switch (field->type) {
    case FieldType::String:
    case FieldType::Text:
    case FieldType::Address: return compareText(context, condition, u"t."_s + sqlName(field->column, u"_fold"));
    case FieldType::Date:
    case FieldType::DateTime: return compareDays(context, *field, condition);
    case FieldType::Stage: return compareStage(context, *field, condition);
    default: return compareValue(context, *field, condition);
    }
}

} // namespace Kartoteka
