// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/open_files.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <mutex>
#include <vector>

namespace Kartoteka {

namespace {

struct Entry
{
    QString path; ///< canonical
    FileIdentity identity;
};

// Locks belong to the process, and so does this: any window, thread or tool of it may open a file.
std::mutex mutex;
std::vector<Entry> entries;

QString plain(const QString &path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.absoluteFilePath() : canonical;
}

bool isListed(const QString &path)
{
    const FileIdentity identity = stampOf(path).identity;
    if (identity.isNull())
        return false;
    const QString canonical = plain(path);
    return std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
        const QStringList companions = companionsOf(entry.path);
        return entry.identity == identity || entry.path == canonical || companions.contains(canonical)
            || std::any_of(companions.begin(), companions.end(),
                           [&](const QString &beside) { return stampOf(beside).identity == identity; });
    });
}

} // namespace

OpenFile::OpenFile(const QString &path) : m_path(plain(path)), m_identity(stampOf(path).identity)
{
    const std::lock_guard lock(mutex);
    entries.push_back({m_path, m_identity});
}

OpenFile::~OpenFile()
{
    const std::lock_guard lock(mutex);
    const auto it = std::find_if(entries.begin(), entries.end(), [this](const Entry &entry) {
        return entry.path == m_path && entry.identity == m_identity;
    });
    if (it != entries.end())
        entries.erase(it);
}

void OpenFile::found(const QString &path)
{
    if (!m_identity.isNull())
        return;
    const std::lock_guard lock(mutex);
    const auto it = std::find_if(entries.begin(), entries.end(),
                                 [this](const Entry &entry) { return entry.path == m_path && entry.identity.isNull(); });
    m_path = plain(path);
    m_identity = stampOf(path).identity;
    if (it != entries.end())
        *it = {m_path, m_identity};
}

bool isOpenDatabase(const QString &path)
{
    const std::lock_guard lock(mutex);
    return isListed(path);
}

QStringList companionsOf(const QString &databasePath)
{
    QStringList paths;
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, u"-journal"_s, u"-lock"_s, u"-holder"_s})
        paths << databasePath + ending;
    return paths;
}

Result<void> openToRead(QFile &file)
{
    const QString path = file.fileName();
    const auto failed = [&path](const QString &message, const QString &detail = {}) {
        return Error{ErrorCode::File, message, detail, path};
    };
    switch (stampOf(path).kind) {
    case FileKind::Missing: return failed(Texts::tr("There is no file “%1”.").arg(path));
    case FileKind::Folder: return failed(Texts::tr("“%1” is a folder, not a file.").arg(path));
    case FileKind::Special: return failed(Texts::tr("“%1” is a device or a pipe, not a file.").arg(path));
    case FileKind::Regular: break;
    }
    if (isOpenDatabase(path))
        return failed(Texts::tr("“%1” is the open database. It cannot be read as another file while it is open.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failed(Texts::tr("“%1” cannot be read: %2").arg(path, file.errorString()));
    return {};
}

bool isSealedFile(const QString &path)
{
    QFile file(path);
    return openToRead(file) && isSealed(file.fileName());
}

bool whileNotOpen(const QString &path, const std::function<void()> &read)
{
    const std::lock_guard lock(mutex);
    if (isListed(path))
        return false;
    read();
    return true;
}

} // namespace Kartoteka
