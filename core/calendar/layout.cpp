// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/layout.h"

#include <algorithm>
#include <numeric>

namespace Kartoteka {

namespace {

/// Entries that overlap one another, directly or by others, from the one that begins first.
using Group = QList<int>;

/// Gives each of a group the first column that is free, of at most @p columns; what finds none stays hidden.
/// @return how many columns were taken.
int fill(const Group &group, const QList<MinuteSpan> &spans, int columns, QList<DayPlace> &places)
{
    QList<int> ends;
    for (const int one : group) {
        const auto free = std::ranges::find_if(ends, [&](int end) { return end <= spans[one].from; });
        places[one].column = int(free - ends.begin());
        if (free != ends.end())
            *free = spans[one].to;
        else if (ends.size() < columns)
            ends << spans[one].to;
        else
            places[one].column = -1;
    }
    return int(ends.size());
}

/// Lets each reach to the right as far as nothing of its time stands there.
void widen(const Group &group, const QList<MinuteSpan> &spans, int columns, QList<DayPlace> &places)
{
    QList<Group> byColumn(columns);
    for (const int one : group) {
        places[one].columns = columns;
        if (!places[one].isHidden())
            byColumn[places[one].column] << one;
    }
    for (const int one : group) {
        DayPlace &place = places[one];
        const auto meets = [&](int other) { return spans[other].from < spans[one].to && spans[one].from < spans[other].to; };
        if (!place.isHidden()) {
            while (place.column + place.width < columns && std::ranges::none_of(byColumn[place.column + place.width], meets))
                ++place.width;
        }
    }
}

/// What is hidden of a group, in parts of the day that do not overlap; they have the column behind the others.
QList<Crowd> crowdsOf(const Group &group, const QList<MinuteSpan> &spans, const QList<DayPlace> &places)
{
    QList<Crowd> crowds;
    for (const int one : group) {
        if (!places[one].isHidden())
            continue;
        if (crowds.isEmpty() || crowds.constLast().span.to <= spans[one].from)
            crowds.append({spans[one], 0, places[one].columns});
        crowds.last().span.to = qMax(crowds.constLast().span.to, spans[one].to);
        ++crowds.last().count;
    }
    return crowds;
}

void layOut(const Group &group, const QList<MinuteSpan> &spans, int mostColumns, DayLayout &layout)
{
    const int columns = fill(group, spans, mostColumns, layout.places);
    const auto isHidden = [&](int one) { return layout.places[one].isHidden(); };
    if (std::ranges::none_of(group, isHidden)) {
        widen(group, spans, columns, layout.places);
        return;
    }
    // The last column says how many more there are: half as wide as one that has words.
    const int shown = qMax(0, mostColumns - 1);
    fill(group, spans, shown, layout.places);
    for (const int one : group) {
        DayPlace &place = layout.places[one];
        place.columns = 2 * shown + 1;
        if (!place.isHidden()) {
            place.column *= 2;
            place.width = 2;
        }
    }
    layout.crowds << crowdsOf(group, spans, layout.places);
}

} // namespace

DayLayout layoutDay(const QList<MinuteSpan> &entries, int mostColumns, int leastMinutes)
{
    QList<MinuteSpan> spans = entries;
    for (MinuteSpan &span : spans)
        span.to = qMax(span.to, span.from + qMax(1, leastMinutes));
    QList<int> order(spans.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](int a, int b) {
        return spans[a].from != spans[b].from ? spans[a].from < spans[b].from : spans[a].to > spans[b].to;
    });
    DayLayout layout;
    layout.places.resize(spans.size());
    Group group;
    int end = 0;
    for (const int one : std::as_const(order)) {
        if (!group.isEmpty() && spans[one].from >= end) {
            layOut(group, spans, mostColumns, layout);
            group.clear();
        }
        end = group.isEmpty() ? spans[one].to : qMax(end, spans[one].to);
        group << one;
    }
    if (!group.isEmpty())
        layOut(group, spans, mostColumns, layout);
    return layout;
}

RowLayout layoutRow(const QList<BarSpan> &entries, int days, int mostLanes, const QList<int> &beyond)
{
    RowLayout layout;
    layout.lanes.resize(entries.size());
    layout.hidden.resize(days);
    for (int day = 0; day < days; ++day)
        layout.hidden[day] = beyond.value(day);
    QList<QList<bool>> taken; // by lane and day
    const auto isFree = [](const QList<bool> &lane, const BarSpan &bar) {
        return std::none_of(lane.begin() + bar.first, lane.begin() + bar.last + 1, [](bool one) { return one; });
    };
    const auto hide = [&](qsizetype entry) {
        layout.lanes[entry] = -1;
        for (int day = entries[entry].first; day <= entries[entry].last; ++day)
            ++layout.hidden[day];
    };
    for (qsizetype i = 0; i < entries.size(); ++i) {
        int lane = 0;
        while (lane < taken.size() && !isFree(taken[lane], entries[i]))
            ++lane;
        if (lane >= mostLanes) {
            hide(i);
            continue;
        }
        if (lane == taken.size())
            taken.append(QList<bool>(days, false));
        std::fill(taken[lane].begin() + entries[i].first, taken[lane].begin() + entries[i].last + 1, true);
        layout.lanes[i] = lane;
    }
    // What stands where "+N" has to be makes room; it is counted by all its days then, and they have that place free.
    const auto isCrowded = [&](const BarSpan &bar) {
        return std::any_of(layout.hidden.begin() + bar.first, layout.hidden.begin() + bar.last + 1,
                           [](int count) { return count > 0; });
    };
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (layout.lanes[i] == mostLanes - 1 && isCrowded(entries[i]))
            hide(i);
    }
    for (const int lane : std::as_const(layout.lanes))
        layout.used = qMax(layout.used, lane + 1);
    if (std::ranges::any_of(layout.hidden, [](int count) { return count > 0; }))
        layout.used = qMax(layout.used, mostLanes);
    return layout;
}

} // namespace Kartoteka
