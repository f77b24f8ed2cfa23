// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/made_numbers.h"
#include "core/store/merge/merge_ahead.h"
#include "core/store/merge/merge_history.h"
#include "core/store/replica/clock_corrections.h"

namespace Kartoteka {

/// Tables whose new rows are work on the item they belong to, as SQL lists them.
inline const QString additions = QStringLiteral("'comment', 'activity', 'attachment', 'product_row', 'link'");

/// A write of a record, by this file or by the one that is read.
struct RecordWrite
{
    FieldWrite version;
    QString operation;
    QJsonObject patch;
    QUuid uid = {}; ///< of the record; filled in for settings, of which several may be one
};

/// Tells from the journal who wrote what of a record, what each writer knew, and by which clock the writes count.
class RecordWrites
{
public:
    RecordWrites(Transaction &transaction, MergeHistory &history)
        : m_transaction(transaction), m_history(history), m_numbers(transaction.connection())
    {}

    /// By which the clocks and times of rows count.
    ClockCorrections &clocks() { return m_clocks; }
    MadeNumbers &numbers() { return m_numbers; }
    /// The number with which a row made an item.
    Result<QString> numberIn(const RecordTable &table, const QUuid &origin, qint64 sequence, const QJsonObject &patch);

    Result<QList<RecordWrite>> of(const QList<KnownRow> &rows);
    /// @param owner of the record, an item's is itself: where the identity of what stands under one comes from its key, several
    /// may have made it, and their creations are among the writes.
    Result<QList<RecordWrite>> of(const RecordTable &table, qint64 id, const QUuid &uid, const ItemRef &owner);
    /// Every write of every setting. They are few.
    Result<QList<RecordWrite>> ofSettings();
    /// What somebody added to an item: comments, activities, files, products, links to others.
    Result<QList<FieldWrite>> additionsTo(const ItemRef &item);
    /// Whether somebody erased the record who had @p version.
    Result<bool> wasErasedKnowing(const QUuid &uid, const FieldWrite &version);
    /// Whether somebody erased the record without having @p version, which did not have that either.
    Result<bool> wasErasedBeside(const QUuid &uid, const FieldWrite &version);

    FieldWrite versionOf(const KnownRow &row) const;
    /// @param journalRow the row as this file stores it, @param knows what its writer had.
    FieldWrite versionOf(const JournalRow &row, qint64 journalRow, const VersionVector &knows) const;

    /// The writes of one column among @p rows.
    QList<FieldWrite> ofColumn(const QString &column, const QList<RecordWrite> &rows) const;
    static QList<FieldWrite> erasuresIn(const QList<RecordWrite> &rows);
    /// A value of a row: times that a wrong clock wrote into it count as the row does.
    QJsonValue inTime(const QString &column, const QJsonValue &value, const QUuid &origin, qint64 sequence) const;
    /// Columns that hold when something was done.
    static const QStringList &clockedColumns();

private:
    Connection &connection() { return m_transaction.connection(); }
    Result<QList<FieldWrite>> erasuresOf(const QUuid &uid);
    void setClock(FieldWrite &write, qint64 written) const;

    Transaction &m_transaction;
    MergeHistory &m_history;
    ClockCorrections m_clocks;
    MadeNumbers m_numbers;
};

} // namespace Kartoteka
