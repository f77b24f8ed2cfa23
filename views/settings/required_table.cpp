// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/required_table.h"

#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/plain_table.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int fieldWidth = 140; ///< at least
constexpr int stageWidth = 68;  ///< …
constexpr int leastField = 96;  ///< where there is no room for that
constexpr int leastStage = 40;  ///< …
constexpr int rowPixels = 40;

bool isRequiredByItself(const Schema &schema, const Field &field, const Stage &stage)
{
    return std::ranges::any_of(schema.stageRules(),
                               [&](const StageRule &rule) { return rule.field == field.id && rule.firstStage == stage.id; });
}

} // namespace

RequiredTable::RequiredTable(QWidget *parent) : QTableWidget(parent)
{
    makePlain(*this);
    setAccessibleName(tr("Required fields"));
    setFocusPolicy(Qt::StrongFocus);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    verticalHeader()->setDefaultSectionSize(scaled(rowPixels, fontMetrics()));
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    connect(this, &QTableWidget::cellChanged, this, &RequiredTable::noteTick);
}

void RequiredTable::setPipeline(const Schema &schema, qint64 pipelineId)
{
    const QScopedValueRollback filling(m_filling, true);
    const Pipeline *pipeline = schema.pipeline(pipelineId);
    const QPair<int, int> current(currentRow(), currentColumn());
    m_stages = schema.stages(pipelineId);
    m_fields = pipeline ? fieldsToRequire(schema, pipeline->typeId) : QList<Field>();
    m_fields.removeIf([&](const Field &field) {
        return std::ranges::none_of(m_stages, [&](const Stage &stage) { return isRequiredByItself(schema, field, stage); });
    });
    setRowCount(int(m_fields.size()));
    setColumnCount(int(m_stages.size()) + 1);
    setHorizontalHeaderItem(0, new QTableWidgetItem(tr("Field")));
    for (int column = 0; column < m_stages.size(); ++column) {
        auto *head = new QTableWidgetItem(displayName(schema, m_stages[column]));
        head->setToolTip(head->text());
        setHorizontalHeaderItem(column + 1, head);
    }
    for (int row = 0; row < m_fields.size(); ++row) {
        const Field &field = m_fields[row];
        auto *name = new QTableWidgetItem(displayName(field));
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        name->setToolTip(name->text());
        setItem(row, 0, name);
        const qint64 first = requiredFrom(schema, field.id, pipelineId);
        bool isOn = false;
        for (int column = 0; column < m_stages.size(); ++column) {
            const Stage &stage = m_stages[column];
            isOn = isOn || stage.id == first;
            const bool ticked = stage.group == StageGroup::InProgress ? isOn : isRequiredByItself(schema, field, stage);
            auto *cell = new QTableWidgetItem;
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            cell->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
            const QString said = tr("“%1” in “%2”", "field, stage").arg(name->text(), displayName(schema, stage));
            cell->setData(Qt::AccessibleTextRole, said);
            cell->setToolTip(said);
            setItem(row, column + 1, cell);
        }
    }
    fitColumns();
    if (current.first >= 0)
        setCurrentCell(qMin(current.first, rowCount() - 1), qMin(current.second, columnCount() - 1));
    setVisible(rowCount() > 0);
}

/// Stages are as wide as the longest of their names where there is room for all; fields have what they leave. What does not
/// fit though all of it gives way is scrolled to.
void RequiredTable::fitColumns()
{
    const int stages = qMax(1, int(m_stages.size()));
    const int width = viewport()->width();
    const bool isNarrow = scaled(fieldWidth + stages * stageWidth, fontMetrics()) > width;
    const int field = scaled(isNarrow ? leastField : fieldWidth, fontMetrics());
    const int least = scaled(isNarrow ? leastStage : stageWidth, fontMetrics());
    int widest = least;
    for (int column = 1; column < columnCount(); ++column)
        widest = qMax(widest, horizontalHeader()->sectionSizeHint(column));
    const int wide = qBound(least, widest, qMax(least, (width - field) / stages));
    for (int column = 1; column < columnCount(); ++column)
        setColumnWidth(column, wide);
    setColumnWidth(0, qMax(field, width - stages * wide));
    const int rows = horizontalHeader()->sizeHint().height() + qMax(1, rowCount()) * verticalHeader()->defaultSectionSize();
    const int bar = field + stages * wide > width ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(rows + bar + 2 * frameWidth());
}

void RequiredTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void RequiredTable::noteTick(int row, int column)
{
    if (m_filling || column == 0)
        return;
    const Field field = m_fields[row];
    const Stage stage = m_stages[column - 1];
    const bool ticked = item(row, column)->checkState() == Qt::Checked;
    if (stage.group != StageGroup::InProgress) {
        emit finalWanted(field.id, stage.id, ticked);
        return;
    }
    const bool hasNext = column < m_stages.size() && m_stages[column].group == StageGroup::InProgress;
    emit fromWanted(field.id, ticked ? stage.id : hasNext ? m_stages[column].id : 0);
}

} // namespace Kartoteka
