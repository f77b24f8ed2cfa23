// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/transaction.h"

namespace Kartoteka {

// Several seats may give one code to several types, or to several fields of a type. One of them has it, all others an ending
// of their own identity behind it. Who has it is a function of what all want to be called and which of them are deleted, so it
// is the same in all replicas, in whatever order they hear of it: the first that stands, by identity; if none stands, the first
// that was deleted.

/// What the record @p uid that is called @p code wants to be called.
QString wantedCode(const QString &code, const QUuid &uid);

/// Before @p after is written, of a type or field: it gives way to whoever has its code so far; settleCodes() says who keeps it.
Result<void> keepApart(Transaction &transaction, const RecordTable &table, const QUuid &uid, Row &after);

/// Once all of a transaction is written: everybody who wants a code that several want is called as it ought to be.
Result<void> settleCodes(Transaction &transaction, const Catalog &catalog);

} // namespace Kartoteka
