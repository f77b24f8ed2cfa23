// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/reminders/bubbles.h"

#include <QDBusConnection>
#include <QHash>

namespace Kartoteka {

/// Bubbles of org.freedesktop.Notifications. Nothing here waits: the server is asked what it can, and each bubble gets its
/// number, while the program goes on.
class FreedesktopBubbles final : public Bubbles
{
    Q_OBJECT
public:
    explicit FreedesktopBubbles(const QDBusConnection &bus);

    bool isAvailable() const override { return m_isThere; }
    bool offersActs() const override { return m_hasActs; }
    void show(qint64 tag, const Bubble &bubble) override;
    void withdraw(qint64 tag) override;

private slots:
    void actInvoked(uint number, const QString &act);
    void closed(uint number, uint reason);

private:
    struct Shown
    {
        uint number = 0;          ///< the server's; 0 while it has not said it
        int asked = 0;            ///< how many times it was asked to show this one
        bool isWithdrawn = false; ///< … and is to be taken back once it says the number
    };

    void askWhatItCan();
    void shown(qint64 tag, int asked, uint number);
    void close(uint number);

    QDBusConnection m_bus;
    bool m_isThere = false;
    bool m_hasActs = false;
    bool m_hasMarkup = false;
    QHash<qint64, Shown> m_shown; ///< by tag
};

} // namespace Kartoteka
