// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace Kartoteka {

/// Where the rows of one column stand, which are of unequal height: the row at the top and how much of it is scrolled away.
/// What is near it is exact, whatever is not known of rows far off; nothing is kept per row.
class ColumnRows
{
public:
    /// A column of @p count rows in a view of @p view pixels. @p heightOf gives a row's height with the gap below it.
    struct Shape
    {
        int count = 0;
        int view = 0;
        std::function<int(int row)> heightOf;
    };

    int first() const { return m_first; }
    /// Top of a row from the top of the view, in pixels.
    int top(int row, const Shape &shape) const;
    /// The row at a height of the view; -1 where there is none.
    int rowAt(int y, const Shape &shape) const;
    /// The last row of which something is seen.
    int last(const Shape &shape) const;
    bool scrolls(const Shape &shape) const;

    /// @return whether anything moved.
    bool scrollBy(int pixels, const Shape &shape);
    void scrollToRow(int row, const Shape &shape);
    /// Scrolls as little as is needed to see a row wholly.
    void reveal(int row, const Shape &shape);
    /// Keeps the end of the column at the end of the view.
    void settle(const Shape &shape);

    /// Place between 0, the top, and 1, the end.
    double place(const Shape &shape) const;
    void setPlace(double place, const Shape &shape);

private:
    struct Anchor
    {
        int row = 0;
        int offset = 0;
    };
    Anchor lowest(const Shape &shape) const;

    int m_first = 0;
    int m_offset = 0; ///< pixels of it above the view
};

} // namespace Kartoteka
