// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/swimlane_painter.h"

#include "views/widgets/dot.h"
#include "views/widgets/initials.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

SwimlanePainter::SwimlanePainter(const QFont &base, const QPalette &palette)
    : m_base(base)
    , m_small(Theme::small(base))
    , m_strong(Theme::strong(base))
    , m_theme(Theme::of(palette))
    , m_head(scaled(32, QFontMetrics(base)))
{}

void SwimlanePainter::paintHead(QPainter &painter, const QRect &head, const SwimlaneLook &look) const
{
    const QFontMetrics metrics(m_base);
    painter.save();
    painter.fillRect(head, look.target || look.hovered ? m_theme.hover() : m_theme.colour(ColourRole::Window));
    painter.setPen(m_theme.colour(look.target ? ColourRole::Accent : ColourRole::Line));
    // On the last row of what is above: below a folded lane that is the hairline which is there already.
    const int top = qMax(head.top() - 1, int(painter.clipBoundingRect().top()));
    painter.drawLine(head.left(), top, head.right(), top);
    painter.drawLine(head.bottomLeft(), head.bottomRight());
    int x = head.left() + Space::l;
    const auto middle = [&head](int side) { return head.top() + (head.height() - side) / 2; };
    const int arrow = scaled(14, metrics);
    const QRect at(x, middle(arrow), arrow, arrow);
    if (look.isFolded) {
        painter.save();
        painter.translate(QRectF(at).center());
        painter.rotate(-90);
        painter.translate(-QRectF(at).center());
    }
    m_theme.icon(u"chevron-down"_s, ColourRole::Muted).paint(&painter, at);
    if (look.isFolded)
        painter.restore();
    x += arrow + Space::s;
    painter.setFont(m_base);
    if (look.person) {
        const int side = scaled(20, metrics);
        paintInitials(painter, QRect(x, middle(side), side, side), *look.person);
        x += side + Space::s;
    } else {
        const int side = scaled(8, metrics);
        paintDot(painter, QRect(x, middle(side), side, side), look.colour, m_theme);
        x += side + Space::s;
    }
    const auto draw = [&](const QFont &font, ColourRole role, const QString &text, int most) {
        painter.setFont(font);
        painter.setPen(m_theme.colour(role));
        const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, qMin(most, head.right() - x));
        painter.drawText(QRect(x, head.top(), head.right() - x, head.height()), int(Qt::AlignLeft | Qt::AlignVCenter),
                         shown);
        x += QFontMetrics(font).horizontalAdvance(shown) + Space::s;
    };
    draw(m_strong, ColourRole::Text, look.name, head.width() / 2);
    draw(m_small, ColourRole::Muted, look.count, head.width());
    x += Space::s;
    draw(Theme::strong(m_small), ColourRole::Text, look.sum, head.width());
    painter.restore();
}

void SwimlanePainter::paintTarget(QPainter &painter, const QRect &body) const
{
    QColor over = m_theme.colour(ColourRole::Accent);
    over.setAlphaF(0.04F);
    painter.fillRect(body, over);
}

} // namespace Kartoteka
