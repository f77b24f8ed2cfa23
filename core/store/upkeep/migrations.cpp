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
#include "core/store/upkeep/activity_numbers.h"
#include "core/store/upkeep/held_activities.h"
#include "core/store/upkeep/merged_values.h"
#include "core/store/upkeep/refold.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

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

using TableStep = Result<void> (*)(Connection &, const QString &);
using CatalogStep = Result<void> (*)(Connection &, const Catalog &);

Result<void> forEachItemTable(Connection &connection, const Schema &schema, TableStep step)
{
    for (const EntityType &type : schema.allTypes()) {
        if (auto done = type.isItem ? step(connection, type.table) : Result<void>(); !done)
            return done;
    }
    return {};
}

/// What the script of a migration cannot do, because the tables of an office are its own.
struct Step
{
    QLatin1String after; ///< the migration
    std::function<Result<void>(Connection &, const Schema &)> run;
};

Step ofTables(QLatin1String after, TableStep step)
{
    return {after,
            [step](Connection &connection, const Schema &schema) { return forEachItemTable(connection, schema, step); }};
}

Step ofCatalog(QLatin1String after, CatalogStep step)
{
    return {after, [step](Connection &connection, const Schema &schema) { return step(connection, Catalog(schema)); }};
}

Step ofAll(QLatin1String after, Result<void> (*step)(Connection &))
{
    return {after, [step](Connection &connection, const Schema &) { return step(connection); }};
}

QList<Step> steps()
{
    return {ofAll("0008_fold.sql"_L1, refoldOlderTexts),
            ofTables("0010_kept_counts.sql"_L1, tuneSearchIndex),
            ofTables("0012_ends_of_texts.sql"_L1, endSearchTexts),
            ofCatalog("0014_stage_visits.sql"_L1, readStageVisits),
            ofCatalog("0016_shared_values.sql"_L1, followMergedValues),
            ofCatalog("0017_column_figures.sql"_L1, countStages),
            ofCatalog("0017_column_figures.sql"_L1, countStagePlans),
            ofAll("0021_looked_up_links.sql"_L1, indexLinks),
            ofAll("0027_reminders.sql"_L1, readRemindersDue),
            ofAll("0031_resources.sql"_L1, readBusyTimes),
            ofCatalog("0033_closed_totals.sql"_L1, countClosed),
            ofAll("0035_activity_numbers.sql"_L1, numberActivities),
            ofCatalog("0039_held_times.sql"_L1, uncountHeld)};
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
    const auto isBefore = [&files, from](QLatin1String migration) {
        const auto at = std::ranges::find_if(files, [&](const QString &file) { return file.endsWith(migration); });
        return from <= at - files.begin();
    };
    // A new file holds nothing that they would be for.
    for (const Step &step : from > 0 ? steps() : QList<Step>()) {
        if (!isBefore(step.after))
            continue;
        auto schema = readSchema(connection);
        if (!schema)
            return schema.error();
        if (auto done = step.run(connection, **schema); !done)
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
