// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/computer_page.h"

#include "views/settings/look_choices.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"

#include <QPushButton>
#include <QVBoxLayout>

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
            choice.choose(editor->values().constFirst());
            emit lookChosen();
        });
    }
    if (lastLookChoice().isEmpty())
        return;
    // The windows are made anew with each choice: what says so stands on the page itself.
    auto *back = new QPushButton(tr("Take back: %1").arg(lastLookChoice()), this);
    back->setObjectName(u"takeBackLook"_s);
    back->setAutoDefault(false);
    back->setToolTip(tr("As it was before (Ctrl+Z)"));
    connect(back, &QPushButton::clicked, this, &ComputerPage::takeBack);
    body()->addSpacing(Space::s);
    body()->addWidget(back, 0, Qt::AlignLeft);
}

bool ComputerPage::takeBack()
{
    if (!takeBackLook())
        return false;
    emit lookChosen();
    return true;
}

} // namespace Kartoteka
