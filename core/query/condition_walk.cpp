// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_walk.h"

#include "core/items/value_parse.h"
#include "core/query/condition_compiler.h"
#include "core/query/condition_values.h"
#include "core/schema/relations.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

/// Texts and tags that contain a piece: the search index lists its rows in order.
std::optional<CompiledQuery> bySearchIndex(const CompileContext &context, const Field &field, const Condition &c,
                                           const QString &direction)
{
    const QString phrase = searchPhrase(context.table, soughtText(context, field, c.values.constFirst(), true));
    if (phrase.isEmpty())
        return std::nullopt;
    return CompiledQuery{u"SELECT rowid AS id FROM %1 WHERE %1 MATCH ? ORDER BY rowid%2"_s.arg(
                             sqlName(context.table.name, u"_search"), direction),
                         {phrase}};
}

/// A phone, address or tag as a whole.
std::optional<CompiledQuery> byMember(const CompileContext &context, const Field &field, const Condition &c,
                                      const QString &direction)
{
    return CompiledQuery{u"SELECT m.item AS id FROM multi_value m INDEXED BY multi_value_key WHERE m.key = ? AND "
                         "m.entity_type = ? AND m.field = ? GROUP BY m.item ORDER BY m.item%1"_s.arg(direction),
                         {soughtText(context, field, c.values.constFirst(), false), context.table.typeId, field.id}};
}

/// One value of a column: within it, an index goes on by id.
std::optional<CompiledQuery> byColumn(const CompileContext &context, const Field &field, const Condition &c,
                                      const QString &direction)
{
    const bool isRange = c.values.constFirst().contains(u".."_s);
    const bool isOneValue = field.type == FieldType::List || field.type == FieldType::User || field.type == FieldType::Link
        || field.type == FieldType::Integer || field.type == FieldType::Number || field.type == FieldType::Money
        || field.type == FieldType::String || field.type == FieldType::Address;
    if (!field.indexed || isRange || !isOneValue || inverseOf(*context.read.schema, field))
        return std::nullopt;
    const auto value = compileCondition(context, c);
    if (!value)
        return std::nullopt;
    return CompiledQuery{
        u"SELECT t.id AS id FROM %1 t INDEXED BY %2 WHERE t.deleted_at IS NULL AND %3 ORDER BY t.id%4"_s.arg(
            sqlName(context.table.name), sqlName(context.table.name + u'_' + field.column), value->where, direction),
        value->bound};
}

} // namespace

std::optional<CompiledQuery> rowsOfOneCondition(const ReadContext &context, const ItemQuery &query, bool descending)
{
    const RecordTable *table = context.table(query.typeId);
    if (!table || query.deleted)
        return std::nullopt;
    const CompileContext compiling{context, *table, momentOf(context, query), false};
    const QString direction = descending ? u" DESC"_s : QString();
    std::optional<CompiledQuery> whole;
    std::optional<CompiledQuery> column;
    for (const Condition &c : query.conditions) {
        const Field *field = c.isGroup() || c.values.size() != 1 ? nullptr
                                                                 : findField(*context.schema, query.typeId, c.field);
        if (!field)
            continue;
        const bool isText = !field->multiple
            && (field->type == FieldType::String || field->type == FieldType::Text || field->type == FieldType::Address);
        if (c.comparison == Comparison::Contains && (isText || holdsTexts(field->type))) {
            if (auto found = bySearchIndex(compiling, *field, c, direction))
                return found;
        } else if (c.comparison == Comparison::Equal && holdsTexts(field->type)) {
            whole = byMember(compiling, *field, c, direction);
        } else if (c.comparison == Comparison::Equal && !field->multiple && !column) {
            column = byColumn(compiling, *field, c, direction);
        }
    }
    return whole ? whole : column;
}

} // namespace Kartoteka
