// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/six_leads.h"
#include "views/settings/settings_window.h"

#include <QApplication>

namespace Kartoteka {

/// What tests of the settings window over an office of six leads have in common.
class SettingsTest : public SixLeads
{
protected:
    SettingsWindow &settings()
    {
        auto *window = m_window->findChild<SettingsWindow *>();
        if (!window)
            qFatal("no settings");
        return *window;
    }
    /// A part of the window by object name.
    template<typename T>
    T &part(const QString &name)
    {
        auto *found = settings().findChild<T *>(name);
        if (!found)
            qFatal("no part %s", qPrintable(name));
        return *found;
    }
    void open()
    {
        person().shortcut(Qt::Key_Comma, Qt::ControlModifier);
        QApplication::setActiveWindow(&settings());
        Person::settle();
    }
};

} // namespace Kartoteka
