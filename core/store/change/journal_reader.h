// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_notice.h"
#include "core/store/db/connection.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

/// One journalled write with its values put back into local ids.
struct JournalEntry
{
    qint64 id = 0;
    qint64 origin = 0; ///< row of the replica that wrote it
    qint64 at = 0;     ///< UTC ms
    qint64 author = 0;
    qint64 act = 0;
    QString actKind;
    QString actSubject;
    QString table;
    qint64 record = 0;
    QUuid uid;
    ItemRef owner;
    Operation operation = Operation::Update;
    QList<FieldChange> fields; ///< of an update: before and after; else only after
};

/// Which rows of the journal (j) are wanted, and what is bound in it; empty: all.
struct JournalCondition
{
    QString sql = {};
    QVariantList bound = {};
};

/// Journal of an item and of what belongs to it, newest first: a page that ends before (@p beforeAt, @p beforeId).
Result<QList<JournalEntry>> journalOf(Connection &connection, const Catalog &catalog, const ItemRef &owner, qint64 beforeAt,
                                      qint64 beforeId, int limit, const JournalCondition &wanted = {});

/// … of the activities that it shares with other items under which their rows stand.
Result<QList<JournalEntry>> sharedJournalOf(Connection &connection, const Catalog &catalog, const ItemRef &item,
                                            qint64 beforeAt, qint64 beforeId, int limit,
                                            const JournalCondition &wanted = {});

/// Single rows, by their ids, newest first; those that are not there are left out.
Result<QList<JournalEntry>> journalRows(Connection &connection, const Catalog &catalog, const QList<qint64> &ids);

/// What was journalled after row @p last, as one notice; moves @p last to the end of the journal.
Result<CommitNotice> noticeSince(Connection &connection, const Catalog &catalog, qint64 &last);

/// What a row of the journal touched, without its values.
struct TouchedRecord
{
    qint64 journal = 0;
    QString table; ///< code of the record table; empty: one that is not known here
    qint64 record = 0;
    ItemRef owner;
    QList<ItemRef> items;      ///< of an activity: the items that it belongs to now
    bool changesLinks = false; ///< of an activity: it was taken from items, and nothing says from which
};

/// The last row of the journal; 0 when it is empty.
Result<qint64> lastJournalRow(Connection &connection);

/// What was touched after row @p last, in the order of the journal; at most @p limit.
Result<QList<TouchedRecord>> touchedSince(Connection &connection, const Catalog &catalog, qint64 last, qsizetype limit);

} // namespace Kartoteka
