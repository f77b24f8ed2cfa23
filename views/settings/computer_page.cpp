// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/computer_page.h"

#include "views/filter/choice_button.h"
#include "views/settings/look_choices.h"

namespace Kartoteka {

ComputerPage::ComputerPage(QWidget *parent) : SettingsPage(u"computer"_s, tr("This computer"), u"settings"_s, parent)
{
    const QList<LookChoice> all = lookChoices();
    for (const LookChoice &choice : all) {
        auto *editor = new ChoiceButton(this);
        QList<ChoiceButton::Choice> choices;
        for (const auto &[value, text] : choice.values)
            choices.append({value, text});
        editor->setSingle(true);
        editor->setChoices(choices);
        editor->setValues({choice.current()});
        addRow(choice.key, choice.title, {}, SettingRow::Scope::Computer, editor);
        connect(editor, &ChoiceButton::changed, this, [this, editor, choice] {
            if (editor->values().isEmpty()) { // the one that holds was chosen
                editor->setValues({choice.current()});
                return;
            }
            choice.choose(editor->values().constFirst());
            emit lookChosen();
        });
    }
}

} // namespace Kartoteka
