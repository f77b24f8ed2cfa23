// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace Kartoteka {

class BoardView;

/// The board as a screen reader walks it: a list per column, whose children are the cards on screen and some beyond; each
/// says its place in the whole. The lane of the final stages is a button, and so is the head of a swimlane.
class BoardAccessible final : public QAccessibleWidget
{
public:
    /// Makes the boards of this program speak.
    static void install();
    /// Says that another card is the current one.
    static void tellCurrent(BoardView &board);

    explicit BoardAccessible(BoardView &board);
    ~BoardAccessible() override;

    BoardView &board() const { return m_board; }
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    QAccessibleInterface *lane(int column) const;
    QAccessibleInterface *card(qint64 id) const;
    /// First and last row that are children of a lane.
    QPair<int, int> spokenRows(int column) const;

private:
    // What is no column, by lane().
    static constexpr int finalStages = -1;
    static constexpr int firstLaneHead = -2; ///< the others below

    QList<int> parts() const;
    QList<QWidget *> widgets() const;
    void forgetFarCards() const;

    BoardView &m_board;
    mutable QHash<int, QAccessible::Id> m_lanes;
    mutable QHash<qint64, QAccessible::Id> m_cards; ///< by item
};

} // namespace Kartoteka
