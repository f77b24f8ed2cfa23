// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/merge_report.h"
#include "core/store/merge/merge_target.h"

namespace Kartoteka {

class Transaction;

/// Brings back definitions that one replica deleted and another still needs.
class DefinitionKeeper
{
public:
    DefinitionKeeper(Transaction &transaction, MergeReport &report) : m_transaction(transaction), m_report(report) {}

    /// A row about a record of @p table came.
    void noteRow(const RecordTable &table, const QJsonObject &patch);
    /// The record is about to be written.
    void noteRecord(const MergeTarget &target);
    Result<void> keep();

private:
    Result<void> bringBack(const QString &table, qint64 id);
    Result<void> keepStages();
    Result<void> keepLastOfEach();

    Transaction &m_transaction;
    MergeReport &m_report;
    QSet<qint64> m_stages;          ///< that items came into, or that were deleted
    bool m_definitionsGone = false; ///< pipelines, stages or people were deleted
};

} // namespace Kartoteka
