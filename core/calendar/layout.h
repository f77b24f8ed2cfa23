// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Kartoteka {

/// Where entries stand beside one another in a calendar. Pure arithmetic: it knows no pixels, and what is drawn, hit and printed
/// comes out of the same numbers.

/// What an entry takes of a day: minutes from its beginning, the end not included.
struct MinuteSpan
{
    int from = 0;
    int to = 0;
};

/// Where it stands in its day.
struct DayPlace
{
    int column = 0;  ///< from the left; -1: not shown, a Crowd counts it
    int width = 1;   ///< columns that it takes, since nothing else needs them
    int columns = 1; ///< of what overlaps, all together

    bool isHidden() const { return column < 0; }
    bool operator==(const DayPlace &) const = default;
};

/// Entries of a day for which there is no room beside the others.
struct Crowd
{
    MinuteSpan span;
    int count = 0;
    int columns = 1; ///< of what it stands beside; it has the last one
};

struct DayLayout
{
    QList<DayPlace> places; ///< of each entry
    QList<Crowd> crowds;
};

/// Lays out what overlaps in a day side by side: none over another, all as wide as they can be, at most @p mostColumns beside
/// one another. Beside a crowd, which has half a column, columns are counted in halves. What takes less than @p leastMinutes is
/// as high as that.
DayLayout layoutDay(const QList<MinuteSpan> &entries, int mostColumns, int leastMinutes);

/// What an entry takes of a row of days: the first and the last one, both included, from 0.
struct BarSpan
{
    int first = 0;
    int last = 0;
};

struct RowLayout
{
    QList<int> lanes;  ///< of each entry, from the top; -1: not shown
    QList<int> hidden; ///< of each day, how many entries are not shown
    int used = 0;      ///< lanes that are taken, those of the "+N" included
};

/// Lays out bars over a row of @p days in the order in which they are given, each as high up as there is room. Where a day has
/// more than @p mostLanes, its last lane is left to what says how many are not shown. @p beyond: entries of each day that are not
/// among those given.
RowLayout layoutRow(const QList<BarSpan> &entries, int days, int mostLanes, const QList<int> &beyond = {});

} // namespace Kartoteka
