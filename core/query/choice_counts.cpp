// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/choice_counts.h"

#include "core/query/sort_expression.h"
#include "core/schema/list_values.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

/// What conditions call the choices that rows hold by @p id.
QStringList namesOf(const Schema &schema, const Field &field, qint64 id)
{
    switch (field.type) {
    case FieldType::Stage: {
        const Stage *stage = schema.stage(id);
        return stage ? QStringList{stage->code, u"group "_s + stageGroupName(stage->group)} : QStringList();
    }
    case FieldType::List:
        for (const ListValue &value : schema.listValues(field.id)) {
            if (heldIds(schema, value.id).contains(id))
                return {value.code};
        }
        return {};
    case FieldType::User: {
        const User *user = schema.user(id);
        return user ? QStringList{user->name} : QStringList();
    }
    case FieldType::Pipeline: {
        const Pipeline *pipeline = schema.pipeline(id);
        return pipeline ? QStringList{pipeline->code} : QStringList();
    }
    case FieldType::Boolean: return {id != 0 ? u"true"_s : u"false"_s};
    default: return {};
    }
}

bool hasChoices(FieldType type)
{
    return type == FieldType::Stage || type == FieldType::List || type == FieldType::User || type == FieldType::Pipeline
        || type == FieldType::Boolean;
}

} // namespace

Result<QHash<QString, qint64>> queryChoiceCounts(const ReadContext &context, const ItemQuery &query, const QString &path)
{
    const Schema &schema = *context.schema;
    const FieldPath asked = pathOf(schema, query.typeId, path);
    if (!asked || !asked.isSingle() || !hasChoices(asked.field->type))
        return QHash<QString, qint64>();
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    const QString value = throughLinks(schema, asked,
                                       [&](const QString &row) { return row + u'.' + sqlName(asked.field->column); });
    auto cursor = context.connection.query(
        u"SELECT %1, count(*) FROM %2 WHERE %3 GROUP BY 1"_s.arg(value, compiled->from, compiled->where), compiled->bound);
    if (!cursor)
        return cursor.error();
    QHash<QString, qint64> counts;
    while (cursor->next()) {
        if (cursor->isNull(0))
            continue;
        for (const QString &name : namesOf(schema, *asked.field, cursor->integer(0)))
            counts[name] += cursor->integer(1);
        if (asked.field->type == FieldType::User && cursor->integer(0) == query.user)
            counts[u"me"_s] += cursor->integer(1);
    }
    return counts;
}

} // namespace Kartoteka
