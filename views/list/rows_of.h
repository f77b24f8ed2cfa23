// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>

namespace Kartoteka {

class ItemTableModel;

/// The rows of items with these ids, and the heads of groups between them, as few ranges as they come to.
QItemSelection rowsOf(const ItemTableModel &model, const QList<qint64> &ids);

} // namespace Kartoteka
