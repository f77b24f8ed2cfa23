// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windows.h"

#include "app/desktop/background.h"
#ifdef KARTOTEKA_DBUS
#include "app/desktop/desktop_look.h"
#endif
#include "app/desktop/reminders.h"
#include "core/base/texts.h"
#include "core/items/item_link.h"
#include "core/office.h"
#include "core/schema/language.h"
#include "core/store/upkeep/format_update.h"
#include "views/card/card_panel.h"
#include "views/reminders/reminder_desk.h"
#include "views/reminders/reminder_window.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/open_stores.h"
#include "views/shell/settings_desk.h"
#include "views/shell/welcome_page.h"
#include "views/tasks/task_runner.h"
#include "views/theme/motion.h"
#include "views/theme/system_look.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

void dress()
{
    installLanguage(QSettings().value(u"language"_s).toString());
    setMotionWanted(QSettings().value(u"motion"_s).toString() != u"none");
    applyAppearance(*qApp, appearanceOf(QSettings().value(u"appearance"_s).toString()),
                    densityOf(QSettings().value(u"density"_s).toString()));
    QApplication::setWindowIcon(Theme::of(QApplication::palette()).icon(u"kartoteka"_s, ColourRole::Accent));
}

void bringUp(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.raise();
    window.activateWindow();
}

} // namespace

Windows::Windows(QObject *parent) : QObject(parent), m_stores(std::make_shared<OpenStores>())
{
    followDesktop();
    m_dressed = systemLook();
    dress();
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Windows::lastClosed);
    m_reminders = std::make_unique<Reminders>(); // dressed, as all that is shown
    m_stores->setOpened([this](Store &store) { m_reminders->watch(store); });
    connect(m_reminders.get(), &Reminders::openWanted, this, &Windows::showItem);
    connect(m_reminders.get(), &Reminders::windowWanted, this, [this] { openPaths({}); });
    connect(
        m_reminders.get(), &Reminders::stopped, this,
        [this](const QString &path) {
            // What is opened next is what stands there then.
            std::erase_if(m_kept, [&path](const std::shared_ptr<Store> &store) { return store->path() == path; });
        },
        Qt::QueuedConnection); // its store is still telling
    connect(m_reminders.get(), &Reminders::quitWanted, this, [this] {
        m_quits = true;
        QApplication::closeAllWindows();
        m_quits = false;
        if (!current())
            QCoreApplication::quit();
    });
}

/// What is chosen here comes before what the desktop says.
void Windows::followDesktop()
{
#ifdef KARTOTEKA_DBUS
    const QDBusConnection bus = QDBusConnection::sessionBus();
    // Until it answers it is as it was last: a dark desktop is not to see a light window first.
    if (const QVariant last = QSettings().value(u"desktopIsDark"_s); last.isValid() && bus.isConnected())
        systemLook().isDark = last.toBool();
    auto look = std::make_unique<DesktopLook>(bus);
    const auto take = [this, look = look.get()] {
        systemLook() = look->look();
        if (const auto isDark = systemLook().isDark)
            QSettings().setValue(u"desktopIsDark"_s, *isDark);
        else
            QSettings().remove(u"desktopIsDark"_s);
        QTimer::singleShot(0, this, &Windows::dressAnew); // once for what is said together
    };
    connect(look.get(), &DesktopLook::changed, this, take);
    connect(look.get(), &DesktopLook::answered, this, take);
    m_look = std::move(look);
#endif
}

/// Nobody asked for it: what is being written stays open, and its pictures keep their colours until it is closed.
void Windows::dressAnew()
{
    const bool asSystem = appearanceOf(QSettings().value(u"appearance"_s).toString()) == Appearance::System;
    if (!asSystem || std::exchange(m_dressed, systemLook()) == systemLook())
        return;
    const bool isBusy = QApplication::activeModalWidget() || std::ranges::any_of(m_windows, [](const auto &window) {
                            return window->office()
                                && (window->office()->card()->isVisible() || window->office()->tasks()->isBusy());
                        });
    isBusy ? dress() : rebuild();
}

Windows::~Windows()
{
    m_stores->setOpened({});
}

bool Windows::isLast(const MainWindow *window) const
{
    return std::ranges::none_of(m_windows, [window](const auto &one) { return one.get() != window && one->isVisible(); });
}

/// Before the last window is closed a person says whether the program is to go on reminding.
bool Windows::eventFilter(QObject *watched, QEvent *event)
{
    auto *window = event->type() == QEvent::Close ? qobject_cast<MainWindow *>(watched) : nullptr;
    if (!window || m_rebuilding || !window->isVisible() || !isLast(window))
        return QObject::eventFilter(watched, event);
    m_stays = false;
    if (m_quits || window->path().isEmpty())
        return false;
    const AfterLastWindow after = askAboutBackground(window, m_reminders->tray() != nullptr, m_reminders->hasAny());
    m_stays = after == AfterLastWindow::Stay;
    if (after == AfterLastWindow::Reopen)
        event->ignore();
    return after == AfterLastWindow::Reopen;
}

void Windows::lastClosed()
{
    if (m_rebuilding)
        return;
    if (!m_stays) {
        QCoreApplication::quit();
        return;
    }
    for (const auto &window : m_windows) {
        if (auto store = m_stores->find(window->path()))
            m_kept.push_back(store);
    }
}

/// What has a window is kept open by it; other files go on in the background.
void Windows::dropShown()
{
    std::erase_if(m_kept, [this](const std::shared_ptr<Store> &store) {
        return std::ranges::any_of(m_windows,
                                   [&](const auto &one) { return one->isVisible() && one->path() == store->path(); });
    });
}

MainWindow *Windows::make()
{
    // A closed window goes with the next one that is made: its events are over by then.
    std::erase_if(m_windows, [](const std::unique_ptr<MainWindow> &window) { return !window->isVisible(); });
    m_windows.push_back(std::make_unique<MainWindow>(m_stores));
    MainWindow *window = m_windows.back().get();
    connect(window, &MainWindow::rebuildWanted, this, [this] { QTimer::singleShot(0, this, &Windows::rebuild); });
    connect(window, &MainWindow::windowWanted, this, [this](const QString &path) {
        MainWindow *second = open(path);
        second->move(second->pos() + QPoint(32, 32));
    });
    window->installEventFilter(this);
    QAction *quit = window->action(u"quit"_s);
    disconnect(quit, &QAction::triggered, window, nullptr);
    connect(quit, &QAction::triggered, window, [this, window] {
        m_quits = true; // not into the background
        window->close();
        m_quits = false;
    });
    addReminders(*window);
    window->show();
    return window;
}

/// The list of reminders is in the menu with what leads elsewhere, and so in the palette.
void Windows::addReminders(MainWindow &window)
{
    const QList<QObject *> menus = window.action(u"palette"_s)->associatedObjects();
    for (QObject *one : menus) {
        auto *menu = qobject_cast<QMenu *>(one);
        if (!menu)
            continue;
        QAction *show = menu->addAction(tr("Reminders"), &window, [this, &window] {
            const ReminderDesk *desk = m_reminders->desk(window.path());
            if (!desk && !window.path().isEmpty())
                AskDialog::tell(&window, tr("Reminders come in the window in which this file can be changed"));
            else if (!desk || !desk->window()->showOnDemand())
                AskDialog::tell(&window, tr("There is nothing to remind you of now"));
        });
        show->setObjectName(u"reminders"_s);
        show->setProperty("iconName", u"clock"_s);
        show->setIcon(Theme::of(window.palette()).icon(u"clock"_s));
    }
}

bool Windows::openHidden(const QString &path)
{
    const auto isOlder = isOfOlderFormat(path);
    if (!m_reminders->tray() || !isOlder || *isOlder)
        return false;
    auto access = findAccess(path, systemVisitor(true));
    if (!access)
        return false;
    auto store = m_stores->open(std::move(*access));
    if (!store)
        return false;
    m_kept.push_back(*store);
    return true;
}

MainWindow *Windows::windowOf(const QString &path)
{
    for (const auto &window : m_windows) {
        if (window->isVisible() && window->path() == path)
            return window.get();
    }
    return open(path);
}

void Windows::showItem(const QString &path, const ItemRef &item)
{
    MainWindow *window = windowOf(path);
    dropShown();
    if (window->office() && !item.isNull())
        window->office()->openItem(item);
    bringUp(*window);
}

MainWindow *Windows::open(const QString &path)
{
    MainWindow *window = make();
    if (!path.isEmpty())
        window->openFile(path);
    return window;
}

MainWindow *Windows::current() const
{
    if (auto *active = qobject_cast<MainWindow *>(QApplication::activeWindow()))
        return active;
    for (auto it = m_windows.rbegin(); it != m_windows.rend(); ++it) {
        if ((*it)->isVisible())
            return it->get();
    }
    return nullptr;
}

namespace {

/// Opens the item that a link leads to, or says why it cannot.
void follow(MainWindow &window, const QString &link)
{
    OfficeWidget *office = window.office();
    if (!office) {
        window.welcome()->setProblem(Texts::tr("Open the office's file first, then the link leads to its item."));
        return;
    }
    if (const ItemRef item = itemOfLink(office->store().reader(), link); item.isNull())
        office->toast()->show(Texts::tr("This file has no item that the link leads to."), false);
    else
        office->openItem(item);
}

} // namespace

void Windows::openPaths(const QStringList &paths)
{
    MainWindow *window = current();
    if (!window) {
        // Of what was open in the background the last one, unless another file is asked for: links and exchange files need one.
        const bool namesFile = std::ranges::any_of(
            paths, [](const QString &path) { return !isItemLink(path) && !path.endsWith(u".kartoteka-exchange"_s); });
        window = open(!namesFile && !m_kept.empty() ? m_kept.back()->path() : QString());
    }
    for (const QString &path : paths) {
        if (isItemLink(path)) {
            follow(*window, path);
            continue;
        }
        const bool database = !path.endsWith(u".kartoteka-exchange"_s);
        if (database && !window->path().isEmpty() && QFileInfo(window->path()) != QFileInfo(path))
            window = open(path);
        else
            window->openAny(path);
    }
    dropShown();
    bringUp(*window);
}

/// Language and appearance take effect in new windows.
void Windows::rebuild()
{
    m_rebuilding = true;
    struct Shown
    {
        QString path;
        QString settings;
        QString setting;
    };
    QList<Shown> shown;
    for (const auto &window : m_windows) {
        if (window->isVisible())
            shown << Shown{window->path(), window->settings()->page(), window->settings()->entry()};
    }
    for (const auto &window : m_windows) {
        if (!window->close()) { // somebody wants to save first; the choice holds from the next start
            m_rebuilding = false;
            return;
        }
    }
    m_windows.clear();
    dress();
    for (const Shown &one : std::as_const(shown)) {
        MainWindow *window = open(one.path);
        if (!one.settings.isEmpty())
            window->settings()->open(one.settings, one.setting);
    }
    m_rebuilding = false;
}

} // namespace Kartoteka
