// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/format_update.h"

#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "core/store/upkeep/migrations.h"

#include <QFile>

namespace Kartoteka {

Result<bool> isOfOlderFormat(const QString &path)
{
    auto format = inspectDatabase(path);
    return format ? Result<bool>(*format < currentFormat()) : Result<bool>(format.error());
}

Result<void> updateFormat(const QString &path, const Clock &clock, const UpdateOptions &options)
{
    auto format = inspectDatabase(path);
    if (!format)
        return format.error();
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    return connection ? updateFormat(**connection, path, *format, clock, options) : Result<void>(connection.error());
}

Result<void> updateFormat(Connection &connection, const QString &path, int format, const Clock &clock,
                          const UpdateOptions &options)
{
    auto mode = connection.scalar(u"PRAGMA journal_mode"_s);
    if (!mode)
        return mode.error();
    if (mode->toString() != u"wal") {
        if (auto done = connection.run(u"PRAGMA journal_mode=WAL"_s); !done)
            return done;
    }
    if (format == currentFormat())
        return {};
    const auto begin = [&options](UpdateStep step) {
        if (options.step)
            options.step(step);
    };
    begin(UpdateStep::Backup);
    auto saved = backupBeforeMigration(connection, path, clock);
    if (!saved)
        return saved.error();
    begin(UpdateStep::Tables);
    auto done = migrate(connection, format, options.cancel);
    if (!done)
        QFile::remove(*saved); // the file is what the copy is, and the next try makes another one
    return done;
}

} // namespace Kartoteka
