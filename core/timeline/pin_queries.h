// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/journal_reader.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The name under which a row of the journal travels; empty where there is no such row.
Result<QString> versionOf(const ReadContext &context, qint64 entry);

/// Whether a row of another one's history stands in that of the item too: of an activity that they share.
Result<bool> isShared(const ReadContext &context, const ItemRef &item, const JournalEntry &row);

} // namespace Kartoteka
