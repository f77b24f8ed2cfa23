// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/tick_column.h"

#include "models/list/item_table_model.h"
#include "views/list/item_list_view.h"
#include "views/list/list_delegate.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Kartoteka {

namespace {

constexpr int columnWidth = 36;
constexpr int boxSide = 18;

/// At rest many of them stand below one another.
void paintBox(QPainter &painter, const QRect &box, bool ticked, bool reached, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ticked ? QPen(Qt::NoPen) : QPen(theme.colour(reached ? ColourRole::Edge : ColourRole::QuietEdge)));
    painter.setBrush(ticked ? theme.accentFill() : theme.colour(ColourRole::Surface));
    painter.drawRoundedRect(ticked ? QRectF(box) : QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), Space::chipRadius,
                            Space::chipRadius);
    if (ticked)
        theme.icon(u"check"_s, QColor(Qt::white)).paint(&painter, box.adjusted(2, 2, -2, -2));
}

} // namespace

TickColumn::TickColumn(ItemListView &list, ItemTableModel &model)
    : QHeaderView(Qt::Vertical, &list), m_list(list), m_model(model)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(false);
    setMouseTracking(true);
    setFixedWidth(scaled(columnWidth, fontMetrics()));
    setAccessibleName(tr("Tick rows"));
}

QRect TickColumn::boxIn(const QRect &row, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int side = scaled(boxSide, metrics);
    return {row.left() + scaled(Space::l, metrics), row.top() + (row.height() - side) / 2, side, side};
}

void TickColumn::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    const Theme &theme = Theme::of(palette());
    painter->save();
    if (m_model.isGroupHead(row)) {
        painter->fillRect(rect, theme.colour(ColourRole::Window));
        const int side = scaled(14, fontMetrics());
        const QPoint middle = boxIn(rect, font()).center();
        const bool folded = m_model.index(row, 0).data(ItemTableModel::GroupFoldedRole).toBool();
        theme.icon(folded ? u"chevron-right"_s : u"chevron-down"_s, ColourRole::Muted)
            .paint(painter, QRect(middle - QPoint(side / 2, side / 2), QSize(side, side)));
    } else {
        const ListDelegate &rows = m_list.rows();
        const bool selected = m_list.selectionModel()->isRowSelected(row);
        painter->fillRect(rect, rows.background(row, selected, theme));
        const QRect box = boxIn(rect, font());
        if (m_list.isTicking() || rows.hoveredRow() == row)
            paintBox(*painter, box, selected && m_list.isTicking(), rows.hoveredRow() == row, theme);
    }
    painter->setRenderHint(QPainter::Antialiasing, false); // a hairline, as that of the cells
    painter->setPen(theme.colour(ColourRole::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

void TickColumn::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->pos());
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    m_list.setFocus(Qt::MouseFocusReason);
    if (m_model.isGroupHead(row))
        m_model.toggleGroup(row);
    else
        m_list.tick(row, event->modifiers() & Qt::ShiftModifier);
}

void TickColumn::mouseMoveEvent(QMouseEvent *event)
{
    m_list.setHoveredRow(logicalIndexAt(event->pos()));
}

bool TickColumn::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_list.setHoveredRow(-1);
    return QHeaderView::viewportEvent(event);
}

} // namespace Kartoteka
