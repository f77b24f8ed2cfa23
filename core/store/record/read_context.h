// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/base/clock.h"
#include "core/schema/schema.h"
#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// What a read works with.
struct ReadContext
{
    Connection &connection;
    SchemaPtr schema;
    std::shared_ptr<const Catalog> catalog;
    CancelToken token;
    const Clock *clock = &systemClock();

    /// For queries that concern one type; null when the office has deleted it.
    const RecordTable *table(qint64 typeId) const { return catalog->table(typeId); }
};

} // namespace Kartoteka
