// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QPixmap>

namespace Kartoteka {

class MainWindow;

constexpr int glanceMs = 200; ///< until what was opened has read what it shows

/// Takes pictures of the window with what stands before it: offscreen, nobody puts menus and dialogs onto one screen.
class Camera
{
public:
    /// @p prefix: of the pictures' names.
    Camera(MainWindow &window, QDir folder, QString prefix);
    /// @p above: a window that stands before it and waits for nobody; what does is found.
    void take(const QString &name, QWidget *above = nullptr);

private:
    MainWindow &m_window;
    QDir m_folder;
    QString m_prefix;
};

} // namespace Kartoteka
