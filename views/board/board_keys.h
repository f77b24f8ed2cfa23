// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"

class QKeyEvent;

namespace Kartoteka {

class BoardView;

/// What keys do on the board.
class BoardKeys
{
public:
    explicit BoardKeys(BoardView &view) : m_view(view) {}

    /// @return whether the key means anything here.
    bool press(const QKeyEvent &event);
    /// Goes from card to card; with @p extend what it passes is selected.
    void walk(int key, bool extend);
    /// What they mean, for the overview of the keys.
    static QList<KeyHint> hints();

private:
    /// Ends a drag, or else lets go of the selection. @return whether there was either.
    bool leaveOff();
    void goSideways(const QKeyEvent &event);
    /// There is no column further on: the final stages that are folded, or why the cards stay.
    void goBeyond(int column, int step);
    void goUpOrDown(const QKeyEvent &event);
    bool leavesLane(const QKeyEvent &event, int column, int row) const;
    void moveToLane(int column, int step);
    void fold(int key, int column);
    void openMenuOfHead(int column);

    BoardView &m_view;
};

} // namespace Kartoteka
