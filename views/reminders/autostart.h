// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace Kartoteka {

/// Whether the program starts hidden with the person's session, to remind: an entry of the desktop on Linux, a value of the Run key on
/// Windows, an agent on macOS. Nothing else of the computer is touched.
class Autostart
{
public:
    /// @p program: what is started. @p home: the folder that holds the entry; empty: that of the person.
    explicit Autostart(const QString &program, const QString &home = {});

    bool isOn() const;
    Result<void> set(bool on) const;

private:
    QString m_program;
    QString m_home;
};

} // namespace Kartoteka
