// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/transfer/csv_reader.h"

namespace Kartoteka {

/// Where a column of a file goes.
struct ColumnMapping
{
    QString header;
    QString field;              ///< code; empty: the column is left out
    QString label;              ///< of phones and e-mails: work, mobile, home
    qsizetype labelColumn = -1; ///< column of the file that names the label; -1: none
    bool isCurrency = false;    ///< names the currency of the amount
    bool operator==(const ColumnMapping &) const = default;
};

/// What an import looks like before it is made.
struct ImportPreview
{
    QString path;
    CsvDialect dialect;
    QList<ColumnMapping> columns;
    QList<CsvRecord> sample; ///< the first records after the header
    qint64 size = 0;         ///< bytes
    bool dayFirst = true;    ///< 01/02/2026 is the 1st of February
};

/// Opens a file, recognises its dialect and maps its columns. File error when it cannot be read or is empty.
Result<ImportPreview> previewImport(const Schema &schema, qint64 typeId, const QString &path);
/// The same with a dialect that a person chose.
Result<ImportPreview> previewImport(const Schema &schema, qint64 typeId, const QString &path, const CsvDialect &dialect);

/// Maps headers by the fields' names in both languages and by the names that Bitrix24, amoCRM, HubSpot,
/// Google and Outlook give their columns. A field that takes one value is mapped once.
QList<ColumnMapping> guessMapping(const Schema &schema, qint64 typeId, const QStringList &headers);

} // namespace Kartoteka
