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
    bool isFolded = false; ///< a heading of which nothing else is shown
    QString text;
    QString detail;
    QString mark; ///< beside the time: undone, edited, how often
    QList<ItemRef> links;

    /// Another one for each row of a timeline, and the same for it after every change.
    qint64 key() const;
    /// Whether a person sees a difference.
    bool looksLike(const TimelineRow &other) const;
};

/// What of a timeline is folded: its headings stand alone.
struct TimelineFolds
{
    bool planned = false;
    bool pinned = false;
    bool allDays = false;  ///< but those that are named
    QSet<QDate> days = {}; ///< that are folded; where all are, that are not

    bool isFolded(TimelineRow::Kind heading, QDate day = {}) const;
    void set(TimelineRow::Kind heading, QDate day, bool folded);
    bool operator==(const TimelineFolds &) const = default;
};

/// Rows with where the history that they show ends.
struct TimelineRows
{
    QList<TimelineRow> rows;
    TimelinePosition end;
    bool atEnd = true;
    qint64 journal = 0; ///< up to which row of the journal they are true
};

/// What is read of a timeline.
struct TimelineWish
{
    ItemRef item;
    TimelineFilter filter = {}; ///< what answers one is never folded
    TimelineFolds folds = {};
};

/// History from below @p from, page by page until @p to is in it, with a heading for each day but @p lastDay. Days that are
/// folded cost nothing, however much they hold.
Result<TimelineRows> readHistoryRows(const ReadContext &context, const TimelineWish &wish, const TimelinePosition &from,
                                     const TimelinePosition &to, QDate lastDay);
/// All of a timeline down to @p to: what is planned, what is pinned, history. A filter leaves history alone.
Result<TimelineRows> readTimelineRows(const ReadContext &context, const TimelineWish &wish, const TimelinePosition &to);

} // namespace Kartoteka
