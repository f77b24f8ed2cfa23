// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <optional>

namespace Kartoteka {

/// What the head of a swimlane shows.
struct SwimlaneLook
{
    QString name;
    QString count;
    QString sum;
    QColor colour;
    std::optional<User> person = {}; ///< whose lane it is, where it is a person's
    bool isFolded = false;
    bool hovered = false;
    bool target = false; ///< a dragged card is over it
};

/// Draws what goes across the columns of a board that has swimlanes.
class SwimlanePainter
{
public:
    SwimlanePainter(const QFont &base, const QPalette &palette);

    int headHeight() const { return m_head; }
    void paintHead(QPainter &painter, const QRect &head, const SwimlaneLook &look) const;
    /// A dragged card is over these cards of a column.
    void paintTarget(QPainter &painter, const QRect &body) const;

private:
    QFont m_base;
    QFont m_small;
    QFont m_strong;
    const Theme &m_theme;
    int m_head;
};

} // namespace Kartoteka
