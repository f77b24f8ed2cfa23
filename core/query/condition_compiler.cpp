// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_compiler.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

Error misfit(const Condition &condition, const QString &what)
{
    return {ErrorCode::Usage,
            Texts::tr("%1 (column %2 of “%3”)").arg(what).arg(condition.column + 1).arg(conditionText(condition)),
            {},
            condition.field};
}

Error wrongOperator(const Condition &condition)
{
    return misfit(condition, Texts::tr("This comparison does not fit the field “%1”").arg(condition.field));
}

QString sqlOperator(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return u"<"_s;
    case Comparison::LessOrEqual: return u"<="_s;
    case Comparison::Greater: return u">"_s;
    case Comparison::GreaterOrEqual: return u">="_s;
    default: return u"="_s;
    }
}

bool isOrdering(Comparison comparison)
{
    return comparison == Comparison::Less || comparison == Comparison::LessOrEqual || comparison == Comparison::Greater
        || comparison == Comparison::GreaterOrEqual;
}

QString contains(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + escaped + u'%';
}

ParseContext parseContext(const ReadContext &context)
{
    return {.schema = *context.schema,
            .currency = {},
            .dayFirst = true,
            .findItem = [&context](const QString &code, const QString &text) -> qint64 {
                const EntityType *type = context.schema->type(code);
                if (!type)
                    return 0;
                if (auto id = findByNumber(context, type->id, text))
                    return *id;
                auto ids = findByTitle(context, type->id, text, 1);
                return ids && !ids->isEmpty() ? ids->first() : 0;
            }};
}

Result<CompiledQuery> onText(const Condition &c, const QString &column)
{
    CompiledQuery out;
    const QString first = fold(c.values.value(0));
    switch (c.comparison) {
    case Comparison::Equal: out = {column + u" = ?"_s, {first}}; break;
    case Comparison::NotEqual: out = {column + u" IS NOT ?"_s, {first}}; break;
    case Comparison::Contains: out = {column + u" LIKE ? ESCAPE '\\'"_s, {contains(first)}}; break;
    case Comparison::NotContains: out = {u"coalesce(%1, '') NOT LIKE ? ESCAPE '\\'"_s.arg(column), {contains(first)}}; break;
    case Comparison::In: {
        QStringList marks;
        for (const QString &value : c.values) {
            marks << u"?"_s;
            out.bound << fold(value);
        }
        out.where = u"%1 IN (%2)"_s.arg(column, marks.join(u','));
        break;
    }
    default:
        if (!isOrdering(c.comparison))
            return wrongOperator(c);
        out = {u"%1 %2 ?"_s.arg(column, sqlOperator(c.comparison)), {first}};
    }
    return out;
}

Result<CompiledQuery> onMembers(const ReadContext &context, const RecordTable &table, const Field &field, const Condition &c)
{
    if (isOrdering(c.comparison))
        return wrongOperator(c);
    const bool negative = c.comparison == Comparison::NotEqual || c.comparison == Comparison::NotContains;
    const bool like = c.comparison == Comparison::Contains || c.comparison == Comparison::NotContains;
    CompiledQuery out;
    QStringList alternatives;
    out.bound << table.typeId << field.id;
    const ParseContext parse = parseContext(context);
    for (const QString &text : c.values) {
        if (holdsTexts(field.type)) {
            const bool phone = field.type == FieldType::Phone;
            const QString exact = phone ? normalizePhone(text, context.schema->phoneRegion()) : fold(text);
            const QString part = phone ? digitsOf(text) : fold(text);
            alternatives << (like ? u"m.key LIKE ? ESCAPE '\\'"_s : u"m.key = ?"_s);
            out.bound << (like ? contains(part) : exact.isEmpty() ? part : exact);
        } else {
            Field single = field;
            single.multiple = false;
            auto value = parseValue(parse, single, text);
            if (!value)
                return misfit(c, value.error().message);
            alternatives << u"m.ref = ?"_s;
            out.bound << *value;
        }
    }
    out.where =
        u"%1EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = ? AND m.item = t.id AND m.field = ? AND (%2))"_s.arg(
            negative ? u"NOT "_s : QString(), alternatives.join(u" OR "_s));
    return out;
}

/// Days, as local midnights for instants and as ISO texts for dates.
Result<CompiledQuery> onDays(const Field &field, const Condition &c, const QueryMoment &moment)
{
    const QString column = u"t."_s + field.column;
    const bool instant = field.type == FieldType::DateTime;
    const auto bound = [&](const QDate &day) -> QVariant {
        return instant ? QVariant(day.startOfDay().toMSecsSinceEpoch()) : QVariant(day.toString(Qt::ISODate));
    };
    if (instant && c.values.value(0).contains(u':') && !c.values.value(0).contains(u".."_s)) {
        const auto ms = parseInstant(c.values.value(0));
        if (!ms)
            return misfit(c, Texts::tr("“%1” is no date").arg(c.values.value(0)));
        if (c.comparison == Comparison::NotEqual)
            return CompiledQuery{column + u" IS NOT ?"_s, {*ms}};
        return CompiledQuery{u"%1 %2 ?"_s.arg(column, sqlOperator(c.comparison)), {*ms}};
    }
    CompiledQuery out;
    QStringList alternatives;
    for (const QString &text : c.values) {
        const auto span = parseDateSpan(text, moment.today, moment.firstDay);
        if (!span)
            return misfit(c, Texts::tr("“%1” is no date or period").arg(text));
        const QVariant first = span->first.isValid() ? bound(span->first) : QVariant();
        const QVariant after = span->last.isValid() ? bound(span->last.addDays(1)) : QVariant();
        QStringList parts;
        const auto add = [&](const QString &op, const QVariant &value) {
            if (!value.isValid())
                return;
            parts << u"%1 %2 ?"_s.arg(column, op);
            out.bound << value;
        };
        switch (c.comparison) {
        case Comparison::Less: add(u"<"_s, first); break;
        case Comparison::LessOrEqual: add(u"<"_s, after); break;
        case Comparison::Greater: add(u">="_s, after); break;
        case Comparison::GreaterOrEqual: add(u">="_s, first); break;
        case Comparison::Equal:
        case Comparison::NotEqual:
        case Comparison::In:
            add(u">="_s, first);
            add(u"<"_s, after);
            break;
        default: return wrongOperator(c);
        }
        alternatives << (parts.isEmpty() ? u"0"_s : u'(' + parts.join(u" AND "_s) + u')');
    }
    out.where = u'(' + alternatives.join(u" OR "_s) + u')';
    if (c.comparison == Comparison::NotEqual)
        out.where = u"(%1 IS NULL OR NOT %2)"_s.arg(column, out.where);
    return out;
}

Result<CompiledQuery> onValue(const ReadContext &context, const Field &field, const Condition &c)
{
    const QString column = u"t."_s + field.column;
    const ParseContext parse = parseContext(context);
    if (c.comparison == Comparison::Contains || c.comparison == Comparison::NotContains)
        return wrongOperator(c);
    if (isOrdering(c.comparison) && holdsReference(field.type))
        return wrongOperator(c);
    CompiledQuery out;
    QStringList alternatives;
    for (const QString &text : c.values) {
        auto value = parseValue(parse, field, text);
        if (!value)
            return misfit(c, value.error().message);
        if (field.type == FieldType::Money) {
            const auto money = value->value<Money>();
            const bool named = money.currency != context.schema->baseCurrency()
                || text.contains(money.currency, Qt::CaseInsensitive);
            alternatives << u"%1 %2 ?%3"_s.arg(column, sqlOperator(c.comparison),
                                               named ? u" AND %1_currency = ?"_s.arg(column) : QString());
            out.bound << money.minor;
            if (named)
                out.bound << money.currency;
        } else {
            alternatives << u"%1 %2 ?"_s.arg(column, sqlOperator(c.comparison));
            out.bound << (field.type == FieldType::Boolean ? QVariant(value->toBool() ? 1 : 0) : *value);
        }
    }
    out.where = u'(' + alternatives.join(u" OR "_s) + u')';
    if (c.comparison == Comparison::NotEqual)
        out.where = u"(%1 IS NULL OR NOT %2)"_s.arg(column, out.where);
    return out;
}

/// From the journal: the stage it was made in, or was moved to at any time.
Result<CompiledQuery> onStageHistory(const ReadContext &context, const RecordTable &table, const Field &field,
                                     const Condition &c)
{
    if (field.type != FieldType::Stage)
        return wrongOperator(c);
    const Stage *stage = context.schema->stage(findStage(*context.schema, table.typeId, 0, c.values.value(0)));
    if (!stage)
        return misfit(c, Texts::tr("There is no stage “%1”").arg(c.values.value(0)));
    const QString uid = uidText(stage->uid);
    return CompiledQuery{u"EXISTS (SELECT 1 FROM journal j WHERE j.owner_type = ? AND j.owner_id = t.id AND j.entity = ? "
                         "AND (json_extract(j.patch, '$.stage') = ? OR json_extract(j.patch, '$.stage[1]') = ?))"_s,
                         {table.typeId, table.entity, uid, uid}};
}

Result<CompiledQuery> onEmptiness(const RecordTable &table, const Field &field, const Condition &c)
{
    const bool empty = c.comparison == Comparison::Empty;
    if (field.multiple || holdsTexts(field.type)) {
        return CompiledQuery{
            u"%1EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = ? AND m.item = t.id AND m.field = ?)"_s.arg(
                empty ? u"NOT "_s : QString()),
            {table.typeId, field.id}};
    }
    return CompiledQuery{u"t.%1 IS %2"_s.arg(field.column, empty ? u"NULL"_s : u"NOT NULL"_s), {}};
}

} // namespace

Result<CompiledQuery> compileCondition(const ReadContext &context, const RecordTable &table, const Condition &condition,
                                       const QueryMoment &moment)
{
    if (condition.field == u"id" || condition.field == u"number")
        return onText(condition, u"t.number"_s);
    const Field *field = findField(*context.schema, table.typeId, condition.field);
    if (!field) {
        return Error{ErrorCode::Usage,
                     Texts::tr("There is no field “%1” (column 1 of “%2”)").arg(condition.field, conditionText(condition)),
                     {},
                     condition.field};
    }
    if (condition.comparison == Comparison::Empty || condition.comparison == Comparison::NotEmpty)
        return onEmptiness(table, *field, condition);
    if (condition.comparison == Comparison::Ever)
        return onStageHistory(context, table, *field, condition);
    if (field->multiple || holdsTexts(field->type))
        return onMembers(context, table, *field, condition);
    switch (field->type) {
    case FieldType::String:
    case FieldType::Text:
    case FieldType::Address: return onText(condition, u"t.%1_fold"_s.arg(field->column));
    case FieldType::Date:
    case FieldType::DateTime: return onDays(*field, condition, moment);
    default: return onValue(context, *field, condition);
    }
}

} // namespace Kartoteka
