// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/file/file_stamp.h"

#include <chrono>
#include <optional>

namespace Kartoteka {

/// Watches that the file at a path is still the one that was opened. People put backups back, clouds put older copies in
/// place, and SQLite would go on writing into what is not there any more, or into what is another file by now.
/// What can be seen and what not stands in docs/reliability.md.
class FileGuard
{
public:
    enum class State {
        Same,
        Gone,        ///< nothing stands at the path
        Replaced,    ///< another file stands at the path; ours has no name any more
        Overwritten, ///< somebody wrote another file's contents into ours
        LogLost      ///< the log beside it is not ours
    };

    /// @p path: canonical; the file is open by then, and so is its log.
    explicit FileGuard(QString path);

    /// Looks before something is written. @p putsLogIn: no other program of ours puts the log into the file, so that what
    /// changes in it came neither from us nor from them. Costs two calls to the system while nothing has changed.
    State look(Connection &connection, bool putsLogIn);
    /// The log was just put into the file by this program.
    void noteLogPutIn();
    /// Takes the log that is ours away from beside a file that is not: opened with it, that file would be ruined.
    void removeLog();

private:
    bool hasForeignCommits(Connection &connection);

    QString m_path;
    QString m_logPath;
    FileStamp m_file;
    FileIdentity m_log;
    qint64 m_dataVersion = -1;
    std::optional<std::chrono::steady_clock::time_point> m_foreignCommit;
};

} // namespace Kartoteka
