// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windows.h"

#include "core/schema/language.h"
#include "views/shell/main_window.h"
#include "views/shell/open_stores.h"
#include "views/shell/settings_desk.h"
#include "views/theme/motion.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>

namespace Kartoteka {

namespace {

Density chosenDensity()
{
    const QString name = QSettings().value(u"density"_s).toString();
    return name == u"compact" ? Density::Compact : name == u"roomy" ? Density::Roomy : Density::Usual;
}

void dress()
{
    installLanguage(QSettings().value(u"language"_s).toString());
    setMotionWanted(QSettings().value(u"motion"_s).toString() != u"none");
    applyAppearance(*qApp, appearanceOf(QSettings().value(u"appearance"_s).toString()), chosenDensity());
}

} // namespace

Windows::Windows(QObject *parent) : QObject(parent), m_stores(std::make_shared<OpenStores>())
{
    dress();
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (!m_rebuilding)
            QCoreApplication::quit();
    });
}

Windows::~Windows() = default;

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
    window->show();
    return window;
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

void Windows::openPaths(const QStringList &paths)
{
    MainWindow *window = current();
    if (!window)
        window = make();
    for (const QString &path : paths) {
        const bool database = !path.endsWith(u".kartoteka-exchange"_s);
        if (database && !window->path().isEmpty() && QFileInfo(window->path()) != QFileInfo(path))
            window = open(path);
        else
            window->openAny(path);
    }
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->raise();
    window->activateWindow();
}

/// Language and appearance take effect in new windows.
void Windows::rebuild()
{
    m_rebuilding = true;
    struct Shown
    {
        QString path;
        QString settings;
    };
    QList<Shown> shown;
    for (const auto &window : m_windows) {
        if (window->isVisible())
            shown << Shown{window->path(), window->settings()->page()};
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
            window->settings()->open(one.settings);
    }
    m_rebuilding = false;
}

} // namespace Kartoteka
