// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>

namespace Kartoteka {

/// The number on the program's button in the task bar or dock of desktops that understand com.canonical.Unity.LauncherEntry: KDE
/// Plasma, the docks of GNOME and Ubuntu, Budgie and others. Elsewhere nobody listens.
class TaskbarBadge final
{
public:
    explicit TaskbarBadge(const QDBusConnection &bus) : m_bus(bus) {}
    ~TaskbarBadge() { show(0); }

    /// 0: none.
    void show(int number);

private:
    QDBusConnection m_bus;
    int m_shown = 0;
};

} // namespace Kartoteka
