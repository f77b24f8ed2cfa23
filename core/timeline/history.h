// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace Kartoteka {

/// One line of an item's history: a field that was written, or a record that was made, deleted or brought back.
struct HistoryRow
{
    enum class What { Field, Made, Deleted, Restored, Gone };

    qint64 journal = 0; ///< row of the journal; one may give several lines
    qint64 at = 0;      ///< UTC ms
    qint64 author = 0;
    qint64 act = 0;
    QString actKind;
    QString seat; ///< of the replica where it was done; empty: here
    ItemRef owner;
    QString table; ///< code of the record table: of the item, "comment", "activity", …
    qint64 record = 0;
    What what = What::Field;
    FieldChange change; ///< of a field; of what was made its text or name
    Value kindBefore;   ///< of a discount: per cent of a line, off it, …
    Value kindAfter;
    bool fromProducts = false; ///< an amount that nobody wrote
};

/// What of it is wanted.
struct HistoryFilter
{
    QString field = {};     ///< column code
    QString table = {};     ///< code of the record table
    bool partsOnly = false; ///< not what was written into the item itself
    qint64 person = 0;
    qint64 from = std::numeric_limits<qint64>::min();  ///< UTC ms, this one included
    qint64 until = std::numeric_limits<qint64>::max(); ///< … not included

    bool operator==(const HistoryFilter &) const = default;
};

struct HistoryPage
{
    QList<HistoryRow> rows; ///< newest first
    TimelinePosition end;
    bool atEnd = true;
};

/// A page of all that was written about an item and what belongs to it: at least @p limit lines unless it ends before.
Result<HistoryPage> readHistory(const ReadContext &context, const ItemRef &item, const HistoryFilter &filter,
                                const TimelinePosition &from, int limit);

/// A line as people read it.
struct HistoryWords
{
    QString record; ///< what kind of record, and which one
    QString field;  ///< or what was done to the record
    QString before;
    QString after;
    QString way; ///< by hand, by import, …
};

HistoryWords historyWords(const ReadContext &context, const HistoryRow &row);
/// What a table's records are called: "Comment".
QString recordName(const Schema &schema, const QString &table);

/// Whether a line of a column is for people: what the program keeps itself tells nobody anything.
bool isTold(const Schema &schema, const RecordTable &table, const QString &column);

/// The field whose value before a line can be written into the item again; null where that is no plain edit.
const Field *restorableField(const Schema &schema, const ItemRef &item, const HistoryRow &row);

} // namespace Kartoteka
