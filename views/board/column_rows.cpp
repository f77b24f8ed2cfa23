// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/column_rows.h"

#include <QtGlobal>

namespace Kartoteka {

namespace {
constexpr int nearRows = 400; ///< beyond them a row is taken to be as high as the last one that was asked
}

int ColumnRows::top(int row, const Shape &shape) const
{
    int y = -m_offset;
    int height = 0;
    int at = m_first;
    for (; at < row && at < m_first + nearRows; ++at)
        y += height = shape.heightOf(at);
    for (; at > row && at > m_first - nearRows; --at)
        y -= height = shape.heightOf(at - 1);
    return y + (row - at) * height;
}

int ColumnRows::rowAt(int y, const Shape &shape) const
{
    int bottom = -m_offset;
    if (y < bottom)
        return -1;
    for (int row = m_first; row < shape.count && bottom <= shape.view; ++row) {
        bottom += shape.heightOf(row);
        if (y < bottom)
            return row;
    }
    return -1;
}

int ColumnRows::last(const Shape &shape) const
{
    int row = m_first;
    for (int bottom = -m_offset; row < shape.count; ++row) {
        bottom += shape.heightOf(row);
        if (bottom >= shape.view)
            return row;
    }
    return row - 1;
}

/// Where the view stands when the last row is at its end.
ColumnRows::Anchor ColumnRows::lowest(const Shape &shape) const
{
    int left = shape.view;
    for (int row = shape.count - 1; row >= 0; --row) {
        left -= shape.heightOf(row);
        if (left <= 0)
            return {row, -left};
    }
    return {};
}

bool ColumnRows::scrolls(const Shape &shape) const
{
    const Anchor end = lowest(shape);
    return end.row > 0 || end.offset > 0;
}

bool ColumnRows::scrollBy(int pixels, const Shape &shape)
{
    const int row = m_first;
    const int offset = m_offset;
    m_offset += pixels;
    while (m_offset < 0 && m_first > 0)
        m_offset += shape.heightOf(--m_first);
    for (int height = 0; m_first < shape.count - 1 && m_offset >= (height = shape.heightOf(m_first)); ++m_first)
        m_offset -= height;
    settle(shape);
    return row != m_first || offset != m_offset;
}

void ColumnRows::scrollToRow(int row, const Shape &shape)
{
    m_first = row;
    m_offset = 0;
    settle(shape);
}

void ColumnRows::reveal(int row, const Shape &shape)
{
    const int y = row < m_first ? -1 : top(row, shape);
    if (y < 0) {
        scrollToRow(row, shape);
    } else if (const int over = y + shape.heightOf(row) - shape.view; over > 0) {
        m_first = row;
        m_offset = 0;
        scrollBy(shape.heightOf(row) - shape.view, shape);
    }
}

void ColumnRows::settle(const Shape &shape)
{
    const Anchor end = lowest(shape);
    m_first = qMax(0, m_first);
    m_offset = qMax(0, m_offset);
    if (m_first > end.row || (m_first == end.row && m_offset > end.offset)) {
        m_first = end.row;
        m_offset = end.offset;
    }
}

double ColumnRows::place(const Shape &shape) const
{
    const auto position = [&](int row, int offset) { return row + double(offset) / qMax(1, shape.heightOf(row)); };
    const Anchor end = lowest(shape);
    const double range = position(end.row, end.offset);
    return range > 0 ? qBound(0.0, position(m_first, m_offset) / range, 1.0) : 0;
}

void ColumnRows::setPlace(double place, const Shape &shape)
{
    const Anchor end = lowest(shape);
    const double range = end.row + double(end.offset) / qMax(1, shape.heightOf(end.row));
    const double position = qBound(0.0, place, 1.0) * range;
    m_first = int(position);
    m_offset = int((position - m_first) * shape.heightOf(m_first));
    settle(shape);
}

} // namespace Kartoteka
