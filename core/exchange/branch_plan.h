// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_format.h"
#include "core/store/merge/merger.h"

namespace Kartoteka {

/// What a file's chains say of names under which two files wrote: before its rows are taken.
struct BranchPlan
{
    QList<BranchRename> renames; ///< the sender knows these by names of their own
    QHash<QUuid, QUuid> aliases; ///< by the name in the file: under which this file has that history
    VersionVector has = {};      ///< what this file has under the names that change
    bool differs = false;        ///< rows that this file has too are others in the file
    QUuid unexplained = {};      ///< the file builds on a history that this file does not know; null: on none such

    bool isQuiet() const { return renames.isEmpty() && aliases.isEmpty() && unexplained.isNull() && !differs; }
};

/// Compares the chains of a file with those of this one.
Result<BranchPlan> planBranches(Connection &connection, const ReplicaBook &book, const ExchangeManifest &manifest);

} // namespace Kartoteka
