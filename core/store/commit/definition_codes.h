// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/transaction.h"

namespace Kartoteka {

// Several seats may give one code to several types, or to several fields of a type. Who is the first of them by identity has
// it, all others have a suffix of theirs. What a record wants to be called is what the journal says; what it is called depends
// on what all want, and so is the same in all replicas, in whatever order they hear of it.

/// Before @p after is written, of a type or field: gives it a suffix, or the one that has its code so far.
Result<void> settleCode(Transaction &transaction, const RecordTable &table, const QUuid &uid, Row &after);

/// Once all is written: codes that became free lose the suffix of the first that wants them.
Result<void> giveCodesBack(Transaction &transaction, const Catalog &catalog);

} // namespace Kartoteka
