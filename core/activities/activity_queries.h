// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/query/condition.h"

namespace Kartoteka {

/// Which activities of all items are asked for; what is set must hold all at once.
struct ActivityQuery
{
    bool mine = false;     ///< the person who asks is responsible for it
    bool overdue = false;  ///< open, and its deadline has passed
    bool today = false;    ///< open, and its deadline is today
    bool incoming = false; ///< open, and something the client waits for
    bool done = false;
    QList<Condition> conditions = {}; ///< on fields of activities
    QString search = {};              ///< words, all of which stand in its texts, or its number
    qint64 user = 0;                  ///< who asks
    qint64 now = 0;                   ///< UTC ms
    int limit = -1;                   ///< < 0: all
};

enum class Light {
    None,
    Red,   ///< the deadline is near or has passed
    Green, ///< incoming, waiting for an answer
};

/// What lights an activity at @p nowMs.
Light lightOf(const Schema &schema, const Activity &activity, qint64 nowMs);

/// Activities of all items: open ones first, by deadline, those without one after them; then what is done, the last first.
Result<QList<Activity>> listActivities(const ReadContext &context, const ActivityQuery &query);

/// Activities by several conditions after another, whole. @p parts: what stands behind `FROM`, where `a` is the activity, with its
/// values. At most @p limit of all; < 0: no limit.
Result<QList<Activity>> readActivitiesOf(const ReadContext &context, const QList<QPair<QString, QVariantList>> &parts,
                                         int limit);

/// The numbers of activities, the first made first.
Result<QStringList> activityNumbers(const ReadContext &context, const QList<qint64> &ids);

/// The item with which each activity is seen, by the activity's id: the first that it is for and that is not deleted; null for one
/// that is for none. What belongs to deleted items alone is left out.
Result<QHash<qint64, ItemRef>> itemsSeen(const ReadContext &context, const QList<Activity> &activities);

} // namespace Kartoteka
