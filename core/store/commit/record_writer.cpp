// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/record_writer.h"

#include "core/base/uid.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

Result<void> RecordWriter::begin()
{
    auto erased = m_connection.query(u"SELECT table_name, last FROM erased_id"_s);
    if (!erased)
        return erased.error();
    while (erased->next())
        m_erased.insert(erased->text(0), erased->integer(1));
    return {};
}

Result<void> RecordWriter::finish()
{
    for (const QString &table : std::as_const(m_newlyErased)) {
        auto done = m_connection.run(u"INSERT INTO erased_id (table_name, last) VALUES (?, ?) "
                                     "ON CONFLICT (table_name) DO UPDATE SET last = max(last, excluded.last)"_s,
                                     {table, m_erased.value(table)});
        if (!done)
            return done;
    }
    return {};
}

Result<qint64> RecordWriter::insert(const Schema &schema, const RecordTable &table, qint64 id, const QUuid &uid,
                                    const Row &row)
{
    if (id == 0 && m_erased.contains(table.name)) {
        auto last = m_connection.scalar(u"SELECT max(id) FROM %1"_s.arg(sqlName(table.name)));
        if (!last)
            return last.error();
        id = qMax(last->toLongLong(), m_erased.value(table.name)) + 1;
    }
    QVariantList bound{id == 0 ? QVariant() : QVariant(id), uidBytes(uid)};
    bound.reserve(3 + row.size() * 2);
    for (int i = 0; i < table.columns.size(); ++i)
        appendBound(table.columns[i], row[i], bound);
    if (table.typeId != 0) {
        auto filled = m_filled.setOf(table, row);
        if (!filled)
            return filled.error();
        bound << *filled;
    }
    if (auto done = m_connection.run(table.insertSql, bound); !done)
        return done.error();
    if (id == 0)
        id = m_connection.lastInsertId();
    for (int i = 0; table.hasMultiple && i < table.columns.size(); ++i) {
        if (!table.columns[i].multiple || !row[i].isValid())
            continue;
        if (auto done = writeMembers(schema, table, table.columns[i], id, row[i], false); !done)
            return done.error();
    }
    return id;
}

Result<void> RecordWriter::update(const Schema &schema, const RecordTable &table, qint64 id, const Row &before,
                                  const Row &after)
{
    QString sql = u"UPDATE "_s + sqlName(table.name) + u" SET "_s;
    sql.reserve(400);
    QVariantList bound;
    const auto assign = [&](const QString &assignment) {
        if (!bound.isEmpty())
            sql += u", "_s;
        sql += assignment;
    };
    for (int i = 0; i < table.columns.size(); ++i) {
        const RecordColumn &column = table.columns[i];
        if (before[i] == after[i])
            continue;
        if (column.multiple) {
            if (auto done = writeMembers(schema, table, column, id, after[i], true); !done)
                return done;
            continue;
        }
        assign(column.assignmentSql);
        appendBound(column, after[i], bound);
    }
    if (filledDiffers(table, before, after)) {
        auto filled = m_filled.setOf(table, after);
        if (!filled)
            return filled.error();
        assign(u"filled = ?"_s);
        bound << *filled;
    }
    if (bound.isEmpty())
        return {};
    bound << id;
    return m_connection.run(sql + u" WHERE id = ?"_s, bound);
}

Result<void> RecordWriter::erase(const RecordTable &table, qint64 id)
{
    if (auto done = m_connection.run(u"DELETE FROM %1 WHERE id = ?"_s.arg(sqlName(table.name)), {id}); !done)
        return done;
    if (id > m_erased.value(table.name)) {
        m_erased.insert(table.name, id);
        m_newlyErased.insert(table.name);
    }
    if (!table.hasMultiple)
        return {};
    return m_connection.run(u"DELETE FROM multi_value WHERE entity_type = ? AND item = ?"_s, {table.typeId, id});
}

Result<void> RecordWriter::writeMembers(const Schema &schema, const RecordTable &table, const RecordColumn &column,
                                        qint64 id, const Value &value, bool replace)
{
    if (replace) {
        auto done = m_connection.run(u"DELETE FROM multi_value WHERE entity_type = ? AND item = ? AND field = ?"_s,
                                     {table.typeId, id, column.field});
        if (!done)
            return done;
    }
    const bool texts = holdsTexts(column.type);
    int position = 0;
    const QString region = texts ? schema.phoneRegion() : QString();
    for (const Member &member : value.value<Members>()) {
        QVariantList bound{id, position++, textValue(member.text)};
        if (texts)
            bound << textValue(member.label) << textValue(memberKey(column.type, member, region));
        else
            bound << member.ref.id << (member.ref.type == 0 ? QVariant() : QVariant(member.ref.type));
        if (auto done = m_connection.run(column.insertMemberSql, bound); !done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
