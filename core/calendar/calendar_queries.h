// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_query.h"

#include <QSet>

namespace Kartoteka {

/// The rows that a calendar is made of, as SQL: a table, what must hold, and the moment at which a row stands.
struct CalendarSource
{
    QString rows;  ///< a table with its alias
    QString index; ///< INDEXED BY …: the walk by moments; empty: there is none
    QString row;   ///< alias
    QString table; ///< of items: what `row` is of
    QString where; ///< all but the days
    QVariantList bound;
    QString moment;            ///< SQL
    bool isDate = false;       ///< moments are days as texts, else UTC ms
    bool isActivities = false; ///< rows have durations and whole days
    bool isSearched = false;   ///< found by the search first: the days are a test of what was found
};

/// Usage error for a filter, or a field, that does not fit.
Result<CalendarSource> calendarSource(const ReadContext &context, const CalendarQuery &query);

/// How many rows begin on each day, and the first of them. Of activities only those that last no longer than a day.
struct DayRows
{
    QList<int> counts;
    QList<qint64> ids;      ///< the first of each day, by moment
    QSet<qint64> overNight; ///< of days that are asked for: they end on the next one
    bool isCut = false;
};
Result<DayRows> dayRows(const ReadContext &context, const CalendarSource &source, const QDate &from, const QDate &to,
                        int limitPerDay);

/// What one statement reads of a row that may stand on several days.
struct CalendarRow
{
    qint64 id = 0;
    QHash<QString, Value> times; ///< by field code
};
/// Activities of whole days, of several days, and those of the day before that are not over.
Result<QList<CalendarRow>> longRows(const ReadContext &context, const CalendarSource &source, const QDate &from,
                                    const QDate &to);
/// The times of activities.
Result<QList<CalendarRow>> activityRows(const ReadContext &context, const QSet<qint64> &ids);
/// Rows that a search found between two days.
Result<QList<CalendarRow>> foundRows(const ReadContext &context, const CalendarSource &source, const Field &field,
                                     const QDate &from, const QDate &to);
/// Items whose dates touch the days: from the one until the other, on the one that is set where the other is not.
Result<QList<CalendarRow>> spanRows(const ReadContext &context, const CalendarSource &source, const Field &first,
                                    const Field &last, const QDate &from, const QDate &to);

/// Open activities that come again and stand before the end of a day.
Result<QList<qint64>> openSeries(const ReadContext &context, const CalendarSource &source, const QDate &to);
/// Those of these identities that are there.
Result<QSet<QUuid>> standingActivities(const ReadContext &context, const QList<QUuid> &uids);

/// The stages of items.
Result<QHash<ItemRef, qint64>> itemStages(const ReadContext &context, const QSet<ItemRef> &items);

} // namespace Kartoteka
