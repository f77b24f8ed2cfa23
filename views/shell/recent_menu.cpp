// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_menu.h"

#include "views/shell/recent_files.h"
#include "views/widgets/menu_text.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

RecentMenu::RecentMenu(RecentFiles &recent, QWidget *parent) : QMenu(tr("Recent files"), parent), m_recent(recent)
{
    m_removal = new QAction(tr("Remove missing files from the list"), this);
    // Later: this menu is filled anew then.
    connect(
        m_removal, &QAction::triggered, this, [this] { m_recent.forget(m_recent.missingFiles()); }, Qt::QueuedConnection);
    connect(&recent, &RecentFiles::changed, this, &RecentMenu::fill);
    connect(this, &QMenu::aboutToShow, &recent, &RecentFiles::look);
    fill();
}

/// What a look finds out while the menu is open changes its words, not its lines: one of them may be about to be chosen.
void RecentMenu::fill()
{
    const QList<RecentFile> &files = m_recent.files();
    QStringList paths;
    for (const RecentFile &file : files)
        paths << file.path;
    if (std::exchange(m_paths, paths) != paths) {
        removeAction(m_removal); // which stays; the lines go
        clear();
        m_lines.clear();
        for (const QString &path : std::as_const(paths)) {
            m_lines << addAction(QString());
            m_lines.constLast()->setProperty("iconName", u"file"_s); // for the palette
            connect(
                m_lines.constLast(), &QAction::triggered, this, [this, path] { emit chosen(path); }, Qt::QueuedConnection);
        }
        m_separator = addSeparator();
        addAction(m_removal);
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QFileInfo info(files[i].path);
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        // Letters of a folder, which nobody means, are found in whatever one types.
        m_lines[i]->setProperty("name", menuText(info.completeBaseName()));
        m_lines[i]->setText(u"%1 — %2\t%3"_s.arg(menuText(info.completeBaseName()), menuText(folder, Qt::ElideMiddle),
                                                 menuText(openedText(files[i]))));
    }
    const bool isAnyMissing = !m_recent.missingFiles().isEmpty();
    m_removal->setVisible(isAnyMissing);
    if (m_separator)
        m_separator->setVisible(isAnyMissing);
    menuAction()->setEnabled(!files.isEmpty());
}

} // namespace Kartoteka
