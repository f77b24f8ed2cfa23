// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tray_bubbles.h"

#include <QSystemTrayIcon>
#include <QVariant>

namespace Kartoteka {

using namespace Qt::StringLiterals;

TrayBubbles::TrayBubbles(QSystemTrayIcon &tray) : m_tray(tray)
{
    connect(&tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_tray.property("told").toULongLong() == quintptr(this))
            emit acted(m_tag, u"open"_s);
    });
}

bool TrayBubbles::isAvailable() const
{
    return m_tray.isVisible() && QSystemTrayIcon::supportsMessages();
}

void TrayBubbles::show(qint64 tag, const Bubble &bubble)
{
    m_tag = tag;
    m_tray.setProperty("told", quintptr(this)); // several files tell through one icon
    m_tray.showMessage(bubble.title, bubble.text, m_tray.icon());
}

} // namespace Kartoteka
