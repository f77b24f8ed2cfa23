// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/office_settings_page.h"

namespace Kartoteka {

struct SettingsDiff;

/// What holds in the whole office and belongs to no other page, and the copy of all settings from one office to another.
class OfficePage final : public OfficeSettingsPage
{
    Q_OBJECT
public:
    OfficePage(Store &store, QWidget *parent);

private:
    void writeCopy();
    void readCopy();
    void askToLoad(const SettingsDiff &diff);
};

} // namespace Kartoteka
