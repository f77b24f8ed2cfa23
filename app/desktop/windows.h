// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/system_look.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Kartoteka {

class MainWindow;
class OpenStores;
class Reminders;
class Store;
struct ItemRef;

/// All windows of the program: opened by a person, by another start of the program, or anew in another language.
class Windows final : public QObject
{
    Q_OBJECT
public:
    explicit Windows(QObject *parent = nullptr);
    ~Windows() override;

    /// A window with the file at @p path, or the welcome page.
    MainWindow *open(const QString &path);
    /// What the system or another start of the program asks for: files, and links to items. A database that no window shows gets
    /// a window of its own.
    void openPaths(const QStringList &paths);
    /// Opens a file without a window and reminds of what is due in it. @return false: a window is needed, because there is no tray
    /// or the file asks for a person.
    bool openHidden(const QString &path);
    /// Brings a file to the front, with an item of it unless that is null.
    void showItem(const QString &path, const ItemRef &item);
    Reminders &reminders() { return *m_reminders; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followDesktop();
    void dressAnew();
    void dropShown();
    MainWindow *make();
    MainWindow *current() const;
    void rebuild();

    /// The window of a file, or any; made where there is none.
    MainWindow *windowOf(const QString &path);
    void addReminders(MainWindow &window);
    bool isLast(const MainWindow *window) const;
    void lastClosed();

    std::shared_ptr<OpenStores> m_stores;       // shared with the windows, which may be closed in any order
    std::vector<std::shared_ptr<Store>> m_kept; ///< files that are open without a window
    std::unique_ptr<Reminders> m_reminders;
    std::vector<std::unique_ptr<MainWindow>> m_windows;
    SystemLook m_dressed;            ///< by what the windows are dressed
    std::unique_ptr<QObject> m_look; ///< what the desktop says of it; null where it is not asked
    bool m_rebuilding = false;
    bool m_stays = false; ///< the program goes on without a window
    bool m_quits = false; ///< somebody said so
};

} // namespace Kartoteka
