// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/edit_table.h"

#include "views/theme/theme.h"
#include "views/widgets/empty_line.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <numeric>

namespace Kartoteka {

using namespace Qt::StringLiterals;

EditTable::EditTable(const QString &name, const QString &title, const QStringList &headers, QWidget *parent)
    : QTableWidget(0, int(headers.size()), parent)
{
    setObjectName(name);
    setAccessibleName(title);
    setProperty("plain", true);
    setHorizontalHeaderLabels(headers);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(scaled(40, fontMetrics()));
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (!m_filling)
            emit edited(item->row(), item->column(), item->text().trimmed());
    });
}

void EditTable::beginRows(int count)
{
    m_kept = currentKey();
    m_filling = true;
    blockSignals(true);
    setRowCount(count);
}

QTableWidgetItem *EditTable::put(int row, int column, const QString &text, const QVariant &key)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    if (key.isValid())
        item->setData(Qt::UserRole, key);
    setItem(row, column, item);
    return item;
}

void EditTable::endRows(int most)
{
    blockSignals(false);
    setCurrentKey(m_kept);
    if (currentRow() < 0 && rowCount() > 0)
        setCurrentCell(0, 0);
    const int shown = qBound(1, rowCount(), most);
    setFixedHeight(horizontalHeader()->sizeHint().height() + shown * verticalHeader()->defaultSectionSize()
                   + 2 * frameWidth());
    m_filling = false;
    fitColumns();
    setAccessibleDescription(rowCount() == 0 ? m_emptyText : QString());
    viewport()->update();
}

QVariant EditTable::keyAt(int row) const
{
    const QTableWidgetItem *first = item(row, 0);
    return first ? first->data(Qt::UserRole) : QVariant();
}

QVariant EditTable::currentKey() const
{
    return keyAt(currentRow());
}

void EditTable::setCurrentKey(const QVariant &key)
{
    for (int row = 0; key.isValid() && row < rowCount(); ++row) {
        if (keyAt(row) == key)
            setCurrentCell(row, qMax(0, currentColumn()));
    }
}

/// As wide as what stands in them; where there is no room for all, the widest give way: nothing is scrolled to sideways.
void EditTable::fitColumns()
{
    QList<int> widths;
    for (int column = 0; column < columnCount(); ++column)
        widths << qMax(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    const int left = viewport()->width() - int(std::accumulate(widths.cbegin(), widths.cend(), 0));
    if (left >= 0)
        widths[m_slack] += left;
    for (int over = -left; over > 0; --over)
        --*std::ranges::max_element(widths);
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, widths[column]);
}

void EditTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void EditTable::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (rowCount() == 0)
        paintEmptyLine(*this, m_emptyText);
}

void EditTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentRow() >= 0)
        emit removeWanted();
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace Kartoteka
