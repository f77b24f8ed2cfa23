// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/look_menu.h"

#include "core/base/texts.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

void addLookMenus(QMenu *menu, const std::function<void()> &chosen)
{
    const auto add = [menu, chosen](const QString &title, const QString &key, const QList<QPair<QString, QString>> &values) {
        QMenu *choices = menu->addMenu(title);
        auto *group = new QActionGroup(choices);
        const QString current = QSettings().value(key, values.first().first).toString();
        for (const auto &[value, text] : values) {
            QAction *action = choices->addAction(text);
            action->setCheckable(true);
            action->setChecked(value == current);
            group->addAction(action);
            QObject::connect(action, &QAction::triggered, choices, [key, value = value, chosen] {
                QSettings().setValue(key, value);
                chosen();
            });
        }
    };
    add(Texts::tr("Appearance"), u"appearance"_s,
        {{u"system"_s, Texts::tr("As the system")},
         {u"light"_s, Texts::tr("Light")},
         {u"dark"_s, Texts::tr("Dark")},
         {u"starkLight"_s, Texts::tr("High contrast, black on white")},
         {u"starkDark"_s, Texts::tr("High contrast, white on black")}});
    add(Texts::tr("Density"), u"density"_s,
        {{u"usual"_s, Texts::tr("Usual")}, {u"compact"_s, Texts::tr("Compact")}, {u"roomy"_s, Texts::tr("Roomy")}});
    add(Texts::tr("Motion"), u"motion"_s, {{u"system"_s, Texts::tr("As the system")}, {u"none"_s, Texts::tr("None")}});
    add(Texts::tr("Language"), u"language"_s,
        {{QString(), Texts::tr("As the system")}, {u"ru"_s, u"Русский"_s}, {u"en"_s, u"English"_s}});
}

} // namespace Kartoteka
