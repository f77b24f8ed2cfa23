// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/link_queries.h"

#include "core/items/links.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

/// Ids that a statement gives, with all of them counted by another one of the same words.
Result<void> collect(const ReadContext &context, const QString &from, const QString &id, const QVariantList &bound,
                     int limit, LinkGroup &group)
{
    auto cursor = context.connection.query(u"SELECT %2 FROM %1 ORDER BY %2 DESC LIMIT ?"_s.arg(from, id),
                                           bound + QVariantList{limit + 1});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        if (const qint64 one = cursor->integer(0); !group.items.contains(one))
            group.items << one;
    }
    group.count = group.items.size();
    if (group.count > limit) {
        auto count = context.connection.scalar(u"SELECT count(*) FROM %1"_s.arg(from), bound);
        if (!count)
            return count.error();
        group.count = count->toLongLong();
        group.items.resize(limit);
    }
    return {};
}

/// Of some ids those that a statement gives.
QList<qint64> inOrder(Cursor &cursor, const QList<qint64> &ids)
{
    QSet<qint64> found;
    while (cursor.next())
        found.insert(cursor.integer(0));
    QList<qint64> all = ids;
    all.removeIf([&](qint64 id) { return !found.contains(id); });
    return all;
}

/// Whether the row "t" names an item in a field.
QString naming(const Field &field)
{
    if (!field.multiple)
        return u"(t.%1 IS ?)"_s.arg(sqlName(field.column));
    return u"EXISTS (SELECT 1 FROM multi_value n WHERE n.entity_type = %1 AND n.item = t.id AND n.field = %2 AND n.ref = ?)"_s
        .arg(QString::number(field.typeId), QString::number(field.id));
}

} // namespace

Result<QList<qint64>> livingItems(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids)
{
    auto cursor = context.connection.query(u"SELECT id FROM %1 WHERE deleted_at IS NULL AND id IN (SELECT value FROM "
                                           "json_each(?))"_s.arg(sqlName(table.name)),
                                           {idList(ids)});
    return cursor ? inOrder(*cursor, ids) : Result<QList<qint64>>(cursor.error());
}

Result<QList<qint64>> relatedLinks(const ReadContext &context, const ItemRef &item, const ItemRef &other)
{
    QList<qint64> ids;
    auto cursor = context.connection.query(
        u"SELECT id FROM link WHERE deleted_at IS NULL AND kind = ? AND ((source_type = ? AND source_id = ? AND target_type = ? "
        "AND target_id = ?) OR (target_type = ? AND target_id = ? AND source_type = ? AND source_id = ?))"_s,
        {relatedKind, item.type, item.id, other.type, other.id, item.type, item.id, other.type, other.id});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        ids << cursor->integer(0);
    return ids;
}

Result<LinkGroup> namingItems(const ReadContext &context, const ItemRef &item, const Field &field,
                              const LinkedAlready &already, int limit)
{
    LinkGroup group{field.typeId, {field.id, {}, true}, {}, 0, {}};
    const RecordTable *table = context.table(field.typeId);
    if (!table)
        return group;
    const QString name = sqlName(table->name);
    QString from = field.multiple
        ? u"multi_value m JOIN %1 t ON t.id = m.item AND t.deleted_at IS NULL WHERE m.field = %2 AND m.ref = ?"_s.arg(
            name, QString::number(field.id))
        : u"%1 t WHERE t.%2 = ? AND t.deleted_at IS NULL"_s.arg(name, sqlName(field.column));
    QVariantList bound{item.id};
    if (!already.items.isEmpty()) {
        from += u" AND t.id NOT IN (SELECT value FROM json_each(?))"_s;
        bound << idList(already.items);
    }
    for (const Field *other : already.fields) {
        from += u" AND NOT "_s + naming(*other);
        bound << item.id;
    }
    if (auto done = collect(context, from, u"t.id"_s, bound, limit, group); !done)
        return done.error();
    return group;
}

Result<QList<qint64>> thoseNaming(const ReadContext &context, const ItemRef &item, const Field &field,
                                  const QList<qint64> &ids)
{
    const RecordTable *table = context.table(field.typeId);
    if (!table || ids.isEmpty())
        return QList<qint64>();
    auto cursor = context.connection.query(
        u"SELECT t.id FROM %1 t WHERE t.id IN (SELECT value FROM json_each(?)) AND %2"_s.arg(sqlName(table->name),
                                                                                             naming(field)),
        {idList(ids), item.id});
    return cursor ? inOrder(*cursor, ids) : Result<QList<qint64>>(cursor.error());
}

} // namespace Kartoteka
