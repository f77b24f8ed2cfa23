// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/repeat_words.h"

#include "core/base/texts.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QString frequencyText(Frequency every, int interval)
{
    if (interval == 1) {
        switch (every) {
        case Frequency::Daily: return Texts::tr("every day");
        case Frequency::Weekly: return Texts::tr("every week");
        case Frequency::Monthly: return Texts::tr("every month");
        case Frequency::Yearly: return Texts::tr("every year");
        }
    }
    switch (every) {
    case Frequency::Daily: return Texts::tr("every %n day(s)", nullptr, interval);
    case Frequency::Weekly: return Texts::tr("every %n week(s)", nullptr, interval);
    case Frequency::Monthly: return Texts::tr("every %n month(s)", nullptr, interval);
    case Frequency::Yearly: return Texts::tr("every %n year(s)", nullptr, interval);
    }
    return {};
}

/// "first Mon", "last Fri": languages with genders say it by that of the weekday.
QString countedDay(const RuleDay &day)
{
    enum { Masculine, Feminine, Neuter };
    static const std::array<int, 7> genders{Masculine, Masculine, Feminine, Masculine, Feminine, Feminine, Neuter};
    const QString name = QLocale().dayName(day.day, QLocale::ShortFormat);
    const int gender = genders.at(size_t(day.day) - 1);
    const auto by = [&](const QString &masculine, const QString &feminine, const QString &neuter) {
        return (gender == Masculine ? masculine : gender == Feminine ? feminine : neuter).arg(name);
    };
    switch (day.nth) {
    case 1:
        return by(Texts::tr("first %1", "masculine"), Texts::tr("first %1", "feminine"), Texts::tr("first %1", "neuter"));
    case 2:
        return by(Texts::tr("second %1", "masculine"), Texts::tr("second %1", "feminine"), Texts::tr("second %1", "neuter"));
    case 3:
        return by(Texts::tr("third %1", "masculine"), Texts::tr("third %1", "feminine"), Texts::tr("third %1", "neuter"));
    case 4:
        return by(Texts::tr("fourth %1", "masculine"), Texts::tr("fourth %1", "feminine"), Texts::tr("fourth %1", "neuter"));
    case -1: return by(Texts::tr("last %1", "masculine"), Texts::tr("last %1", "feminine"), Texts::tr("last %1", "neuter"));
    default: return Texts::tr("%1 no. %2", "a weekday, the how manieth").arg(name, QString::number(day.nth));
    }
}

bool isWorkingWeek(const RepeatRule &rule)
{
    const QList<RuleDay> days{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}};
    const bool plain = rule.monthDays.isEmpty() && rule.months.isEmpty() && rule.positions.isEmpty();
    return rule.interval == 1 && plain && rule.days == days
        && (rule.every == Frequency::Weekly || rule.every == Frequency::Daily);
}

QString daysText(const RepeatRule &rule, const QString &often)
{
    QString text = often;
    QStringList days;
    QStringList counted;
    for (const RuleDay &day : rule.days) {
        if (day.nth == 0)
            days << QLocale().dayName(day.day, QLocale::ShortFormat);
        else
            counted << countedDay(day);
    }
    if (!days.isEmpty())
        text = Texts::tr("%1 on %2", "every week on Mon, Fri").arg(text, days.join(u", "_s));
    if (!counted.isEmpty())
        text = Texts::tr("%1: %2", "every month: first Mon").arg(text, counted.join(u", "_s));
    return text;
}

QString monthDaysText(const RepeatRule &rule, const QString &often)
{
    QStringList numbers;
    for (const int day : rule.monthDays) {
        if (day != -1)
            numbers << QString::number(day);
    }
    QString text = often;
    if (!numbers.isEmpty())
        text = Texts::tr("%1 on day %2", "every month on day 15").arg(text, numbers.join(u", "_s));
    return rule.monthDays.contains(-1) ? Texts::tr("%1 on the last day", "every month on the last day").arg(text) : text;
}

} // namespace

QString repeatText(const RepeatRule &rule)
{
    QString text;
    if (isWorkingWeek(rule)) {
        text = Texts::tr("every working day");
    } else if (!rule.positions.isEmpty() || !rule.yearDays.isEmpty() || !rule.weeks.isEmpty()) {
        RepeatRule endless = rule; // too much for a sentence
        endless.count = 0;
        endless.until = {};
        text = frequencyText(rule.every, rule.interval) + u" ("_s + repeatRuleCode(endless) + u')';
    } else {
        text = monthDaysText(rule, daysText(rule, frequencyText(rule.every, rule.interval)));
        QStringList months;
        for (const int month : rule.months)
            months << QLocale().standaloneMonthName(month, QLocale::LongFormat);
        if (!months.isEmpty())
            text += u" ("_s + months.join(u", "_s) + u')';
    }
    if (rule.count != 0)
        text += u", "_s + Texts::tr("%n time(s) with this one", "a repetition", rule.count);
    if (rule.until.isValid())
        text += u", "_s
            + Texts::tr("until %1", "a repetition").arg(QLocale().toString(rule.until.date(), QLocale::ShortFormat));
    return text;
}

QString repeatText(const QString &code, bool whenDone)
{
    const auto rule = parseRepeatRule(code);
    const QString text = rule ? repeatText(*rule) : code;
    return whenDone ? Texts::tr("%1 after it is done", "every 3 days after it is done").arg(text) : text;
}

} // namespace Kartoteka
