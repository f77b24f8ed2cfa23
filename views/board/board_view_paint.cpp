// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_view.h"
#include "views/board/quick_form.h"

#include "core/schema/builtin_names.h"
#include "views/widgets/empty_state.h"

#include <QPaintEvent>

namespace Kartoteka {

void BoardView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::of(palette()).colour(ColourRole::Window));
    bool any = false;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        any = any || m_model.cardCount(column) > 0;
        if (columnRect(column).intersects(viewport()->rect()))
            paintColumn(painter, column);
    }
    if (!any && !m_model.isLoading() && m_quickColumn < 0)
        paintEmptyState(painter, *this, viewport()->rect().adjusted(0, headerHeight(), 0, 0), m_emptyText, m_emptyHint);
    if (m_gesture == Gesture::MoveColumn && m_landing >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette()).colour(ColourRole::Accent));
        painter.drawRoundedRect(QRect(columnLeft(m_landing) - Space::m + 4, Space::s, 3, viewport()->height() - Space::l),
                                1.5, 1.5);
    }
    if (m_drag.active)
        paintDrag(painter);
}

void BoardView::paintDrag(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    m_dropBar.paint(painter, *this, m_drag.zone);
    const int width = m_painter->cardWidth(m_layout.width(qMax(0, m_pressedHit.column)) - Space::m);
    const QRect rect(m_drag.at - m_drag.grip, QSize(width, m_painter->height()));
    const CardState state{.hovered = true, .focused = true, .selected = false, .dragged = true};
    const int count = int(m_drag.ids.size());
    // Several lie one on another.
    for (int i = qMin(count, 3) - 1; i >= 0; --i)
        m_painter->paint(painter, rect.translated(i * Space::xs, i * Space::xs), m_drag.card, state, *m_store.schema(),
                         m_store.clock().now());
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
    if (m_layout.isFolded(column)) {
        paintFolded(painter, column);
        return;
    }
    paintCards(painter, column);
    if (const QRect bar = scrollbarRect(column); !bar.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette()).colour(ColourRole::Line));
        painter.drawRoundedRect(bar, 3, 3);
    }
    paintHeader(painter, column);
}

void BoardView::paintCards(QPainter &painter, int column)
{
    painter.save();
    const QRect body = bodyRect(column);
    painter.setClipRect(body.adjusted(-Space::s, 0, Space::s, 0));
    const qint64 now = m_store.clock().now();
    const int first = m_scroll.value(column) / rowHeight();
    const int last = qMin(m_model.cardCount(column) - 1, (m_scroll.value(column) + body.height()) / rowHeight());
    // While cards are dragged those below their landing place make room.
    const bool gapHere = m_drag.active && m_drag.column == column;
    for (int row = first; row <= last; ++row) {
        QRect rect = rowRect(column, row);
        const Card *card = m_model.card(column, row);
        if (gapHere && row >= m_drag.row)
            rect.translate(0, rowHeight() / 2);
        if (!card) {
            m_painter->paintPlaceholder(painter, rect);
            continue;
        }
        if (m_drag.active && m_drag.ids.contains(card->id)) {
            painter.setPen(QPen(Theme::of(palette()).colour(ColourRole::Line), 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(rowRect(column, row).adjusted(0, 0, -1, -1), Space::cardRadius, Space::cardRadius);
            continue;
        }
        m_painter->paint(painter, rect, *card,
                         {.hovered = card->id == m_hovered && !m_drag.active,
                          .focused = card->id == m_current && hasFocus(),
                          .selected = m_selected.contains(card->id),
                          .dragged = false,
                          .search = m_model.query().search.trimmed(),
                          .mine = card->responsible == m_store.user()},
                         *m_store.schema(), now);
    }
    if (gapHere) {
        const int y = rowRect(column, m_drag.row).top() + rowHeight() / 4 - Space::xs;
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette()).colour(ColourRole::Accent));
        painter.drawRoundedRect(QRect(columnLeft(column), y, m_layout.width(column) - Space::m, 3), 1.5, 1.5);
    }
    painter.restore();
}

void BoardView::paintFolded(QPainter &painter, int column)
{
    const Theme &theme = Theme::of(palette());
    const ColumnHead &head = m_model.head(column);
    const QRect box = columnRect(column).adjusted(0, Space::s, -Space::xs, -Space::s);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool target = m_drag.active && m_drag.column == column;
    painter.setBrush(target || m_hoveredHead == column ? theme.hover()
                                                       : theme.tint(QColor(head.colour), ColourRole::Window));
    painter.drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
    painter.setBrush(QColor(head.colour));
    painter.drawRoundedRect(QRect(box.left(), box.top(), box.width(), 3), 1.5, 1.5);
    painter.setPen(theme.colour(ColourRole::Text));
    painter.translate(box.left(), box.bottom());
    painter.rotate(-90);
    const QRect line(Space::m, 0, box.height() - 2 * Space::m, box.width());
    const QString text = head.name + u"  ·  "_s + QLocale().toString(m_model.cardCount(column));
    painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter),
                     fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    painter.restore();
}

void BoardView::paintHeader(QPainter &painter, int column)
{
    const QRect rect(columnLeft(column), 0, m_layout.width(column), headerHeight());
    const Theme &theme = Theme::of(palette());
    const ColumnHead &head = m_model.head(column);
    const QColor colour(head.colour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect.adjusted(-Space::m, 0, Space::xs, 0), theme.colour(ColourRole::Window));
    const QRect box = rect.adjusted(0, Space::s, -Space::m, -Space::xs);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(colour, ColourRole::Window));
    painter.drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRect(box.left(), box.top(), 3, box.height()), 1.5, 1.5);

    const QRect inner = box.adjusted(Space::m, Space::xs, -Space::m, -Space::xs);
    const bool hovered = m_hoveredHead == column && !m_drag.active;
    const QString count = QLocale().toString(m_model.cardCount(column));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int countWidth = (hovered ? plusRect(column).width() : fontMetrics().horizontalAdvance(count)) + Space::xs;
    const QRect first(inner.left(), inner.top(), inner.width(), fontMetrics().height());
    painter.setFont(strong);
    painter.setPen(theme.colour(ColourRole::Text));
    painter.drawText(first.adjusted(0, 0, -countWidth, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                     QFontMetrics(strong).elidedText(head.name, Qt::ElideRight, first.width() - countWidth));
    painter.setFont(font());
    painter.setPen(theme.readable(theme.colour(ColourRole::Muted)));
    const QFont small = Theme::small(font());
    const QRect second(inner.left(), inner.bottom() + 1 - QFontMetrics(small).height(), inner.width(),
                       QFontMetrics(small).height());
    if (hovered) {
        theme.icon(u"plus"_s, ColourRole::Text).paint(&painter, plusRect(column).adjusted(2, 2, -2, -2));
        painter.setFont(small);
        painter.drawText(second, int(Qt::AlignRight | Qt::AlignVCenter), count);
    } else {
        painter.drawText(first, int(Qt::AlignRight | Qt::AlignVCenter), count);
    }
    painter.setFont(small);
    painter.drawText(second, int(Qt::AlignLeft | Qt::AlignVCenter),
                     QFontMetrics(small).elidedText(sumText(m_model.totals(column)), Qt::ElideRight,
                                                    second.width() - (hovered ? countWidth : 0)));
    painter.restore();
}

QRect BoardView::scrollbarRect(int column) const
{
    const int range = maxScroll(column);
    const bool shown = m_gesture == Gesture::Scroll ? m_gestureColumn == column
                                                    : columnAt(viewport()->mapFromGlobal(QCursor::pos())) == column;
    if (range == 0 || !shown)
        return {};
    const QRect body = bodyRect(column);
    const int height = qMax(32, int(qint64(body.height()) * body.height() / (range + body.height())));
    const int top = body.top() + int(qint64(body.height() - height) * m_scroll[column] / range);
    return {body.right() - Space::s, top, 6, height};
}

} // namespace Kartoteka
