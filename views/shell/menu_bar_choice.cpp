// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/menu_bar_choice.h"

#include "core/base/texts.h"
#include "views/shell/sidebar.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString key = u"menuBar"_s;
const QString actionName = u"menuBar"_s;

/// A bar that is hidden takes its keys away: this one has no height instead.
void apply(QMainWindow &window)
{
    window.menuBar()->setMaximumHeight(isMenuBarShown() ? QWIDGETSIZE_MAX : 0);
}

/// It is chosen for the whole program, which may have several windows.
void applyToAll(bool shown)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *one : windows) {
        auto *window = qobject_cast<QMainWindow *>(one);
        auto *action = window ? window->findChild<QAction *>(actionName) : nullptr;
        if (!action)
            continue;
        const QSignalBlocker quiet(action);
        action->setChecked(shown);
        apply(*window);
        if (auto *sidebar = window->findChild<Sidebar *>())
            sidebar->build(); // with the button, or without
    }
}

} // namespace

bool isMenuBarShown()
{
    return QSettings().value(key, true).toBool();
}

void addMenuBarChoice(QMainWindow &window, QMenu &menu)
{
    QAction *action = menu.addAction(Texts::tr("Menu bar"));
    action->setObjectName(actionName);
    action->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_M);
    action->setCheckable(true);
    action->setChecked(isMenuBarShown());
    apply(window);
    QObject::connect(action, &QAction::toggled, &window, [](bool shown) {
        QSettings().setValue(key, shown);
        applyToAll(shown);
    });
}

void showAllMenus(const QWidget &button)
{
    const auto *window = qobject_cast<QMainWindow *>(button.window());
    if (!window)
        return;
    QMenu all;
    all.setObjectName(u"allMenus"_s);
    all.addActions(window->menuWidget()->actions());
    all.exec(button.mapToGlobal(QPoint(0, button.height())));
}

} // namespace Kartoteka
