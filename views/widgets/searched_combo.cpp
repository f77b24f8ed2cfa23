// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/searched_combo.h"

#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"

#include <QMenu>

namespace Kartoteka {

using namespace Qt::StringLiterals;

void SearchedCombo::showPopup()
{
    if (count() <= readAtOnce) {
        QComboBox::showPopup();
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"comboMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setMinimumWidth(width());
    for (int row = 0; row < count(); ++row) {
        QAction *line = menu->addAction(itemIcon(row), menuText(itemText(row)), this, [this, row] { choose(row); });
        if (row == currentIndex())
            menu->setDefaultAction(line);
    }
    addSearchIfLong(*menu);
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

void SearchedCombo::choose(int row)
{
    setCurrentIndex(row);
    emit activated(row);
    emit textActivated(itemText(row));
}

} // namespace Kartoteka
