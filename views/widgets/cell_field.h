// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableWidget;
class QWidget;

namespace Kartoteka {

/// Puts a field into a cell of a table, in its own height: the fields of two rows do not touch.
void setCellField(QTableWidget &table, int row, int column, QWidget *field);

} // namespace Kartoteka
