// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/file_dialog.h"

#include "views/widgets/ask_dialog.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QTreeView>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int measuredRows = 50;
constexpr qsizetype longestName = 255; ///< bytes, on the file systems in use
} // namespace

FileDialog::FileDialog(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
    : QFileDialog(parent, title, folder, filter)
{}

void FileDialog::dress()
{
    if (const auto *tree = findChild<QTreeView *>(u"treeView"_s)) {
        tree->header()->setStretchLastSection(false);
        tree->header()->setResizeContentsPrecision(measuredRows);
        tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    if (auto *places = findChild<QListView *>(u"sidebar"_s))
        places->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    for (const QString &name : {u"qt_delete_action"_s, u"qt_rename_action"_s}) {
        if (auto *action = findChild<QAction *>(name))
            action->setVisible(false);
    }
    // The toolkit marks every folder that a typed path passes, and where the line is without the focus they stay marked: it
    // would open the first of them.
    auto *line = findChild<QLineEdit *>(u"fileNameEdit"_s);
    if (auto *list = findChild<QListView *>(u"listView"_s); line && list) {
        connect(line, &QLineEdit::textChanged, list, [list](const QString &text) {
            if (text.contains(u'/') || text.contains(QDir::separator()))
                list->clearSelection();
        });
    }
    const QList<QShortcut *> shortcuts = findChildren<QShortcut *>();
    for (QShortcut *shortcut : shortcuts) {
        if (shortcut->key() == QKeySequence(Qt::Key_Delete))
            shortcut->setEnabled(false);
    }
}

/// What the toolkit would say in a box of its own, or not at all.
bool FileDialog::tellProblem()
{
    const QStringList files = selectedFiles();
    const auto *line = findChild<QLineEdit *>(u"fileNameEdit"_s);
    if (files.isEmpty() || (line && line->text() == u".."_s)) // which goes up a folder
        return false;
    if (fileMode() == AnyFile) {
        const QString name = QFileInfo(files.constFirst()).fileName();
        const bool isTooLong = QFile::encodeName(name).size() > longestName;
        if (isTooLong)
            AskDialog::tell(this, tr("This name is too long"), tr("Use a name shorter than 100 characters."));
        return isTooLong;
    }
    const auto missing = std::ranges::find_if_not(files, [](const QString &path) { return QFileInfo::exists(path); });
    if (missing == files.end())
        return false;
    const QFileInfo file(*missing);
    const QString folder = QDir::toNativeSeparators(file.path());
    const QString what = fileMode() == Directory ? tr("There is no folder “%1”").arg(file.fileName())
                                                 : tr("There is no file “%1”").arg(file.fileName());
    AskDialog::tell(this, what,
                    QFileInfo::exists(file.path())
                        ? tr("It is not in “%1”. Choose one from the list, or check the name.").arg(folder)
                        : tr("The folder “%1” is not there either. Check the path, or choose from the list.").arg(folder));
    return true;
}

void FileDialog::accept()
{
    if (!testOption(DontUseNativeDialog) || !tellProblem())
        QFileDialog::accept();
}

} // namespace Kartoteka
