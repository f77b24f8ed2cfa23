// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/office_page.h"

#include "core/base/texts.h"
#include "core/items/setting_acts.h"
#include "core/schema/setting_options.h"
#include "views/filter/choice_button.h"

namespace Kartoteka {

OfficePage::OfficePage(Store &store, QWidget *parent)
    : SettingsPage(u"office"_s, tr("Office"), u"company"_s, parent), m_store(store)
{
    for (const SettingDef &setting : settingDefs()) {
        auto *editor = new ChoiceButton(this);
        QList<ChoiceButton::Choice> choices;
        const QList<SettingOption> options = settingOptions(setting);
        for (const SettingOption &option : options)
            choices.append({option.value, option.text});
        editor->setSingle(true);
        editor->setChoices(choices);
        m_editors.insert(setting.code, editor);
        addRow(setting.code, Texts::tr(setting.title), Texts::tr(setting.help), SettingRow::Scope::Everybody, editor);
        connect(editor, &ChoiceButton::changed, this, [this, editor, setting] {
            if (editor->values().isEmpty())
                showValues(); // the one that holds was chosen
            else
                set(setting, editor->values().constFirst());
        });
    }
    connect(&store, &Store::schemaChanged, this, &OfficePage::showValues);
    showValues();
}

void OfficePage::showValues()
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        (*it)->setValues({m_store.schema()->setting(it.key())});
}

void OfficePage::set(const SettingDef &setting, const QString &value)
{
    auto changes = planSettings({{setting.code, value}});
    if (!changes) {
        showValues();
        emit failed(changes.error());
        return;
    }
    m_store.commit(*changes).then(this, [this, setting, value](const Result<Receipt> &receipt) {
        if (receipt) {
            emit done(u"%1: %2"_s.arg(Texts::tr(setting.title), settingText(setting, value)));
            return;
        }
        showValues();
        emit failed(receipt.error());
    });
}

} // namespace Kartoteka
