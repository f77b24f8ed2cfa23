// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

/// How a card looks at the moment.
struct CardState
{
    bool hovered = false;
    bool focused = false;
    bool selected = false;
    bool dragged = false;
};

/// Draws board cards and says how high they are: one layout for both.
class CardPainter
{
public:
    CardPainter(const QFont &base, const QPalette &palette);

    /// All cards are equally high, so that a position in a column of any length is a product.
    int height() const { return m_height; }
    void paint(QPainter &painter, const QRect &rect, const Card &card, const CardState &state, const Schema &schema,
               qint64 nowMs) const;
    void paintPlaceholder(QPainter &painter, const QRect &rect) const;
    /// Where ☎ and ✉ are drawn in a hovered card.
    QRect phoneRect(const QRect &card) const;
    QRect mailRect(const QRect &card) const;
    /// Where the counter is drawn.
    QRect counterRect(const QRect &card) const;

private:
    void paintFooter(QPainter &painter, const QRect &rect, const Card &card, const CardState &state, const Schema &schema,
                     qint64 nowMs) const;
    int paintBadge(QPainter &painter, int right, const QRect &line, const QString &text, const QColor &colour) const;
    QRect clientRect(const QRect &card) const;
    QRect footerRect(const QRect &card) const;

    QFont m_base;
    QFont m_small;
    QFont m_strong;
    const Theme &m_theme;
    int m_line;
    int m_smallLine;
    int m_height;
};

/// First letters of the first two words: the responsible on a card.
QString initials(const QString &name);

} // namespace Kartoteka
