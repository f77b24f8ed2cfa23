// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"

#include "core/base/company_name.h"
#include "core/base/fold.h"
#include "core/base/uid.h"
#include "core/items/row_queries.h"
#include "core/items/value_text.h"
#include "core/schema/number_patterns.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype idsPerQuery = 50;

Error noType()
{
    return {ErrorCode::NotFound, QCoreApplication::translate("Kartoteka::Items", "There is no such type."), {}, {}};
}

/// An item that somebody made under a number, id and the number that it bears; the oldest, where several were.
Result<Cursor> madeUnder(const ReadContext &context, const RecordTable &table, const QString &number)
{
    return context.connection.query(u"SELECT t.id, t.number FROM given_number g CROSS JOIN %1 t ON t.uid = g.uid "
                                    "WHERE g.number = ? AND g.entity = ? ORDER BY g.uid LIMIT 1"_s.arg(sqlName(table.name)),
                                    {number, table.entity});
}

} // namespace

Result<QList<Item>> readItems(const ReadContext &context, qint64 typeId, const QList<qint64> &ids)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    QList<const RecordColumn *> columns;
    for (const RecordColumn &column : table->columns)
        columns << &column;
    auto rows = readValues(context, *table, columns, ids);
    if (!rows)
        return rows.error();
    QList<Item> items;
    for (const ItemRow &row : std::as_const(*rows)) {
        Item item{.typeId = typeId, .id = row.id, .uid = row.uid, .number = {}, .values = {}};
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Value &value = row.values[i];
            const Field *field = columns[i]->field != 0 ? context.schema->field(columns[i]->field) : nullptr;
            if (field && value.isValid())
                item.values.insert(field->code, value);
            else if (columns[i]->code == u"number")
                item.number = value.toString();
            else if (columns[i]->code == u"rank")
                item.rank = value.toDouble();
            else if (columns[i]->code == u"deleted_at")
                item.deleted = value.isValid();
        }
        items.append(std::move(item));
    }
    return items;
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
    const EntityType *type = context.schema->type(typeId);
    const QString typed = number.startsWith(u'#') ? number.mid(1) : number;
    const QString plain = type ? plainNumber(*context.schema, *type, typed) : typed;
    auto id = context.connection.scalar(u"SELECT id FROM %1 WHERE number = ?"_s.arg(sqlName(table->name)), {plain});
    if (!id)
        return id.error();
    if (!id->isValid()) {
        auto made = madeUnder(context, *table, plain);
        if (!made || made->next())
            return made ? Result<qint64>(made->integer(0)) : Result<qint64>(made.error());
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Kartoteka::Items", "There is no item with the number %1.").arg(plain),
                     {},
                     {}};
    }
    return id->toLongLong();
}

Result<QString> numberInPlaceOf(const ReadContext &context, const RecordTable &table, const QString &number)
{
    auto cursor = madeUnder(context, table, number);
    if (!cursor)
        return cursor.error();
    const QString now = cursor->next() ? cursor->text(1) : QString();
    return now == number ? QString() : now;
}

namespace {

/// What titles of a type are read from, as SQL; empty when there is no such type.
QString titledTable(const ReadContext &context, qint64 type)
{
    if (type == attachedFile)
        return u"(SELECT id, name AS title FROM attachment)"_s;
    const RecordTable *table = context.table(type);
    return table ? sqlName(table->name) : QString();
}

} // namespace

QString itemTitle(const ReadContext &context, const ItemRef &ref)
{
    const QString from = titledTable(context, ref.type);
    if (from.isEmpty() || ref.id == 0)
        return {};
    auto title = context.connection.scalar(u"SELECT substr(title, 1, 1000) FROM %1 WHERE id = ?"_s.arg(from), {ref.id});
    return title ? title->toString() : QString();
}

Result<QHash<ItemRef, QString>> itemTitles(const ReadContext &context, const QSet<ItemRef> &refs)
{
    QHash<qint64, QList<qint64>> idsByType;
    for (const ItemRef &ref : refs)
        idsByType[ref.type] << ref.id;
    QHash<ItemRef, QString> titles;
    for (auto it = idsByType.cbegin(); it != idsByType.cend(); ++it) {
        const QString from = titledTable(context, it.key());
        if (from.isEmpty())
            continue;
        auto cursor = context.connection.query(
            u"SELECT id, title FROM %1 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(from), {idList(*it)});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            titles.insert({it.key(), cursor->integer(0), {}}, cursor->text(1));
    }
    return titles;
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
    return ids(context, u"SELECT id FROM %1 WHERE title_fold = ? AND deleted_at IS NULL LIMIT ?"_s.arg(sqlName(table->name)),
               {fold(title), limit});
}

Result<QList<qint64>> findCompany(const ReadContext &context, qint64 typeId, const QString &name, int limit)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    QList<qint64> found;
    for (const QString &spelling : companySpellings(name)) {
        // One at a time each is read in the order of its index and ends with the limit, however many bear the name.
        auto some = ids(
            context,
            u"SELECT id FROM %1 WHERE title_fold = ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s.arg(sqlName(table->name)),
            {spelling, limit});
        if (!some)
            return some;
        found += *some;
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    found.resize(qMin<qsizetype>(found.size(), limit));
    return found;
}

Result<void> forEachTitle(const ReadContext &context, qint64 typeId,
                          const std::function<void(qint64 id, const QString &title)> &take)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    auto cursor = context.connection.query(u"SELECT id, title FROM %1 WHERE deleted_at IS NULL"_s.arg(sqlName(table->name)));
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        take(cursor->integer(0), cursor->text(1));
    return {};
}

Result<QList<qint64>> findByKey(const ReadContext &context, qint64 typeId, const QString &key, int limit)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return noType();
    if (key.isEmpty())
        return QList<qint64>{};
    // Without statistics SQLite would take the index that has the order: all values of the type.
    return ids(
        context,
        u"SELECT DISTINCT m.item FROM multi_value m INDEXED BY multi_value_key CROSS JOIN %1 t ON t.id = m.item "
        "AND t.deleted_at IS NULL WHERE m.key = ? AND m.entity_type = ? ORDER BY m.item LIMIT ?"_s.arg(sqlName(table->name)),
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
