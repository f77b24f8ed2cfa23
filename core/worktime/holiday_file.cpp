// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worktime/holiday_file.h"

#include "core/base/texts.h"
#include "core/items/date_parse.h"
#include "core/transfer/text_encoding.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

Error atLine(qsizetype line, const QString &why)
{
    return {ErrorCode::Usage, Texts::tr("Line %1: %2").arg(line).arg(why), {}, QString::number(line)};
}

struct Line
{
    qsizetype number = 0;
    QString text;
};

/// A long line goes on in the next one, which begins with a blank (RFC 5545, section 3.1).
QList<Line> unfolded(const QStringList &lines)
{
    QList<Line> found;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        QString text = lines[at];
        if (text.endsWith(u'\r'))
            text.chop(1);
        if (!found.isEmpty() && (text.startsWith(u' ') || text.startsWith(u'\t')))
            found.last().text += text.mid(1);
        else
            found.append({at + 1, text});
    }
    return found;
}

QString unescaped(QString text)
{
    return text.replace(u"\\n"_s, u" "_s).replace(u"\\,"_s, u","_s).replace(u"\\;"_s, u";"_s).replace(u"\\\\"_s, u"\\"_s);
}

Result<QList<OddDay>> readCalendar(const QStringList &lines)
{
    QList<OddDay> days;
    OddDay event;
    QDate end;
    bool isInside = false;
    const QList<Line> all = unfolded(lines);
    for (const auto &[number, text] : all) {
        const QString name = text.section(u':', 0, 0).section(u';', 0, 0).toUpper();
        const QString value = text.section(u':', 1);
        if (name == u"BEGIN" && value == u"VEVENT") {
            isInside = true;
            event = {};
            end = {};
        } else if (name == u"END" && value == u"VEVENT") {
            isInside = false;
            const QDate last = end.isValid() && end > event.day ? end.addDays(-1) : event.day;
            for (QDate day = event.day; day.isValid() && day <= last; day = day.addDays(1)) {
                if (days.size() >= mostHolidays)
                    return atLine(number, Texts::tr("there are more than %1 days.").arg(mostHolidays));
                days.append({day, CalendarDay::Kind::Off, event.name});
            }
        } else if (isInside && (name == u"DTSTART" || name == u"DTEND")) {
            // An event at a time of day is no holiday.
            const QDate day = value.size() == 8 ? QDate::fromString(value, u"yyyyMMdd"_s) : QDate();
            if (value.size() == 8 && !day.isValid())
                return atLine(number, Texts::tr("“%1” is not a day.").arg(value));
            (name == u"DTSTART" ? event.day : end) = day;
        } else if (isInside && name == u"SUMMARY") {
            event.name = unescaped(value);
        } else if (isInside && name == u"RRULE") {
            return atLine(number, Texts::tr("it repeats by a rule; a file is needed that names its days."));
        }
    }
    return days;
}

/// Written as a day, though no calendar has it.
bool isMeantAsDay(const QString &cell)
{
    static const QRegularExpression pattern(u"^\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}$"_s);
    return pattern.match(cell).hasMatch();
}

Result<QList<OddDay>> readTable(const QStringList &lines)
{
    static const QRegularExpression delimiter(u"[;,\\t]"_s);
    QList<OddDay> days;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines[at].trimmed().isEmpty())
            continue;
        OddDay one;
        bool hasKind = false;
        int column = 0;
        for (QString cell : lines[at].split(delimiter)) {
            ++column;
            cell = cell.trimmed();
            if (cell.size() > 1 && cell.startsWith(u'"') && cell.endsWith(u'"'))
                cell = cell.sliced(1, cell.size() - 2);
            if (const auto day = parseDate(cell); day && !one.day.isValid()) {
                one.day = *day;
            } else if (const auto kind = hasKind ? std::nullopt : dayKindFromName(cell)) {
                one.kind = *kind;
                hasKind = true;
            } else if (!one.day.isValid() && isMeantAsDay(cell)) {
                return Error{ErrorCode::Usage,
                             Texts::tr("Line %1, column %2: “%3” is not a day.").arg(at + 1).arg(column).arg(cell),
                             {},
                             QString::number(at + 1)};
            } else if (!cell.isEmpty()) {
                one.name += one.name.isEmpty() ? cell : u", "_s + cell;
            }
        }
        if (!one.day.isValid() && at == 0)
            continue; // the heads of the columns
        if (!one.day.isValid())
            return atLine(at + 1, Texts::tr("there is no day in it."));
        if (days.size() >= mostHolidays)
            return atLine(at + 1, Texts::tr("there are more than %1 days.").arg(mostHolidays));
        days.append(one);
    }
    return days;
}

} // namespace

Result<QList<OddDay>> readHolidays(const QByteArray &bytes)
{
    if (bytes.size() > largestHolidayFile) {
        return Error{
            ErrorCode::Usage, Texts::tr("The file is larger than %1 MB.").arg(largestHolidayFile / 1024 / 1024), {}, {}};
    }
    const QStringList lines = guessedText(bytes).split(u'\n'); // spreadsheets write what their system does
    auto days = lines.constFirst().trimmed().compare(u"BEGIN:VCALENDAR"_s, Qt::CaseInsensitive) == 0 ? readCalendar(lines)
                                                                                                     : readTable(lines);
    if (days && days->isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("There are no whole days in this file."), {}, {}};
    return days;
}

} // namespace Kartoteka
