// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QItemSelectionModel>

namespace Kartoteka {

/// What a screen reader chooses in a list of one choice becomes current, as by the arrows: it chooses, and moves nothing.
inline void makeChosenCurrent(QAbstractItemView &list)
{
    const auto follow = [&list] {
        const QModelIndexList chosen = list.selectionModel()->selectedIndexes();
        if (!chosen.isEmpty() && chosen.constFirst().row() != list.currentIndex().row())
            list.setCurrentIndex(chosen.constFirst());
    };
    // By arrows and mouse it is current in a moment.
    QObject::connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, &list, follow, Qt::QueuedConnection);
}

} // namespace Kartoteka
