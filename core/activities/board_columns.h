// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/query/column_source.h"

namespace Kartoteka {

/// A column of the activities board; None: nothing is planned.
using ActivityColumn = DayColumn;

/// What is planned for an item, as far as that says where it stands on the activities board.
struct PlannedActs
{
    std::optional<Activity> earliest; ///< of what is not incoming: by deadline, what has none last
    Value following;                  ///< deadline of the one after it, UTC ms; invalid when that has none
    bool waits = false;               ///< something incoming is open, which has no deadline

    Value deadline() const { return earliest ? earliest->deadline : Value(); }
    bool isEmpty() const { return !earliest && !waits; }
};

/// The rule of the board: what is overdue goes before all, what waits stands in Today, what has no deadline in Later.
ActivityColumn columnOf(const PlannedActs &acts, const BoardDays &days);

/// What a card does that is dropped on another column of the board.
struct ActivityDrop
{
    ChangeSet changes;
    ActivityColumn lands = ActivityColumn::None; ///< where it stands then: something else may be due earlier
};
/// Shifts the earliest activity into a column of @p source (planColumns()) with its time of day; where something waits that
/// cannot be shifted, or nothing is planned, plans a new one there. Refused, with the reason, where nothing can be put.
/// @p reminders: of a new one; nothing: as its kind has them.
Result<ActivityDrop> planDrop(const Schema &schema, const ItemRef &item, const PlannedActs &acts, const ColumnSource &source,
                              ActivityColumn column, const BoardDays &days, const std::optional<QString> &reminders = {});

/// What is planned with an item that is made in a column: an activity that is due there, or nothing for None. @p item may
/// name one that is made by the same change set. Refused as a drop is.
Result<ChangeSet> planNew(const Schema &schema, const ItemRef &item, const ColumnSource &source, ActivityColumn column,
                          const BoardDays &days, const std::optional<QString> &reminders = {});

} // namespace Kartoteka
