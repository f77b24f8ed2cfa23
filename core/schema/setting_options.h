// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/settings.h"

namespace Kartoteka {

/// A value that a setting can have.
struct SettingOption
{
    QString value; ///< as it is kept
    QString text;  ///< as people read it
};

/// All of them, in the order in which people look for them; none of a setting that is written.
QList<SettingOption> settingOptions(const SettingDef &setting);

} // namespace Kartoteka
