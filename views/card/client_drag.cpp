// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/client_drag.h"

#include "views/card/client_block.h"
#include "views/theme/theme.h"
#include "views/widgets/drop_line.h"

#include <QGuiApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QStyleHints>

#include <algorithm>

namespace Kartoteka {

ClientDrag::ClientDrag(QWidget *field) : QObject(field), m_field(field), m_line(new DropLine(field))
{}

void ClientDrag::watch(ClientBlock *block)
{
    block->installEventFilter(this);
    for (QLabel *label : block->findChildren<QLabel *>())
        label->installEventFilter(this); // which has the mouse once it is pressed there
    connect(block, &QObject::destroyed, this, [this, block] {
        const bool wasMeant = m_held == block || m_before == block;
        if (m_held == block)
            m_held = nullptr; // no widget any more
        if (wasMeant)
            stop();
    });
}

/// Those that can be put in order, from top to bottom.
QList<ClientBlock *> ClientDrag::blocks() const
{
    QList<ClientBlock *> all = m_field->findChildren<ClientBlock *>(Qt::FindDirectChildrenOnly);
    all.removeIf([](const ClientBlock *block) { return block->isHidden() || !block->isOneOfSeveral(); });
    std::ranges::sort(all, {}, &QWidget::y);
    return all;
}

bool ClientDrag::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove && type != QEvent::MouseButtonRelease)
        return QObject::eventFilter(watched, event);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QPoint at = mouse->globalPosition().toPoint();
    auto *block = qobject_cast<ClientBlock *>(watched);
    if (type == QEvent::MouseButtonPress && block) { // a label hands it on
        m_held = mouse->button() == Qt::LeftButton && block->isOneOfSeveral() ? block : nullptr;
        m_pressedAt = at;
        return m_held != nullptr; // the moves that follow are its own
    }
    if (type == QEvent::MouseMove && m_held) {
        const int started = QGuiApplication::styleHints()->startDragDistance();
        m_isDragging = m_isDragging || (at - m_pressedAt).manhattanLength() >= started;
        if (m_isDragging)
            drag(m_field->mapFromGlobal(at).y());
        return m_isDragging;
    }
    if (type == QEvent::MouseButtonRelease && m_held) {
        const bool wasDragged = m_isDragging;
        if (wasDragged)
            drop();
        stop();
        return wasDragged; // else it is a click
    }
    return QObject::eventFilter(watched, event);
}

void ClientDrag::drag(int y)
{
    const QList<ClientBlock *> all = blocks();
    if (all.isEmpty())
        return;
    m_before = nullptr;
    int line = all.last()->geometry().bottom() + 1;
    for (ClientBlock *block : all) {
        if (y < block->geometry().center().y()) {
            m_before = block;
            line = block->y() - 1;
            break;
        }
    }
    m_line->showAt({all.first()->x() + Space::s, line, all.first()->width() - Space::s, 2});
    m_held->setCursor(Qt::ClosedHandCursor);
}

void ClientDrag::drop()
{
    if (m_before != m_held)
        emit moved(m_held->client(), m_before ? m_before->client() : ItemRef());
}

void ClientDrag::stop()
{
    if (m_held)
        m_held->unsetCursor();
    m_held = nullptr;
    m_before = nullptr;
    m_isDragging = false;
    m_line->hide();
}

} // namespace Kartoteka
