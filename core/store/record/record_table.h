// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QHash>

namespace Kartoteka {

/// The values of a row, in the order of its table's columns.
using Row = QList<Value>;

/// A field of a record as the store keeps it.
struct RecordColumn
{
    QString code; ///< physical column and name in the journal
    FieldType type = FieldType::String;
    bool multiple = false;        ///< kept in multi_value
    QString target;               ///< for references: code of the record table; empty: any item
    qint64 field = 0;             ///< id of the Field, 0 for columns that are none
    QString assignmentSql = {};   ///< of a single column: binds what appendBound() appends
    QString insertMemberSql = {}; ///< of a multiple column: binds item, position, value and label, key or ref, ref_type

    QByteArray patchName = {}; ///< as it stands in a patch of the journal: "code":

    bool computed = false; ///< named by the store from the uid: never taken from a change or a file
    bool kept = false;     ///< kept by the program: two replicas that wrote it differently have no conflict for a person

    bool isFolded() const
    {
        return field != 0 && (type == FieldType::String || type == FieldType::Text || type == FieldType::Address);
    }
    bool isAnyItem() const { return type == FieldType::Link && target.isEmpty() && !multiple; }
};

/// How many records are read by one statement.
constexpr qsizetype recordsPerRead = 100;

/// A table whose rows are records: created, updated and erased by change sets, journalled, undone.
struct RecordTable
{
    QString code;      ///< of the entity type, or "stage", "field", "comment", …
    QString name;      ///< physical table
    QString entity;    ///< its name in the journal, the same in all replicas; an office's own type has it from the uid
    qint64 typeId = 0; ///< of the entity type, 0 for other records
    bool isItem = false;
    bool definesSchema = false; ///< a change of its rows changes the Schema
    QList<RecordColumn> columns;
    QHash<QString, int> columnIndex;

    int indexOf(const QString &column) const { return columnIndex.value(column, -1); }
    bool hasMultiple = false;
    int stageColumn = -1; ///< index of the stage, -1 when there is none
    QList<int> fillable;  ///< columns of fields that can be empty: single ones, then multiple ones, each by field id
    QList<int> withStage; ///< what stands in the journal with every move, so that replicas merge it as one value

    QString selectSql;      ///< id, uid and all single columns of the row with id = ?
    QString selectManySql;  ///< … of the rows with one of recordsPerRead uids
    QString selectByIdsSql; ///< … of the rows whose ids are a list, see idList()
    QString insertSql;      ///< id, uid, all physical columns and, where there are fields, `filled`

    /// Derives index and SQL texts once the columns are known.
    void finish();
};

/// Physical columns of one record column, in the order in which the codec reads and writes them.
/// Folded keys are written, never read.
QStringList physicalColumns(const RecordColumn &column);
QStringList writtenColumns(const RecordColumn &column);
/// The physical columns as they stand in SQL.
QStringList sqlColumns(const RecordColumn &column);

/// All record tables of a schema.
class Catalog
{
public:
    explicit Catalog(const Schema &schema);

    /// By code or by the name in the journal.
    const RecordTable *table(const QString &code) const;
    const RecordTable *table(qint64 typeId) const;
    QStringList codes() const { return m_tables.keys(); }

private:
    void add(RecordTable table);

    QHash<QString, std::shared_ptr<const RecordTable>> m_tables; // stable addresses while the hash grows
    QHash<qint64, QString> m_codeByType;
    QHash<QString, QString> m_codeByEntity; // where the two differ
};

} // namespace Kartoteka
