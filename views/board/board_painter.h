// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/card_painter.h"
#include "views/board/lane_painter.h"
#include "views/board/swimlane_painter.h"

#include <optional>

namespace Kartoteka {

class BoardModel;
class BoardMouse;
class BoardPlaces;
class CardDrag;
class LaneGesture;
class Store;

/// What a board looks like at the moment.
struct BoardScene
{
    Store &store;
    const BoardModel &model;
    BoardPlaces &places;
    const CardDrag &drag;
    const LaneGesture &gesture;
    const BoardMouse &mouse;
    const QSet<qint64> &selected;
    qint64 focused = 0;                    ///< the card with the keyboard's focus; 0: none
    int formColumn = -1;                   ///< the column in which a card is being made
    bool isBlank = false;                  ///< the whole board says why it is empty; its lanes need not
    std::optional<qint64> finalCount = {}; ///< items in the final stages that are folded away
};

/// Draws a board: its lanes, the cards in them, and what is held over them.
class BoardPainter
{
public:
    /// Before anything else, and when font, palette or look change.
    void setLook(const QFont &font, const QPalette &palette, const CardLook &look);
    const CardPainter &cards() const { return *m_cards; }
    const LanePainter &lanes() const { return *m_lanes; }
    const SwimlanePainter &swimlanes() const { return *m_swimlanes; }

    /// Name of a column with what stands beside it in its head.
    static LaneLook laneOf(Store &store, const BoardModel &model, int column, const QPalette &palette);
    /// The same of a swimlane.
    static SwimlaneLook swimlaneOf(Store &store, const BoardModel &model, int lane, const QPalette &palette);
    void paint(QPainter &painter, const QRect &area, const BoardScene &scene) const;

private:
    void paintColumn(QPainter &painter, const BoardScene &scene, int column) const;
    void paintLanes(QPainter &painter, const BoardScene &scene) const;
    void paintThumb(QPainter &painter, const BoardScene &scene, int column) const;
    void paintCards(QPainter &painter, const BoardScene &scene, int column) const;
    void paintFinal(QPainter &painter, const BoardScene &scene) const;

    QPalette m_palette;
    std::optional<CardPainter> m_cards;
    std::optional<LanePainter> m_lanes;
    std::optional<SwimlanePainter> m_swimlanes;
};

} // namespace Kartoteka
