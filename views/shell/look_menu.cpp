// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/look_menu.h"

#include "views/settings/look_choices.h"
#include "views/widgets/menu_text.h"

#include <QActionGroup>
#include <QMenu>

namespace Kartoteka {

void addLookMenus(QMenu *menu, const std::function<void()> &chosen)
{
    const QList<LookChoice> all = lookChoices();
    for (const LookChoice &choice : all) {
        QMenu *choices = menu->addMenu(menuText(choice.title));
        auto *group = new QActionGroup(choices);
        const QString current = choice.current();
        for (const auto &[value, text] : choice.values) {
            QAction *action = choices->addAction(menuText(text));
            action->setCheckable(true);
            action->setChecked(value == current);
            group->addAction(action);
            QObject::connect(action, &QAction::triggered, choices, [choice, value = value, chosen] {
                choice.choose(value);
                chosen();
            });
        }
    }
}

} // namespace Kartoteka
