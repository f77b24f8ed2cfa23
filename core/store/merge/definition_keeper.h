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
    Result<void> write(const QString &table, qint64 id, const QList<FieldValue> &values);
    Result<void> bringBack(const QString &table, qint64 id);
    Result<void> keepStages();
    void noteValues(const MergeTarget &target);
    Result<void> keepValues();
    Result<bool> isHeld(qint64 value);
    Result<void> keepLastOfEach();
    Result<void> keepSomebodyActive();
    Result<void> giveStages();

    Transaction &m_transaction;
    MergeReport &m_report;
    QSet<qint64> m_stages;          ///< that items came into, or that were deleted
    QSet<qint64> m_values;          ///< of lists, that items came to hold, or that were deleted or merged
    QSet<qint64> m_stageless;       ///< types of which an item came without a stage
    bool m_definitionsGone = false; ///< pipelines, stages or people were deleted
    bool m_peopleOff = false;       ///< somebody was switched off or deleted
    bool m_stagesOn = false;        ///< a type was given stages, or they were taken from it
};

} // namespace Kartoteka
