// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace Kartoteka {

/// What a setting can hold.
enum class SettingType {
    Choice,   ///< one of SettingDef::choices
    Currency, ///< ISO 4217
    Region,   ///< ISO 3166
    Weekday,  ///< 1 (Monday) to 7; nothing: as in the person's country
    Hours,    ///< working hours of a day (core/schema/work_hours.h)
    Quiet,    ///< hours in which nobody is disturbed (core/schema/quiet_hours.h); nothing: none are
};

/// One of the few values that a setting can have.
struct SettingChoice
{
    QString code;
    const char *title; ///< to be translated
};

/// A setting of the office. It is a record: exchanged, journalled, undone.
struct SettingDef
{
    QString code;
    SettingType type;
    QString fallback;  ///< what holds while nothing is set
    const char *title; ///< to be translated
    const char *help;  ///< what it does, to be translated
    QList<SettingChoice> choices = {};
    QString page = QStringLiteral("office"); ///< code of the page on which it stands
};

const QList<SettingDef> &settingDefs();
/// Null when there is no such setting.
const SettingDef *findSetting(const QString &code);
/// What holds while nothing is set.
QString settingFallback(const QString &code);

/// What a person wrote, as it is kept: "usd" is USD, "Sunday" is 7. Usage error in words when it cannot be.
Result<QString> parseSetting(const SettingDef &setting, const QString &text);
/// A kept value as people read it.
QString settingText(const SettingDef &setting, const QString &value);

} // namespace Kartoteka
