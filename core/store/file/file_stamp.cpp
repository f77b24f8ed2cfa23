// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/file_stamp.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#else
#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#endif

namespace Kartoteka {

#ifdef Q_OS_UNIX

FileStamp stampOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    constexpr qint64 nanoseconds = 1'000'000'000;
#ifdef Q_OS_DARWIN
    const qint64 modified = qint64(found.st_mtimespec.tv_sec) * nanoseconds + found.st_mtimespec.tv_nsec;
#else
    const qint64 modified = qint64(found.st_mtim.tv_sec) * nanoseconds + found.st_mtim.tv_nsec;
#endif
    const FileKind kind = S_ISREG(found.st_mode) ? FileKind::Regular
        : S_ISDIR(found.st_mode)                 ? FileKind::Folder
                                                 : FileKind::Special;
    return {kind, {quint64(found.st_dev), quint64(found.st_ino)}, qint64(found.st_size), modified};
}

#else

FileStamp stampOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    const FileKind kind = info.isFile() ? FileKind::Regular : info.isDir() ? FileKind::Folder : FileKind::Special;
    return {kind,
            {1, quint64(qHash(info.canonicalFilePath().toLower()))},
            info.size(),
            info.lastModified().toMSecsSinceEpoch() * 1'000'000};
}

#endif

} // namespace Kartoteka
