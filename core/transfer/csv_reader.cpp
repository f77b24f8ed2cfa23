// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_reader.h"
#include "core/base/texts.h"

#include <QStringDecoder>

#include <array>

namespace Kartoteka {

namespace {

constexpr qint64 sampleBytes = 256 * 1024;
constexpr qint64 portionBytes = 256 * 1024;
constexpr qsizetype longestRecord = 1024 * 1024; ///< a longer one has lost its closing quote

/// Upper half of Windows-1251 (https://encoding.spec.whatwg.org/#windows-1251); Qt has no decoder for it
/// on systems without ICU.
constexpr QStringView windows1251 = u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
                                    u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
}

TextEncoding detectEncoding(const QByteArray &sample)
{
    if (sample.startsWith("\xff\xfe"))
        return TextEncoding::Utf16LittleEndian;
    if (sample.startsWith("\xfe\xff"))
        return TextEncoding::Utf16BigEndian;
    if (sample.startsWith("\xef\xbb\xbf"))
        return TextEncoding::Utf8;
    // Text in UTF-16 without a mark: every other byte of its ASCII is 0.
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[i % 2] += sample[i] == 0 ? 1 : 0;
    if (zeros[1] > sample.size() / 8 && zeros[0] < zeros[1] / 4)
        return TextEncoding::Utf16LittleEndian;
    if (zeros[0] > sample.size() / 8 && zeros[1] < zeros[0] / 4)
        return TextEncoding::Utf16BigEndian;
    int valid = 0;
    int broken = 0;
    const QByteArrayList lines = sample.split('\n');
    // The last line of a sample may be cut in the middle of a letter.
    for (qsizetype i = 0; i < lines.size() - (sample.size() == sampleBytes ? 1 : 0); ++i) {
        const QByteArray &line = lines[i];
        if (std::all_of(line.begin(), line.end(), [](char c) { return quint8(c) < 0x80; }))
            continue;
        (isUtf8(line) ? valid : broken) += 1;
    }
    return broken > valid ? TextEncoding::Windows1251 : TextEncoding::Utf8;
}

/// Delimiters outside quotes per line; the one that is most constant and most frequent wins.
QChar detectDelimiter(const QString &sample)
{
    constexpr std::array<char16_t, 4> candidates{u';', u',', u'\t', u'|'};
    QChar best = u',';
    qint64 bestScore = 0;
    for (const QChar candidate : candidates) {
        QList<int> counts;
        int count = 0;
        bool quoted = false;
        for (const QChar c : sample) {
            if (c == u'"')
                quoted = !quoted;
            else if (!quoted && c == candidate)
                ++count;
            else if (!quoted && c == u'\n') {
                counts.append(count);
                count = 0;
                if (counts.size() == 20)
                    break;
            }
        }
        if (counts.isEmpty())
            counts.append(count);
        const int header = counts.first();
        const qint64 alike = counts.count(header);
        const qint64 score = header == 0 ? 0 : alike * 1000 + header;
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return u"UTF-8"_s;
    case TextEncoding::Utf16LittleEndian: return u"UTF-16 LE"_s;
    case TextEncoding::Utf16BigEndian: return u"UTF-16 BE"_s;
    case TextEncoding::Windows1251: return u"Windows-1251"_s;
    }
    return {};
}

CsvDialect detectDialect(QIODevice &device)
{
    const QByteArray sample = device.peek(sampleBytes);
    CsvDialect dialect;
    dialect.encoding = detectEncoding(sample);
    QString text;
    if (dialect.encoding == TextEncoding::Utf16LittleEndian)
        text = QStringDecoder(QStringDecoder::Utf16LE)(sample);
    else if (dialect.encoding == TextEncoding::Utf16BigEndian)
        text = QStringDecoder(QStringDecoder::Utf16BE)(sample);
    else
        text = QString::fromLatin1(sample); // delimiters are ASCII
    dialect.delimiter = detectDelimiter(text);
    return dialect;
}

CsvReader::CsvReader(QIODevice &device, const CsvDialect &dialect) : m_device(device), m_dialect(dialect)
{}

CsvReader::~CsvReader() = default;

bool CsvReader::fill()
{
    QByteArray portion = m_device.read(portionBytes);
    if (portion.isEmpty())
        return false;
    m_consumed += portion.size();
    const bool little = m_dialect.encoding == TextEncoding::Utf16LittleEndian;
    if (little || m_dialect.encoding == TextEncoding::Utf16BigEndian) {
        portion.prepend(m_half);
        // Whole code units, and no surrogate pair cut in two.
        qsizetype whole = portion.size() & ~qsizetype(1);
        if (whole >= 2) {
            const quint8 high = quint8(portion[whole - (little ? 1 : 2)]);
            if (high >= 0xd8 && high <= 0xdb)
                whole -= 2;
        }
        m_half = portion.mid(whole);
        portion.truncate(whole);
        QStringDecoder decoder(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        portion = QString(decoder(portion)).toUtf8();
    }
    if (m_start && portion.startsWith("\xef\xbb\xbf"))
        portion.remove(0, 3);
    m_start = false;
    m_buffer.remove(0, m_at);
    m_at = 0;
    m_buffer += portion;
    return true;
}

bool CsvReader::readLine(QByteArray &line)
{
    qsizetype searched = 0;
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n', m_at + searched);
        if (end >= 0) {
            line = m_buffer.mid(m_at, end - m_at);
            m_at = end + 1;
            return true;
        }
        searched = m_buffer.size() - m_at;
        if (!fill()) {
            line = m_buffer.mid(m_at);
            m_at = m_buffer.size();
            return !line.isEmpty();
        }
    }
}

/// Reads the fields of the record at m_at. unclosed: no record, m_at is where it was.
bool CsvReader::readRecord(QByteArrayList &fields, bool &unclosed)
{
    fields.clear();
    unclosed = false;
    const char delimiter = m_dialect.delimiter.toLatin1();
    QByteArray field;
    bool quoted = false;
    bool wasQuoted = false;
    qsizetype offset = 0; // from m_at, which fill() may move
    while (true) {
        if (m_at + offset >= m_buffer.size()) {
            if (fill())
                continue;
            if (quoted) {
                unclosed = true;
                return true;
            }
            if (offset == 0)
                return false;
            break;
        }
        const char c = m_buffer[m_at + offset];
        ++offset;
        if (quoted) {
            if (c != '"') {
                field += c;
            } else {
                if (m_at + offset >= m_buffer.size())
                    fill();
                if (m_at + offset < m_buffer.size() && m_buffer[m_at + offset] == '"') {
                    field += '"';
                    ++offset;
                } else {
                    quoted = false;
                }
            }
            if (offset > longestRecord) {
                unclosed = true;
                return true;
            }
        } else if (c == '"' && field.isEmpty() && !wasQuoted) {
            quoted = wasQuoted = true;
        } else if (c == delimiter) {
            fields << field;
            field.clear();
            wasQuoted = false;
        } else if (c == '\n') {
            break;
        } else if (c == '\r') {
            if (m_at + offset >= m_buffer.size())
                fill();
            const bool lineEnd = m_at + offset >= m_buffer.size() || m_buffer[m_at + offset] == '\n';
            if (!lineEnd)
                field += c;
        } else {
            field += c;
        }
    }
    fields << field;
    m_at += offset;
    return true;
}

QString CsvReader::decode(const QByteArray &bytes, bool &broken) const
{
    if (m_dialect.encoding == TextEncoding::Windows1251) {
        QString text;
        text.reserve(bytes.size());
        for (const char c : bytes)
            text += quint8(c) < 0x80 ? QChar::fromLatin1(c) : windows1251[quint8(c) - 0x80];
        return text;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    broken = broken || decoder.hasError();
    return text;
}

bool CsvReader::next(CsvRecord &record)
{
    record = {};
    QByteArrayList fields;
    bool unclosed = false;
    do {
        if (!readRecord(fields, unclosed))
            return false;
        if (!unclosed && fields.size() == 1 && fields.first().trimmed().isEmpty())
            fields.clear(); // an empty line
    } while (fields.isEmpty() && !unclosed);
    record.row = ++m_row;
    if (unclosed) {
        QByteArray line;
        readLine(line);
        record.errorColumn = fields.size();
        record.error = Texts::tr("The quote that opens a value is not closed.");
        return true;
    }
    bool broken = false;
    for (qsizetype i = 0; i < fields.size() && !broken; ++i) {
        record.fields << decode(fields[i], broken);
        record.errorColumn = broken ? i : -1;
    }
    if (broken) {
        record.fields.clear();
        record.error = Texts::tr("The line holds bytes that are no %1 text.").arg(encodingName(m_dialect.encoding));
    }
    return true;
}

} // namespace Kartoteka
