// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/setting_options.h"

#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/base/texts.h"

#include <QLocale>

#include <map>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What the locales of the world say of something: the texts by code.
template<typename Read>
QList<SettingOption> ofLocales(Read read)
{
    std::map<QString, QString> known;
    const QList<QLocale> all = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : all) {
        const auto [code, text] = read(locale);
        if (!code.isEmpty())
            known.emplace(code, text);
    }
    QList<SettingOption> options;
    for (const auto &[code, text] : known)
        options.append({code, text});
    return options;
}

QList<SettingOption> currencies()
{
    return ofLocales([](const QLocale &locale) {
        const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode);
        const QString sign = locale.currencySymbol();
        const bool isKnown = currencyFromName(code) == code;
        return std::pair(isKnown ? code : QString(), sign == code || sign.isEmpty() ? code : code + u' ' + sign);
    });
}

QList<SettingOption> regions()
{
    return ofLocales([](const QLocale &locale) {
        const QString code = QLocale::territoryToCode(locale.territory());
        // The name of a country in the language that is spoken most there; of the one that stands for all others Qt knows none.
        const bool isUsa = locale.territory() == QLocale::UnitedStates;
        const QString name =
            QLocale(isUsa ? QLocale::English : QLocale::AnyLanguage, locale.territory()).nativeTerritoryName();
        return std::pair(isPhoneRegion(code) ? code : QString(), name.isEmpty() ? code : code + u" — "_s + name);
    });
}

QList<SettingOption> weekdayChoices(const SettingDef &setting)
{
    QList<SettingOption> options{{QString(), settingText(setting, {})}};
    for (int day = 1; day <= 7; ++day)
        options.append({QString::number(day), settingText(setting, QString::number(day))});
    return options;
}

} // namespace

QList<SettingOption> settingOptions(const SettingDef &setting)
{
    switch (setting.type) {
    case SettingType::Choice: {
        QList<SettingOption> options;
        for (const SettingChoice &choice : setting.choices)
            options.append({choice.code, Texts::tr(choice.title)});
        return options;
    }
    case SettingType::Currency: return currencies();
    case SettingType::Region: return regions();
    case SettingType::Weekday: return weekdayChoices(setting);
    case SettingType::Hours:
    case SettingType::Quiet: return {};
    }
    return {};
}

} // namespace Kartoteka
