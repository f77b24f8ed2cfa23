// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "core/query/item_query.h"

namespace Kartoteka {

/// What a calendar shows.
enum class CalendarMode {
    Moment,     ///< items by one field, a date or a date with time
    Span,       ///< items from one date to another
    Activities, ///< activities of the items of the filter, by start or else deadline
    People,     ///< activities of chosen people, of all sections
    Resources,  ///< activities that book chosen resources
};

/// Which entries, between which days. A value: models keep it, threads run it.
struct CalendarQuery
{
    CalendarMode mode = CalendarMode::Activities;
    ItemQuery items;              ///< the filter of the section; for People and Resources conditions on activities
    QString field = {};           ///< code of the date field, or of the first of the pair
    QString endField = {};        ///< … of the last; of Span
    QList<qint64> people = {};    ///< of People; empty: everybody
    QList<qint64> resources = {}; ///< of Resources; empty: each
    QDate from;                   ///< first day
    QDate to;                     ///< last day, included; at most longestCalendarDays after the first
    int limitPerDay = -1;         ///< entries listed of a day that begin there; < 0: all, 0: counts alone
    QString colourField = {};     ///< list field of the items whose value colours them
    bool withDone = true;
    bool withGhosts = true;   ///< those that will follow in series
    bool onlyClashes = false; ///< of activities those that have what another one has, or too few places

    bool operator==(const CalendarQuery &) const = default;
};

constexpr int longestCalendarDays = 1500;

/// Entries that touch the days asked for, in order; for ReadPool. Usage error for a field that is none of dates, or days that make
/// no sense; Cancelled when the context's token says so.
Result<CalendarEntries> readCalendar(const ReadContext &context, const CalendarQuery &query);

/// Fields of a type by which its items can stand in a calendar: single dates and date-times, the best one to begin with first.
QList<Field> calendarFields(const Schema &schema, qint64 typeId);

} // namespace Kartoteka
