// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/sort_expression.h"
#include "core/schema/list_values.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

std::optional<QList<qint64>> definitionsInOrder(const Schema &schema, const Field &field)
{
    QList<qint64> ids;
    switch (field.type) {
    case FieldType::User: {
        for (const User &user : schema.users())
            ids << user.id;
        return ids;
    }
    case FieldType::List:
        for (const ListValue &value : schema.listValues(field.id))
            ids << value.id;
        return ids;
    case FieldType::Stage:
        for (const Pipeline &pipeline : schema.pipelines(field.typeId)) {
            for (const Stage &stage : schema.stages(pipeline.id))
                ids << stage.id;
        }
        return ids;
    default: return std::nullopt;
    }
}

namespace {

/// "CASE t.responsible WHEN 3 THEN 0 …": definitions sort by the names people see, not by row ids.
QString orderByPlace(const Schema &schema, const Field &field, const QString &column, const QList<qint64> &definitions)
{
    QStringList cases;
    for (qsizetype i = 0; i < definitions.size(); ++i) {
        const QList<qint64> held = field.type == FieldType::List ? heldIds(schema, definitions[i])
                                                                 : QList<qint64>{definitions[i]};
        for (const qint64 id : held)
            cases << u"WHEN %1 THEN %2"_s.arg(id).arg(i);
    }
    return cases.isEmpty() ? column : u"CASE %1 %2 END"_s.arg(column, cases.join(u' '));
}

/// @p row: the alias of the table that has the field.
QString keyOf(const ReadContext &context, const Field &field, const QString &row)
{
    const Schema &schema = *context.schema;
    const QString column = row + u'.' + sqlName(field.column);
    if (const auto definitions = definitionsInOrder(schema, field))
        return orderByPlace(schema, field, column, *definitions);
    switch (field.type) {
    case FieldType::String:
    case FieldType::Text:
    case FieldType::Address: return row + u'.' + sqlName(field.column, u"_fold");
    case FieldType::Link:
        if (const EntityType *target = schema.type(field.target))
            return u"(SELECT l.title_fold FROM %1 l WHERE l.id = %2)"_s.arg(sqlName(target->table), column);
        return column;
    case FieldType::File: return u"(SELECT a.name FROM attachment a WHERE a.id = %1)"_s.arg(column);
    default: return column;
    }
}

} // namespace

QString sortExpression(const ReadContext &context, const FieldPath &path)
{
    return throughLinks(*context.schema, path, [&](const QString &row) { return keyOf(context, *path.field, row); });
}

QString throughLinks(const Schema &schema, const FieldPath &path, const std::function<QString(const QString &row)> &key)
{
    const auto alias = [](qsizetype depth) { return depth == 0 ? u"t"_s : u"p%1"_s.arg(depth); };
    QString told = key(alias(path.links.size()));
    for (qsizetype depth = path.links.size(); depth > 0; --depth) {
        const Field &link = *path.links[depth - 1];
        told = u"(SELECT %1 FROM %2 %3 WHERE %3.id = %4.%5)"_s.arg(told, sqlName(schema.type(link.target)->table),
                                                                   alias(depth), alias(depth - 1), sqlName(link.column));
    }
    return told;
}

} // namespace Kartoteka
