// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace Kartoteka {

class ItemTableModel;
class Schema;

/// Heads of groups lie over all columns of a view on an ItemTableModel; what they sum up stands under its column.
void paintGroupHeads(QTableView &view, const ItemTableModel &model, const Schema &schema);

} // namespace Kartoteka
