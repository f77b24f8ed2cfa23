// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/record_reader.h"

#include "core/base/uid.h"
#include "core/store/record/value_codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Kartoteka {

namespace {

StoredRecord readHead(const RecordTable &table, const Cursor &cursor)
{
    StoredRecord record{cursor.integer(0), uidFromBytes(cursor.bytes(1)), Row(table.columns.size())};
    int at = 2;
    for (int i = 0; i < table.columns.size(); ++i)
        record.row[i] = readColumn(table.columns[i], cursor, at);
    return record;
}

/// Adds a row of `field, value, label, ref, ref_type, key` from column @p at to the record it belongs to.
void addMember(const Schema &schema, const RecordTable &table, const Cursor &cursor, int at, Row &row)
{
    const Field *field = schema.field(cursor.integer(at));
    const int column = field ? table.indexOf(field->column) : -1;
    if (column < 0)
        return;
    auto members = row[column].value<Members>();
    members.append({cursor.text(at + 1),
                    cursor.text(at + 2),
                    {cursor.integer(at + 4), cursor.integer(at + 3), {}},
                    cursor.text(at + 5)});
    row[column] = toValue(members);
}

/// … of several records, each of which has its row by its id.
template<typename RowOf>
Result<void> addMembers(Connection &connection, const Schema &schema, const RecordTable &table, const QList<qint64> &ids,
                        RowOf rowOf)
{
    if (!table.hasMultiple || ids.isEmpty())
        return {};
    auto cursor = connection.query(
        u"SELECT item, field, value, label, ref, ref_type, key FROM multi_value WHERE entity_type = ? "
        "AND item IN (SELECT value FROM json_each(?)) ORDER BY item, field, position"_s,
        {table.typeId, idList(ids)});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        addMember(schema, table, *cursor, 1, rowOf(cursor->integer(0)));
    return {};
}

} // namespace

QString idList(const QList<qint64> &ids)
{
    QString list(u"["_s);
    list.reserve(ids.size() * 8);
    for (const qint64 id : ids) {
        if (list.size() > 1)
            list += u',';
        list += QString::number(id);
    }
    return list + u']';
}

QString textList(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

Result<std::optional<StoredRecord>> readRecord(Connection &connection, const Schema &schema, const RecordTable &table,
                                               qint64 id)
{
    std::optional<StoredRecord> record;
    {
        auto cursor = connection.query(table.selectSql, {id});
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return record;
        record = readHead(table, *cursor);
    }
    if (!table.hasMultiple)
        return record;
    auto cursor = connection.query(u"SELECT field, value, label, ref, ref_type, key FROM multi_value "
                                   "WHERE entity_type = ? AND item = ? ORDER BY field, position"_s,
                                   {table.typeId, id});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        addMember(schema, table, *cursor, 0, record->row);
    return record;
}

Result<QHash<QUuid, StoredRecord>> readRecords(Connection &connection, const Schema &schema, const RecordTable &table,
                                               const QList<QUuid> &uids)
{
    Q_ASSERT(uids.size() <= recordsPerRead);
    QHash<QUuid, StoredRecord> records;
    QHash<qint64, QUuid> uidOfId;
    {
        QVariantList bound;
        for (qsizetype i = 0; i < recordsPerRead; ++i)
            bound << (i < uids.size() ? QVariant(uidBytes(uids[i])) : QVariant());
        auto cursor = connection.query(table.selectManySql, bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            const StoredRecord record = readHead(table, *cursor);
            uidOfId.insert(record.id, record.uid);
            records.insert(record.uid, record);
        }
    }
    auto done = addMembers(connection, schema, table, uidOfId.keys(),
                           [&](qint64 id) -> Row & { return records[uidOfId.value(id)].row; });
    return done ? Result<QHash<QUuid, StoredRecord>>(std::move(records)) : done.error();
}

Result<QHash<qint64, StoredRecord>> readRecordsById(Connection &connection, const Schema &schema, const RecordTable &table,
                                                    const QList<qint64> &ids)
{
    QHash<qint64, StoredRecord> records;
    {
        auto cursor = connection.query(table.selectByIdsSql, {idList(ids)});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            const StoredRecord record = readHead(table, *cursor);
            records.insert(record.id, record);
        }
    }
    auto done = addMembers(connection, schema, table, records.keys(), [&](qint64 id) -> Row & { return records[id].row; });
    return done ? Result<QHash<qint64, StoredRecord>>(std::move(records)) : done.error();
}

} // namespace Kartoteka
