// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/related_queries.h"

#include "core/items/item_queries.h"
#include "core/schema/codes.h"
#include "core/schema/relations.h"
#include "core/schema/roles.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

/// Adds what one statement finds, each item once.
Result<void> collect(const ReadContext &context, const QString &sql, const QVariantList &bound, RelatedItems &found)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const QPair<qint64, QString> one(cursor->integer(0), cursor->text(1));
        if (!found.items.contains(one))
            found.items.append(one);
    }
    return {};
}

} // namespace

Result<QList<RelatedItems>> relatedItems(const ReadContext &context, const ItemRef &item, int limit)
{
    const Schema &schema = *context.schema;
    const EntityType *own = schema.type(item.type);
    QList<RelatedItems> all;
    for (const EntityType &type : schema.types()) {
        const RecordTable *table = own && type.isItem ? context.table(type.id) : nullptr;
        if (!table)
            continue;
        RelatedItems found{type.id, {}, false};
        for (const Field &field : schema.fields(type.id)) {
            const bool names = field.type == FieldType::Link && field.target == own->code && !relationOf(schema, field);
            if (!names || (!field.multiple && !field.indexed))
                continue;
            const QString sql = field.multiple
                ? u"SELECT t.id, t.title FROM multi_value m JOIN %1 t ON t.id = m.item AND t.deleted_at IS NULL "
                  "WHERE m.field = %2 AND m.ref = ? ORDER BY t.id DESC LIMIT ?"_s.arg(sqlName(table->name),
                                                                                      QString::number(field.id))
                : u"SELECT t.id, t.title FROM %1 t WHERE t.%2 = ? AND t.deleted_at IS NULL ORDER BY t.id DESC LIMIT ?"_s.arg(
                    sqlName(table->name), sqlName(field.column));
            if (auto done = collect(context, sql, {item.id, limit + 1}, found); !done)
                return done.error();
        }
        std::sort(found.items.begin(), found.items.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        found.hasMore = found.items.size() > limit;
        found.items.resize(qMin<qsizetype>(found.items.size(), limit));
        if (!found.items.isEmpty())
            all.append(found);
    }
    return all;
}

Result<QList<ClientReach>> clientsOf(const ReadContext &context, const Item &item)
{
    QList<ClientReach> clients;
    for (const Field *field : clientFields(*context.schema, item.typeId)) {
        const qint64 id = item.reference(field->code);
        if (id == 0)
            continue;
        auto client = readItem(context, {context.schema->type(field->target)->id, id, {}});
        if (!client)
            continue; // it was erased since
        clients.append(
            {client->ref(), client->text(Codes::title), client->members(Codes::phone), client->members(Codes::email)});
    }
    return clients;
}

} // namespace Kartoteka
