// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/lane_painter.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

LanePainter::LanePainter(const QFont &base, const QPalette &palette)
    : m_base(base)
    , m_small(Theme::small(base))
    , m_strong(Theme::strong(base))
    , m_sum(Theme::strong(Theme::small(base)))
    , m_theme(Theme::of(palette))
    , m_head(scaled(48, QFontMetrics(base)))
    , m_folded(scaled(44, QFontMetrics(base)))
{}

QRect LanePainter::plusRect(const QRect &lane) const
{
    const int side = qMin(m_head - Space::s, scaled(24, QFontMetrics(m_base)));
    return {lane.right() + 1 - Space::s - side, lane.top() + edge + (m_head - side) / 2, side, side};
}

void LanePainter::paintLane(QPainter &painter, const QRect &lane, const LaneLook &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Its foot is below what is seen: only the upper corners are round.
    const QRect whole = lane.adjusted(0, 0, 0, Space::laneRadius);
    painter.setClipRect(lane);
    painter.setBrush(look.colour);
    painter.drawRoundedRect(whole, Space::laneRadius, Space::laneRadius);
    const QColor lying = m_theme.colour(ColourRole::Lane);
    painter.setBrush(lying);
    painter.drawRoundedRect(whole.adjusted(0, edge, 0, 0), Space::laneRadius, Space::laneRadius);
    if (look.target) {
        QColor over = m_theme.colour(ColourRole::Accent);
        over.setAlphaF(0.04F);
        painter.setBrush(over);
        painter.drawRoundedRect(whole.adjusted(0, edge, 0, 0), Space::laneRadius, Space::laneRadius);
    }
    painter.restore();
}

void LanePainter::paintHead(QPainter &painter, const QRect &lane, const LaneLook &look) const
{
    const QRect line(lane.left() + Space::m, lane.top() + edge, lane.width() - 2 * Space::m, m_head);
    int right = line.right() + 1;
    if (look.hovered && !look.isLate) {
        const QRect plus = plusRect(lane);
        m_theme.icon(u"plus"_s, ColourRole::Muted).paint(&painter, plus.adjusted(3, 3, -3, -3));
        right = plus.left() - Space::xs;
    }
    const QFontMetrics strong(m_strong);
    const QFontMetrics small(m_small);
    const int countWidth = small.horizontalAdvance(look.count) + Space::s;
    painter.setFont(m_sum);
    painter.setPen(m_theme.colour(ColourRole::Text));
    const QString sum = QFontMetrics(m_sum).elidedText(look.sum, Qt::ElideRight, line.width() / 2);
    const int sumWidth = sum.isEmpty() ? 0 : QFontMetrics(m_sum).horizontalAdvance(sum) + Space::s;
    painter.drawText(QRect(line.left(), line.top(), right - line.left(), line.height()),
                     int(Qt::AlignRight | Qt::AlignVCenter), sum);
    painter.setFont(m_strong);
    painter.setPen(m_theme.colour(look.isLate ? ColourRole::Danger : ColourRole::Text));
    const QString name = strong.elidedText(look.name, Qt::ElideRight, right - line.left() - sumWidth - countWidth);
    painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter), name);
    painter.setFont(m_small);
    painter.setPen(m_theme.colour(ColourRole::Muted));
    painter.drawText(line.adjusted(strong.horizontalAdvance(name) + Space::s, 1, 0, 1),
                     int(Qt::AlignLeft | Qt::AlignVCenter), look.count);
}

void LanePainter::paintFolded(QPainter &painter, const QRect &lane, const LaneLook &look) const
{
    paintLane(painter, lane, look);
    painter.save();
    if (look.hovered) {
        painter.setPen(Qt::NoPen);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_theme.hover());
        painter.drawRoundedRect(lane.adjusted(4, edge + 4, -4, -4), Space::controlRadius, Space::controlRadius);
    }
    painter.setFont(m_small);
    painter.setPen(m_theme.colour(look.hovered || look.target ? ColourRole::Text : ColourRole::Muted));
    painter.translate(lane.left(), lane.bottom());
    painter.rotate(-90);
    const QRect line(Space::m, 0, lane.height() - 2 * Space::m - edge, lane.width());
    const QString text = look.count.isEmpty() ? look.name : look.name + u" · "_s + look.count;
    painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter),
                     QFontMetrics(m_small).elidedText(text, Qt::ElideRight, line.width()));
    painter.restore();
}

void LanePainter::paintAdd(QPainter &painter, const QRect &row, bool hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(hovered ? ColourRole::Accent : ColourRole::QuietEdge), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), Space::cardRadius, Space::cardRadius);
    const int side = scaled(16, QFontMetrics(m_base));
    m_theme.icon(u"plus"_s, hovered ? ColourRole::Accent : ColourRole::Muted)
        .paint(&painter, QRect(row.center() - QPoint(side / 2, side / 2), QSize(side, side)));
    painter.restore();
}

void LanePainter::paintEmpty(QPainter &painter, const QRect &body, const QString &text) const
{
    constexpr int cardWidth = 96;
    constexpr int cardHeight = 44;
    const QFontMetrics metrics(m_small);
    const QSize size(scaled(cardWidth, metrics), scaled(cardHeight, metrics));
    const QRect card(QPoint(body.center().x() - size.width() / 2, body.top() + 2 * Space::xl), size);
    if (card.bottom() > body.bottom())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(ColourRole::QuietEdge), 1.5, Qt::DashLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(card), Space::controlRadius, Space::controlRadius);
    painter.setPen(QPen(m_theme.colour(ColourRole::QuietEdge), 2, Qt::SolidLine, Qt::RoundCap));
    for (int line = 0; line < 2; ++line) {
        const int y = card.top() + size.height() * (line + 1) / 3;
        painter.drawLine(card.left() + Space::m, y, card.left() + Space::m + size.width() * (line == 0 ? 60 : 36) / 100, y);
    }
    painter.setFont(m_small);
    painter.setPen(m_theme.colour(ColourRole::Muted));
    painter.drawText(
        QRect(body.left() + Space::s, card.bottom() + Space::m, body.width() - 2 * Space::s, 3 * metrics.height()),
        int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap), text);
    painter.restore();
}

void LanePainter::paintGap(QPainter &painter, const QRect &gap) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = m_theme.colour(ColourRole::Accent);
    painter.setPen(QPen(fill, 1, Qt::DashLine));
    fill.setAlphaF(0.06F);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(gap).adjusted(0.5, 0.5, -0.5, -0.5), Space::cardRadius, Space::cardRadius);
    painter.restore();
}

void LanePainter::paintThumb(QPainter &painter, const QRect &thumb) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(ColourRole::Edge));
    painter.drawRoundedRect(thumb, 3, 3);
    painter.restore();
}

} // namespace Kartoteka
