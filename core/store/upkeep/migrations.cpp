// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/migrations.h"

#include "core/base/texts.h"
#include "core/store/commit/item_tables.h"
#include "core/store/db/sql_script.h"
#include "core/store/kept/busy_times.h"
#include "core/store/kept/closed_totals.h"
#include "core/store/kept/reminder_due.h"
#include "core/store/kept/search_index.h"
#include "core/store/kept/stage_plans.h"
#include "core/store/kept/stage_totals.h"
#include "core/store/kept/stage_visits.h"
#include "core/store/record/schema_reader.h"
#include "core/store/upkeep/merged_values.h"
#include "core/store/upkeep/refold.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace Kartoteka {

namespace {

QStringList migrationFiles()
{
    initMigrationResources();
    QStringList files;
    const QStringList names = QDir(u":/kartoteka/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        files << u":/kartoteka/migrations/"_s + name;
    return files;
}

Result<void> runScript(Connection &connection, const QString &path, const CancelToken &cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::File, file.errorString(), path, {}};
    const QStringList statements = splitSqlScript(QString::fromUtf8(file.readAll()));
    for (const QString &statement : statements) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Texts::tr("Stopped. The file was left as it was."), {}, {}};
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

Result<void> runAll(Connection &connection, int from, const CancelToken &cancel)
{
    const QStringList files = migrationFiles();
    for (qsizetype i = from; i < files.size(); ++i) {
        if (auto done = runScript(connection, files[i], cancel); !done)
            return done;
    }
    if (auto done = ensureItemTables(connection); !done)
        return done;
    // What the script cannot do, because the tables of an office are its own.
    const auto isBefore = [&files, from](const QString &migration) {
        const auto at = std::find_if(files.begin(), files.end(), [&](const QString &f) { return f.endsWith(migration); });
        return from > 0 && from <= at - files.begin();
    };
    if (isBefore(u"0008_fold.sql"_s)) {
        if (auto done = refoldOlderTexts(connection); !done)
            return done;
    }
    if (isBefore(u"0010_kept_counts.sql"_s)) {
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        for (const EntityType &type : (*schema)->allTypes()) {
            if (auto done = type.isItem ? tuneSearchIndex(connection, type.table) : Result<void>(); !done)
                return done;
        }
    }
    if (isBefore(u"0012_ends_of_texts.sql"_s)) {
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        for (const EntityType &type : (*schema)->allTypes()) {
            if (auto done = type.isItem ? endSearchTexts(connection, type.table) : Result<void>(); !done)
                return done;
        }
    }
    if (isBefore(u"0014_stage_visits.sql"_s)) {
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        if (auto done = readStageVisits(connection, Catalog(**schema)); !done)
            return done;
    }
    if (isBefore(u"0016_shared_values.sql"_s)) {
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        if (auto done = followMergedValues(connection, Catalog(**schema)); !done)
            return done;
    }
    if (isBefore(u"0017_column_figures.sql"_s)) {
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        const Catalog catalog(**schema);
        if (auto done = countStages(connection, catalog); !done)
            return done;
        if (auto done = countStagePlans(connection, catalog); !done)
            return done;
    }
    if (isBefore(u"0021_looked_up_links.sql"_s)) {
        if (auto done = indexLinks(connection); !done)
            return done;
    }
    if (isBefore(u"0027_reminders.sql"_s)) {
        if (auto done = readRemindersDue(connection); !done)
            return done;
    }
    if (isBefore(u"0031_resources.sql"_s)) {
        if (auto done = readBusyTimes(connection); !done)
            return done;
    }
    if (isBefore(u"0033_closed_totals.sql"_s)) {
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        if (auto done = countClosed(connection, Catalog(**schema)); !done)
            return done;
    }
    return connection.run(u"PRAGMA user_version = %1"_s.arg(files.size()));
}

} // namespace

int currentFormat()
{
    return int(migrationFiles().size());
}

QStringList tablesOfMigrations()
{
    static const QRegularExpression made(u"^CREATE TABLE (\\w+)"_s);
    QStringList names;
    for (const QString &path : migrationFiles()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &statement : splitSqlScript(QString::fromUtf8(file.readAll()))) {
            if (const auto match = made.match(statement); match.hasMatch())
                names << match.captured(1);
        }
    }
    return names;
}

Result<void> migrate(Connection &connection, int from, const CancelToken &cancel)
{
    if (auto done = connection.run(u"BEGIN IMMEDIATE"_s); !done)
        return done;
    auto done = runAll(connection, from, cancel);
    connection.clearStatements();
    if (!done) {
        (void)connection.run(u"ROLLBACK"_s); // the failure that is reported is the first one
        return done;
    }
    return connection.run(u"COMMIT"_s);
}

} // namespace Kartoteka
