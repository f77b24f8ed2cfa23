// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_notice.h"
#include "core/store/change/journal_row.h"

#include <QMap>

namespace Kartoteka {

/// A history that left another one of the same name: two files were written to as one replica.
struct Fork
{
    ReplicaInfo named;  ///< under whose name both wrote
    ReplicaInfo branch; ///< under which the second one goes on
};

/// What a reading did, or would do, to the records of one table.
struct MergeCount
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 deleted = 0;
};

struct MergeReport
{
    qint64 taken = 0;                 ///< rows that were new here
    qint64 known = 0;                 ///< rows that were here already
    qint64 conflicts = 0;             ///< fields that two wrote without knowing of each other
    qint64 revived = 0;               ///< records that one deleted and another went on with
    qint64 aside = 0;                 ///< rows that could not be applied and wait
    QStringList asideReasons;         ///< of the first few, with what they are about
    qint64 late = 0;                  ///< rows with a clock far ahead, which count as written when they were received
    QList<Fork> forks;                ///< names under which two files wrote
    QMap<QString, MergeCount> tables; ///< by code of the record table
    bool newIdentity = false;         ///< the file brought back writes of this replica that it had lost
    QList<ItemRef> addedItems;        ///< the first few hundred, for the search for duplicates
    qint64 firstRow = 0;              ///< journal rows of this file, 0 when none was taken
    qint64 lastRow = 0;
    Receipt receipt;
};

} // namespace Kartoteka
