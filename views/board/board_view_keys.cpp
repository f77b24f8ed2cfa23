// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"
#include "views/board/board_walk.h"

#include <QKeyEvent>

namespace Kartoteka {

/// Moves the focus; with @p extend what it passes is selected.
void BoardView::walk(int key, bool extend)
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    QList<int> counts;
    for (int column = 0; column < columns; ++column)
        counts << (m_layout.isFolded(column) ? 0 : m_model.cardCount(column));
    const QPair<int, int> from = m_model.find(m_current);
    const int page = bodyRect(qMax(0, from.first)).height() / (m_painter->usualHeight() + Space::s);
    const auto [column, row] = stepOnBoard(key, from, counts, qMax(1, page));
    ensureVisible(column, row);
    if (extend && m_current != 0)
        m_selected.insert(m_current);
    setCurrent(column, row);
    if (extend) {
        m_selected.insert(m_current);
        emit selectionChanged();
    }
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_drag.active || !m_selected.isEmpty())) {
        m_drag.active ? cancelDrag() : clearSelection();
        return;
    }
    const auto [column, row] = m_model.find(m_current);
    const bool none = column < 0;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int target = column + (event->key() == Qt::Key_Left ? -1 : 1);
        if (!(event->modifiers() & Qt::ControlModifier))
            walk(event->key(), false);
        else if (!none && target >= 0 && target < m_model.columnCount())
            emit dropped(actedOn(), target, 0);
        break;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::ControlModifier && !none)
            emit dropped({m_current}, column, event->key() == Qt::Key_Up ? row - 1 : row + 2);
        else
            walk(event->key(), event->modifiers() & Qt::ShiftModifier);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Home:
    case Qt::Key_End: walk(event->key(), event->modifiers() & Qt::ShiftModifier); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!none)
            emit opened(m_current);
        break;
    case Qt::Key_Space:
        if (!none)
            toggleSelected(m_current);
        break;
    case Qt::Key_A:
        if (event->modifiers() & Qt::ControlModifier && !none)
            selectColumn(column);
        break;
    case Qt::Key_Delete:
        if (!none)
            emit deleteRequested(actedOn());
        break;
    case Qt::Key_Insert: startQuickForm(none ? 0 : column); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

QList<KeyHint> BoardView::keys()
{
    const auto with = [](Qt::KeyboardModifiers modifiers, std::initializer_list<Qt::Key> keys) {
        QList<QKeySequence> sequences;
        for (const Qt::Key key : keys)
            sequences << QKeySequence(QKeyCombination(modifiers, key));
        return sequences;
    };
    return {{with(Qt::NoModifier, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}), tr("Go from card to card")},
            {with(Qt::NoModifier, {Qt::Key_Home, Qt::Key_End}), tr("To the first and the last card of a column")},
            {with(Qt::NoModifier, {Qt::Key_Return}), tr("Open the card")},
            {with(Qt::ControlModifier, {Qt::Key_Left, Qt::Key_Right}), tr("Move the card to another column")},
            {with(Qt::ControlModifier, {Qt::Key_Up, Qt::Key_Down}), tr("Move the card within its column")},
            {with(Qt::NoModifier, {Qt::Key_Space}), tr("Select the card, or no longer")},
            {with(Qt::ShiftModifier, {Qt::Key_Up, Qt::Key_Down}), tr("Select several cards")},
            {with(Qt::ControlModifier, {Qt::Key_A}), tr("Select the column")},
            {with(Qt::NoModifier, {Qt::Key_Insert}), tr("Add a card to the column")},
            {with(Qt::NoModifier, {Qt::Key_Delete}), tr("To the recycle bin")}};
}

} // namespace Kartoteka
