// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>

class QObject;

namespace Kartoteka {

/// Calls @p seen when other programs write, take the file or give it free: that shows in the log beside it and in the folder.
/// The file itself is not watched: where that opens it, its locks would be lost. As long as @p owner lives, on its thread.
void watchLog(QObject &owner, const QString &log, const std::function<void()> &seen);

/// Whether a file was written so short a time ago.
bool wasJustWritten(const QString &path, std::chrono::milliseconds within);

} // namespace Kartoteka
