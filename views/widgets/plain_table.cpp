// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plain_table.h"

#include "views/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>

namespace Kartoteka {

namespace {

/// Enter on a row that can be chosen is meant for that row: what activates it does not press the dialog's button as well.
class PlainTable final : public QTableWidget
{
public:
    using QTableWidget::QTableWidget;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        QTableWidget::keyPressEvent(event);
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && selectionMode() != NoSelection
            && currentRow() >= 0)
            event->accept();
    }
};

} // namespace

QTableWidget *makePlainTable(const QStringList &headers, QWidget *parent)
{
    auto *table = new PlainTable(0, int(headers.size()), parent);
    table->setHorizontalHeaderLabels(headers);
    makePlain(*table);
    return table;
}

void makePlain(QTableWidget &table)
{
    table.setProperty("plain", true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(scaled(sizes().listRow, table.fontMetrics()));
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setSelectionMode(QAbstractItemView::NoSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setFocusPolicy(Qt::NoFocus);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setTextElideMode(Qt::ElideRight);
}

void alignRight(QTableWidget &table, int column)
{
    const int right = int(Qt::AlignRight | Qt::AlignVCenter);
    table.horizontalHeaderItem(column)->setTextAlignment(right);
    for (int row = 0; row < table.rowCount(); ++row) {
        if (QTableWidgetItem *item = table.item(row, column))
            item->setTextAlignment(right);
    }
}

void fitToRows(QTableWidget &table, int most)
{
    const int shown = qBound(1, table.rowCount(), most);
    const int head = table.horizontalHeader()->isHidden() ? 0 : table.horizontalHeader()->sizeHint().height();
    table.setFixedHeight(head + shown * table.verticalHeader()->defaultSectionSize() + 2 * table.frameWidth());
}

} // namespace Kartoteka
