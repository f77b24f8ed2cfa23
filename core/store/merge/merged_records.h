// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/definition_keeper.h"
#include "core/store/merge/record_merge.h"
#include "core/store/merge/setting_merge.h"

namespace Kartoteka {

/// A row of a file, by its origin's name in this file and its number.
using RowName = QPair<QUuid, qint64>;

/// Writes records as merging has worked them out, and works them out anew when more is known of their rows.
class MergedRecords
{
public:
    /// What it works with.
    struct Parts
    {
        MergeHistory &history;
        RecordWrites &writes;
        TakenJournal &journal;
        RecordMerge &merge;
        SettingMerge &settings;
        DefinitionKeeper &definitions;
    };
    MergedRecords(Transaction &transaction, const Parts &parts, MergeAhead &ahead, Identity &identity, MergeReport &report)
        : m_transaction(transaction), m_parts(parts), m_ahead(ahead), m_identity(identity), m_report(report)
    {}

    Result<void> write(MergeTarget &target);
    /// Whether an item that something was added to stays deleted.
    Result<void> considerOwner(const ItemRef &owner);
    /// Computes a record from all its rows.
    /// @p journalRow: the row that is applied, 0: none; @p making: the row that made it, where its clock was corrected.
    Result<void> mergeAnew(const RecordTable &table, qint64 id, qint64 journalRow, const RowName &making = {});
    /// … all records that rows of an origin are about.
    Result<void> mergeRowsAnew(const QUuid &origin, qint64 first, qint64 last);

private:
    Connection &connection() { return m_transaction.connection(); }
    Result<void> mergeOwnersOf(const QUuid &origin, qint64 first, qint64 last);
    Result<void> mergeSettingsOf(const QUuid &origin, qint64 first, qint64 last);

    Transaction &m_transaction;
    Parts m_parts;
    MergeAhead &m_ahead;
    Identity &m_identity;
    MergeReport &m_report;
};

} // namespace Kartoteka
