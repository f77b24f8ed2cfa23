// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/drop_bar.h"

#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/theme/theme.h"

namespace Kartoteka {

void DropBar::setZones(const Schema &schema, const EntityType &type, qint64 pipeline, const QColor &danger)
{
    m_zones.clear();
    for (const Stage &stage : schema.stages(pipeline)) {
        if (stage.group == StageGroup::InProgress)
            continue;
        m_zones.append({Act::Finish, stage.id, displayName(schema, stage), QColor(stage.colour)});
    }
    if (schema.pipelines(type.id).size() > 1)
        m_zones.append(
            {Act::Pipeline, 0, BoardView::tr("Other pipeline…"), QColor(schema.stages(pipeline).value(0).colour)});
    m_zones.append({Act::Delete, 0, BoardView::tr("Delete"), danger});
}

void DropBar::place(const QRect &area, int height, double risen)
{
    m_rect = QRect(area.left(), area.bottom() + 1 - int(height * risen), area.width(), height);
}

QRect DropBar::zoneRect(int index) const
{
    const int count = qMax(1, int(m_zones.size()));
    const QRect inner = m_rect.adjusted(Space::m, Space::s, -Space::m, -Space::s);
    const int step = (inner.width() + Space::s) / count;
    return {inner.left() + index * step, inner.top(), step - Space::s, inner.height()};
}

int DropBar::zoneAt(const QPoint &point) const
{
    for (int i = 0; i < m_zones.size(); ++i) {
        if (zoneRect(i).contains(point))
            return i;
    }
    return -1;
}

void DropBar::paint(QPainter &painter, const QWidget &board, int hovered) const
{
    const Theme &theme = Theme::of(board.palette());
    painter.fillRect(m_rect, theme.colour(ColourRole::Raised));
    painter.fillRect(QRect(m_rect.left(), m_rect.top(), m_rect.width(), 1), theme.colour(ColourRole::Line));
    QFont font = board.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    for (int i = 0; i < m_zones.size(); ++i) {
        const Zone &zone = m_zones[i];
        const QRect rect = zoneRect(i);
        painter.setPen(QPen(zone.colour, i == hovered ? 2 : 1, i == hovered ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(theme.tint(zone.colour, ColourRole::Raised));
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), Space::controlRadius, Space::controlRadius);
        painter.setPen(theme.readable(zone.colour, ColourRole::Raised));
        painter.drawText(rect, int(Qt::AlignCenter),
                         QFontMetrics(font).elidedText(zone.name, Qt::ElideRight, rect.width() - Space::l));
    }
}

} // namespace Kartoteka
