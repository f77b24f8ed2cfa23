// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A file as the system knows it, whatever path or link leads to it.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0; ///< inode; where the system has none, a digest of the path

    bool isNull() const { return device == 0 && number == 0; }
    bool operator==(const FileIdentity &) const = default;
};

enum class FileKind {
    Missing, ///< nothing there, or a link that leads nowhere
    Regular,
    Folder,
    Special ///< a device, a pipe, a socket
};

/// What stands at a path at one moment.
struct FileStamp
{
    FileKind kind = FileKind::Missing;
    FileIdentity identity;
    qint64 size = 0;
    qint64 modified = 0; ///< nanoseconds, or as fine as the system tells it

    bool operator==(const FileStamp &) const = default;
};

/// Follows links. Never opens the file.
FileStamp stampOf(const QString &path);

} // namespace Kartoteka
