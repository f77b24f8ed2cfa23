// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clients.h"
#include "views/card/reach.h"

#include <QWidget>

class QToolButton;

namespace Kartoteka {

/// One client of an item: who it is and how they are reached.
class ClientBlock final : public QWidget
{
    Q_OBJECT
public:
    struct State
    {
        bool isPrimary = false;    ///< of several people the first
        bool canBePrimary = false; ///< one of several, not the first
        bool isDeleted = false;    ///< in the recycle bin
        bool isNew = false;        ///< made with the item: it has no card yet
        bool operator==(const State &) const = default;
    };

    struct Shown
    {
        ClientReach client;
        State state;
        bool operator==(const Shown &) const = default;
    };

    ClientBlock(const Shown &shown, const QString &icon, QWidget *parent);

    const ItemRef &client() const { return m_client.client; }
    /// One of several people, who have an order.
    bool isOneOfSeveral() const { return m_state.isPrimary || m_state.canBePrimary; }
    /// Gives the focus to its name.
    void takeFocus();

signals:
    void opened();
    void reachWanted(const Kartoteka::ReachTarget &target);
    void removeWanted();
    void primaryWanted();
    void moveWanted(int by); ///< among the people: -1 up, 1 down

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCallMenu(QToolButton *button);
    void showMailMenu(QToolButton *button);
    void showMessengerMenu(QToolButton *button);
    void showActs();

    ClientReach m_client;
    State m_state;
    QWidget *m_name = nullptr;
    QWidget *m_acts = nullptr; ///< how the client is reached, and taken off
    QToolButton *m_remove = nullptr;
    bool m_hovered = false;
};

} // namespace Kartoteka
