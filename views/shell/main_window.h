// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/shell/recent_files.h"
#include "views/theme/theme.h"

#include <QMainWindow>
#include <QPointer>

class QMenu;
class QStackedWidget;

namespace Kartoteka {

class CommandPalette;
class OfficeWidget;
class OpenStores;
class Scrim;
class SettingsDesk;
class WelcomePage;

/// The window: the welcome page or an open file, and every action with its shortcut.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// @p stores: the files that the program has open, for windows that show the same.
    explicit MainWindow(std::shared_ptr<OpenStores> stores = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a file; on failure the welcome page says why. @return true when it is open.
    bool openFile(const QString &path);
    /// A file that was dropped or given by the system: a database, or an exchange file for the open one.
    void openAny(const QString &path);
    /// Makes a file, with an invented office when @p demo, and opens it.
    void makeFile(const QString &path, const QString &userName, bool demo);
    OfficeWidget *office() const { return m_office; }
    WelcomePage *welcome() const { return m_welcome; }
    SettingsDesk *settings() const { return m_settings; }
    QAction *action(const QString &name) const { return m_actions.value(name); }
    /// The open file; empty without one.
    QString path() const;

signals:
    /// The language changed: the window must be made anew.
    void rebuildWanted();
    /// Another window, with the file at @p path.
    void windowWanted(const QString &path);

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut,
                 const std::function<void()> &slot);
    void makeMenus();
    void makeViewMenu(QMenu *menu);
    void nameUndo();
    void askNew(bool demo);
    void askOpen();
    bool closeFile();
    /// Closes the file and opens it again, because it is another one by now or can be changed now.
    void reopen();
    /// The backups of a file, open or not; puts one in its place.
    void showBackups(const QString &path);
    void saveState();
    void showSections();
    void openPalette();
    void showShortcuts();
    void enableActions();
    void about();
    QString settingsGroup() const;

    RecentFiles m_recent;
    QMenu *m_goMenu = nullptr;
    QAction *m_sectionsEnd = nullptr; ///< the sections stand before it
    QList<QAction *> m_sectionActions;
    SettingsDesk *m_settings;
    CommandPalette *m_palette;
    QList<QPointer<QAction>> m_paletteActions; ///< those that the palette offers, in its order
    Scrim *m_scrim;                            ///< while a dialog stands before the window
    QStackedWidget *m_pages;
    WelcomePage *m_welcome;
    OfficeWidget *m_office = nullptr;
    // Shared with other windows: a file closes with the last one that shows it.
    std::shared_ptr<OpenStores> m_stores;
    std::shared_ptr<Store> m_store;
    QHash<QString, QAction *> m_actions;
    QList<QAction *> m_officeActions; ///< that need an open file
    bool m_isOpening = false;
};

} // namespace Kartoteka
