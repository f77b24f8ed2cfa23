// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <functional>

namespace Kartoteka {

/// What one act does to each of many items.
struct BulkAct
{
    QString kind;    ///< ChangeSet::kind
    QString subject; ///< shown in the undo menu
    /// Changes of one item, or why it cannot be: then it is passed over. Called on a reader's thread. Empty: nothing to do.
    std::function<Result<ChangeSet>(const ReadContext &, const Item &)> plan;
    QUuid act = {}; ///< of a longer act that this is a part of; null: an act of its own
    /// Says the subject with how many will change, where so few are chosen that they are counted before. Called where runBulk() is.
    std::function<QString(qsizetype)> counted = {};
};

/// An item that was passed over.
struct BulkSkipped
{
    ItemRef item;
    QString title;
    Error why; ///< Error::where is the field that is missing, if that is why
};

struct BulkReport
{
    qsizetype done = 0;
    qsizetype unchanged = 0;
    QList<BulkSkipped> skipped; ///< the first few hundred
    qsizetype skippedInAll = 0;
    bool cancelled = false; ///< what was done until then stands, and is one undo
};

struct BulkOptions
{
    CancelToken cancel;
    std::function<void(qsizetype done, qsizetype total)> progress; ///< on the working thread
};

/// Carries out an act on many items, in batches of one undoable act between which other commits go on. Waits: for a
/// thread of its own. An error means that the file could not be written; what a rule refuses is in the report.
Result<BulkReport> runBulk(Store &store, qint64 typeId, const QList<qint64> &ids, const BulkAct &act,
                           const BulkOptions &options = {});

/// The acts on many items that people know from the list. Values are by field code.
BulkAct bulkEdit(const SchemaPtr &schema, const QHash<QString, Value> &values);
BulkAct bulkTags(const SchemaPtr &schema, const QStringList &add, const QStringList &remove);
BulkAct bulkDelete(const SchemaPtr &schema, qint64 nowMs);
BulkAct bulkRestore(const SchemaPtr &schema);
BulkAct bulkPurge(const SchemaPtr &schema);

} // namespace Kartoteka
