// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/board_columns.h"

namespace Kartoteka {

/// What is planned for an item, by everybody or (@p person not 0) by one.
Result<PlannedActs> readPlannedActs(const ReadContext &context, const ItemRef &item, qint64 person);

/// Those with which a new activity on an item begins that nobody says anything about: the usual ones of @p person (0: nobody);
/// nothing: as its kind has them.
std::optional<QString> remindersFor(const ReadContext &context, const ItemRef &item, qint64 person);

/// The activity that says where an item stands on the activities board, as its card tells of it.
struct PlacingAct
{
    QString title;
    qint64 kind = 0; ///< list value
    Value deadline;  ///< UTC ms; invalid: none
    bool incoming = false;
    bool operator==(const PlacingAct &) const = default;
};
/// Of items of a type, by their ids; those without a plan are left out. @p today: UTC ms of its beginning.
Result<QHash<qint64, PlacingAct>> placingActs(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                              qint64 person, qint64 today);

/// The item with which each activity is seen, by the activity's id; without those that are for none, or for deleted ones alone.
Result<QHash<qint64, ItemRef>> itemsBehind(const ReadContext &context, const QList<qint64> &activities);

} // namespace Kartoteka
