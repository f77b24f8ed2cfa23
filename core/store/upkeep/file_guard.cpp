// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/file_guard.h"

#include <QFile>

namespace Kartoteka {

namespace {
/// A program that has committed puts the log in at once when it is long.
constexpr auto foreignLogAfter = std::chrono::seconds(5);
} // namespace

FileGuard::FileGuard(QString path)
    : m_path(std::move(path)), m_logPath(m_path + u"-wal"_s), m_file(stampOf(m_path)), m_log(stampOf(m_logPath).identity)
{}

FileGuard::State FileGuard::look(Connection &connection, bool putsLogIn)
{
    const bool committedElsewhere = hasForeignCommits(connection);
    const FileStamp now = stampOf(m_path);
    if (now.kind == FileKind::Missing)
        return State::Gone;
    if (now.identity != m_file.identity)
        return State::Replaced;
    const FileIdentity log = stampOf(m_logPath).identity;
    if (m_log.isNull())
        m_log = log;
    if (log != m_log)
        return State::LogLost;
    if (now == m_file)
        return State::Same;
    // Another program that has the base open may have put the log in: then it has committed something, too. Contents that
    // are copied over the file come without a commit.
    if (putsLogIn && !committedElsewhere)
        return State::Overwritten;
    m_file = now;
    return State::Same;
}

bool FileGuard::hasForeignCommits(Connection &connection)
{
    auto version = connection.scalar(u"PRAGMA data_version"_s);
    if (!version)
        return false; // what cannot be read any more was not written by SQLite
    const auto now = std::chrono::steady_clock::now();
    if (m_dataVersion >= 0 && version->toLongLong() != m_dataVersion)
        m_foreignCommit = now;
    m_dataVersion = version->toLongLong();
    return m_foreignCommit && now - *m_foreignCommit < foreignLogAfter;
}

void FileGuard::noteLogPutIn()
{
    m_file = stampOf(m_path);
}

void FileGuard::removeLog()
{
    if (m_log.isNull() || stampOf(m_logPath).identity != m_log)
        return;
    QFile::remove(m_logPath);
    QFile::remove(m_path + u"-shm"_s);
}

} // namespace Kartoteka
