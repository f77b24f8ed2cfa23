// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/transaction.h"

namespace Kartoteka {

/// Numbers are given apart, at every seat, and two files that wrote under one name gave the same ones. Of the items of a type
/// with one number the one that was made first keeps it, the others' end with a part of their uids: what it comes to depends
/// on nothing but the items that are there, and so is the same at every seat.

/// The number under which an item that comes in stands, when it was given @p number: another one may make room for it.
Result<QString> numberFor(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &number);

/// An item with @p number is gone: the first of those that had to give way has the number again.
Result<void> giveNumberBack(Transaction &transaction, const RecordTable &table, const QUuid &uid, const QString &number);

} // namespace Kartoteka
