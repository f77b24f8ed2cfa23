// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/settings/settings_page.h"

namespace Kartoteka {

class ChoiceButton;
struct SettingDef;

/// Settings of the office, as core/schema/settings lists them.
class OfficePage final : public SettingsPage
{
    Q_OBJECT
public:
    OfficePage(Store &store, QWidget *parent);

private:
    void set(const SettingDef &setting, const QString &value);
    void showValues();

    Store &m_store;
    QHash<QString, ChoiceButton *> m_editors; ///< by the code of the setting
};

} // namespace Kartoteka
