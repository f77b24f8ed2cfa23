// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/drop_bar.h"

#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/theme/theme.h"

namespace Kartoteka {

namespace {

QString iconOf(DropBar::Act act)
{
    switch (act) {
    case DropBar::Act::Finish: return u"flag"_s;
    case DropBar::Act::Pipeline: return u"arrow-right"_s;
    case DropBar::Act::Delete: break;
    }
    return u"trash"_s;
}

} // namespace

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
    m_zones.append({Act::Delete, 0, BoardView::tr("To the recycle bin"), danger});
}

void DropBar::place(const QRect &area, int height, double risen)
{
    m_rect = QRect(area.left(), area.bottom() + 1 - int(height * risen), area.width(), height);
}

QRect DropBar::zoneRect(int index) const
{
    const int count = qMax(1, int(m_zones.size()));
    const QRect inner = m_rect.adjusted(Space::l, Space::m, -Space::l, -Space::m);
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
    painter.fillRect(m_rect, theme.colour(ColourRole::Surface));
    painter.fillRect(QRect(m_rect.left(), m_rect.top(), m_rect.width(), 1), theme.colour(ColourRole::Line));
    const QFont font = Theme::strong(board.font());
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const int side = scaled(18, metrics);
    for (int i = 0; i < m_zones.size(); ++i) {
        const Zone &zone = m_zones[i];
        const QRect rect = zoneRect(i);
        const bool over = i == hovered;
        painter.setPen(Qt::NoPen);
        painter.setBrush(over ? Theme::underWhite(zone.colour) : theme.tint(zone.colour));
        painter.drawRoundedRect(rect, Space::cardRadius, Space::cardRadius);
        const QColor ink = over ? QColor(Qt::white) : theme.readable(zone.colour);
        const QString name = metrics.elidedText(zone.name, Qt::ElideRight, rect.width() - side - Space::xl);
        const int left = rect.center().x() - (side + Space::s + metrics.horizontalAdvance(name)) / 2;
        theme.icon(iconOf(zone.act), ink).paint(&painter, QRect(left, rect.center().y() - side / 2 + 1, side, side));
        painter.setPen(ink);
        painter.drawText(QRect(left + side + Space::s, rect.top(), rect.right() - left - side, rect.height()),
                         int(Qt::AlignLeft | Qt::AlignVCenter), name);
    }
}

} // namespace Kartoteka
