// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/deadline_words.h"

#include "core/activities/activity_rules.h"
#include "core/items/date_parse.h"

#include <QHash>
#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 100;
constexpr int mostDays = 366 * 100;
const QTime usualMorning(9, 0);
const QTime noon(12, 0);
const QTime afternoon(14, 0);
const QTime evening(18, 0);

enum class Unit { Minute, Hour, Day, WorkingDay, Week, Month };

/// What has been understood of a text so far.
struct Said
{
    std::optional<QDate> day;
    std::optional<QTime> time;
    std::optional<QDateTime> moment; ///< so many hours or minutes from now
    bool isWeekday = false;          ///< the day is a weekday: today counts until its time has passed
    bool isDate = false;             ///< the day is a date: its weekday may stand with it
};

const QRegularExpression::PatternOptions options = QRegularExpression::CaseInsensitiveOption
    | QRegularExpression::UseUnicodePropertiesOption;

/// Takes what @p pattern matches at the beginning of a text off it; it ends where a word ends.
std::optional<QRegularExpressionMatch> take(QStringView &text, const QString &pattern)
{
    thread_local QHash<QString, QRegularExpression> forms; // asked with each key that is typed
    QRegularExpression &form = forms[pattern];
    if (form.pattern().isEmpty())
        form = QRegularExpression(u"^(?:%1)(?=$|[\\s,;])"_s.arg(pattern), options);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    text = text.mid(match.capturedEnd()).trimmed();
    return match;
}

std::optional<Unit> unitOf(const QString &word)
{
    static const QList<QPair<QString, Unit>> beginnings{
        {u"мин"_s, Unit::Minute},      {u"min"_s, Unit::Minute},    {u"час"_s, Unit::Hour},
        {u"hour"_s, Unit::Hour},       {u"hr"_s, Unit::Hour},       {u"раб"_s, Unit::WorkingDay},
        {u"work"_s, Unit::WorkingDay}, {u"wd"_s, Unit::WorkingDay}, {u"рд"_s, Unit::WorkingDay},
        {u"ден"_s, Unit::Day},         {u"дн"_s, Unit::Day},        {u"day"_s, Unit::Day},
        {u"нед"_s, Unit::Week},        {u"week"_s, Unit::Week},     {u"мес"_s, Unit::Month},
        {u"month"_s, Unit::Month}};
    static const QHash<QString, Unit> letters{{u"м"_s, Unit::Minute}, {u"m"_s, Unit::Minute}, {u"ч"_s, Unit::Hour},
                                              {u"h"_s, Unit::Hour},   {u"д"_s, Unit::Day},    {u"d"_s, Unit::Day},
                                              {u"н"_s, Unit::Week},   {u"w"_s, Unit::Week}};
    const QString plain = word.toLower();
    if (const auto letter = letters.constFind(plain); letter != letters.cend())
        return *letter;
    const auto found = std::ranges::find_if(beginnings, [&](const auto &one) { return plain.startsWith(one.first); });
    return found == beginnings.cend() ? std::nullopt : std::optional(found->second);
}

/// «Через полчаса», "half an hour", «полтора часа».
bool takeHalfHours(QStringView &text, Said &said, const QDateTime &now)
{
    static const QString before = u"(?:(?:\\+|через\\s|in\\s|after\\s)\\s*)?"_s;
    constexpr int halfAnHour = 1800;
    int halves = 0;
    if (take(text, before + u"(?:полчаса|пол часа|half an? hour)"_s))
        halves = 1;
    else if (take(text, before + u"(?:полтора часа|(?:an|one) hour and a half|one and a half hours)"_s))
        halves = 3;
    if (halves != 0)
        said.moment = now.addSecs(halves * halfAnHour);
    return halves != 0;
}

bool takeSpan(QStringView &text, Said &said, const QDateTime &now, const WorkCalendar &calendar)
{
    if (takeHalfHours(text, said, now))
        return true;
    static const QString units = u"(раб\\w*\\.?(?:\\s*дн\\w*|\\s*день)?|work\\w*(?:\\s*days?)?|wd|рд|\\p{L}+)\\.?"_s;
    QStringView rest = text;
    auto match = take(rest, u"(?:\\+|через\\s|in\\s|after\\s)\\s*(?:an?\\s+)?(\\d{1,5}(?:[.,]5)?)?\\s*"_s + units);
    if (!match) // "1h", «3 рабочих дня»
        match = take(rest, u"(\\d{1,5}(?:[.,]5)?)\\s*"_s + units);
    const auto unit = match ? unitOf(match->captured(2)) : std::nullopt;
    if (!unit)
        return false;
    const QString written = match->captured(1);
    const int number = written.isEmpty() ? 1 : written.left(qMax(written.indexOf(u'.'), written.indexOf(u','))).toInt();
    const bool hasHalf = written.contains(u'.') || written.contains(u',');
    if (hasHalf && *unit != Unit::Hour) // which hour would that be?
        return false;
    switch (*unit) {
    case Unit::Minute: said.moment = now.addSecs(number * 60LL); break;
    case Unit::Hour: said.moment = now.addSecs(number * 3600LL + (hasHalf ? 1800 : 0)); break;
    case Unit::Day: said.day = now.date().addDays(qMin(number, mostDays)); break;
    case Unit::Week: said.day = now.date().addDays(qMin(number, mostDays / 7) * 7LL); break;
    case Unit::Month: said.day = now.date().addMonths(qMin(number, mostDays / 30)); break;
    case Unit::WorkingDay: said.day = calendar.addWorkingDays(now.date(), qMin(number, 1000)); break;
    }
    text = rest;
    return true;
}

/// 1 (Monday) to 7 by its name in any case, or by its beginning; 0 when it is none: «встреча» is no Sunday.
int weekdayOf(const QString &word)
{
    struct Name
    {
        QStringList whole; ///< three letters of it are enough
        QRegularExpression form;
    };
    const auto named = [](const QStringList &whole, const QString &form) {
        return Name{whole, QRegularExpression(QRegularExpression::anchoredPattern(form), options)};
    };
    static const QList<Name> names{named({u"mondays"_s, u"понедельник"_s}, u"пн|пнд|понедельник\\w{1,2}"_s),
                                   named({u"tuesdays"_s, u"вторник"_s}, u"вт|втр|вторник\\w{1,2}"_s),
                                   named({u"wednesdays"_s, u"среда"_s}, u"weds|ср|срд|сред(?:[ыеу]|ой|ам)"_s),
                                   named({u"thursdays"_s, u"четверг"_s}, u"чт|чтв|четверг\\w{1,2}"_s),
                                   named({u"fridays"_s, u"пятница"_s}, u"пт|птн|птц|пятниц\\w{1,2}"_s),
                                   named({u"saturdays"_s, u"суббота"_s}, u"сб|сбт|суббот\\w{1,2}"_s),
                                   named({u"sundays"_s, u"воскресенье"_s}, u"вс|вск|воскресень\\w{1,2}"_s)};
    constexpr qsizetype enough = 3;
    const auto found = std::ranges::find_if(names, [&word](const Name &name) {
        const auto begins = [&word](const QString &whole) { return whole.startsWith(word, Qt::CaseInsensitive); };
        return (word.size() >= enough && std::ranges::any_of(name.whole, begins)) || name.form.match(word).hasMatch();
    });
    return found == names.cend() ? 0 : int(found - names.cbegin()) + 1;
}

bool takeDay(QStringView &text, Said &said, const QDateTime &now, const WorkCalendar &calendar)
{
    const QDate today = now.date();
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    if (take(text, u"today|сегодня"_s))
        said.day = today;
    else if (take(text, u"day after tomorrow|послезавтра"_s))
        said.day = today.addDays(2);
    else if (take(text, u"tomorrow|tmrw|завтра"_s))
        said.day = today.addDays(1);
    else if (take(text, u"(?:at\\s+)?(?:the\\s+)?end of (?:the )?month|eom|(?:до |в |к )?кон(?:ец|це|ца|цу) месяца"_s))
        said.day = today.addDays(today.daysInMonth() - today.day());
    else if (take(text, u"(?:at\\s+)?(?:the\\s+)?end of (?:the )?year|eoy|(?:до |в |к )?кон(?:ец|це|ца|цу) года"_s))
        said.day = today.addDays(today.daysInYear() - today.dayOfYear());
    else if (take(text, u"(?:at\\s+)?(?:the\\s+)?end of (?:the )?week|eow|(?:до |в |к )?кон(?:ец|це|ца|цу) недели"_s)) {
        said.day = monday.addDays(-1);
        while (*said.day > today && !calendar.isWorkingDay(*said.day))
            said.day = said.day->addDays(-1);
    } else if (take(text, u"next week|(?:на |до )?следующ\\w+ недел\\w+"_s))
        said.day = calendar.isWorkingDay(monday) ? monday : calendar.addWorkingDays(monday, 1);
    else if (take(text, u"next month|(?:в )?следующ\\w+ месяц\\w*"_s))
        said.day = QDate(today.year(), today.month(), 1).addMonths(1);
    else if (QStringView rest = text;
             const auto named = take(rest,
                                     u"(next\\s+|следующ\\w+\\s+)?(?:(?:this|эт\\w+|ближайш\\w+)\\s+)?(\\p{L}{2,})\\.?"_s)) {
        const int weekday = weekdayOf(named->captured(2));
        if (weekday == 0)
            return false;
        const bool isNextWeek = !named->captured(1).isEmpty();
        said.day = isNextWeek ? monday.addDays(weekday - 1) : today.addDays((weekday - today.dayOfWeek() + 7) % 7);
        said.isWeekday = !isNextWeek;
        text = rest;
    } else {
        return false;
    }
    return true;
}

bool takeDate(QStringView &text, Said &said, const QDate &today)
{
    QStringView rest = text;
    QString written;
    bool hasYear = true;
    if (const auto whole = take(rest, u"\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}"_s)) {
        written = whole->captured();
    } else if (
        const auto named = take(
            rest,
            u"(\\d{1,2})(?:\\.|st|nd|rd|th|-?го|-?е)?(?:\\s+of)?\\s+(\\p{L}{3,})\\.?(?:\\s+(\\d{4})(?:\\s*г\\.?)?)?"_s)) {
        hasYear = !named->captured(3).isEmpty();
        written = named->captured(1) + u' ' + named->captured(2) + u' '
            + (hasYear ? named->captured(3) : QString::number(today.year()));
    } else if (const auto english = take(rest, u"(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?"_s)) {
        hasYear = !english->captured(3).isEmpty();
        written = english->captured(2) + u' ' + english->captured(1) + u' '
            + (hasYear ? english->captured(3) : QString::number(today.year()));
    } else if (const auto numbers = take(rest, u"(\\d{1,2})([./])(\\d{1,2})\\.?"_s)) {
        hasYear = false;
        written = numbers->captured(1) + numbers->captured(2) + numbers->captured(3) + numbers->captured(2)
            + QString::number(today.year());
    } else {
        return false;
    }
    auto day = parseDate(written, typedReading());
    if (!hasYear && !day) // the 29th of February of a year that has it
        day = parseDate(written.chopped(4) + QString::number(today.year() + (4 - today.year() % 4) % 4), typedReading());
    if (!day)
        return false;
    said.day = !hasYear && *day < today ? day->addYears(1) : *day;
    said.isDate = true;
    text = rest;
    return true;
}

/// The date that stands beside its weekday, «вт 1 декабря», or the weekday beside its date.
bool takeOtherName(QStringView &text, Said &said, const QDateTime &now, const WorkCalendar &calendar)
{
    QStringView rest = text;
    Said other;
    if (said.isDate)
        take(rest, u"во?|on"_s);
    const bool isThere = said.isWeekday ? takeDate(rest, other, now.date())
                                        : said.isDate && takeDay(rest, other, now, calendar) && other.isWeekday;
    if (!isThere || other.day->dayOfWeek() != said.day->dayOfWeek())
        return false;
    said.day = said.isWeekday ? other.day : said.day;
    said.isWeekday = said.isDate = false;
    text = rest;
    return true;
}

/// The hour of the day of an hour with its half of the day behind it: «3 дня», «11 ночи», and «15 дня» too.
std::optional<int> hourOf(int hour, const QString &half)
{
    static const QRegularExpression later(u"^p|дня|вечера|afternoon|evening"_s);
    static const QRegularExpression night(u"ночи|night"_s);
    constexpr int nightBegins = 6; // of the twelve hours
    const bool isLater = night.match(half).hasMatch() ? hour % 12 >= nightBegins : later.match(half).hasMatch();
    if (hour == 0 && isLater)
        return std::nullopt;
    if (hour > 12) // said twice, as people do; after a clock of twelve hours it is a slip
        return isLater && !half.startsWith(u'p') ? std::optional(hour) : std::nullopt;
    return hour % 12 + (isLater ? 12 : 0);
}

bool takeTime(QStringView &text, Said &said)
{
    QStringView rest = text;
    if (take(rest, u"(?:в |at )?(?:noon|midday|полдень)"_s)) {
        said.time = noon;
    } else if (take(rest, u"(?:in the )?morning|утром|утра"_s)) {
        said.time = usualMorning;
    } else if (take(rest, u"(?:in the )?afternoon|дн[её]м|после обеда"_s)) {
        said.time = afternoon;
    } else if (
        take(
            rest,
            u"(?:in the )?evening|вечером|tonight|(?:до |в |к )?кон(?:ец|це|ца|цу) дня|(?:by\\s+)?(?:the\\s+)?end of (?:the )?day|eod"_s)) {
        said.time = evening;
    } else {
        // «В 3 часа дня», "at 3 in the afternoon": which half of the day stands behind it.
        static const QString half =
            u"(?:\\s*([ap]\\.?m\\.?|утра|ночи|дня|вечера|in the (?:morning|afternoon|evening)|at night))?"_s;
        static const QString hours = u"(?:\\s*(?:час(?:а|ов)?|ч\\.?|o.?clock))?"_s;
        auto match = take(rest, u"(?:в\\s*|к\\s+|до\\s+|at\\s+|by\\s+|@)?(\\d{1,2})[:.-](\\d{2})"_s + half);
        if (!match)
            match = take(rest, u"(?:at\\s+|by\\s+|@)?(\\d{1,2})()\\s*([ap]\\.?m\\.?)"_s);
        if (!match)
            match = take(rest, u"(?:в|к|до|at|by|@)\\s*(\\d{1,2})()"_s + hours + half);
        if (!match) // after a day a number can only be its hour
            match = said.day ? take(rest, u"(\\d{1,2})()"_s + hours + half) : std::nullopt;
        if (!match)
            return false;
        int hour = match->captured(1).toInt();
        const QString behind = match->captured(3).toLower();
        if (!behind.isEmpty()) {
            const auto whole = hourOf(hour, behind);
            if (!whole)
                return false;
            hour = *whole;
        }
        const QTime time(hour, match->captured(2).toInt());
        if (!time.isValid())
            return false;
        said.time = time;
    }
    text = rest;
    return true;
}

/// The next moment at which a clock shows @p time on @p day.
QDateTime at(const QDate &day, const QTime &time, const QDateTime &now)
{
    QDateTime moment(day, time, now.timeZone());
    if (!moment.isValid()) // the clock skips it
        moment = QDateTime(day, time.addSecs(3600), now.timeZone());
    return moment;
}

QTime workBegins(const QDate &day, const WorkCalendar &calendar)
{
    const WorkHours hours = calendar.hours(day);
    return hours.isEmpty() ? usualMorning : QTime(0, 0).addSecs(hours.constFirst().from * 60);
}

} // namespace

std::optional<QDateTime> parseDeadline(const QString &given, const QDateTime &now, const WorkCalendar &calendar)
{
    const QString simple = given.simplified();
    if (simple.isEmpty() || simple.size() > longestText)
        return std::nullopt;
    QStringView text = simple;
    Said said;
    while (!text.isEmpty()) {
        while (!text.isEmpty() && (text.front() == u',' || text.front() == u';'))
            text = text.mid(1).trimmed();
        if (!said.day && !said.moment && takeSpan(text, said, now, calendar))
            continue;
        if (!said.day && !said.moment && takeDate(text, said, now.date()))
            continue;
        if (said.day && takeOtherName(text, said, now, calendar))
            continue;
        if (!said.time && !said.moment && takeTime(text, said))
            continue;
        if (!said.day && !said.moment && takeDay(text, said, now, calendar))
            continue;
        if (!said.day && take(text, u"в|во|на|on|к|до|by"_s)) // stands before a day
            continue;
        return std::nullopt;
    }
    const auto isSensible = [&now](const QDateTime &moment) {
        return moment.isValid() && moment > now && moment.date().year() <= lastYearOfDeadlines;
    };
    if (said.moment)
        return !said.time && !said.day && isSensible(*said.moment) ? said.moment : std::nullopt;
    if (!said.day && !said.time)
        return std::nullopt;
    QDate day = said.day.value_or(now.date());
    QTime time = said.time.value_or(workBegins(day, calendar));
    if (!said.day && at(day, time, now) <= now)
        day = day.addDays(1);
    if (said.isWeekday && at(day, time, now) <= now)
        day = day.addDays(7);
    QDateTime moment = at(day, time, now);
    if (!said.time && day == now.date() && moment <= now) // today, when work has begun: before its end, or in an hour
        moment = qMax(at(day, evening, now), now.addSecs(3600));
    return isSensible(moment) ? std::optional(moment) : std::nullopt;
}

} // namespace Kartoteka
