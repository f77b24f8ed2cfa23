// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/branch_plan.h"
#include "core/exchange/exchange_reader.h"

namespace Kartoteka {

/// What one try tells the next: rows that spoilt it, and why.
struct MergeTrouble
{
    QHash<RowName, QString> rows;
    bool isNew = false; ///< this try found one more
};

/// Everything that the merging of one file needs, for the writer's thread.
struct FileMerge
{
    std::shared_ptr<const ExchangeContainer> container;
    ExchangeReadOptions options;
    BranchPlan plan;
    QList<ReplicaInfo> replicas;
    qint64 now = 0;
    bool lateIsTaken = false;
    ClockCorrections clocks;
    std::shared_ptr<MergeTrouble> trouble;
};

/// Merges a file as one act. What spoils it is set aside and it is begun anew: each try is whole or undone.
/// @p sender: in words.
Result<MergeReport> mergeFile(Store &store, const FileMerge &reading, const QString &sender);

} // namespace Kartoteka
