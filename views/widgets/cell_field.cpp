// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/cell_field.h"

#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QTableWidget>

namespace Kartoteka {

void setCellField(QTableWidget &table, int row, int column, QWidget *field)
{
    auto *cell = new QWidget(&table);
    auto *inside = new QHBoxLayout(cell);
    inside->setContentsMargins(0, 0, Space::s, 0);
    inside->addWidget(field, 0, Qt::AlignVCenter);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    table.setCellWidget(row, column, cell);
}

} // namespace Kartoteka
