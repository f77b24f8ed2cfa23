// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTableWidget;
class QWidget;

namespace Kartoteka {

/// A quiet table for a dialog: rows without grid, headers to the left, nothing to edit or to select.
QTableWidget *makePlainTable(const QStringList &headers, QWidget *parent);

} // namespace Kartoteka
