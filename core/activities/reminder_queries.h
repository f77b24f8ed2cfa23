// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/counters.h"
#include "core/store/store.h"

#include <QSet>

namespace Kartoteka {

/// An activity of which a person is to be reminded now, however many of its reminders have come due.
struct DueReminder
{
    Activity activity;
    ItemRef item; ///< the first item that it belongs to and that is not deleted; null when it has none
    QString itemTitle;
    qint64 moment = 0; ///< UTC ms: when the last of them came due, or what it was put off until is over
    bool isNew = true; ///< the last of them was not shown at this desk before
};

struct DueReminders
{
    QList<DueReminder> list;      ///< what came due last stands first
    QList<DueReminder> putOff;    ///< what will come again because somebody said so, the nearest first
    std::optional<qint64> nextAt; ///< when there may be another one, UTC ms
    QSet<qint64> held;            ///< activities of which a reminder waits for the quiet hours to end
};

/// What a person is to be reminded of at @p now: reminders of open activities that have come due, are not dismissed and not put
/// off, and do not wait for quiet hours to end. What was overdue before this desk began to remind the person is left out.
Result<DueReminders> dueReminders(const ReadContext &context, qint64 person, qint64 now);
/// When the next reminder comes due or is no longer put off, UTC ms; nothing when none will.
Result<std::optional<qint64>> nextReminderAt(const ReadContext &context, qint64 person, qint64 now);
/// The next activities of which a person will be reminded, the nearest first.
Result<QList<DueReminder>> comingReminders(const ReadContext &context, qint64 person, qint64 now, int limit);

/// How many activities light the counters of a person, each counted once in whatever sections it stands.
Result<Lights> personLights(const ReadContext &context, qint64 person, qint64 now);

// What a desk remembers of its reminders stays in its file: it is no act, has no journal and is never exchanged
// (docs/decisions/0079).

/// The desk reminds a person from today on, if it has not begun before.
Answer<bool> beginReminding(Store &store, qint64 person);
/// These were shown as of @p now: they are not new any more, nor put off.
Answer<bool> noteShown(Store &store, qint64 person, const QList<qint64> &activities, qint64 now);
/// What has come due of these by @p now is done with; their later reminders will still come.
Answer<bool> dismissReminders(Store &store, qint64 person, const QList<qint64> &activities, qint64 now);
/// No reminder of these until then, unless they get another deadline.
Answer<bool> snoozeReminders(Store &store, qint64 person, const QList<qint64> &activities, qint64 now, qint64 until);

} // namespace Kartoteka
