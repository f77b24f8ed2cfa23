// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/board_columns.h"

namespace Kartoteka {

namespace {

/// UTC ms; invalid is later than all.
Value earlier(const Value &a, const Value &b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return qMin(a.toLongLong(), b.toLongLong());
}

ActivityColumn columnOf(const Value &deadline, bool waits, const BoardDays &days)
{
    const ActivityColumn dated = deadline.isValid() ? days.columnOf(deadline.toLongLong()) : ActivityColumn::Later;
    return waits && dated != ActivityColumn::Overdue ? ActivityColumn::Today : dated;
}

} // namespace

ActivityColumn columnOf(const PlannedActs &acts, const BoardDays &days)
{
    return acts.isEmpty() ? ActivityColumn::None : columnOf(acts.deadline(), acts.waits, days);
}

Result<ActivityDrop> planDrop(const Schema &schema, const ItemRef &item, const PlannedActs &acts, const ColumnSource &source,
                              ActivityColumn column, const BoardDays &days, const std::optional<QString> &reminders)
{
    const ActivityColumn stands = columnOf(acts, days);
    auto moment = source.valueFor(qint64(column), acts.deadline(), days.now().toMSecsSinceEpoch());
    if (!moment)
        return moment.error();
    if (stands == column)
        return ActivityDrop{{}, stands};
    if (const QString why = source.refusalFrom(qint64(stands), qint64(column), days.now().toMSecsSinceEpoch());
        !why.isEmpty())
        return Error{ErrorCode::Refused, why, {}, {}};
    const bool isIncoming = acts.waits && stands != ActivityColumn::Overdue;
    if (!acts.earliest || isIncoming) {
        auto changes = planNew(schema, item, source, column, days, reminders);
        if (!changes)
            return changes.error();
        return ActivityDrop{std::move(*changes), columnOf(earlier(*moment, acts.deadline()), acts.waits, days)};
    }
    auto changes = planReschedule(*acts.earliest, moment->toLongLong());
    if (!changes)
        return changes.error();
    return ActivityDrop{std::move(*changes), columnOf(earlier(*moment, acts.following), acts.waits, days)};
}

Result<ChangeSet> planNew(const Schema &schema, const ItemRef &item, const ColumnSource &source, ActivityColumn column,
                          const BoardDays &days, const std::optional<QString> &reminders)
{
    if (column == ActivityColumn::None)
        return ChangeSet();
    auto moment = source.valueFor(qint64(column), {}, days.now().toMSecsSinceEpoch());
    if (!moment)
        return moment.error();
    ActivityDraft draft;
    draft.deadline = *moment;
    draft.reminders = reminders;
    draft.items = {item};
    return planActivity(schema, draft);
}

} // namespace Kartoteka
