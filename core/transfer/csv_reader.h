// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/text_encoding.h"

#include <QIODevice>
#include <QStringList>

#include <functional>

namespace Kartoteka {

/// How a CSV file is written.
struct CsvDialect
{
    QChar delimiter = u',';
    TextEncoding encoding = TextEncoding::Utf8;
    bool operator==(const CsvDialect &) const = default;
};

/// One record of a file. A record with an error has no fields.
struct CsvRecord
{
    qint64 row = 0; ///< number of the record as spreadsheets count it: the first of the file is 1, empty ones count
    QStringList fields;
    QString error;              ///< translated; empty when the record is sound
    qsizetype errorColumn = -1; ///< index of the value at fault
    qsizetype cleaned = -1;     ///< index of a value that held control characters, which are left out; -1: none
    bool operator==(const CsvRecord &) const = default;
};

/// Reads CSV (RFC 4180, any delimiter, line ends LF, CRLF or CR, quoted ones too) record by record. Memory is bounded
/// whatever the file: a value of more than a megabyte spoils its record. A quote that is never closed spoils only its
/// own line; bytes that are no text spoil only their record.
class CsvReader
{
public:
    static constexpr qsizetype longestValue = 1024 * 1024;       ///< bytes as UTF-8
    static constexpr qsizetype longestRecord = 16 * 1024 * 1024; ///< bytes as UTF-8

    CsvReader(QIODevice &device, const CsvDialect &dialect);
    ~CsvReader();

    /// False at the end of the file. Records without any value are passed over, and so is "sep=;" at the start.
    /// @p wanted: columns whose values are needed, empty: all. The others are left empty or as a space when they hold
    /// something, which is faster.
    bool next(CsvRecord &record, const QList<bool> &wanted = {});
    /// Bytes of the file that have been read, for progress.
    qint64 position() const { return m_consumed; }

private:
    enum class Outcome { Record, End, Unclosed, TooLong };
    bool fill();
    bool has(qsizetype offset);
    Outcome readRecord();
    void skipLine();
    QByteArray &addValue();
    bool isEmptyRecord() const;
    void decode(CsvRecord &record, const QList<bool> &wanted) const;

    QIODevice &m_device;
    CsvDialect m_dialect;
    QByteArray m_buffer;        ///< UTF-8 or 8-bit, never UTF-16
    QByteArray m_half;          ///< of a UTF-16 character at the edge of a portion
    QList<QByteArray> m_values; ///< of the record; their memory is used again
    qsizetype m_count = 0;      ///< values of the record
    qsizetype m_at = 0;
    qint64 m_consumed = 0;
    qint64 m_row = 0;
    bool m_start = true;
};

/// The delimiter that "sep=;" in the first line of a file names; null when there is no such line. The device is left at its start.
QChar namedDelimiter(QIODevice &device, TextEncoding encoding);

/// The delimiter by which the first records have the most alike numbers of values; @p worth adds what a caller knows of
/// them (how many names of a header it recognises). The device is left at its start.
QChar guessDelimiter(QIODevice &device, TextEncoding encoding,
                     const std::function<int(const QList<CsvRecord> &)> &worth = {});

/// Encoding and delimiter as they look. The device is left at its start.
CsvDialect detectDialect(QIODevice &device);

} // namespace Kartoteka
