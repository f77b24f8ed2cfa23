// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/date_span.h"

#include "core/items/value_parse.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

QDate startOf(const QString &unit, const QDate &day, Qt::DayOfWeek firstDay)
{
    if (unit == u"week")
        return day.addDays(-((day.dayOfWeek() - int(firstDay) + 7) % 7));
    if (unit == u"month")
        return {day.year(), day.month(), 1};
    if (unit == u"quarter")
        return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
    return {day.year(), 1, 1};
}

QDate plus(const QString &unit, const QDate &start, int count)
{
    if (unit == u"week")
        return start.addDays(7 * count);
    return start.addMonths(count * (unit == u"month" ? 1 : unit == u"quarter" ? 3 : 12));
}

std::optional<DateSpan> namedDay(const QString &text, const QDate &today)
{
    static const QHash<QString, int> days{{u"yesterday"_s, -1}, {u"today"_s, 0}, {u"tomorrow"_s, 1}};
    const auto it = days.constFind(text);
    if (it == days.cend())
        return std::nullopt;
    return DateSpan{today.addDays(*it), today.addDays(*it)};
}

std::optional<DateSpan> namedPeriod(const QString &text, const QDate &today, Qt::DayOfWeek firstDay)
{
    static const QRegularExpression period(u"^(this|last|next) (week|month|quarter|year)$"_s);
    const auto match = period.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const int shift = match.captured(1) == u"this" ? 0 : match.captured(1) == u"last" ? -1 : 1;
    const QDate first = plus(unit, startOf(unit, today, firstDay), shift);
    return DateSpan{first, plus(unit, first, 1).addDays(-1)};
}

std::optional<DateSpan> countedDays(const QString &text, const QDate &today)
{
    static const QRegularExpression row(u"^(last|next) (\\d{1,5}) days?$"_s);
    if (const auto match = row.match(text); match.hasMatch()) {
        const int count = match.captured(2).toInt();
        // The last N days include today; the next N begin tomorrow.
        return match.captured(1) == u"last" ? DateSpan{today.addDays(1 - count), today}
                                            : DateSpan{today.addDays(1), today.addDays(count)};
    }
    static const QRegularExpression one(u"^(?:(more than )?(\\d{1,5}) days? (ago|ahead)|in (\\d{1,5}) days?)$"_s);
    const auto match = one.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool ahead = match.captured(3) != u"ago";
    const int count = (match.captured(2) + match.captured(4)).toInt();
    const QDate day = today.addDays(ahead ? count : -count);
    if (match.captured(1).isEmpty())
        return DateSpan{day, day};
    return ahead ? DateSpan{day.addDays(1), {}} : DateSpan{{}, day.addDays(-1)};
}

/// 2026-03, 2026-q1, 2026.
std::optional<DateSpan> calendarPeriod(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{4})(?:-(?:q([1-4])|(0[1-9]|1[0-2])))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    if (const int quarter = match.captured(2).toInt(); quarter > 0) {
        const QDate first(year, quarter * 3 - 2, 1);
        return DateSpan{first, first.addMonths(3).addDays(-1)};
    }
    if (const int month = match.captured(3).toInt(); month > 0) {
        const QDate first(year, month, 1);
        return DateSpan{first, first.addMonths(1).addDays(-1)};
    }
    return DateSpan{QDate(year, 1, 1), QDate(year, 12, 31)};
}

std::optional<DateSpan> range(const QString &text, qsizetype dots)
{
    const QString left = text.left(dots).trimmed();
    const QString right = text.mid(dots + 2).trimmed();
    const auto first = parseDate(left);
    const auto last = parseDate(right);
    if ((!left.isEmpty() && !first) || (!right.isEmpty() && !last) || (left.isEmpty() && right.isEmpty()))
        return std::nullopt;
    return DateSpan{first.value_or(QDate()), last.value_or(QDate())};
}

} // namespace

std::optional<DateSpan> parseDateSpan(const QString &raw, const QDate &today, Qt::DayOfWeek firstDay)
{
    const QString text = raw.trimmed().toLower().simplified();
    if (auto span = namedDay(text, today))
        return span;
    if (auto span = namedPeriod(text, today, firstDay))
        return span;
    if (auto span = countedDays(text, today))
        return span;
    if (auto span = calendarPeriod(text))
        return span;
    if (const qsizetype dots = text.indexOf(u".."_s); dots >= 0)
        return range(text, dots);
    if (const auto date = parseDate(text))
        return DateSpan{*date, *date};
    return std::nullopt;
}

} // namespace Kartoteka
