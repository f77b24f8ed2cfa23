// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_reader.h"
#include "core/base/texts.h"

#include <QStringDecoder>

#include <cstring>

namespace Kartoteka {

namespace {

constexpr qint64 portionBytes = 256 * 1024;

bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || c.unicode() == 0x7f;
}

/// "sep=;" as Excel writes above a header.
bool isSeparatorLine(const QByteArray &line)
{
    return line.size() == 5 && line.left(4).toLower() == "sep=";
}

} // namespace

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
    if (isUtf16(m_dialect.encoding)) {
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
    const bool first = m_start;
    m_start = false;
    if (first && portion.startsWith("\xef\xbb\xbf"))
        portion.remove(0, 3);
    m_buffer.remove(0, m_at);
    m_at = 0;
    m_buffer += portion;
    if (first) {
        // Excel takes this line for itself: it has no number.
        qsizetype end = 0;
        while (end < m_buffer.size() && end < 8 && m_buffer[end] != '\n' && m_buffer[end] != '\r')
            ++end;
        if (isSeparatorLine(m_buffer.left(end)))
            m_at = end + (m_buffer.mid(end, 2) == "\r\n" ? 2 : 1);
    }
    return true;
}

/// Whether there is a byte at @p offset from m_at, which reading more may move.
bool CsvReader::has(qsizetype offset)
{
    while (m_at + offset >= m_buffer.size()) {
        if (!fill())
            return false;
    }
    return true;
}

/// Passes over the rest of the line at m_at, however long.
void CsvReader::skipLine()
{
    while (has(0)) {
        const char *begin = m_buffer.constData() + m_at;
        const qsizetype left = m_buffer.size() - m_at;
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', size_t(left)));
        const auto *oldEnd = static_cast<const char *>(std::memchr(begin, '\r', size_t(end ? end - begin : left)));
        if (oldEnd)
            end = oldEnd;
        if (!end) {
            m_at = m_buffer.size();
            continue;
        }
        m_at += end - begin + 1;
        if (oldEnd && has(0) && m_buffer[m_at] == '\n')
            ++m_at;
        return;
    }
}

QByteArray &CsvReader::addValue()
{
    if (m_count == m_values.size())
        m_values.append(QByteArray());
    QByteArray &value = m_values[m_count++];
    value.resize(0); // keeps its memory
    return value;
}

/// Reads the values of the record at m_at. Unclosed: m_at is where it was, the value at fault is the last one.
CsvReader::Outcome CsvReader::readRecord()
{
    m_count = 0;
    if (!has(0))
        return Outcome::End;
    const char delimiter = m_dialect.delimiter.toLatin1();
    bool tooLong = false;
    qsizetype tooLongAt = -1;
    qsizetype offset = 0; // from m_at
    qsizetype taken = 0;  // bytes of the record in memory
    bool atEnd = false;
    while (!atEnd) {
        QByteArray *value = tooLong ? &m_values[m_count - 1] : &addValue();
        // Spaces before a quote belong to neither value.
        qsizetype spaces = 0;
        while (has(offset + spaces) && (m_buffer[m_at + offset + spaces] == ' ') && spaces < 64 && delimiter != ' ')
            ++spaces;
        bool quoted = has(offset + spaces) && m_buffer[m_at + offset + spaces] == '"';
        if (quoted) {
            offset += spaces + 1;
            bool lines = false;
            while (quoted) {
                if (!has(offset))
                    return tooLong ? Outcome::TooLong : Outcome::Unclosed;
                const char *begin = m_buffer.constData() + m_at + offset;
                const qsizetype left = m_buffer.size() - m_at - offset;
                const auto *end = static_cast<const char *>(std::memchr(begin, '"', size_t(left)));
                const qsizetype length = end ? end - begin : left;
                lines = lines || std::memchr(begin, '\n', size_t(length)) || std::memchr(begin, '\r', size_t(length));
                if (!tooLong)
                    value->append(begin, length);
                offset += length;
                taken += length;
                if (!tooLong && taken > longestRecord)
                    return Outcome::Unclosed;
                if (tooLong && offset > portionBytes) { // nothing of it is needed any more
                    m_at += offset;
                    offset = 0;
                }
                if (!end)
                    continue;
                ++offset;
                if (has(offset) && m_buffer[m_at + offset] == '"') {
                    if (!tooLong)
                        value->append('"');
                    ++offset;
                } else {
                    quoted = false;
                }
            }
            // What follows a closing quote is a delimiter or the line's end. Something else after a value of several
            // lines shows that the quote was none; in one line people write inches.
            qsizetype after = offset;
            while (has(after) && m_buffer[m_at + after] == ' ' && delimiter != ' ' && after - offset < 64)
                ++after;
            const char next = has(after) ? m_buffer[m_at + after] : '\n';
            const bool closes = next == delimiter || next == '\n' || next == '\r';
            if (!closes && lines && !tooLong)
                return Outcome::Unclosed;
            if (closes)
                offset = after;
        }
        // Up to the delimiter or the end of the line.
        while (true) {
            if (!has(offset)) {
                atEnd = true;
                break;
            }
            const char *begin = m_buffer.constData() + m_at + offset;
            const char *stop = m_buffer.constData() + m_buffer.size();
            const char *c = begin;
            while (c != stop && *c != delimiter && *c != '\n' && *c != '\r')
                ++c;
            if (!tooLong)
                value->append(begin, c - begin);
            offset += c - begin;
            taken += c - begin;
            if (!tooLong && (value->size() > longestValue || taken > longestRecord || m_count > longestRecord / 64)) {
                tooLong = true;
                tooLongAt = m_count - 1;
            }
            if (tooLong) {
                m_at += offset;
                offset = 0;
            }
            if (c == stop)
                continue;
            const char found = *c;
            ++offset;
            if (found == '\r' && has(offset) && m_buffer[m_at + offset] == '\n')
                ++offset;
            atEnd = found != delimiter;
            break;
        }
        if (!tooLong && value->size() > longestValue) {
            tooLong = true;
            tooLongAt = m_count - 1;
        }
    }
    m_at += offset;
    if (tooLong) {
        m_count = tooLongAt + 1;
        for (QByteArray &value : m_values) {
            if (value.capacity() > longestValue / 4)
                value = QByteArray();
        }
        return Outcome::TooLong;
    }
    return Outcome::Record;
}

bool CsvReader::isEmptyRecord() const
{
    for (qsizetype i = 0; i < m_count; ++i) {
        for (const char c : m_values[i]) {
            if (c != ' ' && c != '\t' && c != '\0')
                return false;
        }
    }
    return true;
}

void CsvReader::decode(CsvRecord &record, const QList<bool> &wanted) const
{
    bool broken = false;
    record.fields.reserve(m_count);
    for (qsizetype i = 0; i < m_count; ++i) {
        const QByteArray &bytes = m_values[i];
        if (!wanted.isEmpty() && (i >= wanted.size() || !wanted[i])) {
            record.fields << (bytes.trimmed().isEmpty() ? QString() : u" "_s);
            continue;
        }
        QString text = decoded(bytes, m_dialect.encoding, broken);
        if (broken) {
            record.fields.clear();
            record.errorColumn = i;
            record.error = Texts::tr("The line contains bytes that are not %1 text.").arg(encodingName(m_dialect.encoding));
            return;
        }
        if (std::any_of(text.cbegin(), text.cend(), isControl)) {
            text.removeIf(isControl);
            record.cleaned = i;
        }
        record.fields << text;
    }
}

bool CsvReader::next(CsvRecord &record, const QList<bool> &wanted)
{
    while (true) {
        record = {};
        const Outcome outcome = readRecord();
        if (outcome == Outcome::End)
            return false;
        record.row = ++m_row;
        record.errorColumn = m_count - 1;
        if (outcome == Outcome::Unclosed) {
            skipLine();
            record.error = Texts::tr("The quote that opens a value is not closed.");
            return true;
        }
        if (outcome == Outcome::TooLong) {
            record.error = Texts::tr("The line is too long: a value may have a megabyte at most.");
            return true;
        }
        if (isEmptyRecord())
            continue;
        record.errorColumn = -1;
        decode(record, wanted);
        return true;
    }
}

QChar namedDelimiter(QIODevice &device, TextEncoding encoding)
{
    const QByteArray start = device.peek(64);
    QString text;
    if (isUtf16(encoding))
        text = QStringDecoder(encoding == TextEncoding::Utf16LittleEndian
                                  ? QStringDecoder::Utf16LE
                                  : QStringDecoder::Utf16BE)(start.left(start.size() & ~qsizetype(1)));
    else
        text = QString::fromLatin1(start.startsWith("\xef\xbb\xbf") ? start.mid(3) : start);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    const bool named = text.size() > 5 && text.left(4).toLower() == u"sep=" && text[4].unicode() < 0x80
        && (text[5] == u'\r' || text[5] == u'\n');
    return named ? text[4] : QChar();
}

QChar guessDelimiter(QIODevice &device, TextEncoding encoding, const std::function<int(const QList<CsvRecord> &)> &worth)
{
    constexpr qsizetype lookedAt = 40;
    if (const QChar named = namedDelimiter(device, encoding); !named.isNull())
        return named;
    QChar best = u',';
    qint64 bestScore = -1;
    // The rarer ones stand for themselves only where a header is known by them.
    for (const QChar candidate : QStringView(u";,\t|^~:")) {
        device.seek(0);
        CsvReader reader(device, {candidate, encoding});
        QList<CsvRecord> records;
        CsvRecord record;
        while (records.size() < lookedAt && reader.next(record))
            records << record;
        QHash<qsizetype, int> counts;
        for (const CsvRecord &one : std::as_const(records))
            counts[one.fields.size()] += one.fields.size() > 1 ? 1 : 0;
        int alike = 0;
        qsizetype columns = 1;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() > alike || (it.value() == alike && it.key() > columns)) {
                alike = it.value();
                columns = it.key();
            }
        }
        const qint64 known = worth ? worth(records) : 0;
        const bool usual = QStringView(u";,\t|").contains(candidate);
        if (columns < 2 || (!usual && known < 2))
            continue;
        const qint64 score = known * 1'000'000 + qint64(alike) * 1'000 + qMin<qsizetype>(columns, 999);
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    device.seek(0);
    return best;
}

CsvDialect detectDialect(QIODevice &device)
{
    CsvDialect dialect;
    dialect.encoding = guessEncoding(device).encoding;
    dialect.delimiter = guessDelimiter(device, dialect.encoding);
    return dialect;
}

} // namespace Kartoteka
