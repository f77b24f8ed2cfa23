// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTableWidget;
class QWidget;

namespace Kartoteka {

/// A quiet table for a dialog: rows without grid, headers to the left, nothing to edit or to select.
QTableWidget *makePlainTable(const QStringList &headers, QWidget *parent);

/// The same look for a table that is there.
void makePlain(QTableWidget &table);

/// Numbers stand at the right, their header with them. Once the rows are filled.
void alignRight(QTableWidget &table, int column);
/// Makes a table as high as its rows, at most so many: it scrolls from there on.
void fitToRows(QTableWidget &table, int most);

} // namespace Kartoteka
