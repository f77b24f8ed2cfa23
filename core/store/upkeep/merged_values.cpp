// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/merged_values.h"

#include "core/store/db/sql_name.h"

namespace Kartoteka {

namespace {

/// Of a column that holds a value, in every row that holds one that was merged.
QString follow(const QString &table, const QString &column, const QString &where)
{
    return u"UPDATE %1 SET %2 = (SELECT v.merged_into FROM list_value v WHERE v.id = %2) WHERE %3%2 IN "
           "(SELECT id FROM list_value WHERE merged_into IS NOT NULL)"_s.arg(table, column, where);
}

} // namespace

Result<void> followMergedValues(Connection &connection, const Catalog &catalog)
{
    for (const QString &code : catalog.codes()) {
        const RecordTable *table = catalog.table(code);
        for (const RecordColumn &column : table->columns) {
            if (column.field == 0 || column.type != FieldType::List)
                continue;
            const QString sql = column.multiple ? follow(u"multi_value"_s, u"ref"_s, u"field = %1 AND "_s.arg(column.field))
                                                : follow(sqlName(table->name), sqlName(column.code), QString());
            if (auto done = connection.run(sql); !done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
