// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/batch_writer.h"
#include "core/transfer/import_report.h"

namespace Kartoteka {

/// The writing side of an import: rows gather in batches, a batch is written while the next one gathers, and a batch that a
/// rule refuses is tried again row by row, so that the others do not suffer for it.
class ImportBatches
{
public:
    /// @p table: code of the type that the rows become. @p rehearse: nothing is written.
    ImportBatches(Store &store, QString table, QString subject, bool rehearse, ImportReport &report);

    /// What the row at hand refers to and has to be made. Written before all items of the batch; dropped unless the row
    /// becomes part of the batch by create(), update() or keep().
    ChangeSet &references() { return m_batch.references; }
    QUuid create(qint64 row, QList<FieldValue> values);
    void update(qint64 row, qint64 id, QList<FieldValue> values);
    void keep() { m_batch.kept = m_batch.references.changes.size(); }
    void drop() { m_batch.references.changes.resize(m_batch.kept); }

    /// The creation or update of an item as long as it is not on its way; null otherwise.
    Change *waiting(const QUuid &uid);
    Change *waiting(qint64 id);
    /// Counts a row that was added to a waiting change.
    void countUpdate() { ++m_batch.updates; }
    /// Remember the items that are made, for madeId().
    void rememberMade() { m_remembers = true; }
    /// Row of what an earlier batch made; 0 when it was refused. Ask after flush().
    qint64 madeId(const QUuid &uid) const { return m_made.value(uid); }
    /// Whether an item is changed by a batch on its way, so that what is read of it is old.
    bool isUnderWay(qint64 id) const;

    /// Commits what rows depend on before any of them.
    Result<void> commitNow(ChangeSet changes);
    bool isFull() const;
    Result<void> send();
    /// Sends and waits until everything is written. What the row at hand has made stays for it.
    Result<void> flush();

private:
    struct Batch
    {
        ChangeSet references;
        ChangeSet items;
        QList<qint64> rows; ///< of each item
        qint64 creations = 0;
        qint64 updates = 0;
        qsizetype kept = 0; ///< references of rows that are part of the batch
    };
    ChangeSet emptySet() const;
    Result<void> retryOneByOne(const Batch &batch);
    void noteMade(const Receipt &receipt);

    BatchWriter m_writer;
    QString m_table;
    QString m_subject;
    bool m_rehearse;
    bool m_remembers = false;
    ImportReport &m_report;
    Batch m_batch;
    std::deque<QHash<qint64, qsizetype>> m_underWay; ///< items that each batch on its way changes
    QHash<QUuid, qsizetype> m_waitingCreations;
    QHash<qint64, qsizetype> m_waitingUpdates;
    QHash<QUuid, qint64> m_made;
};

} // namespace Kartoteka
