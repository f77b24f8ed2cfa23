// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/refold.h"

#include "core/base/fold.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/search_index.h"

#include <QStringList>

namespace Kartoteka {

namespace {

const QString changedLetters = u"ґғєіәқңөүұһı’‘ʼ′`"_s;

/// SQL that puts the new spelling of each letter in place of the letter.
QString respelled(const QString &column)
{
    QString sql = column;
    for (const QChar letter : changedLetters) {
        const QString now = fold(QString(letter));
        sql = u"replace(%1, '%2', '%3')"_s.arg(sql, letter, now == u"'" ? u"''"_s : now);
    }
    return sql;
}

Result<QStringList> names(Connection &connection, const QString &sql, const QVariantList &bound = {})
{
    auto cursor = connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    QStringList out;
    while (cursor->next())
        out << cursor->text(0);
    return out;
}

Result<void> refold(Connection &connection, const QString &table, const QString &column)
{
    return connection.run(u"UPDATE \"%1\" SET \"%2\" = %3 WHERE \"%2\" GLOB '*[%4]*'"_s.arg(
        table, column, respelled(u'"' + column + u'"'), changedLetters));
}

} // namespace

Result<void> refoldOlderTexts(Connection &connection)
{
    auto tables = names(connection, u"SELECT name FROM sqlite_master WHERE type = 'table'"_s);
    if (!tables)
        return tables.error();
    for (const QString &table : std::as_const(*tables)) {
        auto columns = names(connection, u"SELECT name FROM pragma_table_info(?) WHERE name LIKE '%\\_fold' ESCAPE '\\'"_s,
                             {table});
        if (!columns)
            return columns.error();
        for (const QString &column : std::as_const(*columns)) {
            if (auto done = refold(connection, table, column); !done)
                return done;
        }
        // The search index of an item table.
        if (table.endsWith(u"_search") && tables->contains(table.chopped(7))) {
            if (auto done = refold(connection, table, u"text"_s); !done)
                return done;
        }
    }
    return refold(connection, u"multi_value"_s, u"key"_s);
}

Result<void> endSearchTexts(Connection &connection, const QString &table)
{
    auto done = connection.run(u"UPDATE %1 SET c0 = c0 || ? WHERE c0 <> ''"_s.arg(sqlName(table, u"_search_content")),
                               {QString(endOfSearchText)});
    const QString index = sqlName(table, u"_search");
    return done ? connection.run(u"INSERT INTO %1 (%1) VALUES ('rebuild')"_s.arg(index)) : done;
}

} // namespace Kartoteka
