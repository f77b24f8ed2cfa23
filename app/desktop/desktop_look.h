// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/system_look.h"

#include <QDBusConnection>
#include <QObject>

class QDBusMessage;
class QDBusVariant;

namespace Kartoteka {

/// How a desktop of Linux wants its programs to look, as its portal for settings says it: light or dark, in high contrast,
/// without motion. The toolkit knows none of it before 6.5.
class DesktopLook final : public QObject
{
    Q_OBJECT
public:
    /// Asks and goes on: the answer is told as any later change is, and a portal that is slow keeps no window waiting.
    explicit DesktopLook(const QDBusConnection &bus);

    const SystemLook &look() const { return m_look; }

signals:
    void changed();
    void answered(); ///< it was asked at the start, and said what it has to say, or that there is nobody to say it

private slots:
    void note(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QDBusMessage &answer);

    QDBusConnection m_bus;
    SystemLook m_look;
};

} // namespace Kartoteka
