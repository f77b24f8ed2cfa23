// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/settings.h"

#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/base/texts.h"
#include "core/schema/contact_codes.h"
#include "core/schema/counter_settings.h"
#include "core/schema/money_codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/quiet_hours.h"
#include "core/schema/work_hours.h"

#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Number or name of a day, in the language of the program or in English; 0 when it is none.
int weekday(const QString &text)
{
    for (int day = 1; day <= 7; ++day) {
        QStringList names{QString::number(day)};
        for (const QLocale &locale : {QLocale(), QLocale::c()})
            names << locale.standaloneDayName(day) << locale.dayName(day, QLocale::ShortFormat);
        if (names.contains(text, Qt::CaseInsensitive))
            return day;
    }
    return 0;
}

QStringList choiceCodes(const SettingDef &setting)
{
    QStringList codes;
    for (const SettingChoice &choice : setting.choices)
        codes << choice.code;
    return codes;
}

SettingDef workHours(int weekday, const char *title, const char *help = "")
{
    return {u"work_hours_%1"_s.arg(weekday),
            SettingType::Hours,
            weekday <= Qt::Friday ? u"09:00-18:00"_s : u"off"_s,
            title,
            help,
            {},
            u"time"_s};
}

Error misfit(const SettingDef &setting, const QString &text, const QString &expected)
{
    return {ErrorCode::Usage,
            Texts::tr("“%1” cannot be %2: %3").arg(Texts::tr(setting.title), text, expected),
            {},
            setting.code};
}

} // namespace

const QList<SettingDef> &settingDefs()
{
    static const QList<SettingDef> settings{
        {u"currency"_s,
         SettingType::Currency,
         u"RUB"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Currency"),
         QT_TRANSLATE_NOOP("Kartoteka", "for amounts without a currency and totals in several currencies"),
         {},
         u"money"_s},
        {Codes::taxRounding,
         SettingType::Choice,
         u"line"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Tax rounding"),
         QT_TRANSLATE_NOOP("Kartoteka", "for the products of an item; amounts that come from products are recalculated"),
         {{u"line"_s, QT_TRANSLATE_NOOP("Kartoteka", "line by line")},
          {Codes::roundedByTotal, QT_TRANSLATE_NOOP("Kartoteka", "once per tax rate")}},
         u"money"_s},
        {Codes::closedRates,
         SettingType::Choice,
         u"closed"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Rates for closed items"),
         QT_TRANSLATE_NOOP("Kartoteka", "used for totals of won and lost items in the base currency"),
         {{u"closed"_s, QT_TRANSLATE_NOOP("Kartoteka", "of the day each was closed")},
          {Codes::ratesOfToday, QT_TRANSLATE_NOOP("Kartoteka", "today's")}},
         u"money"_s},
        {u"counter_mode"_s,
         SettingType::Choice,
         u"item"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Counters"),
         QT_TRANSLATE_NOOP("Kartoteka", "whose counters an activity is counted in"),
         {{u"item"_s, QT_TRANSLATE_NOOP("Kartoteka", "the person responsible for the card")},
          {u"activity"_s, QT_TRANSLATE_NOOP("Kartoteka", "the person responsible for the activity")}},
         u"activities"_s},
        {Codes::counterLead,
         SettingType::Choice,
         u"15"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Activities without a reminder turn red"),
         QT_TRANSLATE_NOOP("Kartoteka", "in the counters; those with reminders at their first one"),
         {{u"0"_s, QT_TRANSLATE_NOOP("Kartoteka", "when they are due")},
          {u"5"_s, QT_TRANSLATE_NOOP("Kartoteka", "5 minutes before")},
          {u"15"_s, QT_TRANSLATE_NOOP("Kartoteka", "15 minutes before")},
          {u"30"_s, QT_TRANSLATE_NOOP("Kartoteka", "half an hour before")},
          {u"60"_s, QT_TRANSLATE_NOOP("Kartoteka", "an hour before")},
          {u"120"_s, QT_TRANSLATE_NOOP("Kartoteka", "two hours before")},
          {u"1440"_s, QT_TRANSLATE_NOOP("Kartoteka", "a day before")}},
         u"activities"_s},
        {Codes::contactNotes,
         SettingType::Choice,
         u"asked"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Calls and messages from a card"),
         QT_TRANSLATE_NOOP("Kartoteka", "what is kept of a call or message without a result"),
         {{u"asked"_s, QT_TRANSLATE_NOOP("Kartoteka", "nothing")},
          {Codes::contactsKept, QT_TRANSLATE_NOOP("Kartoteka", "a record without notes")}},
         u"activities"_s},
        {u"language"_s,
         SettingType::Choice,
         u"en"_s,
         QT_TRANSLATE_NOOP("Kartoteka", "Language"),
         QT_TRANSLATE_NOOP("Kartoteka", "used in answers to scripts"),
         {{u"en"_s, "English"}, {u"ru"_s, "Русский"}}},
        {u"phone_region"_s, SettingType::Region, u"RU"_s, QT_TRANSLATE_NOOP("Kartoteka", "Country of phones"),
         QT_TRANSLATE_NOOP("Kartoteka", "for numbers without a country code")},
        {u"week_start"_s,
         SettingType::Weekday,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "First day of the week"),
         QT_TRANSLATE_NOOP("Kartoteka", "in filters and calendars"),
         {},
         u"time"_s},
        workHours(1, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Monday"),
                  QT_TRANSLATE_NOOP("Kartoteka", "such as 9:00-13:00, 14:00-18:00, or “off”")),
        workHours(2, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Tuesday")),
        workHours(3, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Wednesday")),
        workHours(4, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Thursday")),
        workHours(5, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Friday")),
        workHours(6, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Saturday")),
        workHours(7, QT_TRANSLATE_NOOP("Kartoteka", "Working hours on Sunday")),
        {Codes::quietHours,
         SettingType::Quiet,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "Quiet hours"),
         QT_TRANSLATE_NOOP("Kartoteka", "such as 20:00-8:00: reminders wait for working time; empty: none wait"),
         {},
         u"activities"_s}};
    return settings;
}

const SettingDef *findSetting(const QString &code)
{
    const QList<SettingDef> &all = settingDefs();
    const auto it = std::find_if(all.cbegin(), all.cend(), [&code](const SettingDef &one) { return one.code == code; });
    return it == all.cend() ? nullptr : &*it;
}

QString settingFallback(const QString &code)
{
    const SettingDef *setting = findSetting(code);
    return setting ? setting->fallback : QString();
}

Result<QString> parseSetting(const SettingDef &setting, const QString &text)
{
    const QString given = text.trimmed();
    switch (setting.type) {
    case SettingType::Choice:
        if (const QStringList codes = choiceCodes(setting); !codes.contains(given))
            return misfit(setting, text, Texts::tr("say one of %1.").arg(codes.join(u", "_s)));
        return given;
    case SettingType::Currency:
        if (const QString code = currencyFromName(given); !code.isEmpty())
            return code;
        return misfit(setting, text, Texts::tr("there is no such currency."));
    case SettingType::Region:
        if (isPhoneRegion(given.toUpper()))
            return given.toUpper();
        return misfit(setting, text, Texts::tr("say the two letters of a country, for example RU."));
    case SettingType::Weekday:
        if (given.isEmpty())
            return QString();
        if (const int day = weekday(given); day != 0)
            return QString::number(day);
        return misfit(setting, text, Texts::tr("say a day of the week, or 1 (Monday) to 7."));
    case SettingType::Hours:
        if (const auto hours = parseWorkHours(given))
            return workHoursCode(*hours);
        return misfit(setting, text, Texts::tr("say hours such as 9:00-13:00, 14:00-18:00, or off."));
    case SettingType::Quiet:
        if (given.isEmpty())
            return QString();
        if (const auto hours = parseQuietHours(given))
            return quietHoursCode(*hours);
        return misfit(setting, text, Texts::tr("say hours such as 20:00-8:00, or nothing."));
    }
    return given;
}

QString settingText(const SettingDef &setting, const QString &value)
{
    for (const SettingChoice &choice : setting.choices) {
        if (choice.code == value)
            return value + u": "_s + Texts::tr(choice.title);
    }
    if (setting.type == SettingType::Hours)
        return workHoursText(parseWorkHours(value).value_or(WorkHours()));
    if (const auto quiet = setting.type == SettingType::Quiet ? parseQuietHours(value) : std::nullopt)
        return quietHoursText(*quiet);
    if (setting.type != SettingType::Weekday)
        return value;
    const int day = value.toInt();
    return day < 1 || day > 7 ? Texts::tr("as in the person's country") : QLocale().standaloneDayName(day);
}

} // namespace Kartoteka
