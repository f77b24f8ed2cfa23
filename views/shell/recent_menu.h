// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace Kartoteka {

class RecentFiles;

/// The recent files in the menu: each with its folder and when it was open.
class RecentMenu final : public QMenu
{
    Q_OBJECT
public:
    RecentMenu(RecentFiles &recent, QWidget *parent);

signals:
    void chosen(const QString &path);

private:
    void fill();

    RecentFiles &m_recent;
    QStringList m_paths; ///< of the lines
    QList<QAction *> m_lines;
    QAction *m_separator = nullptr;
    QAction *m_removal;
};

} // namespace Kartoteka
