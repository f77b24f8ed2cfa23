// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/journal_row.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

/// Whether what a row of a file says can be: values of the field's kind and size, references that lead to what they should,
/// definitions that the program can work with. The names of tables and columns are never looked at: they are computed.
class RowCheck
{
public:
    RowCheck(Connection &connection, const Schema &schema, const Catalog &catalog, Identity &identity,
             const QHash<QString, qint64> &contents)
        : m_connection(connection), m_schema(schema), m_catalog(catalog), m_identity(identity), m_contents(contents)
    {}

    /// Why the row cannot be applied to the record with row id @p id (0: it is not here), in words; empty when it can.
    Result<QString> problemOf(const RecordTable &table, const JournalRow &row, qint64 id) const;

private:
    Result<QString> againProblem(const RecordTable &table, const JournalRow &row, qint64 id) const;
    Result<QString> valueProblem(const RecordTable &table, const RecordColumn &column, const QJsonValue &json) const;
    Result<QString> definitionProblem(const RecordTable &table, const JournalRow &row, qint64 id) const;
    Result<QString> fieldProblem(const JournalRow &row) const;
    Result<QString> typeProblem(const QString &code) const;
    bool mayLackStage(const RecordTable &table) const;
    Result<QString> stageProblem(const RecordTable &table, const RecordColumn &column, const QJsonValue &json) const;
    Result<QString> attachmentProblem(const JournalRow &row) const;

    Connection &m_connection;
    const Schema &m_schema;
    const Catalog &m_catalog;
    Identity &m_identity;
    const QHash<QString, qint64> &m_contents;
};

} // namespace Kartoteka
