// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/calendar_lines.h"

#include "core/base/texts.h"
#include "core/transfer/text_encoding.h"

#include <QBuffer>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

/// The square of its length is what a line costs libical, which cannot be stopped while it reads one.
constexpr qsizetype longestCalendarLine = 1024 * 1024;
// What of one part is handed on: libical takes a time that grows with the square of the lines in which it finds no sense, sixty
// bytes for each that it does, and a piece of the stack for each part within another.
constexpr qsizetype mostLines = 2'500;
constexpr int deepest = 8;

/// UTF-16 is made UTF-8 before lines are looked for; what is in other encodings has the same line ends.
QByteArray withoutWideLetters(const QByteArray &bytes)
{
    std::optional<TextEncoding> wide = utf16WithoutMark(bytes.left(512));
    if (bytes.startsWith("\xff\xfe"))
        wide = TextEncoding::Utf16LittleEndian;
    else if (bytes.startsWith("\xfe\xff"))
        wide = TextEncoding::Utf16BigEndian;
    if (!wide)
        return bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
    QStringDecoder decoder(*wide == TextEncoding::Utf16LittleEndian ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    const QString text = decoder(bytes);
    return text.toUtf8();
}

/// "NAME:" or "NAME;": what begins a line of its own.
bool beginsProperty(QByteArrayView line)
{
    qsizetype at = 0;
    const auto isName = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    while (at < line.size() && isName(line[at]))
        ++at;
    return at > 0 && at < line.size() && (line[at] == ':' || line[at] == ';');
}

QByteArray nameOf(const QByteArray &line)
{
    qsizetype end = 0;
    while (end < line.size() && line[end] != ':' && line[end] != ';')
        ++end;
    return line.left(end).toUpper();
}

/// The lines as they were before they were folded, with the number of the first of each.
class Lines
{
public:
    explicit Lines(const QByteArray &bytes) : m_bytes(bytes) {}

    bool next()
    {
        if (m_at >= m_bytes.size())
            return false;
        m_first = m_number + 1;
        m_line = take();
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == ' ' || c == '\t') {
                ++m_at;
            } else if (const QByteArrayView ahead = peek();
                       ahead.isEmpty() || beginsProperty(ahead) || isFoldedAfterName(ahead)) {
                // Blank lines are noise; what begins no property goes on in the text of the one before.
                if (!ahead.isEmpty())
                    break;
                take();
                continue;
            }
            const QByteArray more = take();
            if (m_line.size() < longestCalendarLine)
                m_line += more;
        }
        return true;
    }
    const QByteArray &line() const { return m_line; }
    qint64 number() const { return m_first; }

private:
    qsizetype lineEnd() const
    {
        qsizetype end = m_bytes.indexOf('\n', m_at);
        return end < 0 ? m_bytes.size() : end;
    }
    QByteArrayView peek() const
    {
        QByteArrayView line = QByteArrayView(m_bytes).sliced(m_at, lineEnd() - m_at);
        return line.endsWith('\r') ? line.chopped(1) : line;
    }
    /// A name alone, whose colon stands folded in the next line.
    bool isFoldedAfterName(QByteArrayView ahead) const
    {
        const qsizetype next = lineEnd() + 1;
        const bool isFolded = next + 1 < m_bytes.size() && (m_bytes[next] == ' ' || m_bytes[next] == '\t')
            && (m_bytes[next + 1] == ':' || m_bytes[next + 1] == ';');
        return isFolded && beginsProperty(ahead.toByteArray() + ':');
    }
    /// The line at hand, as much of it as is read, whole letters of UTF-8.
    QByteArray take()
    {
        QByteArrayView line = peek();
        if (line.size() > longestCalendarLine) {
            qsizetype end = longestCalendarLine;
            while (end > 0 && (uchar(line[end]) & 0xC0) == 0x80)
                --end;
            line = line.first(end);
        }
        const QByteArray taken = line.toByteArray();
        m_at = lineEnd() + 1;
        ++m_number;
        return taken;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    qint64 m_number = 0;
    qint64 m_first = 0;
    QByteArray m_line;
};

/// A description with marks; most repeat the plain one.
bool isFormatted(const QByteArray &name)
{
    return name == "X-ALT-DESC" || name == "STYLED-DESCRIPTION";
}

/// Attachments may be large or lead somewhere.
bool isLeftOut(const QByteArray &name)
{
    return name == "ATTACH" || name == "IMAGE";
}

bool isTaken(const QByteArray &name)
{
    return name == "VEVENT" || name == "VTODO" || name == "VTIMEZONE";
}

} // namespace

QString CalendarPart::placeOf(const QByteArray &property) const
{
    qsizetype at = 0;
    for (const qint64 line : lines) {
        const QByteArray content = text.mid(at, text.indexOf('\n', at) - at);
        if (nameOf(content) == property)
            return Texts::tr("Line %1, column %2").arg(line).arg(content.indexOf(':') + 2);
        at += content.size() + 1;
    }
    return Texts::tr("Line %1").arg(lines.value(0));
}

Result<CalendarParts> calendarParts(const QByteArray &bytes, qsizetype most, const CancelToken &cancel)
{
    const QByteArray narrow = withoutWideLetters(bytes);
    if (const qsizetype nothing = narrow.indexOf('\0'); nothing >= 0) {
        return Error{ErrorCode::Refused,
                     Texts::tr("Line %1, column %2: there is a NUL character. The file is damaged or not a text.")
                         .arg(narrow.first(nothing).count('\n') + 1)
                         .arg(nothing - narrow.lastIndexOf('\n', nothing)),
                     {},
                     {}};
    }
    // Judged once by the whole file: a line may have too few letters. Letters that are folded in two are whole again.
    QByteArray unfolded = narrow;
    for (const char *fold : {"\r\n ", "\n ", "\r\n\t", "\n\t"})
        unfolded.replace(fold, "");
    QBuffer buffer;
    buffer.setData(unfolded);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::File, buffer.errorString(), {}, {}};
    const TextEncoding encoding = guessEncoding(buffer).encoding;
    CalendarParts found;
    CalendarPart part;
    int depth = 0;
    int aside = 0; ///< parts within it that are left out and not ended yet
    bool isWhole = true;
    bool isCalendar = false;
    qsizetype events = 0;
    Lines lines(narrow);
    for (qint64 looked = 0; lines.next(); ++looked) {
        constexpr qint64 linesPerLook = 10'000;
        if (looked % linesPerLook == 0 && cancel.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        const QByteArray &line = lines.line();
        const QByteArray name = nameOf(line);
        const QByteArray value = line.mid(name.size() + 1).trimmed().toUpper();
        if (value == "VCALENDAR" && (name == "BEGIN" || name == "END")) {
            isCalendar = isCalendar || name == "BEGIN";
            found.isOpen = name == "BEGIN";
        }
        if (name == "METHOD" && depth == 0)
            found.method = value;
        if (name == "BEGIN" && isTaken(value)) {
            found.isCut = found.isCut || depth > 0; // the one before was never ended
            part = {value, {}};
            depth = aside = 0;
            isWhole = true;
        }
        if (name == "ATTACH")
            found.attachments.add(lines.number());
        else if (name == "BEGIN" && part.name.isEmpty() && (value == "VJOURNAL" || value == "VFREEBUSY"))
            found.others.add(lines.number());
        if (part.name.isEmpty() || isLeftOut(name))
            continue;
        const bool isTooMuch = name == "BEGIN" ? depth >= deepest || part.lines.size() >= mostLines
                                               : name != "END" && part.lines.size() >= mostLines;
        if (aside > 0 || isTooMuch) {
            aside += name == "BEGIN" ? 1 : name == "END" ? -1 : 0;
            if (std::exchange(isWhole, false))
                found.endless.add(lines.number());
            continue;
        }
        bool broken = false;
        const QByteArray text = encoding == TextEncoding::Utf8 || isUtf16(encoding)
            ? line
            : decoded(line, encoding, broken).toUtf8();
        if (isFormatted(name)) {
            if (part.formatted.isEmpty() && depth == 1)
                part.formatted = text;
            continue;
        }
        part.lines << lines.number();
        if (name == "BEGIN")
            ++depth;
        part.text += text + "\r\n";
        if (name != "END" || --depth > 0)
            continue;
        if (part.name != "VTIMEZONE" && ++events > most)
            return Error{ErrorCode::Refused,
                         Texts::tr("The calendar has more than %1 events: export a part of it.").arg(most),
                         {},
                         {}};
        found.parts.append(std::move(part));
        part = {};
        depth = 0;
        isWhole = true;
    }
    found.isCut = found.isCut || depth > 0;
    found.lastLine = lines.number();
    if (!isCalendar && found.parts.isEmpty())
        return Error{
            ErrorCode::Usage, Texts::tr("This is not a calendar: an .ics file begins with BEGIN:VCALENDAR."), {}, {}};
    return found;
}

} // namespace Kartoteka
