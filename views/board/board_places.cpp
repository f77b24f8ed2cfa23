// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_places.h"

namespace Kartoteka {

BoardPlaces::BoardPlaces(BoardModel &model, const Clock &clock, const BoardPainter &painter)
    : m_model(model), m_clock(clock), m_painter(painter)
{}

void BoardPlaces::takeColumns()
{
    QList<qint64> keys;
    for (int column = 0; column < m_model.across(); ++column)
        keys << m_model.head(column).key;
    m_columns.setColumns(keys);
    m_rows.resize(m_model.columnCount());
    QList<qint64> lanes;
    for (int lane = 0; lane < m_model.laneCount(); ++lane)
        lanes << m_model.swimlanes()->lanes()[lane].key;
    m_lanes.setLanes(lanes, Swimlanes::others);
    arrangeLanes();
}

/// As high as the highest of its columns, but so that others are seen beside it.
int BoardPlaces::heightForCards(int lane) const
{
    const int card = m_painter.cards().usualHeight() + Space::s;
    const int most = qMax(3 * card, (m_size.height() - headerHeight()) * 3 / 5);
    const int add = m_painter.lanes().addHeight() + 2 * Space::s; // above the first card is a gap
    int highest = 0;
    for (int at = 0; at < m_model.across(); ++at) {
        const int column = lane * m_model.across() + at;
        if (m_columns.isFolded(at))
            continue;
        int height = column == m_formColumn ? m_formHeight + Space::s : 0;
        for (int row = 0; row < m_model.cardCount(column) && height < most; ++row)
            height += heightOf(column, row);
        highest = qMax(highest, height);
    }
    return qMin(highest + add, qMax(most, m_formColumn >= 0 && laneOf(m_formColumn) == lane ? highest + Space::s : 0));
}

bool BoardPlaces::arrangeLanes()
{
    if (!m_held.isEmpty())
        return false; // nothing moves away from under the hand
    const int before = m_lanes.totalHeight();
    m_lanes.setHeadHeight(m_painter.swimlanes().headHeight());
    QList<int> heights;
    for (int lane = 0; lane < m_lanes.count(); ++lane)
        heights << (m_lanes.isFolded(lane) ? 0 : heightForCards(lane));
    m_lanes.setBodies(heights);
    return m_lanes.totalHeight() != before;
}

void BoardPlaces::setView(const QSize &size, const QPoint &scrolled)
{
    m_size = size;
    m_scrolled = scrolled;
    m_columns.setRoom(size.width(), m_hasFinal ? m_painter.lanes().foldedWidth() + sizes().laneGap : 0);
}

void BoardPlaces::setForm(int column, int height)
{
    m_formColumn = column;
    m_formHeight = height;
}

int BoardPlaces::top() const
{
    return Space::m;
}

int BoardPlaces::edgeAt(const QPoint &point) const
{
    return point.y() < headerHeight() ? m_columns.edgeAt(point.x() + m_scrolled.x()) : -1;
}

int BoardPlaces::columnAt(const QPoint &point) const
{
    const int column = m_columns.columnAt(point.x() + m_scrolled.x());
    if (column < 0 || !isLaned() || point.y() < headerHeight())
        return column;
    const int lane = m_lanes.laneAt(point.y() - headerHeight() + m_scrolled.y());
    return lane < 0 ? -1 : lane * m_model.across() + column;
}

QRect BoardPlaces::laneHeadRect(int lane) const
{
    // Up to the folded final stages, which are in no lane.
    const int right = m_hasFinal ? qMin(m_size.width(), finalRect().left() - sizes().laneGap) : m_size.width();
    return {0, headerHeight() + m_lanes.top(lane) - m_scrolled.y(), right, m_lanes.headHeight()};
}

int BoardPlaces::scrolledToLane(int lane) const
{
    const int last = m_lanes.top(lane + 1) - lanesRect().height(); // from here on its end is seen
    return qMin(qMax(m_scrolled.y(), last), m_lanes.top(lane));
}

int BoardPlaces::firstOpen(int column) const
{
    for (int at = across(column); at < m_model.columnCount() && isLaned(); at += m_model.across()) {
        if (!isFolded(at))
            return at;
    }
    return column;
}

QRect BoardPlaces::columnRect(int column) const
{
    return {left(column), 0, m_columns.width(across(column)), m_size.height()};
}

QRect BoardPlaces::bodyRect(int column) const
{
    const int form = column == m_formColumn ? m_formHeight + Space::s : 0;
    if (!isLaned())
        return columnRect(column).adjusted(0, headerHeight() + form, 0, 0);
    const int lane = laneOf(column);
    const int under = headerHeight() + m_lanes.bodyTop(lane) - m_scrolled.y();
    const int above = form + (isLaneFolded(column) ? 0 : Space::s);
    return {left(column), under + above, m_columns.width(across(column)), m_lanes.bodyHeight(lane) - above};
}

QRect BoardPlaces::seenBodyRect(int column) const
{
    return bodyRect(column) & lanesRect();
}

QRect BoardPlaces::addRect(int column) const
{
    const QRect body = bodyRect(column);
    const ColumnRows::Shape shape = shapeOf(column);
    const int under = body.top() + m_rows.value(column).top(shape.count, shape);
    const QRect row(body.left() + Space::s, under, body.width() - 2 * Space::s, m_painter.lanes().addHeight());
    const bool isShort = !isFolded(column) && row.bottom() + Space::s <= body.bottom();
    return isShort && !m_model.head(column).isLate ? row : QRect();
}

QRect BoardPlaces::finalRect() const
{
    if (!m_hasFinal)
        return {};
    const int width = m_painter.lanes().foldedWidth();
    return {m_columns.totalWidth() - Space::l - width - m_scrolled.x(), top(), width, m_size.height() - top()};
}

QRect BoardPlaces::thumbRect(int column) const
{
    if (isFolded(column))
        return {};
    const ColumnRows::Shape shape = shapeOf(column);
    const ColumnRows &rows = m_rows.at(column);
    if (!rows.scrolls(shape))
        return {};
    const QRect body = bodyRect(column);
    const qint64 whole = qint64(shape.count) * (m_painter.cards().usualHeight() + Space::s);
    const int height = qMax(32, int(qint64(body.height()) * body.height() / qMax<qint64>(whole, body.height() + 1)));
    return {body.right() - 6, body.top() + int((body.height() - height) * rows.place(shape)), 5, height};
}

int BoardPlaces::heightOf(int column, int row) const
{
    const Card *card = m_model.card(column, row);
    if (!card)
        return m_painter.cards().usualHeight() + Space::s;
    if (m_held.contains(card->id))
        return 0;
    return m_painter.cards().height(*card, m_columns.width(across(column)) - 2 * Space::s) + Space::s;
}

ColumnRows::Shape BoardPlaces::shapeOf(int column) const
{
    return {m_model.cardCount(column), bodyRect(column).height() - Space::xs,
            [this, column](int row) { return heightOf(column, row); }};
}

QPair<int, int> BoardPlaces::seenRows(int column) const
{
    if (isFolded(column) || seenBodyRect(column).isEmpty())
        return {0, -1};
    return {m_rows.value(column).first(), m_rows.value(column).last(shapeOf(column))};
}

int BoardPlaces::rowsInPage(int column) const
{
    return qMax(1, bodyRect(column).height() / (m_painter.cards().usualHeight() + Space::s));
}

QRect BoardPlaces::rowRect(int column, int row) const
{
    const int under = bodyRect(column).top() + m_rows.value(column).top(row, shapeOf(column));
    return {left(column) + Space::s, under, m_columns.width(across(column)) - 2 * Space::s,
            heightOf(column, row) - Space::s};
}

QRect BoardPlaces::cardRect(qint64 id) const
{
    const auto [column, row] = m_model.find(id);
    return column < 0 || isFolded(column) ? QRect() : rowRect(column, row);
}

QRect BoardPlaces::nextActRect(int column, int row) const
{
    const Card *card = m_model.card(column, row);
    return card ? m_painter.cards().nextActRect(rowRect(column, row), *card, m_model.isFinal(column), m_clock.now())
                : QRect();
}

/// Before the first row whose middle is below.
int BoardPlaces::landingAt(int column, int y) const
{
    const ColumnRows::Shape shape = shapeOf(column);
    int row = m_rows[column].first();
    int under = bodyRect(column).top() + m_rows[column].top(row, shape);
    for (; row < shape.count && under < bodyRect(column).top() + shape.view; ++row) {
        const int height = shape.heightOf(row);
        if (height > 0 && y < under + height / 2)
            break;
        under += height;
    }
    return row;
}

BoardHit BoardPlaces::hitAt(const QPoint &point) const
{
    BoardHit hit;
    hit.final = finalRect().contains(point);
    hit.column = hit.final ? -1 : columnAt(point);
    if (!hit.final && point.y() >= headerHeight())
        hit.laneHead = m_lanes.headAt(point.y() - headerHeight() + m_scrolled.y());
    if (hit.column < 0)
        return hit;
    hit.head = point.y() < headerHeight() || (hit.laneHead < 0 && m_columns.isFolded(across(hit.column)));
    const QRect body = bodyRect(hit.column);
    if (hit.head || hit.laneHead >= 0 || point.y() < body.top())
        return hit;
    const int row = m_rows.value(hit.column).rowAt(point.y() - body.top(), shapeOf(hit.column));
    if (row < 0 || !rowRect(hit.column, row).contains(point)) {
        hit.add = addRect(hit.column).contains(point);
        return hit;
    }
    hit.row = row;
    if (const Card *card = m_model.card(hit.column, row))
        hit.id = card->id;
    return hit;
}

void BoardPlaces::settle()
{
    arrangeLanes();
    for (int column = 0; column < m_rows.size(); ++column)
        scrollBy(column, 0);
}

} // namespace Kartoteka
