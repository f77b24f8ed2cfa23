// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/file_access.h"

#include "core/base/texts.h"
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "core/store/upkeep/database_file.h"
#include "core/store/upkeep/migrations.h"

#include <QFile>
#include <QFileInfo>

namespace Kartoteka {

namespace {

constexpr int copyTries = 5;
constexpr qint64 blockBytes = 1 << 20;

Result<void> copyContents(const QString &from, const QString &to, const CancelToken &cancel)
{
    QFile source(from);
    QFile target(to);
    if (auto done = openToRead(source); !done)
        return done;
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be written: %2").arg(to, target.errorString()), {}, to};
    while (!source.atEnd()) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Texts::tr("Stopped."), {}, {}};
        const QByteArray block = source.read(blockBytes);
        if (block.isEmpty() || target.write(block) != block.size())
            return Error{ErrorCode::File, Texts::tr("“%1” cannot be copied: %2").arg(from, target.errorString()), {}, from};
    }
    return {};
}

/// Copies the file as it stands. The program that has it open puts its log in now and then: a copy during which the file
/// changed is made again.
Result<void> copyAsItStands(FileAccess &access, const CancelToken &cancel)
{
    access.copy = std::make_unique<QTemporaryDir>();
    access.readPath = access.copy->filePath(QFileInfo(access.path).fileName());
    for (int i = 0; i < copyTries; ++i) {
        const FileStamp before = stampOf(access.path);
        if (auto done = copyContents(access.path, access.readPath, cancel); !done)
            return done;
        if (stampOf(access.path) == before) {
            access.asOf = before.modified / 1'000'000;
            return {};
        }
    }
    return Error{ErrorCode::Locked,
                 Texts::tr("“%1” keeps changing on another computer. Try again in a minute.").arg(access.path),
                 {},
                 access.path};
}

/// Why a file cannot be written here; empty when it can.
QString obstacle(const QString &path)
{
    const QFileInfo info(path);
    const bool marked = !(info.permissions() & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther));
    if (marked || !info.isWritable())
        return Texts::tr("“%1” is read-only or on a read-only disk: you can view it but not change it.")
            .arg(info.fileName());
    if (!QFileInfo(info.absolutePath()).isWritable()) {
        return Texts::tr("The folder of “%1” is write-protected, and the change log is kept in it: you can view "
                         "the file but not change it.")
            .arg(info.fileName());
    }
    if (isDiskFull(info.absolutePath()))
        return Texts::tr("The disk is full: you can view “%1” but not change it until there is free space.")
            .arg(info.fileName());
    return {};
}

} // namespace

Result<FileAccess> findAccess(const QString &path, const FileVisitor &visitor, const CancelToken &cancel)
{
    const FileStamp there = stampOf(path);
    if (there.kind == FileKind::Missing)
        return Error{ErrorCode::File, Texts::tr("There is no file “%1”.").arg(path), {}, path};
    if (there.kind != FileKind::Regular)
        return Error{ErrorCode::NotOurs, Texts::tr("“%1” is a folder or a device, not a file.").arg(path), {}, path};
    FileAccess access;
    access.path = access.readPath = QFileInfo(path).canonicalFilePath();
    const QString name = QFileInfo(access.path).fileName();
    access.reason = obstacle(access.path);
    if (!access.reason.isEmpty()) {
        access.kind = FileAccess::Kind::Medium;
        access.fixed = !QFileInfo::exists(access.path + u"-wal"_s);
    } else {
        access.holder = std::make_unique<FileHolder>(access.path, visitor.person, visitor.isWindow);
        const auto other = access.holder->tryTake() ? std::optional<Holder>() : access.holder->other();
        if (other && !other->isHere) {
            access.kind = FileAccess::Kind::Copy;
            if (auto done = copyAsItStands(access, cancel); !done)
                return done.error();
            access.reason = Texts::tr("“%1” is open on another computer: %2. This is a read-only copy from %3.")
                                .arg(name, other->text(),
                                     QLocale().toString(QDateTime::fromMSecsSinceEpoch(access.asOf), QLocale::ShortFormat));
        } else if (other && other->isWindow && visitor.isWindow) {
            access.kind = FileAccess::Kind::Read;
            access.reason = Texts::tr(
                                "“%1” is already open: %2. You can view it here, and change it once it is closed there.")
                                .arg(name, other->text());
        }
    }
    auto format = inspectDatabase(access.readPath, access.readMode());
    if (!format)
        return format.error();
    access.format = *format;
    if (access.format < currentFormat() && access.kind != FileAccess::Kind::Write) {
        return Error{ErrorCode::ReadOnly,
                     Texts::tr("“%1” was last used with an older version of Kartoteka and has to be updated first, "
                               "which is not possible here. %2")
                         .arg(name, access.reason),
                     {},
                     access.path};
    }
    return access;
}

Error FileAccess::explained(const Error &error) const
{
    if (error.code != ErrorCode::Locked)
        return error;
    const auto other = holder ? holder->other() : std::nullopt;
    Error told = error;
    told.message = other
        ? Texts::tr("Another program keeps writing to the file: %1. Nothing was changed; try again when it has finished.")
              .arg(other->text())
        : Texts::tr("Another program on this computer keeps writing to the file. Nothing was changed; try "
                    "again when it has finished.");
    return told;
}

} // namespace Kartoteka
