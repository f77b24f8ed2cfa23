// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/reminders/bubbles.h"

class QSystemTrayIcon;

namespace Kartoteka {

/// Messages of the icon in the tray: one at a time, which a click opens; none is taken back.
class TrayBubbles final : public Bubbles
{
    Q_OBJECT
public:
    explicit TrayBubbles(QSystemTrayIcon &tray);

    bool isAvailable() const override;
    bool offersActs() const override { return false; }
    void show(qint64 tag, const Bubble &bubble) override;
    void withdraw(qint64) override {}

private:
    QSystemTrayIcon &m_tray;
    qint64 m_tag = 0; ///< of the last message
};

} // namespace Kartoteka
