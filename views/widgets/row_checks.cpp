// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/row_checks.h"

#include <QListWidget>

#include <memory>

namespace Kartoteka {

void checkByRows(QListWidget &list)
{
    // The list itself turns the mark under the pointer: what has been turned already is left as it is.
    const auto before = std::make_shared<Qt::CheckState>();
    QObject::connect(&list, &QListWidget::itemPressed, &list,
                     [before](const QListWidgetItem *item) { *before = item->checkState(); });
    QObject::connect(&list, &QListWidget::itemClicked, &list, [before](QListWidgetItem *item) {
        if (item->flags() & Qt::ItemIsUserCheckable && item->checkState() == *before)
            item->setCheckState(*before == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        *before = item->checkState();
    });
}

} // namespace Kartoteka
