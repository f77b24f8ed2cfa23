// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// One record before and after a change; an empty row stands for "no such record".
struct NotedChange
{
    const RecordTable &table;
    qint64 id;
    const Row &before;
    const Row &after;
    qint64 journal = 0; ///< the row of the journal that tells of it; 0: rows of other files do, see noteJournal()
    qint64 at = 0;      ///< … when it was done, UTC ms
};

/// What is computed from records and kept beside them: told of every change of a transaction, written before it ends. It is
/// a function of the records and the journal, so that `check` can compute it anew.
class DerivedTable
{
public:
    virtual ~DerivedTable() = default;
    virtual Result<void> note(const NotedChange &change) = 0;
    /// A row of the journal about a record came from elsewhere, or stands elsewhere now.
    virtual void noteJournal(const RecordTable &, qint64 /*id*/) {}
    /// The definitions have changed within the transaction.
    virtual void setDefinitions(const Schema &, const Catalog &) {}
    virtual Result<void> write() = 0;
};

} // namespace Kartoteka
