// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/log_watch.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <filesystem>

namespace Kartoteka {

void watchLog(QObject &owner, const QString &log, const std::function<void()> &seen)
{
    auto *watcher = new QFileSystemWatcher({QFileInfo(log).path()}, &owner);
    const auto addLog = [watcher, log] {
        if (!watcher->files().contains(log) && QFileInfo::exists(log))
            watcher->addPath(log); // it has come, or come anew
    };
    addLog();
    const auto look = [addLog, seen] {
        addLog();
        seen();
    };
    QObject::connect(watcher, &QFileSystemWatcher::fileChanged, &owner, look);
    QObject::connect(watcher, &QFileSystemWatcher::directoryChanged, &owner, look);
}

bool wasJustWritten(const QString &path, std::chrono::milliseconds within)
{
    std::error_code missing;
    const auto at = std::filesystem::last_write_time(QFile::encodeName(path).toStdString(), missing);
    return !missing && std::filesystem::file_time_type::clock::now() - at < within;
}

} // namespace Kartoteka
