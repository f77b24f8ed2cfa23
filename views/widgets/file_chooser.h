// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace Kartoteka {

/// What file a person is asked for.
struct FileQuestion
{
    enum class Kind { Open, OpenMany, Save, Folder };

    Kind kind = Kind::Open;
    QString title;
    QString filter = {};   ///< as QFileDialog takes it; empty: all files
    QString proposed = {}; ///< a file or folder to begin with; empty: the folder of the last choice
};

/// Asks for a file in the program's one dialog for it, which never looks into files: Qt's own would open the database to
/// tell its type, and with that take SQLite's locks away (core/store/file/open_files.h). The system's dialog is used
/// where it runs outside this program or where locks do not fall that way.
/// @return the choice; empty when there is none.
QString askForFile(QWidget *parent, const FileQuestion &question);
QStringList askForFiles(QWidget *parent, const FileQuestion &question);

/// A name from the database, or from somebody else's exchange file, as that of a file: it never leads out of a folder, and has
/// no signs that some system refuses.
QString plainFileName(const QString &name);

/// For tests and the tour: answers instead of the dialog; nothing means that the dialog is to open.
using FileAnswerer = std::function<std::optional<QStringList>(const FileQuestion &)>;
void setFileAnswerer(FileAnswerer answerer);

} // namespace Kartoteka
