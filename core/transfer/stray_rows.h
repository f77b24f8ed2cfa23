// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/csv_reader.h"
#include "core/transfer/header_names.h"
#include "core/transfer/import_mapping.h"

#include <QSet>

#include <vector>

namespace Kartoteka {

/// Tells rows of a file that are no data: a header once more, a sum under the columns, another table below this one.
class StrayRows
{
public:
    StrayRows(const Schema &schema, qint64 typeId, const QList<ColumnMapping> &columns);

    /// In words; empty for data. Ask row by row: behind the header of another table nothing is data any more.
    QString whyNoData(const CsvRecord &record);

private:
    bool isNameOfColumn(const QString &text) const;
    bool namesSameFields(const CsvRecord &record) const;

    const QList<ColumnMapping> m_columns;
    HeaderNames m_names;
    std::vector<HeaderNames> m_otherNames; ///< of the other types
    QSet<QString> m_words;                 ///< of this file's header
    qint64 m_otherTable = 0;               ///< row of its header
};

} // namespace Kartoteka
