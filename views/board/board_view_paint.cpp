// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"
#include "views/board/quick_form.h"

#include "views/board/final_count.h"
#include "views/theme/motion.h"
#include "views/widgets/empty_state.h"

#include <QPaintEvent>

namespace Kartoteka {

void BoardView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::of(palette()).colour(ColourRole::Window));
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (columnRect(column).intersects(viewport()->rect()))
            paintColumn(painter, column);
    }
    paintFinal(painter);
    if (m_gesture == Gesture::MoveColumn && m_landing >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette()).colour(ColourRole::Accent));
        painter.drawRoundedRect(
            QRect(columnLeft(m_landing) - sizes().laneGap / 2 - 1, boardTop(), 3, viewport()->height() - boardTop()), 1.5,
            1.5);
    }
    if (m_drag.active)
        paintDrag(painter);
}

bool BoardView::isEmpty() const
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_model.cardCount(column) > 0)
            return false;
    }
    return !m_model.isLoading();
}

void BoardView::showEmpty()
{
    m_empty->setVisible(isEmpty() && m_quickColumn < 0 && !m_empty->text().title.isEmpty());
}

void BoardView::paintDrag(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    m_dropBar.paint(painter, *this, m_drag.zone);
    constexpr int fromPointer = 12;
    constexpr double tilt = 2; // degrees
    const int width = m_painter->cardWidth(m_drag.size.width());
    const QRect rect(m_drag.at + QPoint(fromPointer, fromPointer),
                     QSize(width, m_painter->height(m_drag.card, width, m_store.clock().localNow())));
    const CardState state{.hovered = true, .dragged = true};
    const int count = int(m_drag.ids.size());
    painter.save();
    painter.setOpacity(0.92);
    if (isMotionWanted()) {
        painter.translate(rect.topLeft());
        painter.rotate(tilt);
        painter.translate(-rect.topLeft());
    }
    // Several lie one on another.
    for (int i = qMin(count, 3) - 1; i >= 0; --i)
        m_painter->paint(painter, rect.translated(i * Space::xs, i * Space::xs), m_drag.card, state, *m_store.schema(),
                         m_store.clock().localNow());
    painter.restore();
    if (count < 2)
        return;
    const Theme &theme = Theme::of(palette());
    const QString text = QLocale().toString(count);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    const int side = qMax(QFontMetrics(strong).height() + Space::xs,
                          QFontMetrics(strong).horizontalAdvance(text) + Space::m);
    const QRect badge(rect.right() - side / 2, rect.top() - side / 2, side, QFontMetrics(strong).height() + Space::xs);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accentFill());
    painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter.setPen(Qt::white);
    painter.drawText(badge, int(Qt::AlignCenter), text);
}

void BoardView::paintColumn(QPainter &painter, int column)
{
    const QRect lane = laneRect(column);
    const LaneLook look = laneOf(column);
    if (m_layout.isFolded(column)) {
        m_lanes->paintFolded(painter, lane, look);
        return;
    }
    m_lanes->paintLane(painter, lane, look);
    paintCards(painter, column);
    if (m_model.cardCount(column) == 0 && !m_model.isLoading() && m_empty->isHidden() && column != m_quickColumn
        && !m_drag.active && m_hoveredColumn != column)
        m_lanes->paintEmpty(painter, bodyRect(column),
                            m_model.query().isWhole() ? tr("Nothing stands here") : tr("Nothing here answers the filter"));
    if (const QRect bar = scrollbarRect(column); !bar.isNull())
        m_lanes->paintThumb(painter, bar);
    m_lanes->paintHead(painter, lane, look);
}

void BoardView::paintCards(QPainter &painter, int column)
{
    painter.save();
    const QRect body = bodyRect(column);
    painter.setClipRect(body.adjusted(0, -1, 0, 0));
    const QDateTime now = m_store.clock().localNow();
    const ColumnRows::Shape shape = shapeOf(column);
    const int left = body.left() + Space::s;
    const int width = body.width() - 2 * Space::s;
    const bool final = isFinal(column);
    const QString search = m_model.query().search.trimmed();
    // While cards are dragged those below their landing place make room.
    const int gapRow = m_drag.active && m_drag.column == column ? m_drag.row : -1;
    int y = body.top() + m_rows.value(column).top(m_rows.value(column).first(), shape);
    const auto paintGap = [&](int row) {
        if (row != gapRow)
            return;
        m_lanes->paintGap(painter, QRect(left, y, width, m_drag.size.height()));
        y += m_drag.size.height() + Space::s;
    };
    int row = m_rows.value(column).first();
    for (; row < shape.count && y < body.bottom(); ++row) {
        paintGap(row);
        const int height = shape.heightOf(row);
        if (height == 0)
            continue; // in the person's hand
        const QRect rect(left, y, width, height - Space::s);
        y += height;
        if (const Card *card = m_model.card(column, row)) {
            m_painter->paint(painter, rect, *card,
                             {.hovered = card->id == m_hovered && !m_drag.active,
                              .focused = card->id == m_current && hasFocus(),
                              .selected = m_selected.contains(card->id),
                              .isFinal = final,
                              .search = search},
                             *m_store.schema(), now);
        } else {
            m_painter->paintPlaceholder(painter, rect);
        }
    }
    if (row == shape.count)
        paintGap(row);
    painter.restore();
    if (const QRect add = addRect(column);
        m_hoveredColumn == column && !m_drag.active && column != m_quickColumn && !add.isNull())
        m_lanes->paintAdd(painter, add, m_hoveredAdd);
}

void BoardView::paintFinal(QPainter &painter)
{
    const QRect lane = finalRect();
    if (lane.isNull() || m_model.isLoading())
        return;
    const bool shown = m_model.showsFinal();
    const std::optional<qint64> count = m_final->count();
    m_lanes->paintFolded(painter, lane,
                         {.name = shown ? tr("Fold the final stages") : tr("Final stages"),
                          .count = shown || !count ? QString() : QLocale().toString(*count),
                          .sum = {},
                          .colour = Theme::of(palette()).colour(ColourRole::Success),
                          .hovered = m_hoveredFinal,
                          .target = m_drag.final});
}

QRect BoardView::scrollbarRect(int column) const
{
    const bool shown = m_gesture == Gesture::Scroll ? m_gestureColumn == column : m_hoveredColumn == column;
    if (!shown || m_layout.isFolded(column))
        return {};
    const ColumnRows::Shape shape = shapeOf(column);
    const ColumnRows &rows = m_rows.at(column);
    if (!rows.scrolls(shape))
        return {};
    const QRect body = bodyRect(column);
    const qint64 whole = qint64(shape.count) * (m_painter->usualHeight() + Space::s);
    const int height = qMax(32, int(qint64(body.height()) * body.height() / qMax<qint64>(whole, body.height() + 1)));
    const int top = body.top() + int((body.height() - height) * rows.place(shape));
    return {body.right() - 6, top, 5, height};
}

} // namespace Kartoteka
