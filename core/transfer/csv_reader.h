// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QStringList>

#include <memory>

namespace Kartoteka {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1251 };
QString encodingName(TextEncoding encoding);

/// How a CSV file is written, found by looking at its first part.
struct CsvDialect
{
    QChar delimiter = u',';
    TextEncoding encoding = TextEncoding::Utf8;
    bool operator==(const CsvDialect &) const = default;
};

/// Judges by byte order mark, NULs, and how many lines with letters outside ASCII are valid UTF-8: one
/// broken line does not turn the file into another encoding. The device is left at its start.
CsvDialect detectDialect(QIODevice &device);

/// One record of a file. A record with an error has no fields.
struct CsvRecord
{
    qint64 row = 0; ///< number of the record as spreadsheets count it; the header is 1
    QStringList fields;
    QString error;              ///< translated; empty when the record is sound
    qsizetype errorColumn = -1; ///< index of the value at fault
    bool operator==(const CsvRecord &) const = default;
};

/// Reads CSV (RFC 4180, any delimiter, quoted line ends) record by record, in constant memory. A quote that
/// is never closed spoils only its own line; bytes that are no text spoil only their record.
class CsvReader
{
public:
    CsvReader(QIODevice &device, const CsvDialect &dialect);
    ~CsvReader();

    /// False at the end of the file. Empty lines are passed over.
    bool next(CsvRecord &record);
    /// Bytes of the file that have been read, for progress.
    qint64 position() const { return m_consumed; }

private:
    bool fill();
    /// The line that begins at m_at, without its end; m_at moves behind it.
    bool readLine(QByteArray &line);
    bool readRecord(QByteArrayList &fields, bool &unclosed);
    QString decode(const QByteArray &bytes, bool &broken) const;

    QIODevice &m_device;
    CsvDialect m_dialect;
    QByteArray m_buffer; ///< UTF-8 or Windows-1251, never UTF-16
    QByteArray m_half;   ///< of a UTF-16 character at the edge of a portion
    qsizetype m_at = 0;
    qint64 m_consumed = 0;
    qint64 m_row = 0;
    bool m_start = true;
};

} // namespace Kartoteka
