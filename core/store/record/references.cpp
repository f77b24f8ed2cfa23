// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/references.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

/// The query that finds a reference in one column, and what it binds; empty when the column leads elsewhere.
QString searchOf(const RecordTable &from, const RecordColumn &column, const RecordTable &to)
{
    const bool any = column.type == FieldType::Link && column.target.isEmpty();
    if (!any && column.target != to.code)
        return {};
    if (any && to.typeId == 0)
        return {};
    if (column.multiple) {
        return u"SELECT 1 FROM multi_value WHERE field = %1 AND ref = ?%2 LIMIT 1"_s.arg(column.field)
            .arg(any ? u" AND ref_type = %1"_s.arg(to.typeId) : QString());
    }
    if (any) {
        return u"SELECT 1 FROM %1 WHERE %2 = %3 AND %4 = ? LIMIT 1"_s.arg(sqlName(from.name), sqlName(column.code, u"_type"))
            .arg(to.typeId)
            .arg(sqlName(column.code, u"_id"));
    }
    return u"SELECT 1 FROM %1 WHERE %2 = ? LIMIT 1"_s.arg(sqlName(from.name), sqlName(column.code));
}

} // namespace

Result<bool> isReferenced(Connection &connection, const Catalog &catalog, const RecordTable &table, qint64 id)
{
    const QStringList codes = catalog.codes();
    for (const QString &code : codes) {
        const RecordTable *from = catalog.table(code);
        for (const RecordColumn &column : from->columns) {
            const QString sql = searchOf(*from, column, table);
            if (sql.isEmpty())
                continue;
            auto found = connection.scalar(sql, {id});
            if (!found)
                return found.error();
            if (found->isValid())
                return true;
        }
    }
    return false;
}

} // namespace Kartoteka
