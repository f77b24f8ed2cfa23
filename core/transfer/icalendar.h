// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace Kartoteka {

/// An event or a task of a calendar file (RFC 5545): as much of it as an activity has. A plain value.
struct CalendarEvent
{
    QString uid;
    QString
        recurrenceId; ///< of one time of a series that is not as the rule says: its moment, see occurrenceCode(); else empty
    qint64 recurrenceAt = 0;  ///< … as an instant, UTC ms; 0: a day, or none
    bool isFollowing = false; ///< … and of all that follow it (RANGE=THISANDFUTURE)
    QString partedAt = {};    ///< of such: "series/moment" here from which it is a series of its own, see event_range.h
    int sequence = 0;         ///< grows with every change by its organizer
    bool isTask = false;      ///< VTODO
    bool isCancelled = false;
    bool isDone = false;

    QString title;
    QString description;
    QString location;
    QString url;

    bool allDay = false;
    QDate first;       ///< of whole days
    QDate last;        ///< … included
    qint64 starts = 0; ///< UTC ms; 0: it does not begin
    qint64 minutes = 0;
    std::optional<qint64> due = {}; ///< UTC ms, of a task
    QByteArray zone = {};           ///< IANA, in which a rule and its times are counted; empty: this computer's

    QString transparency = {};            ///< busy, free, tentative; empty: nothing is said
    QString rule = {};                    ///< as repeatRuleCode() has it
    QStringList exceptions = {};          ///< moments of the rule that are left out
    QList<int> reminders = {};            ///< minutes before
    QStringList attendees = {};           ///< e-mails
    QHash<QString, QString> answers = {}; ///< by e-mail: accepted, declined, tentative; the others have not answered
    QString organizer = {};               ///< e-mail
    qint64 modified = 0;                  ///< UTC ms; 0: nothing is said

    bool operator==(const CalendarEvent &) const = default;
};

/// What a calendar is for (RFC 5546).
enum class CalendarMethod {
    Publish,
    Request, ///< an invitation, or a change of one
    Reply,   ///< an answer to one
    Cancel,
    Counter, ///< an answer that proposes another time
    Refresh  ///< somebody asks for the invitation again
};

struct CalendarFile
{
    CalendarMethod method = CalendarMethod::Publish;
    QList<CalendarEvent> events;
    QStringList remarks;           ///< what was not understood and left out, in words, each once
    QStringList unknownZones = {}; ///< that nobody knows: their times are read as times here
};

constexpr qint64 largestCalendarFile = 50 * 1024 * 1024;
constexpr qsizetype mostEvents = 100'000;

/// The text of a calendar, as other programs read it.
QByteArray calendarText(const QList<CalendarEvent> &events, qint64 now, CalendarMethod method = CalendarMethod::Publish);

/// Called now and then with the bytes that were read.
using CalendarProgress = std::function<void(qint64 bytes)>;

/// Reads a calendar in UTF-8 or an encoding that is guessed, with lines that are folded well or badly. One event that makes no
/// sense is a remark, not the end. @p meantZone: the time zone, by its IANA name, that is meant by those that nobody knows; empty: that
/// of this computer. Refused: what is no calendar, one beyond largestCalendarFile or mostEvents.
Result<CalendarFile> readCalendarText(const QByteArray &bytes, const CancelToken &cancel = {},
                                      const CalendarProgress &progress = {}, const QByteArray &meantZone = {});

/// Names a time of a series by the clock of the zone in which the series is counted: files may write it in another one.
void countIn(CalendarEvent &event, const QByteArray &zone);

/// The time zone that a file means: by its IANA name, also behind a path, or by the name that Windows gives it. Invalid when nobody
/// knows it.
QTimeZone namedZone(const QString &name);

} // namespace Kartoteka
