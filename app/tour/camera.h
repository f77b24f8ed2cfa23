// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QPixmap>

namespace Kartoteka {

class MainWindow;

/// Takes pictures of the window with what stands before it: offscreen, nobody puts menus and dialogs onto one screen.
class Camera
{
public:
    /// @p prefix: of the pictures' names.
    Camera(MainWindow &window, QDir folder, QString prefix);
    void take(const QString &name);

private:
    MainWindow &m_window;
    QDir m_folder;
    QString m_prefix;
};

} // namespace Kartoteka
