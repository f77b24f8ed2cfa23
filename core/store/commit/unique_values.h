// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/change/commit_rule.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// An item that has a value already, of a field whose values are to be unique.
struct TakenValue
{
    qint64 id = 0; ///< 0: nobody has it
    QString number;
    QString title;
};

/// Whether another item of the type than @p except, not deleted, has this value. One look into an index.
Result<TakenValue> takenValue(Connection &connection, const Schema &schema, const RecordTable &table, const Field &field,
                              const Value &value, qint64 except);
/// What says so.
QString takenText(const Field &field, const TakenValue &taken);

/// Refuses an item with a value that must be unique and is not (Field::uniqueness "refuse"). What replicas wrote independently
/// of each other stands.
Result<void> requireUnique(Connection &connection, const Schema &schema, const PendingChange &pending);

} // namespace Kartoteka
