// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/taskbar_badge.h"

#include <QDBusMessage>
#include <QVariantMap>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
const QString desktopFile = u"application://kartoteka.desktop"_s; ///< packaging/linux
}

void TaskbarBadge::show(int number)
{
    if (std::exchange(m_shown, number) == number || !m_bus.isConnected())
        return;
    QDBusMessage update = QDBusMessage::createSignal(u"/com/kartoteka/launcherentry"_s,
                                                     u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << desktopFile << QVariantMap{{u"count"_s, qint64(number)}, {u"count-visible"_s, number > 0}};
    m_bus.send(update);
}

} // namespace Kartoteka
