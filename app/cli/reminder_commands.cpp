// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/activities/reminder_queries.h"
#include "core/activities/reminders.h"
#include "core/activities/series_upkeep.h"
#include "core/base/texts.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace Kartoteka::Cli {

namespace {

constexpr int comingShown = 50;

QJsonObject reminderJson(const Session &session, const DueReminder &reminder)
{
    QJsonObject object = activityJson(session, reminder.activity);
    object[u"at"_s] = session.instant(reminder.moment);
    return object;
}

int runReminders(const Session &session)
{
    const qint64 now = session.store.clock().now();
    const qint64 person = session.store.user();
    // From the first time that it is asked what is missed on one day is due on the next.
    if (session.store.access().isWritable()) {
        if (auto begun = beginReminding(session.store, person).result(); !begun)
            return session.output.fail(begun.error());
        if (auto kept = keepUpSeries(session.store); !kept) // what comes again is there to remind of
            return session.output.fail(kept.error());
    }
    auto due = dueReminders(session.reader(), person, now);
    if (!due)
        return session.output.fail(due.error());
    QList<DueReminder> list = due->list;
    if (!session.arguments.has(u"--due"_s)) {
        auto coming = comingReminders(session.reader(), person, now, comingShown);
        if (!coming)
            return session.output.fail(coming.error());
        std::ranges::copy_if(*coming, std::back_inserter(list), [&due](const DueReminder &one) {
            return std::ranges::none_of(due->list,
                                        [&](const DueReminder &other) { return other.activity.id == one.activity.id; });
        });
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const DueReminder &one : std::as_const(list)) {
        array.append(reminderJson(session, one));
        rows.append({one.activity.number, session.moment(one.moment), deadlineText(session, one.activity),
                     one.activity.title, one.itemTitle});
    }
    if (!rows.isEmpty()) {
        session.output.table(
            {Texts::tr("No."), Texts::tr("Reminder"), Texts::tr("Deadline"), Texts::tr("Activity"), Texts::tr("Of")}, rows);
    }
    session.output.document(array);
    return session.arguments.has(u"--exit-code"_s) && !due->list.isEmpty() ? 1 : 0;
}

/// The open activity with a deadline that word 1 names; others remind of nothing.
Result<Activity> remindedOf(const Session &session)
{
    auto activity = session.activity(1);
    if (!activity)
        return activity;
    if (activity->done || !activity->deadline.isValid()) {
        return Error{ErrorCode::Refused,
                     Texts::tr("“%1” reminds of nothing: it is done or has no deadline.").arg(activity->title),
                     {},
                     {}};
    }
    return activity;
}

int runReminderSnooze(const Session &session)
{
    const auto activity = remindedOf(session);
    if (!activity)
        return session.output.fail(activity.error());
    const QString text = session.arguments.words.sliced(2).join(u' ');
    const auto until = parseSnooze(text, session.store.clock().localNow(), WorkCalendar(session.schema()));
    if (!until) {
        return session.output.fail(
            {ErrorCode::Usage,
             Texts::tr("“%1” is not a time in the future: say 15m, 1h, tomorrow or fri 10:00.").arg(text),
             {},
             text});
    }
    const qint64 at = until->toMSecsSinceEpoch();
    auto done =
        snoozeReminders(session.store, session.store.user(), {activity->id}, session.store.clock().now(), at).result();
    if (!done)
        return session.output.fail(done.error());
    session.output.line(Texts::tr("%1: again %2", "an activity, a moment").arg(activity->title, session.moment(at)));
    session.output.document(QJsonObject{{u"id"_s, activity->number}, {u"until"_s, session.instant(at)}});
    return 0;
}

int runReminderDismiss(const Session &session)
{
    const auto activity = remindedOf(session);
    if (!activity)
        return session.output.fail(activity.error());
    auto done = dismissReminders(session.store, session.store.user(), {activity->id}, session.store.clock().now()).result();
    if (!done)
        return session.output.fail(done.error());
    session.output.line(Texts::tr("Dismissed: %1").arg(activity->title));
    session.output.document(QJsonObject{{u"id"_s, activity->number}, {u"dismissed"_s, true}});
    return 0;
}

} // namespace

QList<Verb> reminderVerbs()
{
    return {
        {u"reminders"_s,
         {},
         0,
         0,
         {{u"--due"_s}, {u"--exit-code"_s}},
         QT_TRANSLATE_NOOP("Kartoteka",
                           "what you are to be reminded of; --due: now; --exit-code: ends with 1 when something is due"),
         runReminders},
        {u"reminder snooze"_s,
         u"ID WHEN"_s,
         2,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "be reminded again later (15m, 1h, tomorrow); the deadline stays"),
         runReminderSnooze},
        {u"reminder dismiss"_s,
         u"ID"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "no more of the reminders that are due; later ones will come"),
         runReminderDismiss},
    };
}

} // namespace Kartoteka::Cli
