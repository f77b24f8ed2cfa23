// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/filled_fields.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<qint64> FilledFields::setOf(const RecordTable &table, const Row &row)
{
    QByteArray bits((table.fillable.size() + 7) / 8, '\0');
    for (qsizetype n = 0; n < table.fillable.size(); ++n) {
        if (row[table.fillable[n]].isValid())
            bits[n / 8] = char(bits[n / 8] | 1 << n % 8);
    }
    if (const auto known = m_known.constFind({table.typeId, bits}); known != m_known.cend())
        return *known;
    QString fields(u',');
    for (const int i : table.fillable) {
        if (row[i].isValid())
            fields += QString::number(table.columns[i].field) + u',';
    }
    auto id = rowOf(fields);
    if (id)
        m_known.insert({table.typeId, bits}, *id);
    return id;
}

Result<qint64> FilledFields::rowOf(const QString &fields)
{
    auto found = m_connection.scalar(u"SELECT id FROM filled_fields WHERE fields = ?"_s, {fields});
    if (!found)
        return found.error();
    if (found->isValid())
        return found->toLongLong();
    if (auto done = m_connection.run(u"INSERT INTO filled_fields (fields) VALUES (?)"_s, {fields}); !done)
        return done.error();
    return m_connection.lastInsertId();
}

bool filledDiffers(const RecordTable &table, const Row &before, const Row &after)
{
    return std::any_of(table.fillable.begin(), table.fillable.end(),
                       [&](int i) { return before[i].isValid() != after[i].isValid(); });
}

QString filledCondition(qint64 field, bool filled)
{
    const QString sql = filled ? u"t.filled IN (SELECT f.id FROM filled_fields f WHERE instr(f.fields, ',%1,') > 0)"_s
                               : u"t.filled IN (SELECT f.id FROM filled_fields f WHERE instr(f.fields, ',%1,') = 0)"_s;
    return sql.arg(field);
}

QString filledExpression(const RecordTable &table)
{
    QString sql = u"','"_s;
    for (const int i : table.fillable) {
        const RecordColumn &column = table.columns[i];
        if (!column.multiple)
            sql += u" || iif(t.%1 IS NULL, '', '%2,')"_s.arg(sqlColumns(column).constFirst()).arg(column.field);
    }
    if (table.hasMultiple)
        sql += u" || coalesce((SELECT group_concat(v.field, ',') || ',' FROM (SELECT DISTINCT m.field FROM multi_value m "
               "WHERE m.entity_type = %1 AND m.item = t.id ORDER BY m.field) v), '')"_s.arg(table.typeId);
    return sql;
}

Result<void> addFilledColumn(Connection &connection, const RecordTable &table)
{
    const QString expression = filledExpression(table);
    const QStringList statements{
        // No REFERENCES: with it every change is a statement that may fail half way, and the search index is flushed before each.
        u"ALTER TABLE %1 ADD COLUMN filled INTEGER"_s.arg(sqlName(table.name)),
        u"INSERT OR IGNORE INTO filled_fields (fields) SELECT DISTINCT %2 FROM %1 t"_s.arg(sqlName(table.name), expression),
        u"UPDATE %1 AS t SET filled = (SELECT f.id FROM filled_fields f WHERE f.fields = %2)"_s.arg(sqlName(table.name),
                                                                                                    expression),
        u"CREATE INDEX %2 ON %1 (filled)"_s.arg(sqlName(table.name), sqlName(table.name, u"_filled"))};
    for (const QString &statement : statements) {
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
