// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_menu.h"

#include "views/shell/recent_files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

RecentMenu::RecentMenu(RecentFiles &recent, QWidget *parent) : QMenu(tr("Recent files"), parent), m_recent(recent)
{
    connect(&recent, &RecentFiles::changed, this, &RecentMenu::fill);
    fill();
}

void RecentMenu::fill()
{
    clear();
    const auto plain = [](QString text) { return text.replace(u'&', u"&&"_s); };
    const QList<RecentFile> files = m_recent.files();
    for (const RecentFile &file : files) {
        const QFileInfo info(file.path);
        const QString when = file.isMissing ? tr("not there any more") : openedText(file);
        QAction *action = addAction(u"%1 — %2\t%3"_s.arg(plain(info.completeBaseName()),
                                                         plain(QDir::toNativeSeparators(info.absolutePath())), when));
        action->setEnabled(!file.isMissing);
        // Later: this menu is filled anew then.
        connect(
            action, &QAction::triggered, this, [this, path = file.path] { emit chosen(path); }, Qt::QueuedConnection);
    }
    setEnabled(!files.isEmpty());
    menuAction()->setEnabled(!files.isEmpty());
    if (std::none_of(files.begin(), files.end(), [](const RecentFile &file) { return file.isMissing; }))
        return;
    addSeparator();
    connect(
        addAction(tr("Take the missing ones off the list")), &QAction::triggered, this,
        [this, files] {
            for (const RecentFile &file : files) {
                if (file.isMissing)
                    m_recent.forget(file.path);
            }
        },
        Qt::QueuedConnection);
}

} // namespace Kartoteka
