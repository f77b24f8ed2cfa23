// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/work_folder.h"

#include "core/base/texts.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace Kartoteka {

namespace {

/// Hidden, and no name that anybody would give a file.
QString prefixOf(const QString &databasePath)
{
    return u'.' + QFileInfo(databasePath).completeBaseName() + u"-work-"_s;
}

constexpr qint64 longestMoment = 60; ///< seconds

/// The lock goes last: while it is there, the next start knows that the rest is a leftover.
void removeAllButLock(const QDir &folder)
{
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (name != u"lock")
            QFile::remove(folder.filePath(name));
    }
}

bool syncToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_UNIX
    return fsync(file.handle()) == 0;
#else
    return _commit(file.handle()) == 0;
#endif
}

} // namespace

WorkFolder::WorkFolder(const QString &databasePath)
{
    removeLeftovers(databasePath);
    const QString folder = QFileInfo(databasePath).absolutePath();
    m_folder = std::make_unique<QTemporaryDir>(folder + u'/' + prefixOf(databasePath) + u"XXXXXX"_s);
    if (!m_folder->isValid())
        return;
    m_lock = std::make_unique<QLockFile>(m_folder->filePath(u"lock"_s));
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
}

WorkFolder::~WorkFolder()
{
    if (m_folder->isValid())
        removeAllButLock(QDir(m_folder->path()));
    m_lock.reset(); // before the folder that it lies in
}

void removeLeftovers(const QString &databasePath)
{
    QDir folder(QFileInfo(databasePath).absolutePath());
    const QStringList names = folder.entryList({prefixOf(databasePath) + u'*'}, QDir::Dirs | QDir::Hidden);
    for (const QString &name : names) {
        QDir left(folder.filePath(name));
        QLockFile lock(left.filePath(u"lock"_s));
        lock.setStaleLockTime(0);
        if (QFileInfo(left.filePath(u"lock"_s)).size() == 0) {
            // Not there yet, or nobody's yet, made a moment ago; or its program was killed at that, or before the folder was gone.
            if (QFileInfo(left.path()).lastModified().secsTo(QDateTime::currentDateTime()) > longestMoment)
                left.removeRecursively();
            continue;
        }
        if (!lock.tryLock(0))
            continue; // held by a program that lives
        removeAllButLock(left);
        lock.unlock();
        left.removeRecursively();
    }
}

Result<void> putInPlace(const QString &partial, const QString &target)
{
    std::error_code problem;
    if (syncToDisk(partial))
        std::filesystem::rename(QFileInfo(partial).filesystemFilePath(), QFileInfo(target).filesystemFilePath(), problem);
    else
        problem = std::make_error_code(std::errc::io_error);
    if (!problem)
        return {};
    return Error{ErrorCode::File, Texts::tr("“%1” cannot be written.").arg(target),
                 QString::fromStdString(problem.message()), target};
}

} // namespace Kartoteka
