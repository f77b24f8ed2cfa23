// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace Kartoteka {

class MainWindow;

/// Files that were dropped on a window, by what is done with them.
struct DroppedFiles
{
    QStringList offices;   ///< files of the program
    QStringList exchanges; ///< … of other seats, for the open one
    QStringList imports;   ///< tables and calendars
    QStringList unread;    ///< nothing that is read here

    bool operator==(const DroppedFiles &) const = default;
};

/// By their names; folders and what is no file are among those that are not read.
DroppedFiles droppedFiles(const QMimeData &data);
/// Why it is not read, and what may be done instead.
QString whyNotRead(const QString &path);
/// Does with each what is done with its kind, one after the other, and says which are not read.
void takeDropped(MainWindow &window, const DroppedFiles &files);

} // namespace Kartoteka
