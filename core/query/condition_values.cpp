// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_values.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"
#include "core/schema/list_values.h"
#include "core/schema/relations.h"
#include "core/store/db/sql_name.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

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

QString contains(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + escaped + u'%';
}

/// What holds when the field is empty, or @p positive does not.
QString negated(const QString &column, const QString &positive)
{
    return u"(%1 IS NULL OR NOT %2)"_s.arg(column, positive);
}

ParseContext parseContext(const ReadContext &context)
{
    return {.schema = *context.schema,
            .currency = {},
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

/// Of what a saved filter names by a code that is no longer there: what it was called. Empty: nothing was deleted of that code.
QString nameOfDeletedStage(const ReadContext &context, qint64 typeId, const QString &code)
{
    auto rows = context.connection.query(
        u"SELECT s.name, s.pipeline FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE p.entity_type = ? AND s.code = ? "
        "AND (s.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL) ORDER BY s.deleted_at DESC LIMIT 1"_s,
        {typeId, code});
    if (!rows || !rows->next())
        return {};
    Stage stage;
    stage.code = code;
    stage.name = rows->text(0);
    stage.pipeline = rows->integer(1);
    return displayName(*context.schema, stage);
}

QString nameOfDeletedValue(const ReadContext &context, const Field &field, const QString &code)
{
    ListValue value;
    value.field = field.valuesFrom != 0 ? field.valuesFrom : field.id;
    value.code = code;
    auto rows = context.connection.query(
        u"SELECT name FROM list_value WHERE field = ? AND code = ? AND deleted_at IS NOT NULL"_s, {value.field, code});
    if (!rows || !rows->next())
        return {};
    value.name = rows->text(0);
    return displayName(*context.schema, value);
}

/// A value of the field; "me" is the user who asks.
Result<Value> valueOf(const CompileContext &context, const Field &field, const Condition &c, const QString &text)
{
    if (field.type == FieldType::User && text.compare(u"me"_s, Qt::CaseInsensitive) == 0)
        return Value(context.moment.user);
    Field single = field;
    single.multiple = false;
    auto value = parseValue(parseContext(context.read), single, text);
    if (value)
        return value;
    if (const QString name = field.type == FieldType::List ? nameOfDeletedValue(context.read, field, text) : QString();
        !name.isEmpty()) {
        return Error::usage(Texts::tr("“%1” was deleted from the list “%2”: choose another value in the filter.")
                                .arg(name, displayName(field)),
                            c.field);
    }
    return misfit(c, value.error().message);
}

/// All texts of an item stand in its search index: what it does not know the column cannot contain.
void narrowBySearch(const CompileContext &context, const QString &part, CompiledQuery &out)
{
    constexpr qsizetype trigram = 3;
    if (context.scan || !context.table.isItem || part.size() < trigram)
        return;
    out.where = u"(t.id IN (SELECT rowid FROM %1 WHERE %1 MATCH ?) AND %2)"_s.arg(sqlName(context.table.name, u"_search"),
                                                                                  out.where);
    out.bound.prepend(u'"' + QString(part).replace(u'"', u"\"\""_s) + u'"');
}

} // namespace

bool isOrdering(Comparison comparison)
{
    return comparison == Comparison::Less || comparison == Comparison::LessOrEqual || comparison == Comparison::Greater
        || comparison == Comparison::GreaterOrEqual;
}

bool isNegative(Comparison comparison)
{
    return comparison == Comparison::NotEqual || comparison == Comparison::NotIn || comparison == Comparison::NotContains;
}

bool isContaining(Comparison comparison)
{
    return comparison == Comparison::Contains || comparison == Comparison::NotContains;
}

Error misfit(const Condition &condition, const QString &what)
{
    return {ErrorCode::Usage,
            Texts::tr("%1 (column %2 of “%3”)").arg(what).arg(condition.column + 1).arg(conditionText(condition)),
            {},
            condition.field};
}

Error noStage(const CompileContext &context, const Condition &condition, const QString &text)
{
    const QString name = nameOfDeletedStage(context.read, context.table.typeId, text);
    if (name.isEmpty())
        return misfit(condition, Texts::tr("There is no stage “%1”").arg(text));
    return Error::usage(Texts::tr("The stage “%1” was deleted: choose another one in the filter.").arg(name),
                        condition.field);
}

Error wrongOperator(const Condition &condition)
{
    return misfit(condition, Texts::tr("This comparison does not fit the field “%1”").arg(condition.field));
}

Result<CompiledQuery> compareText(const CompileContext &context, const Condition &c, const QString &column)
{
    CompiledQuery out;
    const QString first = fold(c.values.value(0));
    switch (c.comparison) {
    case Comparison::Equal: return CompiledQuery{column + u" = ?"_s, {first}};
    case Comparison::NotEqual: return CompiledQuery{column + u" IS NOT ?"_s, {first}};
    case Comparison::Contains:
        out = {column + u" LIKE ? ESCAPE '\\'"_s, {contains(first)}};
        narrowBySearch(context, first, out);
        return out;
    case Comparison::NotContains:
        return CompiledQuery{u"coalesce(%1, '') NOT LIKE ? ESCAPE '\\'"_s.arg(column), {contains(first)}};
    case Comparison::In:
    case Comparison::NotIn: {
        QStringList marks;
        for (const QString &value : c.values) {
            marks << u"?"_s;
            out.bound << fold(value);
        }
        out.where = u"%1 IN (%2)"_s.arg(column, marks.join(u','));
        if (c.comparison == Comparison::NotIn)
            out.where = negated(column, out.where);
        return out;
    }
    default:
        if (!isOrdering(c.comparison))
            return wrongOperator(c);
        return CompiledQuery{u"%1 %2 ?"_s.arg(column, sqlOperator(c.comparison)), {first}};
    }
}

Result<CompiledQuery> compareMembers(const CompileContext &context, const Field &field, const Condition &c)
{
    if (isOrdering(c.comparison))
        return wrongOperator(c);
    const bool like = isContaining(c.comparison);
    CompiledQuery out;
    QStringList alternatives;
    QString part;
    out.bound << context.table.typeId << field.id;
    for (const QString &text : c.values) {
        if (holdsTexts(field.type)) {
            const bool phone = field.type == FieldType::Phone;
            const QString exact = phone ? normalizePhone(text, context.read.schema->phoneRegion()) : fold(text);
            part = phone ? digitsOf(text) : fold(text);
            alternatives << (like ? u"m.key LIKE ? ESCAPE '\\'"_s : u"m.key = ?"_s);
            out.bound << (like ? contains(part) : exact.isEmpty() ? part : exact);
        } else {
            auto value = valueOf(context, field, c, text);
            if (!value)
                return value.error();
            const bool isList = field.type == FieldType::List;
            alternatives << (isList ? u"m.ref IN (%1)"_s.arg(heldIdsSql(*context.read.schema, value->toLongLong()))
                                    : u"m.ref = ?"_s);
            if (!isList)
                out.bound << *value;
        }
    }
    out.where = u"t.id IN (SELECT m.item FROM multi_value m WHERE m.entity_type = ? AND m.field = ? AND (%1))"_s.arg(
        alternatives.join(u" OR "_s));
    if (context.scan || like || isNegative(c.comparison)) {
        // One item at a time: by the index of its values.
        out.where =
            u"%1EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = ? AND m.item = t.id AND m.field = ? AND (%2))"_s
                .arg(isNegative(c.comparison) ? u"NOT "_s : QString(), alternatives.join(u" OR "_s));
    }
    if (const Field *inverse = inverseOf(*context.read.schema, field)) {
        // The same relation, as the other side has it.
        const QVariantList values = out.bound.mid(2);
        const QString listed = u"t.id IN (SELECT m.ref FROM multi_value m WHERE m.field = %1 AND m.item IN (%2))"_s.arg(
            QString::number(inverse->id), QStringList(values.size(), u"?"_s).join(u','));
        out.where = isNegative(c.comparison) ? u"(%1 AND NOT %2)"_s.arg(out.where, listed)
                                             : u"(%1 OR %2)"_s.arg(out.where, listed);
        out.bound += values;
    }
    if (c.comparison == Comparison::Contains)
        narrowBySearch(context, part, out);
    return out;
}

Result<DateSpan> spanOf(const CompileContext &context, const Condition &c, const QString &text)
{
    const auto span = parseDateSpan(text, context.moment.today(), context.moment.firstDay);
    return span ? Result<DateSpan>(*span)
                : Result<DateSpan>(misfit(c, Texts::tr("“%1” is not a date or a period").arg(text)));
}

/// Days, as local midnights for instants and as ISO texts for dates.
Result<CompiledQuery> compareDays(const CompileContext &context, const Field &field, const Condition &c)
{
    const QString column = u"t."_s + sqlName(field.column);
    const bool instant = field.type == FieldType::DateTime;
    const auto bound = [&](const QDate &day) -> QVariant {
        return instant ? QVariant(day.startOfDay().toMSecsSinceEpoch()) : QVariant(day.toString(Qt::ISODate));
    };
    if (isContaining(c.comparison))
        return wrongOperator(c);
    if (instant && c.values.value(0).contains(u':') && !c.values.value(0).contains(u".."_s)) {
        const auto ms = parseInstant(c.values.value(0));
        if (!ms)
            return misfit(c, Texts::tr("“%1” is not a date").arg(c.values.value(0)));
        if (isNegative(c.comparison))
            return CompiledQuery{column + u" IS NOT ?"_s, {*ms}};
        return CompiledQuery{u"%1 %2 ?"_s.arg(column, sqlOperator(c.comparison)), {*ms}};
    }
    CompiledQuery out;
    QStringList alternatives;
    for (const QString &text : c.values) {
        auto span = spanOf(context, c, text);
        if (!span)
            return span.error();
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
        default: add(u">="_s, first); add(u"<"_s, after);
        }
        alternatives << (parts.isEmpty() ? u"0"_s : u'(' + parts.join(u" AND "_s) + u')');
    }
    out.where = u'(' + alternatives.join(u" OR "_s) + u')';
    if (isNegative(c.comparison))
        out.where = negated(column, out.where);
    return out;
}

namespace {

/// "100..200", either end open. Nothing for what is no range.
Result<CompiledQuery> numberRange(const CompileContext &context, const Field &field, const Condition &c, const QString &text)
{
    const QString column = u"t."_s + sqlName(field.column);
    const qsizetype dots = text.indexOf(u".."_s);
    CompiledQuery out;
    QStringList parts;
    const auto add = [&](const QString &op, const QString &end) -> Result<void> {
        if (end.trimmed().isEmpty())
            return {};
        auto value = valueOf(context, field, c, end);
        if (!value)
            return value.error();
        parts << u"%1 %2 ?"_s.arg(column, op);
        out.bound << (field.type == FieldType::Money ? QVariant(value->value<Money>().minor) : *value);
        return {};
    };
    auto done = add(u">="_s, text.left(dots));
    if (done)
        done = add(u"<="_s, text.mid(dots + 2));
    if (!done)
        return done.error();
    if (parts.isEmpty())
        return misfit(c, Texts::tr("The range has neither beginning nor end"));
    out.where = u'(' + parts.join(u" AND "_s) + u')';
    return out;
}

Result<CompiledQuery> oneValue(const CompileContext &context, const Field &field, const Condition &c, const QString &text)
{
    const QString column = u"t."_s + sqlName(field.column);
    auto value = valueOf(context, field, c, text);
    if (!value)
        return value.error();
    const QString op = sqlOperator(c.comparison);
    if (field.type == FieldType::Money) {
        const auto money = value->value<Money>();
        const bool named = money.currency != context.read.schema->baseCurrency()
            || text.contains(money.currency, Qt::CaseInsensitive);
        if (!named)
            return CompiledQuery{u"%1 %2 ?"_s.arg(column, op), {money.minor}};
        return CompiledQuery{u"(%1 %2 ? AND t.%3 = ?)"_s.arg(column, op, sqlName(field.column, u"_currency")),
                             {money.minor, money.currency}};
    }
    if (field.type == FieldType::List) {
        const QString held = heldIdsSql(*context.read.schema, value->toLongLong());
        return CompiledQuery{held.contains(u',') ? u"%1 IN (%2)"_s.arg(column, held) : u"%1 = %2"_s.arg(column, held), {}};
    }
    // What was there before the field was has nothing in its column, which counts as "no".
    if (field.type == FieldType::Boolean)
        return CompiledQuery{column + (value->toBool() ? u" IS 1"_s : u" IS NOT 1"_s), {}};
    return CompiledQuery{u"%1 %2 ?"_s.arg(column, op), {*value}};
}

} // namespace

Result<CompiledQuery> compareValue(const CompileContext &context, const Field &field, const Condition &c)
{
    if (isContaining(c.comparison) || (isOrdering(c.comparison) && holdsReference(field.type)))
        return wrongOperator(c);
    const bool isNumber = field.type == FieldType::Money || field.type == FieldType::Integer
        || field.type == FieldType::Number;
    CompiledQuery out;
    QStringList alternatives;
    for (const QString &text : c.values) {
        auto one = isNumber && text.contains(u".."_s) ? numberRange(context, field, c, text)
                                                      : oneValue(context, field, c, text);
        if (!one)
            return one.error();
        alternatives << one->where;
        out.bound << one->bound;
    }
    out.where = u'(' + alternatives.join(u" OR "_s) + u')';
    if (isNegative(c.comparison)) {
        out.where = field.type == FieldType::Boolean ? u"NOT "_s + out.where
                                                     : negated(u"t."_s + sqlName(field.column), out.where);
    }
    return out;
}

QList<qint64> stagesNamed(const Schema &schema, qint64 typeId, const QString &text)
{
    const QString wanted = fold(text);
    const QString group = wanted.startsWith(u"group "_s) ? wanted.mid(6).trimmed() : QString();
    QList<qint64> found;
    for (const Pipeline &pipeline : schema.pipelines(typeId)) {
        for (const Stage &stage : schema.stages(pipeline.id)) {
            const QStringList names = knownNames(schema, stage);
            const bool named = group.isEmpty()
                ? std::any_of(names.begin(), names.end(), [&](const QString &name) { return fold(name) == wanted; })
                : stageGroupName(stage.group) == group;
            if (named)
                found.append(stage.id);
        }
    }
    return found;
}

Result<CompiledQuery> compareStage(const CompileContext &context, const Field &field, const Condition &c)
{
    if (isContaining(c.comparison) || isOrdering(c.comparison))
        return wrongOperator(c);
    QStringList ids;
    for (const QString &text : c.values) {
        const QList<qint64> stages = stagesNamed(*context.read.schema, context.table.typeId, text);
        if (stages.isEmpty())
            return noStage(context, c, text);
        for (const qint64 stage : stages)
            ids << QString::number(stage);
    }
    const QString column = u"t."_s + sqlName(field.column);
    const QString in = u"%1 IN (%2)"_s.arg(column, ids.join(u','));
    return CompiledQuery{isNegative(c.comparison) ? negated(column, in) : in, {}};
}

} // namespace Kartoteka
