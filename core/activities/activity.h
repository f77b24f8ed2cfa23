// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"
#include "core/items/item.h"
#include "core/schema/work_calendar.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

#include <QDateTime>

#include <optional>

namespace Kartoteka {

/// What an activity has besides, each shown only where there is something of it.
struct ActivityDetails
{
    Value start;          ///< UTC ms; invalid: it has none but its deadline
    bool allDay = false;  ///< only the days of start and deadline count
    int duration = 0;     ///< minutes; 0: not said
    Members participants; ///< users
    Members resources;    ///< that it books
    qint64 priority = 0;  ///< list value
    QString address;
    Members links; ///< addresses of the web
    QString location;
    QString colour;        ///< #rrggbb
    QString result;        ///< what came of it
    qint64 resultKind = 0; ///< list value
    Value holdUntil;       ///< UTC ms: it only holds the time until then
    QString timeZone;      ///< in which a series is counted; IANA
    int steps = 0;         ///< of its checklist
    int stepsDone = 0;     ///< … how many of them

    bool operator==(const ActivityDetails &) const = default;
};

struct Activity
{
    qint64 id = 0;
    QUuid uid;
    QString title;
    QString description;
    qint64 kind = 0; ///< list value of the field `kind`
    Value deadline;  ///< UTC ms
    bool incoming = false;
    bool done = false;
    qint64 responsible = 0;
    QString reminders; ///< minutes before the deadline, comma-separated
    Members items;
    QString recurrence;          ///< the rule by which it comes again; empty: it does not
    bool repeatWhenDone = false; ///< the next one is counted from when this one is done
    QString series = {};         ///< what it has in common with the others that come of its rule
    QString occurrence = {};     ///< which of them it is
    ActivityDetails details = {};
    QString number = {}; ///< by which people call it
};

/// An activity by field code, as planChangeActivity() takes them.
QHash<QString, Value> valuesOf(const Activity &activity);

/// What a new activity is made of.
struct ActivityDraft
{
    QString title;
    QString description;
    QString kind = QStringLiteral("todo"); ///< code of the kind
    Value deadline;                        ///< UTC ms
    bool incoming = false;
    bool done = false;                     ///< it is noted after it was done
    qint64 responsible = 0;                ///< 0: the author
    std::optional<QString> reminders = {}; ///< minutes before the deadline; nothing: as its kind has them
    QList<ItemRef> items;
    QString recurrence = {};         ///< the rule by which it comes again
    bool repeatWhenDone = false;     ///< … counted from when it is done
    QHash<QString, Value> more = {}; ///< other fields, by their codes
};

ChangeSet planActivity(const Schema &schema, const ActivityDraft &draft);
/// What an activity of @p user's own begins with; it has no row yet.
Activity newActivity(const Schema &schema, qint64 user, const QDateTime &now);
ChangeSet planComplete(const Activity &activity, bool done = true);
/// Shifts the deadline, and its start with it; recorded as a rescheduling. Refused for an incoming activity, that has none, and for a finished one.
Result<ChangeSet> planReschedule(const Activity &activity, qint64 deadline);
/// Changes fields of an activity, by their codes, or makes one that has no row yet of them; those that hold the value already are left alone, so that the result may be
/// empty. Refused where a value makes no sense: reminders that are no numbers, a deadline of an incoming activity.
Result<ChangeSet> planChangeActivity(const Schema &schema, const Activity &activity, const QHash<QString, Value> &values);
/// Out of all plans and counters; undo brings it back.
ChangeSet planDeleteActivity(const Activity &activity, qint64 nowMs);

/// By how much a deadline is put off.
struct Postponement
{
    int hours = 0;
    int days = 0;
    bool nextMonday = false; ///< instead of the others
};
/// "1h", "+3h", "2d", "monday"; nothing when it is no such thing.
std::optional<Postponement> parsePostponement(const QString &text);
/// The deadline put off, UTC ms: counted from it, or from @p now if it has passed. Days keep the time of day; without a
/// deadline a day begins at 9:00.
qint64 postponed(const Value &deadline, const QDateTime &now, const Postponement &by);

/// The same activity for each of many items.
BulkAct bulkPlan(const SchemaPtr &schema, const ActivityDraft &draft);

/// Three working days ahead, rounded up to the next full hour, moved into working hours.
QDateTime defaultDeadline(const WorkCalendar &calendar, const QDateTime &now);

Result<Activity> readActivity(const ReadContext &context, qint64 id);
/// Several, in the order asked for; missing ones are left out.
Result<QList<Activity>> readActivities(const ReadContext &context, const QList<qint64> &ids);
/// Open activities of an item: overdue first, by deadline, those without one last.
Result<QList<Activity>> plannedActivities(const ReadContext &context, const ItemRef &item, int limit = -1);
/// What is held for an item until a moment after @p now: no work to be done, and not among those. By when it begins.
Result<QList<Activity>> heldActivities(const ReadContext &context, const ItemRef &item, qint64 now, int limit = -1);
/// How many are open, which the commits keep.
Result<qint64> countPlanned(const ReadContext &context, const ItemRef &item);

} // namespace Kartoteka
