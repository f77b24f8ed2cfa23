// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

/// What a lane of the board shows of its column.
struct LaneLook
{
    QString name;
    QString count;
    QString sum;
    QColor colour;
    bool isLate = false; ///< its name is in the colour of danger
    bool hovered = false;
    bool target = false; ///< a dragged card is over it
};

/// Draws the lanes of a board, their heads, and lanes that are folded.
class LanePainter
{
public:
    LanePainter(const QFont &base, const QPalette &palette);

    /// From the lane's top to its first card.
    int headHeight() const { return edge + m_head; }
    int foldedWidth() const { return m_folded; }
    QRect plusRect(const QRect &lane) const;
    /// Of the row that adds a card.
    int addHeight() const { return scaled(sizes().control, QFontMetrics(m_base)); }

    void paintLane(QPainter &painter, const QRect &lane, const LaneLook &look) const;
    void paintHead(QPainter &painter, const QRect &lane, const LaneLook &look) const;
    void paintFolded(QPainter &painter, const QRect &lane, const LaneLook &look) const;
    /// A row that offers to add a card.
    void paintAdd(QPainter &painter, const QRect &row, bool hovered) const;
    /// A lane without a card: where one would be, and why there is none.
    void paintEmpty(QPainter &painter, const QRect &body, const QString &text) const;
    /// The place where a dragged card would land.
    void paintGap(QPainter &painter, const QRect &gap) const;
    void paintThumb(QPainter &painter, const QRect &thumb) const;

private:
    static constexpr int edge = 3; ///< in the stage's colour

    QFont m_base;
    QFont m_small;
    QFont m_strong;
    QFont m_sum;
    const Theme &m_theme;
    int m_head;
    int m_folded;
};

} // namespace Kartoteka
