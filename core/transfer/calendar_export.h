// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/activity_span.h"
#include "core/items/item.h"
#include "core/query/item_query.h"
#include "core/transfer/icalendar.h"

#include <optional>

namespace Kartoteka {

/// Activities as events and tasks, in the order asked for. What takes time is an event, what is only due a task; of a series the open
/// one bears the rule. What is neither is left out.
Result<QList<CalendarEvent>> calendarEvents(const ReadContext &context, const QList<qint64> &activities);

/// Writes the activities of a query as a calendar file. @return how many are in it.
Result<qint64> exportCalendar(const ReadContext &context, const ItemQuery &query, const QString &path);
Result<qint64> exportCalendar(const ReadContext &context, const QList<qint64> &activities, const QString &path);
/// Writes times that are offered, for the calendar of whom they are sent to: each a tentative event.
Result<void> exportOffer(const QList<TimeSpan> &spans, const QString &title, qint64 now, const QString &path);

/// What a calendar file holds that is kept for other programs: of its person, or of everybody.
enum class PublishedContent {
    Own,      ///< what the person has to do or takes part in
    Meetings, ///< … of that what takes time: no tasks
    Everybody ///< what the whole office has to do
};
/// "own", "meetings", "everybody".
QString publishedContentCode(PublishedContent content);
std::optional<PublishedContent> publishedContentOf(const QString &code);

/// A file for programs that subscribe to it.
struct PublishedCalendar
{
    qint64 person = 0;
    PublishedContent content = PublishedContent::Own;
    QString path; ///< ends with .ics

    bool operator==(const PublishedCalendar &) const = default;
};

/// What is to stand in it: what is open, and what was to be done in the last 90 days.
Result<QByteArray> publishedText(const ReadContext &context, const PublishedCalendar &calendar);
/// Puts it there, whole or not at all, and only where something else stands. @return whether it was written.
Result<bool> writePublished(const QByteArray &text, const QString &path);

} // namespace Kartoteka
