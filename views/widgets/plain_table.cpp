// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plain_table.h"

#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"

#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
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
        // Where nothing can be chosen the keys scroll: no row is walked that nobody sees.
        static const QHash<int, QScrollBar::SliderAction> scrolls{
            {Qt::Key_Up, QScrollBar::SliderSingleStepSub},   {Qt::Key_Down, QScrollBar::SliderSingleStepAdd},
            {Qt::Key_PageUp, QScrollBar::SliderPageStepSub}, {Qt::Key_PageDown, QScrollBar::SliderPageStepAdd},
            {Qt::Key_Home, QScrollBar::SliderToMinimum},     {Qt::Key_End, QScrollBar::SliderToMaximum}};
        if (const auto scroll = scrolls.constFind(event->key());
            selectionMode() == NoSelection && scroll != scrolls.cend()) {
            verticalScrollBar()->triggerAction(*scroll);
            return;
        }
        QTableWidget::keyPressEvent(event);
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && selectionMode() != NoSelection
            && currentRow() >= 0)
            event->accept();
    }

    void scrollContentsBy(int dx, int dy) override
    {
        QTableWidget::scrollContentsBy(dx, dy);
        viewport()->update(); // the ring does not scroll
    }

    /// Where the keys are: at a row that can be chosen, else at what they scroll.
    void paintEvent(QPaintEvent *event) override
    {
        QTableWidget::paintEvent(event);
        if (!hasFocus())
            return;
        QRectF place = viewport()->rect();
        if (selectionMode() != NoSelection && currentRow() >= 0)
            place = QRectF(0, rowViewportPosition(currentRow()), place.width(), rowHeight(currentRow()));
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        paintFocusRing(painter, place.adjusted(1, 1, -1, -1), Space::controlRadius, palette());
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
    table.setTabKeyNavigation(false); // Tab goes on to what stands beside
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
    if (table.rowCount() > most)
        table.setFocusPolicy(Qt::StrongFocus); // it scrolls by keys too
    const int head = table.horizontalHeader()->isHidden() ? 0 : table.horizontalHeader()->sizeHint().height();
    table.setFixedHeight(head + shown * table.verticalHeader()->defaultSectionSize() + 2 * table.frameWidth());
}

} // namespace Kartoteka
