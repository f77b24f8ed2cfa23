// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/link_queries.h"

#include "core/store/db/sql_name.h"

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

} // namespace

Result<QList<qint64>> livingItems(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    QSet<qint64> found;
    auto cursor = context.connection.query(u"SELECT id FROM %1 WHERE deleted_at IS NULL AND id IN (SELECT value FROM "
                                           "json_each(?))"_s.arg(sqlName(table.name)),
                                           {u'[' + texts.join(u',') + u']'});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        found.insert(cursor->integer(0));
    QList<qint64> all = ids;
    all.removeIf([&](qint64 id) { return !found.contains(id); });
    return all;
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

Result<LinkGroup> linkGroup(const ReadContext &context, const ItemRef &item, const Field &field, int limit)
{
    LinkGroup group{field.typeId, field.id, {}, true, {}, 0};
    const RecordTable *table = context.table(field.typeId);
    if (!table)
        return group;
    const QString name = sqlName(table->name);
    const QString from = field.multiple
        ? u"multi_value m JOIN %1 t ON t.id = m.item AND t.deleted_at IS NULL WHERE m.field = %2 AND m.ref = ?"_s.arg(
            name, QString::number(field.id))
        : u"%1 t WHERE t.%2 = ? AND t.deleted_at IS NULL"_s.arg(name, sqlName(field.column));
    if (auto done = collect(context, from, u"t.id"_s, {item.id}, limit, group); !done)
        return done.error();
    return group;
}

} // namespace Kartoteka
