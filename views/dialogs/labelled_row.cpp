// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/labelled_row.h"

#include "views/theme/theme.h"

#include <QHBoxLayout>

namespace Kartoteka {

namespace {
constexpr int labelWidth = 128;
} // namespace

QHBoxLayout *labelledRow(QWidget *label, QWidget *input)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::m);
    const int width = scaled(labelWidth, input->fontMetrics());
    if (label) {
        label->setFixedWidth(width);
        label->setMinimumHeight(scaled(sizes().control, input->fontMetrics()));
        row->addWidget(label, 0, Qt::AlignTop);
    } else {
        row->addSpacing(width + Space::m);
    }
    row->addWidget(input, 1);
    return row;
}

} // namespace Kartoteka
