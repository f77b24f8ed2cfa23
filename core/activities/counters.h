// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The lights of an item or a section: numbers of activities, each counted once.
struct Lights
{
    int red = 0;     ///< deadline near or passed
    int green = 0;   ///< incoming, waiting for an answer
    int planned = 0; ///< open activities in all
    bool operator==(const Lights &) const = default;
};

/// Lights of items as of @p nowMs, for a board or list to show: of everybody's activities, or (@p person not 0) of one's.
Result<QHash<qint64, Lights>> itemLights(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 nowMs,
                                         qint64 person = 0);

/// The earliest deadline of the open activities of each item, UTC ms; items without one are left out.
Result<QHash<qint64, qint64>> nextDeadlines(const ReadContext &context, qint64 typeId, const QList<qint64> &ids);

/// Lights of every section that are @p user's, by the responsible of the item or of the activity (the setting
/// `counter_mode`).
Result<QHash<qint64, Lights>> sectionLights(const ReadContext &context, qint64 user, qint64 nowMs);

/// When the next red light comes on by itself, UTC ms; invalid when none will.
Result<Value> nextLightAt(const ReadContext &context, qint64 nowMs);

} // namespace Kartoteka
