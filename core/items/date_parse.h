// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace Kartoteka {

/// How the dates of one source are written, where they do not tell themselves.
struct DateReading
{
    bool dayFirst = true; ///< 01/02/2026 is the 1st of February
    bool dotsToo = false; ///< false: with points the day is always first, as 01.02.2026 is nearly everywhere
    int latestYear = 0;   ///< the latest that a year of two digits may mean; 0: such dates are refused
};

/// ISO, 31.12.2026, 31/12/2026 (or 12/31/2026), 2026/12/31, 2026.12.31, "5 March 2026", «5 марта 2026 г.».
std::optional<QDate> parseDate(const QString &text, const DateReading &reading);
std::optional<QDate> parseDate(const QString &text, bool dayFirst = true);

/// A date with an optional time and offset ("+03", "+0300", "Z", "UTC"); without an offset it is in @p zone. Result in UTC ms.
std::optional<qint64> parseInstant(const QString &text, const DateReading &reading, const QTimeZone &zone);
std::optional<qint64> parseInstant(const QString &text, bool dayFirst = true,
                                   const QTimeZone &zone = QTimeZone::systemTimeZone());

/// How people write days by hand in a language: in the order of its short format, with all digits of the year. What stands in an
/// editor reads back.
DateReading typedReading(const QLocale &locale = {});
QString typedDayFormat(const QLocale &locale = {});
QString typedDay(const QDate &day, const QLocale &locale = {});
QString typedMoment(const QDateTime &moment, const QLocale &locale = {});
/// For an empty editor: the last day of a year.
QString typedDayExample(const QLocale &locale = {});

/// What a date says of the order of its day and month.
enum class DateOrderSign {
    None,     ///< no date, or one that every order reads the same
    DayFirst, ///< 25/12/1990
    MonthFirst,
    Either, ///< 03/04/1990
    EitherWithDots,
};

struct DateSigns
{
    DateOrderSign order = DateOrderSign::None;
    bool shortYear = false; ///< two digits of a year
};

/// Looks at the date at the beginning of a text, whatever stands behind it.
DateSigns dateSigns(const QString &text);

} // namespace Kartoteka
