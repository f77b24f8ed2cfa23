// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/go_to_day.h"

#include "core/activities/deadline_words.h"
#include "core/items/date_parse.h"
#include "core/query/date_span.h"
#include "models/calendar/calendar_period.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

namespace {

/// "March 2025", «март 2025», «март»; without a year the one at hand.
std::optional<QDate> parseMonth(const QString &text, int year)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    bool isYear = words.size() == 2;
    const int said = isYear ? words[1].toInt(&isYear) : year;
    if (words.isEmpty() || words.size() > 2 || (words.size() == 2 && !isYear) || words[0].size() < 3)
        return std::nullopt;
    for (const QLocale &locale : {QLocale(), QLocale(QLocale::English), QLocale(QLocale::Russian)}) {
        for (int month = 1; month <= 12; ++month) {
            if (locale.standaloneMonthName(month).startsWith(words[0], Qt::CaseInsensitive)
                || locale.monthName(month).startsWith(words[0], Qt::CaseInsensitive))
                return QDate(said, month, 1);
        }
    }
    return std::nullopt;
}

/// "dec 1" as "1 dec": one way to say it is enough to be read.
QString dayFirst(const QString &text)
{
    static const QRegularExpression monthFirst(u"^(\\p{L}{3,})\\.? (\\d{1,2})$"_s);
    const auto match = monthFirst.match(text);
    return match.hasMatch() ? match.captured(2) + u' ' + match.captured(1) : text;
}

/// What lies behind is said as what lies ahead, with a minus.
std::optional<QDate> parseBack(const QString &text, const QDateTime &now, const WorkCalendar &calendar)
{
    if (!text.startsWith(u'-') && !text.startsWith(u'−'))
        return std::nullopt;
    const auto ahead = parseDeadline(u'+' + text.mid(1).trimmed(), now, calendar);
    return ahead ? std::optional(now.date().addDays(-now.date().daysTo(ahead->date()))) : std::nullopt;
}

/// Periods, as filters know them.
std::optional<QDate> parsePeriod(const QString &text, const QDate &today, Qt::DayOfWeek weekStart)
{
    static const QList<QPair<QString, QString>> russian{{u"сегодня"_s, u"today"_s},
                                                        {u"вчера"_s, u"yesterday"_s},
                                                        {u"завтра"_s, u"tomorrow"_s},
                                                        {u"прошлая неделя"_s, u"last week"_s},
                                                        {u"прошлый месяц"_s, u"last month"_s},
                                                        {u"прошлый год"_s, u"last year"_s},
                                                        {u"следующий месяц"_s, u"next month"_s},
                                                        {u"следующий год"_s, u"next year"_s}};
    QString period = text;
    for (const auto &[from, to] : russian) {
        if (text == from)
            period = to;
    }
    const auto span = parseDateSpan(period, today, weekStart);
    return span && span->first.isValid() ? std::optional(span->first) : std::nullopt;
}

} // namespace

std::optional<QDate> parseDayToGo(const QString &text, const QDateTime &now, Qt::DayOfWeek weekStart,
                                  const WorkCalendar &calendar)
{
    const QString said = dayFirst(text.simplified().toLower());
    if (said.isEmpty() || said.size() > 100)
        return std::nullopt;
    std::optional<QDate> day = parseDate(said, typedReading());
    if (!day)
        day = parseBack(said, now, calendar);
    if (!day)
        day = parsePeriod(said, now.date(), weekStart);
    if (!day)
        day = parseMonth(said, now.date().year());
    if (!day) {
        if (const auto ahead = parseDeadline(said, now, calendar))
            day = ahead->date();
    }
    return day && *day >= earliestCalendarDay() && *day <= latestCalendarDay() ? day : std::nullopt;
}

} // namespace Kartoteka
