// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/backup.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/store/file/file_holder.h"
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "core/store/upkeep/database_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace Kartoteka {

namespace {

const QString stampFormat = u"yyyy-MM-dd-HHmmss"_s;

/// What stands between the base's name and the moment in a backup's name.
QString wordOf(BackupFile::Kind kind)
{
    switch (kind) {
    case BackupFile::Kind::Daily: return {};
    case BackupFile::Kind::ByHand: return u"backup-"_s;
    case BackupFile::Kind::BeforeUpdate: return u"before-update-"_s;
    case BackupFile::Kind::Replaced: return u"replaced-"_s;
    case BackupFile::Kind::Rescued: return u"rescued-"_s;
    }
    return {};
}

Result<void> copyInto(Connection &connection, const QString &partial)
{
    auto done = connection.run(u"VACUUM INTO ?"_s, {partial});
    return done ? done : writeError(partial, done.error().message);
}

} // namespace

QString backupFolder(const QString &databasePath)
{
    const QFileInfo info(databasePath);
    return info.absolutePath() + u'/' + info.completeBaseName() + u"-backups"_s;
}

QString backupPath(const QString &databasePath, BackupFile::Kind kind, qint64 at, bool sealed)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    const QString when = kind == BackupFile::Kind::Daily ? moment.date().toString(Qt::ISODate)
                                                         : moment.toString(stampFormat);
    const QString path = u"%1/%2-%3%4.kartoteka%5"_s.arg(backupFolder(databasePath),
                                                         QFileInfo(databasePath).completeBaseName(), wordOf(kind), when,
                                                         sealed ? u"-sealed"_s : QString());
    if (kind != BackupFile::Kind::Daily && QFileInfo::exists(path))
        return backupPath(databasePath, kind, at + 1000, sealed); // two within a second
    return path;
}

QList<BackupFile> backupsOf(const QString &databasePath)
{
    const QDir folder(backupFolder(databasePath));
    const QString base = QFileInfo(databasePath).completeBaseName() + u'-';
    static const QRegularExpression moment(u"^(\\d{4}-\\d\\d-\\d\\d)(-\\d{6})?\\.kartoteka(-sealed)?$"_s);
    QList<BackupFile> found;
    const QFileInfoList files = folder.entryInfoList({u"*.kartoteka"_s, u"*.kartoteka-sealed"_s}, QDir::Files);
    for (const QFileInfo &info : files) {
        BackupFile backup;
        backup.path = info.filePath();
        backup.size = info.size();
        backup.at = info.lastModified().toMSecsSinceEpoch();
        backup.isSealed = info.fileName().endsWith(u"-sealed");
        for (const auto kind : {BackupFile::Kind::Daily, BackupFile::Kind::BeforeUpdate, BackupFile::Kind::Replaced,
                                BackupFile::Kind::Rescued}) {
            const QString word = base + wordOf(kind);
            if (info.fileName().startsWith(word) && moment.match(info.fileName().mid(word.size())).hasMatch())
                backup.kind = kind;
        }
        found.append(backup);
    }
    std::sort(found.begin(), found.end(), [](const BackupFile &a, const BackupFile &b) { return a.at > b.at; });
    return found;
}

Result<void> ensureBackupFolder(const QString &target)
{
    const QString folder = QFileInfo(target).absolutePath();
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::File, Texts::tr("The backup folder “%1” cannot be created.").arg(folder), {}, folder};
    if (isNew)
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

Result<void> backupTo(Connection &connection, const QString &target)
{
    auto place = outputPlace(target, {});
    if (!place)
        return place.error();
    auto partial = PartialFile::make(*place);
    if (!partial)
        return partial.error();
    if (auto done = copyInto(connection, (*partial)->path()); !done)
        return done;
    return (*partial)->publish(false);
}

Result<void> sealedBackupTo(Connection &connection, const QString &target, const QString &passphrase)
{
    auto place = outputPlace(target, {});
    if (!place)
        return place.error();
    // The plain copy lies in the base's own folder, where the base is plain, too.
    auto plain = PartialFile::make(*place);
    auto sealed = PartialFile::make(*place);
    if (!plain || !sealed)
        return plain ? sealed.error() : plain.error();
    if (auto done = copyInto(connection, (*plain)->path()); !done)
        return done;
    if (auto done = sealFile((*plain)->path(), (*sealed)->path(), passphrase); !done)
        return done;
    return (*sealed)->publish(false);
}

QList<QDate> expiredBackups(const QList<QDate> &days, const BackupPlan &plan)
{
    QList<QDate> newestFirst = days;
    std::sort(newestFirst.begin(), newestFirst.end(), std::greater<>());
    QSet<QDate> kept;
    // The newest of each span, for so many spans in which there is one.
    const auto keep = [&](int spans, const auto &spanOf) {
        QSet<int> seen;
        for (const QDate &day : std::as_const(newestFirst)) {
            if (seen.size() >= spans)
                break;
            if (const int span = spanOf(day); !seen.contains(span)) {
                seen.insert(span);
                kept.insert(day);
            }
        }
    };
    keep(qMax(1, plan.days), [](const QDate &day) { return int(day.toJulianDay()); });
    keep(plan.weeks, [](const QDate &day) { return int(day.toJulianDay() / 7); }); // Julian day 0 was a Monday
    keep(plan.months, [](const QDate &day) { return day.year() * 12 + day.month(); });
    newestFirst.removeIf([&kept](const QDate &day) { return kept.contains(day); });
    return newestFirst;
}

Result<QString> dailyBackup(Connection &connection, const QString &databasePath, const Clock &clock, const BackupPlan &plan)
{
    const QString target = backupPath(databasePath, BackupFile::Kind::Daily, clock.now());
    if (auto made = ensureBackupFolder(target); !made)
        return made.error();
    if (QFileInfo::exists(target))
        return QString();
    if (auto done = backupTo(connection, target); !done)
        return done.error();
    QHash<QDate, QString> daily;
    for (const BackupFile &backup : backupsOf(databasePath)) {
        if (backup.kind == BackupFile::Kind::Daily)
            daily.insert(QDate::fromString(QFileInfo(backup.path).completeBaseName().right(10), Qt::ISODate), backup.path);
    }
    for (const QDate &day : expiredBackups(daily.keys(), plan))
        QFile::remove(daily.value(day));
    return target;
}

Result<QString> backupBeforeMigration(Connection &connection, const QString &databasePath, const Clock &clock)
{
    QString target;
    for (qint64 at = clock.now(); target.isEmpty() || QFileInfo::exists(target); at += 1000)
        target = backupPath(databasePath, BackupFile::Kind::BeforeUpdate, at);
    if (auto made = ensureBackupFolder(target); !made)
        return made.error();
    if (auto done = backupTo(connection, target); !done)
        return done.error();
    return target;
}

Result<QString> restoreBackup(const QString &backup, const QString &databasePath, const QString &passphrase,
                              const Clock &clock)
{
    const QString place = QFileInfo(databasePath).exists() ? QFileInfo(databasePath).canonicalFilePath() : databasePath;
    FileHolder holder(place, {}, false);
    const bool isFree = holder.tryTake() || !holder.other();
    if (!isFree || isOpenDatabase(place)) {
        return Error{ErrorCode::Locked,
                     Texts::tr("“%1” is open in another program. Close it there first, then the backup can replace it.")
                         .arg(QFileInfo(place).fileName()),
                     {},
                     place};
    }
    auto partial = PartialFile::make(place);
    if (!partial)
        return partial.error();
    QFile source(backup);
    if (auto opened = openToRead(source); !opened)
        return opened.error();
    source.close();
    if (isSealed(backup)) {
        if (auto done = unsealFile(backup, (*partial)->path(), passphrase); !done)
            return done.error();
    } else {
        QFile::remove((*partial)->path());
        if (!QFile::copy(backup, (*partial)->path()))
            return writeError(place, Texts::tr("the backup could not be copied"));
        QFile::setPermissions((*partial)->path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    if (auto format = inspectDatabase((*partial)->path(), Connection::Mode::ReadOnly); !format)
        return format.error();
    QString kept;
    if (QFileInfo::exists(place)) {
        kept = backupPath(place, BackupFile::Kind::Replaced, clock.now());
        if (auto made = ensureBackupFolder(kept); !made)
            return made.error();
        // A log that a crash left belongs to the file: both go.
        if (!QFile::rename(place, kept))
            return writeError(kept, Texts::tr("the current file could not be moved aside"));
        QFile::rename(place + u"-wal"_s, kept + u"-wal"_s);
        QFile::remove(place + u"-shm"_s);
    }
    if (auto done = (*partial)->publish(false); !done) {
        if (!kept.isEmpty()) {
            QFile::rename(kept, place);
            QFile::rename(kept + u"-wal"_s, place + u"-wal"_s);
        }
        return done.error();
    }
    return kept;
}

} // namespace Kartoteka
