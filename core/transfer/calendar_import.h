// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/transfer/icalendar.h"
#include "core/transfer/import_report.h"

namespace Kartoteka {

/// What becomes of an event of a calendar file.
enum class CalendarFate {
    New,
    Changed,
    Same,      ///< nothing differs, or what stands here is newer
    Cancelled, ///< it stands here, and goes into the recycle bin
    Answered,  ///< somebody says whether they come: CalendarChange::answer
    Unknown,   ///< it is cancelled, but nobody knows it here
    Deleted    ///< it was deleted here, and stays so
};

struct CalendarChange
{
    CalendarFate fate = CalendarFate::New;
    CalendarEvent event;
    QString title;
    QDateTime starts; ///< as people read it; invalid: whole days, or a task without a date
    QDate day;
    QStringList fields;         ///< codes of what differs, of Changed
    QList<Change> changes = {}; ///< that do it
    QString answer = {};        ///< who answered what, in words, of an answer to an invitation
    QList<qint64> people = {};  ///< whom of the office a new one names, the first is responsible where they are meant
    QString refusal = {};       ///< why they cannot be made, in words; empty: nothing is known against them
};

struct CalendarPreview
{
    QList<CalendarChange> changes;
    QStringList remarks;
    bool isForSeveral = false; ///< several people work in the office: each may read the file

    qsizetype count(CalendarFate fate) const;
    bool isEmpty() const; ///< nothing would be written
    /// What an import of it would report, without one.
    ImportReport rehearsed() const;
};

struct CalendarImportOptions
{
    QString subject = {};   ///< of the act: the name of the file
    qint64 responsible = 0; ///< for whom new ones are, used when they are written; 0: who imports
    CancelToken cancel = {};
    std::function<void(qint64 done, qint64 of)> progress = {};
};

/// A change of an event before it is known what becomes of it.
CalendarChange begunChange(const CalendarEvent &event);

/// What a file would change: events are known again by their UID and, of one time of a series, their RECURRENCE-ID, on every seat.
/// Those who attend are found by their e-mails; answers to invitations are kept with them. What is over is noted as done, of a series the next time to come is made.
Result<CalendarPreview> previewCalendar(const ReadContext &context, const CalendarFile &file,
                                        const CalendarImportOptions &options);

/// Writes it, as one act in many small commits; what is refused is reported and does not keep back the others. May run on any thread.
Result<ImportReport> importCalendar(Store &store, const CalendarPreview &preview, const CalendarImportOptions &options);

/// The bytes of a calendar file. Refused where it is too large to be one.
Result<QByteArray> readCalendarFile(const QString &path);

} // namespace Kartoteka
