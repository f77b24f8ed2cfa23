// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/person_name.h"
#include "core/schema/schema.h"
#include "core/transfer/csv_reader.h"

namespace Kartoteka {

/// Where a column of a file goes.
struct ColumnMapping
{
    QString header;
    QString field;              ///< code; empty: the column is left out, unless it is a currency or a full name
    QString label;              ///< of phones and e-mails: work, mobile, home
    qsizetype labelColumn = -1; ///< column of the file that names the label; -1: none
    bool isCurrency = false;    ///< names the currency of the amount
    bool isFullName = false;    ///< holds a person's whole name, which is taken apart
    NameOrder nameOrder = NameOrder::FirstLast;
    bool isService = false; ///< serves another column or says what others say: nothing is lost when it is left out
    QString reason;         ///< why it is left out, translated; empty when it is not
    bool operator==(const ColumnMapping &) const = default;

    bool isUsed() const { return !field.isEmpty() || isCurrency || isFullName; }
};

/// A row of the file that is no data, and why.
struct SetAside
{
    qint64 row = 0;
    QString text;
    bool operator==(const SetAside &) const = default;
};

/// What an import looks like before it is made.
struct ImportPreview
{
    QString path;
    CsvDialect dialect;
    bool encodingIsSure = true;
    QString otherEncoding; ///< name of one that makes sense as well; may be empty
    qint64 headerRow = 1;  ///< as spreadsheets count
    QList<SetAside> above; ///< lines above the header
    QList<ColumnMapping> columns;
    bool isOwn = false;      ///< written by this program: values stand in it as export writes them
    QList<CsvRecord> sample; ///< the first records after the header
    qint64 size = 0;         ///< bytes

    bool isMapped() const;
};

/// How a person wants a file to be read; what is not named is found out.
struct ReadingChoice
{
    std::optional<TextEncoding> encoding = {};
    std::optional<QChar> delimiter = {};
};

/// Opens a file, recognises how it is written, finds the header and maps the columns. File error when it cannot be read, is
/// empty, is no text or is in an encoding that none of ours reads.
Result<ImportPreview> previewImport(const Schema &schema, qint64 typeId, const QString &path,
                                    const ReadingChoice &choice = {});

/// Maps columns by the fields' names in both languages and by the names that Bitrix24, amoCRM, HubSpot, Google and Outlook
/// give their columns, where the values are such values. A field that takes one value is mapped once.
QList<ColumnMapping> guessMapping(const Schema &schema, qint64 typeId, const QStringList &headers,
                                  const QList<CsvRecord> &sample = {});

} // namespace Kartoteka
