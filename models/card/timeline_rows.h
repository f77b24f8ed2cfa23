// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace Kartoteka {

/// A row of a timeline as it is shown.
struct TimelineRow
{
    enum class Kind {
        PlannedHeader,
        Planned,
        NothingPlanned,
        PinnedHeader,
        Pinned, ///< an entry that stands on top; it stands in its place too
        DayHeader,
        Entry,
        NothingFound ///< nothing answers the filter
    };

    Kind kind = Kind::Entry;
    QDate day;
    Activity activity;
    TimelineEntry entry;
    bool isPinned = false;
    QString text;
    QString detail;
    QString mark; ///< beside the time: undone, edited, how often
    QList<ItemRef> links;

    /// Another one for each row of a timeline, and the same for it after every change.
    qint64 key() const;
    /// Whether a person sees a difference.
    bool looksLike(const TimelineRow &other) const;
};

/// Rows with where the history that they show ends.
struct TimelineRows
{
    QList<TimelineRow> rows;
    TimelinePosition end;
    bool atEnd = true;
    qint64 journal = 0; ///< up to which row of the journal they are true
};

/// History from below @p from, page by page until @p to is in it, with a heading for each day but @p lastDay.
Result<TimelineRows> readHistoryRows(const ReadContext &context, const ItemRef &item, const TimelineFilter &filter,
                                     const TimelinePosition &from, const TimelinePosition &to, QDate lastDay);
/// All of a timeline down to @p to: what is planned, what is pinned, history. A filter leaves history alone.
Result<TimelineRows> readTimelineRows(const ReadContext &context, const ItemRef &item, const TimelineFilter &filter,
                                      const TimelinePosition &to);

} // namespace Kartoteka
