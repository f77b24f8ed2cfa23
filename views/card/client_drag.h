// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"

#include <QObject>
#include <QPoint>

namespace Kartoteka {

class ClientBlock;
class DropLine;

/// Puts the people of an item into another order by mouse: a block is taken where it is no link and no button, a line says
/// where it would stand.
class ClientDrag final : public QObject
{
    Q_OBJECT
public:
    explicit ClientDrag(QWidget *field);

    /// A block that can be taken. What was watched and is gone is forgotten.
    void watch(ClientBlock *block);

signals:
    /// @p person is to stand before @p before; null: last.
    void moved(const Kartoteka::ItemRef &person, const Kartoteka::ItemRef &before);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<ClientBlock *> blocks() const;
    void drag(int y);
    void drop();
    void stop();

    QWidget *m_field;
    DropLine *m_line;                ///< where what is held would stand
    ClientBlock *m_held = nullptr;   ///< pressed
    ClientBlock *m_before = nullptr; ///< null: after the last
    QPoint m_pressedAt;              ///< global
    bool m_isDragging = false;
};

} // namespace Kartoteka
