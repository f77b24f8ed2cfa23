// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/value_parse.h"
#include "core/store/change_set.h"
#include "core/transfer/importer.h"

namespace Kartoteka {

/// Turns records of a file into creations. Remembers the users, list values and items that it had to make,
/// so that each is made once in an import.
class RowConverter
{
public:
    RowConverter(SchemaPtr schema, const ImportOptions &options, ReadContext context);

    /// Adds what the record calls for to @p changes. Refused with the column's header in Error::where.
    Result<QHash<QString, Value>> convert(const CsvRecord &record, ChangeSet &changes, QList<ImportProblem> &warnings);

private:
    Result<Value> value(qsizetype column, const CsvRecord &record, const QString &currency, ChangeSet &changes,
                        QList<ImportProblem> &warnings);
    QString columnName(qsizetype index) const;
    Value madeUser(const QString &name, ChangeSet &changes);
    Value madeListValue(const Field &field, const QString &name, ChangeSet &changes);
    Value linked(const Field &field, const QString &title, ChangeSet &changes);
    Members texts(const Field &field, const QString &label, const QString &text) const;

    SchemaPtr m_schema;
    const ImportOptions &m_options;
    ReadContext m_context;
    ParseContext m_parse;
    QList<const Field *> m_fields; ///< of each column, null when left out
    qsizetype m_currencyColumn = -1;
    QHash<QString, Value> m_known; ///< "field/folded text" → what it refers to
};

} // namespace Kartoteka
