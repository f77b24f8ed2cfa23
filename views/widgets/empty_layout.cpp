// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/empty_layout.h"

#include <QLayout>
#include <QWidget>

namespace Kartoteka {

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout *inner = item->layout())
            emptyLayout(inner);
        delete item;
    }
}

} // namespace Kartoteka
