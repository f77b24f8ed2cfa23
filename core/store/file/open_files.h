// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/file/file_stamp.h"

#include <functional>

class QFile;

namespace Kartoteka {

/// Which databases this process has open through SQLite. POSIX locks of a file fall when any descriptor of it is closed in
/// the process (https://sqlite.org/howtocorrupt.html, section 2.2): while SQLite has a file open, nothing else here may
/// open it or its log, be it only to read its first bytes.
class OpenFile
{
public:
    /// Counts one connection to the database at @p path, from before it opens until after it has closed.
    explicit OpenFile(const QString &path);
    ~OpenFile();
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    /// The file may have been made only by opening it.
    void found(const QString &path);

private:
    QString m_path;
    FileIdentity m_identity;
};

/// True when @p path leads to a database that this process has open, or to one of the files beside it that SQLite keeps.
bool isOpenDatabase(const QString &path);

/// The files that SQLite and this program keep beside a database.
QStringList companionsOf(const QString &databasePath);

/// Opens a file that came from a person for reading. Refused in words: what is no regular file, what cannot be read, and
/// the open database itself.
Result<void> openToRead(QFile &file);

/// Whether a file that a person named is encrypted (sealed_file.h). False for what openToRead() refuses.
bool isSealedFile(const QString &path);

/// Runs @p read while this process has no connection to @p path and makes none. @return false, and nothing was run, when
/// it has one.
bool whileNotOpen(const QString &path, const std::function<void()> &read);

} // namespace Kartoteka
