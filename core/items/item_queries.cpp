// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"

#include "core/base/fold.h"
#include "core/base/uid.h"
#include "core/store/value_codec.h"

#include <QCoreApplication>

namespace Kartoteka {

namespace {

constexpr qsizetype idsPerQuery = 50;

Error noType()
{
    return {ErrorCode::NotFound, QCoreApplication::translate("Kartoteka::Items", "There is no such type."), {}, {}};
}

/// "?, ?, …" with a fixed count, so that the prepared statement is found again.
QString marks()
{
    static const QString text = QStringList(idsPerQuery, u"?"_s).join(u',');
    return text;
}

QVariantList padded(const QList<qint64> &ids, qsizetype from)
{
    QVariantList bound;
    for (qsizetype i = 0; i < idsPerQuery; ++i)
        bound << ids.value(from + i, -1);
    return bound;
}

Result<void> readHeads(const ReadContext &context, const RecordTable &table, const QVariantList &bound,
                       QHash<qint64, Item> &items)
{
    QStringList columns;
    for (const RecordColumn &column : table.columns)
        columns << physicalColumns(column);
    auto cursor = context.connection.query(
        u"SELECT id, uid, %1 FROM %2 WHERE id IN (%3)"_s.arg(columns.join(u", "_s), table.name, marks()), bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        Item item;
        item.typeId = table.typeId;
        item.id = cursor->integer(0);
        item.uid = uidFromBytes(cursor->bytes(1));
        int at = 2;
        for (const RecordColumn &column : table.columns) {
            const Value value = readColumn(column, *cursor, at);
            const Field *field = column.field != 0 ? context.schema->field(column.field) : nullptr;
            if (field && value.isValid())
                item.values.insert(field->code, value);
            else if (column.code == u"number")
                item.number = value.toString();
            else if (column.code == u"rank")
                item.rank = value.toDouble();
            else if (column.code == u"deleted_at")
                item.deleted = value.isValid();
        }
        items.insert(item.id, item);
    }
    return {};
}

Result<void> readMembers(const ReadContext &context, const RecordTable &table, QVariantList bound,
                         QHash<qint64, Item> &items)
{
    bound.prepend(table.typeId);
    auto cursor = context.connection.query(
        u"SELECT item, field, value, label, ref, ref_type, key FROM multi_value "
        "WHERE entity_type = ? AND item IN (%1) ORDER BY item, field, position"_s.arg(marks()),
        bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const Field *field = context.schema->field(cursor->integer(1));
        const auto item = items.find(cursor->integer(0));
        if (!field || item == items.end())
            continue;
        auto members = item->members(field->code);
        members.append({cursor->text(2), cursor->text(3), {cursor->integer(5), cursor->integer(4), {}}, cursor->text(6)});
        item->values.insert(field->code, toValue(members));
    }
    return {};
}

} // namespace

Result<QList<Item>> readItems(const ReadContext &context, qint64 typeId, const QList<qint64> &ids)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    QList<Item> out;
    for (qsizetype from = 0; from < ids.size(); from += idsPerQuery) {
        QHash<qint64, Item> items;
        const QVariantList bound = padded(ids, from);
        if (auto done = readHeads(context, *table, bound, items); !done)
            return done.error();
        if (auto done = readMembers(context, *table, bound, items); !done)
            return done.error();
        for (qsizetype i = from; i < qMin(from + idsPerQuery, ids.size()); ++i) {
            if (items.contains(ids[i]))
                out.append(items.value(ids[i]));
        }
    }
    return out;
}

Result<Item> readItem(const ReadContext &context, const ItemRef &ref)
{
    auto items = readItems(context, ref.type, {ref.id});
    if (!items)
        return items.error();
    if (items->isEmpty())
        return Error{
            ErrorCode::NotFound, QCoreApplication::translate("Kartoteka::Items", "The item does not exist."), {}, {}};
    return items->first();
}

Result<qint64> findByNumber(const ReadContext &context, qint64 typeId, const QString &number)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    const QString plain = number.startsWith(u'#') ? number.mid(1) : number;
    auto id = context.connection.scalar(u"SELECT id FROM %1 WHERE number = ?"_s.arg(table->name), {plain});
    if (!id)
        return id.error();
    if (!id->isValid()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Kartoteka::Items", "There is no item with the number %1.").arg(plain),
                     {},
                     {}};
    }
    return id->toLongLong();
}

QString itemTitle(const ReadContext &context, const ItemRef &ref)
{
    const RecordTable *table = context.table(ref.type);
    if (!table || ref.id == 0)
        return {};
    auto title = context.connection.scalar(u"SELECT title FROM %1 WHERE id = ?"_s.arg(table->name), {ref.id});
    return title ? title->toString() : QString();
}

namespace {

Result<QList<qint64>> ids(const ReadContext &context, const QString &sql, const QVariantList &bound)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    QList<qint64> out;
    while (cursor->next())
        out.append(cursor->integer(0));
    return out;
}

} // namespace

Result<QList<qint64>> findByTitle(const ReadContext &context, qint64 typeId, const QString &title, int limit)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    return ids(context, u"SELECT id FROM %1 WHERE title_fold = ? AND deleted_at IS NULL LIMIT ?"_s.arg(table->name),
               {fold(title), limit});
}

Result<QList<qint64>> findByKey(const ReadContext &context, qint64 typeId, const QString &key, int limit)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    if (key.isEmpty())
        return QList<qint64>{};
    return ids(context,
               u"SELECT DISTINCT m.item FROM multi_value m JOIN %1 t ON t.id = m.item AND t.deleted_at IS NULL "
               "WHERE m.key = ? AND m.entity_type = ? ORDER BY m.item LIMIT ?"_s.arg(table->name),
               {key, typeId, limit});
}

Result<QList<ItemLink>> readLinks(const ReadContext &context, const ItemRef &ref)
{
    auto cursor = context.connection.query(
        u"SELECT kind, source_type, source_id, target_type, target_id FROM link WHERE deleted_at IS NULL AND "
        "((source_type = ? AND source_id = ?) OR (target_type = ? AND target_id = ?)) ORDER BY id"_s,
        {ref.type, ref.id, ref.type, ref.id});
    if (!cursor)
        return cursor.error();
    QList<ItemLink> links;
    while (cursor->next()) {
        links.append(
            {cursor->text(0), {cursor->integer(1), cursor->integer(2), {}}, {cursor->integer(3), cursor->integer(4), {}}});
    }
    return links;
}

} // namespace Kartoteka
