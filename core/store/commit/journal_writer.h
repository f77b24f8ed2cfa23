// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_identity.h"
#include "core/store/record/record_table.h"

namespace Kartoteka {

/// The replica that a file is, and where its own history stands.
struct OwnReplica
{
    qint64 id = 0;
    QString seat;           ///< code; empty at the office
    QString machine;        ///< where it was last written
    qint64 sequence = 0;    ///< of its last row
    qint64 clock = 0;       ///< hybrid logical clock of the next row
    bool news = false;      ///< rows of others came since its last own one
    bool conflicts = false; ///< the file has open conflicts
};

/// One record that was written: what stands in the journal of it.
struct WrittenRecord
{
    const RecordTable &table;
    QString operation;
    qint64 id = 0;
    QUuid uid;
    const Row &before;
    const Row &after;
    QList<int> touched = {}; ///< columns that stand in the journal though they did not change
};

/// Whose act it is that is being journalled.
struct JournalledAct
{
    qint64 id = 0;
    qint64 author = 0; ///< 0: the program
    qint64 at = 0;     ///< UTC ms
};

/// Writes the rows of the journal within a transaction, and knows where the file's own history stands.
class JournalWriter
{
public:
    JournalWriter(Connection &connection, RecordIdentity &identity) : m_connection(connection), m_identity(identity) {}

    /// Reads where the history stands; the clock goes on from @p now, UTC ms.
    Result<void> begin(qint64 now);
    Result<void> finish();

    /// @return the id of the row.
    Result<qint64> write(const JournalledAct &act, const WrittenRecord &written);
    /// Conflicts over the fields that were written are settled.
    Result<void> settleConflicts(const WrittenRecord &written);

    OwnReplica own;

private:
    Result<QString> newsText();

    Connection &m_connection;
    RecordIdentity &m_identity;
};

/// When an activity is to be done, and which of its series it is: columns that stand in the journal when it is done or reopened.
const QStringList &momentOfActivity();

/// The item in whose timeline a record shows; null when in none.
ItemRef ownerOf(const RecordTable &table, qint64 id, const Row &row);

} // namespace Kartoteka
