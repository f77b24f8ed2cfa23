// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/repeat_rule.h"

#include "core/base/texts.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestInterval = 999;
constexpr qsizetype mostNumbers = 40;

const QStringList frequencies{u"DAILY"_s, u"WEEKLY"_s, u"MONTHLY"_s, u"YEARLY"_s};
const QStringList weekdays{u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
const QString untilForm = u"yyyyMMdd'T'HHmmss"_s;
const QTime endOfDay(23, 59, 59);

Error refused(const QString &message)
{
    return {ErrorCode::Usage, message, {}, Codes::recurrence};
}

Error notUnderstood(const QString &part)
{
    return refused(Texts::tr("“%1” makes no sense in a repeat rule.").arg(part.left(60)));
}

std::optional<int> number(const QString &text, int least, int most)
{
    static const QRegularExpression form(u"^[+-]?\\d{1,4}$"_s);
    const int value = text.toInt();
    return form.match(text).hasMatch() && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/// Numbers with commas between them, from 1 to @p most, and the same from the end.
std::optional<QList<int>> numbers(const QString &text, int most, bool fromTheEnd = true)
{
    QList<int> found;
    for (const QString &one : text.split(u',')) {
        const auto value = number(one, fromTheEnd ? -most : 1, most);
        if (!value || *value == 0)
            return std::nullopt;
        if (!found.contains(*value))
            found << *value;
    }
    std::sort(found.begin(), found.end());
    return found.size() <= mostNumbers ? std::optional(found) : std::nullopt;
}

std::optional<QList<RuleDay>> daysOf(const QString &text)
{
    QList<RuleDay> days;
    for (const QString &one : text.split(u',')) {
        const qsizetype day = weekdays.indexOf(one.right(2));
        const QString nth = one.chopped(qMin<qsizetype>(2, one.size()));
        const auto which = nth.isEmpty() ? std::optional(0) : number(nth, -53, 53);
        if (day < 0 || !which || (*which == 0 && !nth.isEmpty()))
            return std::nullopt;
        const RuleDay found{*which, int(day) + 1};
        if (!days.contains(found))
            days << found;
    }
    std::sort(days.begin(), days.end(),
              [](const RuleDay &a, const RuleDay &b) { return std::pair(a.nth, a.day) < std::pair(b.nth, b.day); });
    return days.size() <= mostNumbers ? std::optional(days) : std::nullopt;
}

QDateTime untilOf(const QString &text)
{
    const QDate day = QDate::fromString(text.left(8), u"yyyyMMdd"_s);
    if (text.size() == 8)
        return day.isValid() ? QDateTime(day, endOfDay, Qt::UTC) : QDateTime();
    const bool isUtc = text.endsWith(u'Z');
    // By its parts: no zone may say that its clock skips that hour.
    QDateTime at(day, QTime::fromString(text.mid(8), isUtc ? u"'T'HHmmss'Z'"_s : u"'T'HHmmss"_s), Qt::UTC);
    if (!at.isValid())
        return {};
    if (isUtc)
        at = at.toLocalTime();
    return QDateTime(at.date(), at.time(), Qt::UTC);
}

/// Takes one part of a rule; false where it makes no sense.
bool take(RepeatRule &rule, const QString &name, const QString &value)
{
    const auto put = [](auto &&found, auto &to) {
        if (found)
            to = *found;
        return bool(found);
    };
    if (name == u"INTERVAL")
        return put(number(value, 1, longestInterval), rule.interval);
    if (name == u"COUNT")
        return put(number(value, 1, mostOccurrences), rule.count);
    if (name == u"UNTIL")
        return (rule.until = untilOf(value)).isValid();
    if (name == u"BYDAY")
        return put(daysOf(value), rule.days);
    if (name == u"BYMONTHDAY")
        return put(numbers(value, 31), rule.monthDays);
    if (name == u"BYYEARDAY")
        return put(numbers(value, 366), rule.yearDays);
    if (name == u"BYWEEKNO")
        return put(numbers(value, 53), rule.weeks);
    if (name == u"BYMONTH")
        return put(numbers(value, 12, false), rule.months);
    if (name == u"BYSETPOS")
        return put(numbers(value, 366), rule.positions);
    if (name == u"WKST") {
        rule.weekStart = int(weekdays.indexOf(value)) + 1;
        return rule.weekStart > 0;
    }
    return false;
}

/// None of its months has one of its days: 30 February.
bool isNever(const RepeatRule &rule)
{
    static const QList<int> longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return !rule.months.isEmpty() && !rule.monthDays.isEmpty() && std::ranges::none_of(rule.months, [&](int month) {
        return std::ranges::any_of(rule.monthDays, [&](int day) { return qAbs(day) <= longest[month - 1]; });
    });
}

/// What the parts of a rule say against each other; empty where they agree.
QString contradiction(const RepeatRule &rule)
{
    const bool yearly = rule.every == Frequency::Yearly;
    const bool monthly = rule.every == Frequency::Monthly;
    const int farthest = yearly && rule.months.isEmpty() ? 53 : 5;
    const bool counts = std::ranges::any_of(rule.days, [](const RuleDay &day) { return day.nth != 0; });
    const bool tooFar = std::ranges::any_of(rule.days, [&](const RuleDay &day) { return qAbs(day.nth) > farthest; });
    const bool isNamed = !rule.days.isEmpty() || !rule.monthDays.isEmpty() || !rule.yearDays.isEmpty()
        || !rule.weeks.isEmpty() || !rule.months.isEmpty();
    if (rule.count != 0 && rule.until.isValid())
        return Texts::tr("A series ends after a number of times or on a day, not both.");
    if (counts && (!(yearly || monthly) || !rule.weeks.isEmpty() || tooFar))
        return Texts::tr("A numbered weekday is counted within a month or a year: 2TU, -1FR.");
    if ((!rule.yearDays.isEmpty() || !rule.weeks.isEmpty()) && !yearly)
        return Texts::tr("Days and weeks of the year are for what comes every year.");
    if (!rule.monthDays.isEmpty() && rule.every == Frequency::Weekly)
        return Texts::tr("Days of the month are not for what comes every week.");
    if (!rule.positions.isEmpty() && !isNamed)
        return Texts::tr("BYSETPOS chooses among days that the rule names: it names none.");
    if (isNever(rule))
        return Texts::tr("No day matches the repeat rule.");
    return {};
}

QString join(const QList<int> &numbers)
{
    QStringList texts;
    for (const int one : numbers)
        texts << QString::number(one);
    return texts.join(u',');
}

} // namespace

Result<RepeatRule> parseRepeatRule(const QString &text)
{
    QString plain = text.trimmed();
    if (plain.startsWith(u"RRULE:", Qt::CaseInsensitive))
        plain = plain.mid(6);
    if (plain.size() > longestRule)
        return refused(Texts::tr("A repeat rule has at most %n character(s).", nullptr, int(longestRule)));
    RepeatRule rule;
    QStringList seen;
    for (const QString &part : plain.split(u';')) {
        const QString name = part.section(u'=', 0, 0).toUpper();
        const QString value = part.section(u'=', 1).toUpper();
        if (seen.contains(name) || value.isEmpty())
            return part.isEmpty() ? refused(Texts::tr("Say when it repeats, for example FREQ=WEEKLY;BYDAY=MO."))
                                  : notUnderstood(part);
        seen << name;
        if (name == u"FREQ" && (value == u"SECONDLY" || value == u"MINUTELY" || value == u"HOURLY"))
            return refused(Texts::tr("An activity repeats every day at most: DAILY, WEEKLY, MONTHLY or YEARLY."));
        if (name == u"BYHOUR" || name == u"BYMINUTE" || name == u"BYSECOND")
            return refused(Texts::tr("The time of day comes from the deadline, not from the rule."));
        const qsizetype frequency = frequencies.indexOf(value);
        if (name == u"FREQ" ? frequency < 0 : !take(rule, name, value))
            return notUnderstood(part);
        if (name == u"FREQ")
            rule.every = Frequency(frequency);
    }
    if (!seen.contains(u"FREQ"_s))
        return refused(Texts::tr("Say when it repeats, for example FREQ=WEEKLY;BYDAY=MO."));
    if (const QString problem = contradiction(rule); !problem.isEmpty())
        return refused(problem);
    return rule;
}

QString repeatRuleCode(const RepeatRule &rule)
{
    QStringList parts{u"FREQ="_s + frequencies[int(rule.every)]};
    if (rule.interval != 1)
        parts << u"INTERVAL="_s + QString::number(rule.interval);
    if (rule.count != 0)
        parts << u"COUNT="_s + QString::number(rule.count);
    if (rule.until.isValid())
        parts << u"UNTIL="_s + rule.until.toString(rule.until.time() == endOfDay ? u"yyyyMMdd"_s : untilForm);
    for (const auto &[name, numbers] :
         {std::pair(u"BYMONTH="_s, rule.months), std::pair(u"BYWEEKNO="_s, rule.weeks),
          std::pair(u"BYYEARDAY="_s, rule.yearDays), std::pair(u"BYMONTHDAY="_s, rule.monthDays)}) {
        if (!numbers.isEmpty())
            parts << name + join(numbers);
    }
    if (!rule.days.isEmpty()) {
        QStringList days;
        for (const RuleDay &one : rule.days)
            days << (one.nth == 0 ? QString() : QString::number(one.nth)) + weekdays[one.day - 1];
        parts << u"BYDAY="_s + days.join(u',');
    }
    if (!rule.positions.isEmpty())
        parts << u"BYSETPOS="_s + join(rule.positions);
    if (rule.weekStart != 1)
        parts << u"WKST="_s + weekdays[rule.weekStart - 1];
    return parts.join(u';');
}

QString occurrenceCode(const QDateTime &local)
{
    return local.toString(u"yyyy-MM-dd'T'HH:mm:ss"_s);
}

bool isOccurrenceCode(const QString &text)
{
    // By its parts: it is of no zone, so none may say that its clock skips that hour.
    const QDateTime moment(QDate::fromString(text.left(10), u"yyyy-MM-dd"_s), QTime::fromString(text.mid(11), u"HH:mm:ss"_s),
                           Qt::UTC);
    return text.size() == 19 && text == occurrenceCode(moment);
}

} // namespace Kartoteka
