// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_keys.h"

#include "views/board/board_view.h"
#include "views/board/board_walk.h"

#include <QKeyEvent>

namespace Kartoteka {

void BoardKeys::walk(int key, bool extend)
{
    const BoardModel &model = m_view.model();
    if (model.columnCount() == 0)
        return;
    QList<int> counts;
    for (int column = 0; column < model.columnCount(); ++column)
        counts << (m_view.isFolded(column) ? 0 : model.cardCount(column));
    const QPair<int, int> from = model.find(m_view.selection().current());
    const auto [column, row] = stepOnBoard(key, from, counts, m_view.places().rowsInPage(qMax(0, from.first)),
                                           model.across());
    m_view.walkTo(column, row, extend);
}

bool BoardKeys::leaveOff()
{
    if (m_view.isDragging())
        m_view.cancelDrag();
    else if (!m_view.selection().cards().isEmpty())
        m_view.selection().clear();
    else
        return false;
    return true;
}

void BoardKeys::goSideways(const QKeyEvent &event)
{
    const int column = m_view.model().find(m_view.selection().current()).first;
    const int step = event.key() == Qt::Key_Left ? -1 : 1;
    const int first = column - m_view.places().across(column); // in its lane
    const int end = first + m_view.model().across();
    int target = column + step;
    while (target >= first && target < end && m_view.model().source()->isOver(m_view.model().head(target).key))
        target += step; // nothing can stand there
    if (!(event.modifiers() & Qt::ControlModifier))
        walk(event.key(), false);
    else if (column >= 0 && target >= first && target < end)
        emit m_view.dropped(m_view.selection().actedOn(), target, 0);
    else if (column >= 0)
        goBeyond(column, step);
}

void BoardKeys::goBeyond(int column, int step)
{
    const BoardModel &model = m_view.model();
    const BoardPlaces &places = m_view.places();
    const bool isLast = step > 0;
    if (isLast && !model.showsFinal() && !places.finalRect().isNull()) {
        const QPoint card = places.cardRect(m_view.selection().current()).center();
        emit m_view.outcomeWanted(m_view.selection().actedOn(), m_view.viewport()->mapToGlobal(card));
        return;
    }
    const int across = places.across(column) + step;
    const bool isRefused = across >= 0 && across < model.across();
    const auto why = isRefused ? model.source()->valueFor(model.head(column + step).key, {}, m_view.store().clock().now())
                               : Result<Value>(Value());
    emit m_view.told(!why         ? why.error().message
                         : isLast ? BoardView::tr("“%1” is the last column").arg(model.head(column).name)
                                  : BoardView::tr("“%1” is the first column").arg(model.head(column).name));
}

void BoardKeys::goUpOrDown(const QKeyEvent &event)
{
    const auto [column, row] = m_view.model().find(m_view.selection().current());
    const bool isMove = event.modifiers() & Qt::ControlModifier && column >= 0;
    if (isMove && leavesLane(event, column, row))
        moveToLane(column, event.key() == Qt::Key_Up ? -1 : 1);
    else if (isMove && !m_view.model().isOrderedByHand())
        emit m_view.told(
            BoardView::tr("Cards are not in an order of your own here: choose another one in the view settings"));
    else if (isMove)
        emit m_view.dropped({m_view.selection().current()}, column, event.key() == Qt::Key_Up ? row - 1 : row + 2);
    else
        walk(event.key(), event.modifiers() & Qt::ShiftModifier);
}

/// With Shift at once, else from the end of its cards in the lane, and where these cannot be put in order.
bool BoardKeys::leavesLane(const QKeyEvent &event, int column, int row) const
{
    const BoardModel &model = m_view.model();
    const bool isAtEnd = event.key() == Qt::Key_Up ? row == 0 : row == model.cardCount(column) - 1;
    return m_view.places().isLaned() && (event.modifiers() & Qt::ShiftModifier || isAtEnd || !model.isOrderedByHand());
}

void BoardKeys::moveToLane(int column, int step)
{
    const int target = column + step * m_view.model().across();
    if (target >= 0 && target < m_view.model().columnCount())
        emit m_view.dropped(m_view.selection().actedOn(), target, 0);
}

/// Folds the lane of the current card or, where there are none, its column; or unfolds all.
void BoardKeys::fold(int key, int column)
{
    const BoardPlaces &places = m_view.places();
    if (key == Qt::Key_Plus && places.isLaned()) {
        m_view.foldAllLanes(false);
    } else if (key == Qt::Key_Plus) {
        for (int at = 0; at < m_view.model().columnCount(); ++at) {
            if (m_view.isFolded(at))
                m_view.setFolded(at, false);
        }
    } else if (column >= 0 && places.isLaned()) {
        m_view.setLaneFolded(places.laneOf(column), true);
    } else if (column >= 0) {
        m_view.setFolded(column, true);
        // One goes on in what is seen.
        walk(Qt::Key_Right, false);
        if (m_view.model().find(m_view.selection().current()).first == column)
            walk(Qt::Key_Left, false);
    }
}

void BoardKeys::openMenuOfHead(int column)
{
    const BoardPlaces &places = m_view.places();
    if (m_view.model().columnCount() == 0)
        return;
    const int shown = qMax(0, column);
    const QPoint under(places.columnRect(shown).left(), places.headerHeight());
    emit m_view.headerMenuWanted(shown, m_view.viewport()->mapToGlobal(under));
}

bool BoardKeys::press(const QKeyEvent &event)
{
    const qint64 current = m_view.selection().current();
    const int column = m_view.model().find(current).first;
    const bool none = column < 0;
    switch (event.key()) {
    case Qt::Key_Escape: return leaveOff();
    case Qt::Key_Left:
    case Qt::Key_Right: goSideways(event); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event.key() == Qt::Key_Up && event.modifiers() & Qt::AltModifier)
            openMenuOfHead(column);
        else
            goUpOrDown(event);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Home:
    case Qt::Key_End: walk(event.key(), event.modifiers() & Qt::ShiftModifier); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!none && event.modifiers() & Qt::ControlModifier)
            emit m_view.planRequested(current);
        else if (!none)
            emit m_view.opened(current);
        return true;
    case Qt::Key_Space:
        if (!none)
            m_view.selection().toggle(current);
        return true;
    case Qt::Key_A:
        if (!(event.modifiers() & Qt::ControlModifier))
            return false;
        if (!none)
            m_view.selectColumn(column);
        return true;
    case Qt::Key_Delete:
        if (!none)
            emit m_view.deleteRequested(m_view.selection().actedOn());
        return true;
    case Qt::Key_Insert: m_view.startQuickForm(none ? m_view.places().firstOpen(0) : column); return true;
    case Qt::Key_Minus:
    case Qt::Key_Plus: fold(event.key(), column); return true;
    default: return false;
    }
}

QList<KeyHint> BoardKeys::hints()
{
    const auto with = [](Qt::KeyboardModifiers modifiers, std::initializer_list<Qt::Key> keys) {
        QList<QKeySequence> sequences;
        for (const Qt::Key key : keys)
            sequences << QKeySequence(QKeyCombination(modifiers, key));
        return sequences;
    };
    return {{with(Qt::NoModifier, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}),
             BoardView::tr("Go from card to card")},
            {with(Qt::NoModifier, {Qt::Key_Home, Qt::Key_End}), BoardView::tr("To the first and the last card of a column")},
            {with(Qt::NoModifier, {Qt::Key_PageUp, Qt::Key_PageDown}), BoardView::tr("A page of cards up or down")},
            {with(Qt::NoModifier, {Qt::Key_Return}), BoardView::tr("Open the card")},
            {with(Qt::ControlModifier, {Qt::Key_Return}), BoardView::tr("What is planned for the card")},
            {with(Qt::ControlModifier, {Qt::Key_Left, Qt::Key_Right}), BoardView::tr("Move the card to another column")},
            {with(Qt::ControlModifier, {Qt::Key_Up, Qt::Key_Down}), BoardView::tr("Move the card within its column")},
            {with(Qt::ControlModifier | Qt::ShiftModifier, {Qt::Key_Up, Qt::Key_Down}),
             BoardView::tr("Move the card to the lane above or below")},
            {with(Qt::NoModifier, {Qt::Key_Minus, Qt::Key_Plus}),
             BoardView::tr("Fold the column or lane of the card, unfold all")},
            {with(Qt::AltModifier, {Qt::Key_Up}), BoardView::tr("Menu of the column")},
            {with(Qt::NoModifier, {Qt::Key_Space}), BoardView::tr("Select or deselect the card")},
            {with(Qt::ShiftModifier, {Qt::Key_Up, Qt::Key_Down}), BoardView::tr("Select several cards")},
            {with(Qt::ControlModifier, {Qt::Key_A}), BoardView::tr("Select the column")},
            {with(Qt::NoModifier, {Qt::Key_Escape}), BoardView::tr("Deselect all, let go of what is dragged")},
            {with(Qt::NoModifier, {Qt::Key_Insert}), BoardView::tr("Add a card to the column")},
            {with(Qt::NoModifier, {Qt::Key_Delete}), BoardView::tr("To the recycle bin")}};
}

} // namespace Kartoteka
