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
    QString search = {}; ///< what is looked for: marked where it stands
    bool mine = true;    ///< its counters are in colour; those of others' items are grey
};

/// What the cards of a board show besides title, responsible and counter.
struct CardLook
{
    struct Field
    {
        QString code;
        QString name; ///< as people see it
        bool operator==(const Field &) const = default;
    };
    bool amount = true;
    bool client = true;
    bool age = true; ///< how long it has been in its stage
    bool tags = true;
    QList<Field> fields; ///< further ones, a line each

    bool operator==(const CardLook &) const = default;
};

/// Draws board cards and says how high they are: one layout for both.
class CardPainter
{
public:
    CardPainter(const QFont &base, const QPalette &palette, const CardLook &look = {});

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
    /// A dragged card is as wide as its column, but no wider than it can be read.
    int cardWidth(int columnWidth) const { return qMin(columnWidth, m_line * 24); }

private:
    int clientTop() const;
    void paintFooter(QPainter &painter, const QRect &rect, const Card &card, const CardState &state, const Schema &schema,
                     qint64 nowMs) const;
    void paintFields(QPainter &painter, const QRect &rect, const Card &card) const;
    int paintBadge(QPainter &painter, int right, const QRect &line, const QString &text, const QColor &colour) const;
    QRect clientRect(const QRect &card) const;
    QRect footerRect(const QRect &card) const;

    QFont m_base;
    QFont m_small;
    QFont m_strong;
    const Theme &m_theme;
    CardLook m_look;
    int m_line;
    int m_smallLine;
    int m_height;
};

/// First letters of the first two words: the responsible on a card.
QString initials(const QString &name);

} // namespace Kartoteka
