// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/base/texts.h"

#include <QDir>
#include <QFileInfo>

namespace Kartoteka {

namespace {

Result<QString> folderFor(const QString &databasePath)
{
    const QString folder = backupFolder(databasePath);
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::File, Texts::tr("The backup folder “%1” cannot be made.").arg(folder), {}, folder};
    return folder;
}

} // namespace

QString backupFolder(const QString &databasePath)
{
    const QFileInfo info(databasePath);
    return info.absolutePath() + u'/' + info.completeBaseName() + u"-backups"_s;
}

Result<void> backupTo(Connection &connection, const QString &target)
{
    if (QFileInfo::exists(target))
        return Error{ErrorCode::File, Texts::tr("“%1” exists already.").arg(target), {}, target};
    // Under another name until it is whole, so that a crash leaves no half backup with a good name.
    const QString partial = target + u".part"_s;
    QFile::remove(partial);
    auto done = connection.run(u"VACUUM INTO ?"_s, {partial});
    if (done && !QFile::rename(partial, target))
        done = Error{ErrorCode::File, Texts::tr("“%1” cannot be written.").arg(target), {}, target};
    if (!done)
        QFile::remove(partial);
    return done;
}

Result<QString> dailyBackup(Connection &connection, const QString &databasePath, const Clock &clock)
{
    auto folder = folderFor(databasePath);
    if (!folder)
        return folder.error();
    const QString base = QFileInfo(databasePath).completeBaseName();
    const QString day = clock.localNow().date().toString(Qt::ISODate);
    const QString target = u"%1/%2-%3.kartoteka"_s.arg(*folder, base, day);
    if (QFileInfo::exists(target))
        return QString();
    if (auto done = backupTo(connection, target); !done)
        return done.error();
    QDir dir(*folder);
    const QString pattern = base + u"-[0-9]*-[0-9]*-[0-9]*.kartoteka"_s;
    QStringList backups = dir.entryList({pattern}, QDir::Files, QDir::Name);
    while (backups.size() > keptBackups)
        dir.remove(backups.takeFirst());
    return target;
}

Result<QString> backupBeforeMigration(Connection &connection, const QString &databasePath, int format, const Clock &clock)
{
    auto folder = folderFor(databasePath);
    if (!folder)
        return folder.error();
    const QString target = u"%1/%2-before-format-%3-%4.kartoteka"_s.arg(*folder, QFileInfo(databasePath).completeBaseName())
                               .arg(format + 1)
                               .arg(clock.now());
    if (auto done = backupTo(connection, target); !done)
        return done.error();
    return target;
}

} // namespace Kartoteka
