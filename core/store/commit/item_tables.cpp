// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/item_tables.h"

#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/schema/system_codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/kept/filled_fields.h"
#include "core/store/kept/search_index.h"
#include "core/store/record/record_table.h"
#include "core/store/record/schema_reader.h"

#include <QHash>

#include <tuple>

namespace Kartoteka {

namespace {

constexpr qint64 indexedAtOnce = 20'000; ///< rows; some milliseconds

QString sqlType(const QString &physical, const RecordColumn &column)
{
    if (physical.endsWith(u"_fold"_s) || physical.endsWith(u"_currency"_s))
        return u"TEXT"_s;
    switch (column.type) {
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Boolean:
    case FieldType::DateTime:
    case FieldType::List:
    case FieldType::Link:
    case FieldType::User:
    case FieldType::File:
    case FieldType::Pipeline:
    case FieldType::Stage: return u"INTEGER"_s;
    case FieldType::Number: return u"REAL"_s;
    default: return u"TEXT"_s;
    }
}

/// The SQL types of a table's columns by their names.
Result<QHash<QString, QString>> existingColumns(Connection &connection, const QString &table)
{
    auto cursor = connection.query(u"SELECT name, type FROM pragma_table_info(?)"_s, {table});
    if (!cursor)
        return cursor.error();
    QHash<QString, QString> columns;
    while (cursor->next())
        columns.insert(cursor->text(0), cursor->text(1));
    return columns;
}

/// Fields that hold files were columns of text, in which no screen put anything (until file format 15).
Result<void> dropTextColumn(Connection &connection, const EntityType &type, const RecordColumn &column)
{
    auto done = connection.run(u"DROP INDEX IF EXISTS %1"_s.arg(sqlName(type.table + u'_' + column.code)));
    if (done)
        done = connection.run(u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(sqlName(type.table), sqlName(column.code)));
    return done;
}

Result<void> runEach(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// By what people find a row: its number, and the index of its texts.
Result<void> addNumberAndSearch(Connection &connection, const EntityType &type)
{
    auto done = runEach(connection,
                        {u"CREATE INDEX %2 ON %1 (number)"_s.arg(sqlName(type.table), sqlName(type.table, u"_number")),
                         u"CREATE VIRTUAL TABLE %1 USING fts5(text, tokenize='trigram case_sensitive 1')"_s.arg(
                             sqlName(type.table, u"_search"))});
    return done ? tuneSearchIndex(connection, type.table) : done;
}

/// Whether a table keeps a column for it.
bool hasColumn(const RecordColumn &column)
{
    return column.field != 0 && !column.multiple;
}

/// With all its columns at once: at each that is added later SQLite reads the whole schema again, which of hundreds of new types
/// takes minutes.
Result<void> createTable(Connection &connection, const EntityType &type, const RecordTable &table)
{
    QString columns;
    for (const RecordColumn &column : table.columns) {
        for (const QString &name : hasColumn(column) ? writtenColumns(column) : QStringList())
            columns += u", %1 %2"_s.arg(sqlName(name), sqlType(name, column));
    }
    QStringList statements{
        u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE, deleted_at INTEGER, number TEXT%2%3, filled INTEGER)"_s
            .arg(sqlName(type.table), type.isItem ? u", rank REAL"_s : QString(), columns)};
    if (type.isItem)
        statements << u"CREATE INDEX %2 ON %1 (deleted_at) WHERE deleted_at IS NOT NULL"_s.arg(
            sqlName(type.table), sqlName(type.table, u"_deleted"));
    statements << u"CREATE INDEX %2 ON %1 (filled)"_s.arg(sqlName(type.table), sqlName(type.table, u"_filled"));
    auto done = runEach(connection, statements);
    return done ? addNumberAndSearch(connection, type) : done;
}

Result<void> indexColumn(Connection &connection, const EntityType &type, const RecordColumn &column)
{
    const QStringList physical = writtenColumns(column);
    if (physical.isEmpty())
        return {};
    // A board column reads its stage from the top card down; everything else sorts by its key.
    const bool isStage = column.type == FieldType::Stage && type.isItem;
    const bool isLookedUp = column.type == FieldType::Link || column.type == FieldType::File;
    const QString first = column.isFolded() ? sqlName(column.code, u"_fold") : sqlName(physical.first());
    const QString key = isStage ? u"stage, rank DESC"_s : column.isAnyItem() ? sqlColumns(column).join(u", "_s) : first;
    // Links and files are looked up, never sorted by: rows without one need no entry.
    const QString where = isLookedUp ? first + u" IS NOT NULL"_s : u"deleted_at IS NULL"_s;
    return connection.run(u"CREATE INDEX IF NOT EXISTS %2 ON %1 (%3) WHERE %4"_s.arg(
        sqlName(type.table), sqlName(type.table + u'_' + column.code), key, where));
}

Result<void> addColumn(Connection &connection, const EntityType &type, const RecordColumn &column)
{
    for (const QString &name : writtenColumns(column)) {
        auto done = connection.run(
            u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(sqlName(type.table), sqlName(name), sqlType(name, column)));
        if (!done)
            return done;
    }
    return {};
}

Result<void> indexNewColumn(Connection &connection, const EntityType &type, const RecordColumn &column, bool indexed)
{
    if (!indexed && column.type != FieldType::File)
        return {};
    auto last = connection.scalar(u"SELECT max(id) FROM %1"_s.arg(sqlName(type.table)));
    if (!last)
        return last.error();
    // A field of a great many items is there at once, and sorts by an index a moment later: makeMissingIndex().
    return last->toLongLong() <= indexedAtOnce || column.type == FieldType::File ? indexColumn(connection, type, column)
                                                                                 : Result<void>();
}

/// Names for what the office defined itself: from the uid, so that two replicas never mean different fields by one name, and
/// so that no name is anybody's choice. Columns that rules look for are called by their codes in every type.
Result<void> nameNewRecords(Connection &connection)
{
    const QStringList codes = systemFieldCodes();
    const QString known = u'\'' + codes.join(u"', '"_s) + u'\'';
    // One by one: a name that is taken must be seen.
    auto done = connection.run(
        u"UPDATE field SET column_name = 'f_' || lower(substr(hex(uid), 17)) WHERE column_name IS NULL "
        "AND hex(uid) NOT LIKE '7379732D%' AND NOT (system = 1 AND code IN (%1))"_s.arg(known));
    if (done) {
        done = connection.run(
            u"UPDATE field SET column_name = iif(EXISTS (SELECT 1 FROM field o WHERE o.entity_type = field.entity_type "
            "AND o.column_name = field.code), 'f_' || lower(substr(hex(uid), 17)), code) WHERE column_name IS NULL"_s);
    }
    if (!done)
        return done.error();
    return connection.run(u"UPDATE entity_type SET table_name = CASE WHEN hex(uid) LIKE '7379732D%' THEN code "
                          "ELSE 'smart_' || lower(substr(hex(uid), 17)) END WHERE table_name IS NULL"_s);
}

/// What a person has to do today is found by who is responsible for it, however much was done before, and who waits for an answer by
/// how long; what a calendar shows by when it is, apart from that what lasts longer than a day, and what comes again.
Result<void> indexActivities(Connection &connection, const EntityType &type)
{
    for (const auto &[suffix, key, where] :
         {std::tuple{u"_own"_s, u"responsible, incoming, deadline"_s, u"done IS NOT 1 AND deleted_at IS NULL"_s},
          {u"_waiting"_s, u"responsible, created_at"_s, u"incoming = 1 AND done IS NOT 1 AND deleted_at IS NULL"_s},
          {u"_moment"_s, u"coalesce(start, deadline)"_s, u"deleted_at IS NULL"_s},
          {u"_whole"_s, u"coalesce(start, deadline)"_s, u"all_day = 1 AND deleted_at IS NULL"_s},
          {u"_long"_s, u"coalesce(start, deadline)"_s, u"duration > 1440 AND deleted_at IS NULL"_s},
          {u"_series"_s, u"series, occurrence"_s, u"series IS NOT NULL AND deleted_at IS NULL"_s},
          {u"_repeats"_s, Codes::deadline, u"recurrence IS NOT NULL AND done IS NOT 1 AND deleted_at IS NULL"_s}}) {
        auto done = connection.run(u"CREATE INDEX IF NOT EXISTS %2 ON %1 (%3) WHERE %4"_s.arg(
            sqlName(type.table), sqlName(type.table, suffix), key, where));
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<void> ensureItemTables(Connection &connection)
{
    if (auto done = nameNewRecords(connection); !done)
        return done.error();
    auto schema = readSchema(connection, Indexes::Wanted);
    if (!schema)
        return schema.error();
    const Catalog catalog(**schema);
    for (const EntityType &type : (*schema)->allTypes()) {
        auto columns = existingColumns(connection, type.table);
        if (!columns)
            return columns.error();
        const RecordTable &table = *catalog.table(type.code);
        const bool isNew = columns->isEmpty();
        if (isNew) {
            if (auto done = createTable(connection, type, table); !done)
                return done.error();
        } else if (!columns->contains(u"number"_s)) { // activities of files before format 35
            auto done = runEach(connection, {u"ALTER TABLE %1 ADD COLUMN number TEXT"_s.arg(sqlName(type.table))});
            if (done)
                done = addNumberAndSearch(connection, type);
            if (!done)
                return done.error();
        }
        for (const RecordColumn &column : table.columns) {
            if (!hasColumn(column))
                continue;
            const QString existing = columns->value(physicalColumns(column).constFirst());
            const bool wasText = column.type == FieldType::File && existing == u"TEXT";
            if (!existing.isEmpty() && !wasText)
                continue;
            auto done = wasText ? dropTextColumn(connection, type, column) : Result<void>();
            if (done && !isNew)
                done = addColumn(connection, type, column);
            if (done)
                done = indexNewColumn(connection, type, column, (*schema)->field(column.field)->indexed);
            if (!done)
                return done.error();
        }
        if (!isNew && !columns->contains(u"filled"_s)) {
            if (auto done = addFilledColumn(connection, table); !done)
                return done.error();
        }
        if (auto done = isActivities(type) ? indexActivities(connection, type) : Result<void>(); !done)
            return done.error();
    }
    return {};
}

namespace {

Result<bool> makeOneMissing(Connection &connection)
{
    QString missing;
    {
        auto names = connection.query(
            u"SELECT t.table_name || '_' || f.column_name FROM field f JOIN entity_type t ON t.id = f.entity_type "
            "WHERE f.indexed = 1 AND f.multiple = 0 EXCEPT SELECT name FROM sqlite_master WHERE type = 'index'"_s);
        if (!names)
            return names.error();
        if (!names->next())
            return false;
        missing = names->text(0);
    }
    auto schema = readSchema(connection, Indexes::Wanted);
    if (!schema)
        return schema.error();
    const Catalog catalog(**schema);
    for (const EntityType &type : (*schema)->allTypes()) {
        for (const RecordColumn &column : catalog.table(type.code)->columns) {
            if (column.field == 0 || column.multiple || type.table + u'_' + column.code != missing
                || writtenColumns(column).isEmpty())
                continue;
            auto done = indexColumn(connection, type, column);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        }
    }
    return false;
}

} // namespace

Result<bool> makeMissingIndex(Connection &connection)
{
    if (auto begun = connection.beginWriting(0); !begun)
        return begun.error();
    auto made = makeOneMissing(connection);
    auto ended = connection.run(made && *made ? u"COMMIT"_s : u"ROLLBACK"_s);
    return ended ? made : Result<bool>(ended.error());
}

Result<void> indexLinks(Connection &connection)
{
    auto schema = readSchema(connection);
    if (!schema)
        return schema.error();
    const Catalog catalog(**schema);
    for (const EntityType &type : (*schema)->allTypes()) {
        for (const RecordColumn &column : catalog.table(type.code)->columns) {
            if (column.field == 0 || column.multiple || column.type != FieldType::Link)
                continue;
            if (auto done = indexColumn(connection, type, column); !done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
