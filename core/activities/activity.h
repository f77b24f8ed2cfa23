// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"
#include "core/items/item.h"
#include "core/store/change_set.h"
#include "core/store/read_pool.h"

#include <QDateTime>

namespace Kartoteka {

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
    Members items;
};

/// What a new activity is made of.
struct ActivityDraft
{
    QString title;
    QString description;
    QString kind = QStringLiteral("todo"); ///< code of the kind
    Value deadline;                        ///< UTC ms
    bool incoming = false;
    qint64 responsible = 0;                     ///< 0: the author
    QString reminders = QStringLiteral("0,15"); ///< minutes before the deadline
    QList<ItemRef> items;
};

ChangeSet planActivity(const Schema &schema, const ActivityDraft &draft);
ChangeSet planComplete(const Activity &activity, bool done = true);
/// Shifts the deadline; recorded as a rescheduling.
ChangeSet planReschedule(const Activity &activity, qint64 deadline);

/// The same activity for each of many items.
BulkAct bulkPlan(const SchemaPtr &schema, const ActivityDraft &draft);

/// Three working days (Monday to Friday) ahead, rounded up to the next full hour, moved into
/// 9:00–18:00 (SPEC section 5).
QDateTime defaultDeadline(const QDateTime &now);

Result<Activity> readActivity(const ReadContext &context, qint64 id);
/// Open activities of an item: overdue first, by deadline, those without one last.
Result<QList<Activity>> plannedActivities(const ReadContext &context, const ItemRef &item);

} // namespace Kartoteka
