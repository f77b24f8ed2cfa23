// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/menu_search.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::MenuSearch)
};

/// The menu, and those that it was opened from.
void closeMenus()
{
    for (auto *open = qobject_cast<QMenu *>(QApplication::activePopupWidget()); open;) {
        open->close();
        auto *next = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        open = next == open ? nullptr : next;
    }
}

} // namespace

QLineEdit *addMenuSearch(QMenu &menu, int most)
{
    const QList<QAction *> all = menu.actions();
    auto *search = new QLineEdit; // its action owns it
    search->setObjectName(u"menuSearch"_s);
    search->setPlaceholderText(Tr::tr("Search"));
    search->setAccessibleName(search->placeholderText());
    auto *line = new QWidgetAction(&menu);
    line->setDefaultWidget(search);
    menu.insertAction(all.value(0), line);
    QAction *others = menu.addAction(QString());
    others->setEnabled(false);
    const auto find = [all, most, others](const QString &text) {
        int fitting = 0;
        for (QAction *action : all) {
            const bool fits = action->iconText().contains(text, Qt::CaseInsensitive);
            fitting += fits ? 1 : 0;
            action->setVisible(fits && fitting <= most);
        }
        const int left = fitting - most;
        others->setText(left > 0 ? Tr::tr("And %n more: type to find", nullptr, left) : Tr::tr("Nothing found"));
        others->setVisible(left > 0 || fitting == 0);
    };
    QObject::connect(search, &QLineEdit::textChanged, &menu, find);
    QObject::connect(search, &QLineEdit::returnPressed, &menu, [&menu, all] {
        const auto fits = [](const QAction *action) { return action->isVisible() && action->isEnabled(); };
        const auto first = std::ranges::find_if(all, fits);
        QAction *active = menu.activeAction(); // by the arrows
        if (active && all.contains(active) && fits(active)) {
            closeMenus();
            active->trigger();
        } else if (first != all.end()) {
            closeMenus();
            (*first)->trigger();
        }
    });
    QObject::connect(&menu, &QMenu::aboutToShow, search, [search] { search->setFocus(); });
    find({});
    return search;
}

void addSearchIfLong(QMenu &menu)
{
    if (menu.actions().size() > readAtOnce)
        addMenuSearch(menu, readAtOnce);
}

void addSearchToAll(QMenu &menu)
{
    if (const auto lines = menu.actions().size(); lines > readAtOnce)
        addMenuSearch(menu, int(lines));
}

} // namespace Kartoteka
