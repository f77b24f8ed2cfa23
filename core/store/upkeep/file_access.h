// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/base/result.h"
#include "core/store/db/connection.h"
#include "core/store/file/file_holder.h"

#include <QTemporaryDir>

#include <memory>

namespace Kartoteka {

/// Who opens a file: of several windows only the first writes; commands work beside a window of the same computer.
struct FileVisitor
{
    QString person;
    bool isWindow = false;
};

/// How a database can be used from here, found out before it is opened.
struct FileAccess
{
    enum class Kind {
        Write,  ///< everything
        Read,   ///< another window of this computer writes: what it does is seen
        Medium, ///< the file or its folder cannot be written
        Copy    ///< it is open on another computer: read as it stood at `asOf`
    };

    Kind kind = Kind::Write;
    QString path;       ///< canonical
    QString readPath;   ///< what SQLite opens: the path, or the copy
    QString reason;     ///< for people, why nothing can be changed; empty when it can
    qint64 asOf = 0;    ///< UTC ms, of a copy
    int format = 0;     ///< of the file
    bool fixed = false; ///< nothing changes the file while it is read, not even a log
    std::unique_ptr<FileHolder> holder = {};
    std::unique_ptr<QTemporaryDir> copy = {};

    bool isWritable() const { return kind == Kind::Write; }
    /// An error as people read it: one that says that the file is locked says by whom.
    Error explained(const Error &error) const;
    Connection::Mode readMode() const { return fixed ? Connection::Mode::Fixed : Connection::Mode::ReadOnly; }
};

/// Looks at a file, takes hold of it where that is possible, and says how it can be used. Errors as inspectDatabase(). Takes
/// as long as copying the file where it is open on another computer; may run on any thread.
Result<FileAccess> findAccess(const QString &path, const FileVisitor &visitor, const CancelToken &cancel = {});

} // namespace Kartoteka
