// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/file_kind.h"

#include "core/base/texts.h"
#include "core/transfer/text_encoding.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleBytes = 64 * 1024;

QString saveAsCsv()
{
    return Texts::tr("Open it in a spreadsheet program and save the sheet as CSV.");
}

/// What the bytes are, in words with what to do; empty when they may be text.
QString kindOf(const QByteArray &start)
{
    const auto begins = [&start](const char *with, qsizetype size) { return start.startsWith(QByteArray(with, size)); };
    if (begins("PK\x03\x04", 4) || begins("PK\x05\x06", 4)) {
        if (start.contains("xl/") || start.contains("[Content_Types].xml"))
            return Texts::tr("It is a workbook or document of an office program (XLSX, DOCX).") + u' ' + saveAsCsv();
        if (start.contains("application/vnd.oasis.opendocument"))
            return Texts::tr("It is an OpenDocument file (ODS, ODT).") + u' ' + saveAsCsv();
        return Texts::tr("It is a zip archive. Unpack it and choose the table inside.");
    }
    if (begins("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
        return Texts::tr("It is a workbook or document of an old office program (XLS, DOC).") + u' ' + saveAsCsv();
    if (begins("SQLite format 3\0", 16))
        return Texts::tr("It is a database. A file of Kartoteka is opened, not imported.");
    if (begins("%PDF", 4))
        return Texts::tr("It is a PDF document. Tables cannot be read out of it.");
    if (begins("\x89PNG", 4) || begins("\xff\xd8\xff", 3) || begins("GIF8", 4) || begins("BM", 2) || begins("II*\0", 4)
        || (begins("RIFF", 4) && start.mid(8, 4) == "WEBP")) {
        // "BM" may also begin a header of text; a bitmap has zeros in its header.
        if (!begins("BM", 2) || start.left(16).contains('\0'))
            return Texts::tr("It is a picture. Tables cannot be read out of it.");
    }
    if (begins("\x1f\x8b", 2) || begins("7z\xbc\xaf", 4) || begins("Rar!", 4) || begins("BZh", 3)
        || begins("\xfd"
                  "7zXZ",
                  5))
        return Texts::tr("It is an archive. Unpack it and choose the table inside.");
    const QByteArray text = (start.startsWith("\xef\xbb\xbf") ? start.mid(3) : start).left(4096).trimmed().toLower();
    if (text.startsWith("begin:vcard"))
        return Texts::tr("It contains business cards (vCard). Export the contacts as CSV and import that.");
    if (text.startsWith("begin:vcalendar"))
        return Texts::tr("It is a calendar (iCalendar). People and deals are imported from CSV.");
    if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<table")
        || (text.startsWith("<meta") && text.contains("http-equiv")))
        return Texts::tr("It is a web page, though spreadsheets may open it.") + u' ' + saveAsCsv();
    if (text.startsWith("<?xml"))
        return Texts::tr("It is XML, not a table of text.") + u' ' + saveAsCsv();
    if (text.startsWith("{\\rtf"))
        return Texts::tr("It is a text document (RTF), not a table.");
    if (text.startsWith("{\"") || text.startsWith("[{") || text.startsWith("{\n") || text.startsWith("{\r"))
        return Texts::tr("It is JSON, not a table of text. Export the data as CSV.");
    return {};
}

/// Bytes that no text holds in any encoding we read, UTF-16 aside: it has zeros in every other place only.
bool isBinary(const QByteArray &start)
{
    if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff") || utf16WithoutMark(start))
        return false;
    qsizetype control = 0;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < start.size(); ++i) {
        const quint8 c = quint8(start[i]);
        zeros[i % 2] += c == 0 ? 1 : 0;
        control += c != 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x04 ? 1 : 0;
    }
    const bool zerosEverywhere = zeros[0] > start.size() / 50 && zeros[1] > start.size() / 50;
    return control > start.size() / 50 || zerosEverywhere;
}

} // namespace

Result<void> requireTextTable(QIODevice &device, const QString &path)
{
    const QByteArray start = device.peek(sampleBytes);
    QString why = kindOf(start);
    if (why.isEmpty() && isBinary(start))
        why = Texts::tr("It does not contain text.");
    if (why.isEmpty())
        return {};
    return Error{ErrorCode::File, Texts::tr("“%1” is not a CSV file. %2").arg(path, why), {}, path};
}

} // namespace Kartoteka
