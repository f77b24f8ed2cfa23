// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// A step of an activity.
struct ChecklistItem
{
    qint64 id = 0; ///< 0: it has no row yet
    QUuid uid;
    QString text;
    bool done = false;
    double rank = 0; ///< its place

    bool operator==(const ChecklistItem &) const = default;
};
using Checklist = QList<ChecklistItem>;

/// The steps of an activity in their order.
Result<Checklist> readChecklist(const ReadContext &context, qint64 activity);

/// What turns the steps of an activity from @p before to @p after, in whose order they stand: nothing where both are the same.
/// Steps without a text are none. @p activity: row id, or uid of one that the same change set makes.
QList<Change> planChecklist(const Value &activity, const Checklist &before, const Checklist &after, qint64 nowMs);

/// The steps that the next one of a series begins with, none of them done: the same on every seat.
QList<Change> nextChecklist(const Checklist &before, const QUuid &next);
/// The steps with which one begins that was changed before its turn came: those that it has of the series, @p before, are the same
/// records that nextChecklist() makes.
QList<Change> aheadChecklist(const Checklist &before, const Checklist &after, const QUuid &next);

} // namespace Kartoteka
