// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/texts.h"
#include "core/schema/builtin_names.h"
#include "core/store/file/open_files.h"
#include "core/transfer/file_kind.h"
#include "core/transfer/header_names.h"
#include "core/transfer/import_mapping.h"

#include <QFile>

namespace Kartoteka {

namespace {

constexpr qsizetype shownRecords = 50;
constexpr qsizetype judgedRecords = 1000;
constexpr qsizetype judgedCells = 100'000;
constexpr qsizetype headerWithin = 30; ///< records in which a header is looked for

Error fileError(const QString &path, const QString &message)
{
    return {ErrorCode::File, message, {}, path};
}

/// Which of the first records names the columns: the first of those with most names that are known. -1: none does.
qsizetype findHeader(const HeaderNames &names, const QList<CsvRecord> &records)
{
    qsizetype best = -1;
    int most = 0;
    for (qsizetype i = 0; i < qMin(headerWithin, records.size()); ++i) {
        const int known = names.countKnown(records[i].fields);
        // Further down a single known word may be data.
        if (known > most && (i == 0 || known > 1 || most == 0)) {
            best = i;
            most = known;
        }
    }
    return best;
}

/// Written by this program: the number first, then nothing but fields of the type, all of them.
bool isOwnExport(const Schema &schema, qint64 typeId, const HeaderNames &names, const QStringList &headers)
{
    if (headers.size() != schema.fields(typeId).size() + 1 || !names.isNumber(headers.first()))
        return false;
    for (qsizetype i = 1; i < headers.size(); ++i) {
        const QStringList known = knownNames(schema.fields(typeId)[i - 1]);
        if (!known.contains(headers[i]))
            return false;
    }
    return true;
}

/// Columns of our own export are known by their places.
QList<ColumnMapping> ownMapping(const Schema &schema, qint64 typeId, const QStringList &headers)
{
    QList<ColumnMapping> columns;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        ColumnMapping column;
        column.header = headers[i];
        if (i == 0) {
            column.reason = Texts::tr("Numbers are assigned anew.");
        } else {
            const Field &field = schema.fields(typeId)[i - 1];
            const bool isComputed = !field.editable && field.type == FieldType::String;
            column.field = isComputed || field.type == FieldType::File ? QString() : field.code;
            column.isService = isComputed;
            if (field.type == FieldType::File)
                column.reason = Texts::tr("Files do not travel in CSV.");
        }
        columns << column;
    }
    return columns;
}

} // namespace

Result<ImportPreview> previewImport(const Schema &schema, qint64 typeId, const QString &path, const ReadingChoice &choice)
{
    QFile file(path);
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    if (auto text = requireTextTable(file, path); !text)
        return text.error();
    ImportPreview preview;
    preview.path = path;
    preview.size = file.size();
    const HeaderNames names(schema, typeId);
    if (choice.encoding) {
        preview.dialect.encoding = *choice.encoding;
    } else {
        const EncodingGuess guess = guessEncoding(file);
        if (!guess.isKnown) {
            return fileError(path,
                             Texts::tr("The encoding of “%1” is not clear%2. Name it, or save the file as UTF-8.")
                                 .arg(path, guess.otherwise.isEmpty() ? QString() : u" ("_s + guess.otherwise + u"?)"_s));
        }
        preview.dialect.encoding = guess.encoding;
        preview.encodingIsSure = guess.isSure;
        preview.otherEncoding = guess.otherwise;
    }
    preview.dialect.delimiter = choice.delimiter
        ? *choice.delimiter
        : guessDelimiter(file, preview.dialect.encoding, [&names](const QList<CsvRecord> &records) {
              int most = 0;
              for (const CsvRecord &record : records.first(qMin<qsizetype>(12, records.size())))
                  most = qMax(most, names.countKnown(record.fields));
              return most;
          });
    CsvReader reader(file, preview.dialect);
    QList<CsvRecord> records;
    CsvRecord record;
    qsizetype cells = 0;
    while (records.size() < judgedRecords && cells < judgedCells && reader.next(record)) {
        cells += record.fields.size();
        records << record;
    }
    if (records.isEmpty())
        return fileError(path, Texts::tr("“%1” is empty.").arg(path));
    const qsizetype header = qMax<qsizetype>(0, findHeader(names, records));
    if (!records[header].error.isEmpty())
        return fileError(path, Texts::tr("“%1”, line %2: %3").arg(path).arg(records[header].row).arg(records[header].error));
    for (qsizetype i = 0; i < header; ++i)
        preview.above.append({records[i].row, records[i].fields.join(u' ').simplified()});
    preview.headerRow = records[header].row;
    const QStringList headers = records[header].fields;
    records.remove(0, header + 1);
    preview.isOwn = isOwnExport(schema, typeId, names, headers);
    preview.columns = preview.isOwn ? ownMapping(schema, typeId, headers) : guessMapping(schema, typeId, headers, records);
    preview.sample = records.first(qMin(shownRecords, records.size()));
    return preview;
}

} // namespace Kartoteka
