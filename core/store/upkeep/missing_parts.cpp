// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/missing_parts.h"

#include "core/base/texts.h"
#include "core/store/record/record_table.h"
#include "core/store/record/schema_reader.h"
#include "core/store/upkeep/database_file.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace Kartoteka {

namespace {

constexpr qsizetype listedMost = 20;

/// What a file is made of, by names.
struct Parts
{
    QHash<QString, QSet<QString>> columns; ///< by table
    QHash<QString, QString> indexes;       ///< index → its table; those that SQLite makes by itself left out
};

Result<Parts> partsOf(Connection &connection)
{
    Parts parts;
    {
        auto cursor = connection.query(
            u"SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"_s);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            parts.columns[cursor->text(0)].insert(cursor->text(1));
    }
    auto cursor = connection.query(u"SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        parts.indexes.insert(cursor->text(0), cursor->text(1));
    return parts;
}

/// Made once in a run of the program.
Result<Parts> partsOfNewFile()
{
    static QMutex mutex;
    static std::optional<Parts> known;
    const QMutexLocker lock(&mutex);
    if (known)
        return *known;
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{ErrorCode::File, Texts::tr("No temporary folder can be made: %1").arg(folder.errorString()), {}, {}};
    const QString path = folder.filePath(u"new.kartoteka"_s);
    if (auto made = createBlankDatabase(path); !made)
        return made.error();
    auto fresh = Connection::open(path, Connection::Mode::ReadOnly);
    if (!fresh)
        return fresh.error();
    auto parts = partsOf(**fresh);
    if (parts)
        known = *parts;
    return parts;
}

/// Tables made from definitions, with the columns that the definitions ask for.
Result<QHash<QString, QSet<QString>>> columnsOfItems(Connection &connection)
{
    auto schema = readSchema(connection);
    if (!schema)
        return schema.error();
    const Catalog catalog(**schema);
    QHash<QString, QSet<QString>> columns;
    for (const EntityType &type : (*schema)->allTypes()) {
        QSet<QString> &wanted = columns[type.table];
        wanted << u"id"_s << u"uid"_s;
        for (const RecordColumn &column : catalog.table(type.code)->columns) {
            if (!column.multiple) {
                for (const QString &name : physicalColumns(column))
                    wanted << name;
            }
        }
        columns[type.table + u"_search"_s];
    }
    return columns;
}

void compareTable(const QString &table, const QSet<QString> &wanted, const Parts &found, QStringList &missing)
{
    const auto there = found.columns.constFind(table);
    if (there == found.columns.cend()) {
        missing << Texts::tr("the table %1").arg(table);
        return;
    }
    for (const QString &column : wanted - *there)
        missing << Texts::tr("the column %1 of %2").arg(column, table);
}

} // namespace

Result<QStringList> missingParts(Connection &connection)
{
    auto found = partsOf(connection);
    if (!found)
        return found.error();
    const auto fresh = partsOfNewFile();
    if (!fresh)
        return fresh.error();
    // Without what the definitions are read from there are none to ask: then the rest is compared alone.
    const auto items = columnsOfItems(connection);
    const auto ofItems = items ? *items : QHash<QString, QSet<QString>>();
    const auto isOfItems = [&ofItems](const QString &table) { return ofItems.contains(table.section(u"_search"_s, 0, 0)); };
    QStringList missing;
    for (const auto &[table, columns] : fresh->columns.asKeyValueRange()) {
        if (!isOfItems(table))
            compareTable(table, columns, *found, missing);
    }
    for (const auto &[table, columns] : ofItems.asKeyValueRange())
        compareTable(table, columns, *found, missing);
    // Those of fields are made while nobody waits, and not for every field.
    const auto isOfField = [&ofItems](const QString &index, const QString &table) {
        return std::ranges::any_of(ofItems.value(table),
                                   [&](const QString &column) { return index == table + u'_' + column; });
    };
    for (const auto &[index, table] : fresh->indexes.asKeyValueRange()) {
        if (items && found->columns.contains(table) && !found->indexes.contains(index) && !isOfField(index, table))
            missing << Texts::tr("the index %1").arg(index);
    }
    std::ranges::sort(missing);
    if (missing.size() > listedMost) {
        const QString more = Texts::tr("and %1 more parts").arg(missing.size() - listedMost);
        missing.resize(listedMost);
        missing << more;
    }
    return missing;
}

} // namespace Kartoteka
