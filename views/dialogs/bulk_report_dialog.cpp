// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/bulk_report_dialog.h"

#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "views/theme/theme.h"
#include "views/widgets/plain_table.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

BulkReportDialog::BulkReportDialog(const EntityType &type, const BulkReport &report, QWidget *parent) : WalkedDialog(parent)
{
    setWindowTitle(tr("Skipped"));
    resize(dialogSize(*parent, {640, 440}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Skipped: %1", "how many of what").arg(countedName(type, report.skippedInAll)), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *done = new QLabel(tr("Changed: %1. These were not changed:").arg(QLocale().toString(report.done)), this);
    done->setProperty("muted", true);
    layout->addWidget(done);
    QTableWidget *table = makePlainTable({displayName(type), tr("Why")}, this);
    table->setObjectName(u"bulkSkipped"_s);
    table->setAccessibleName(windowTitle());
    table->setFocusPolicy(Qt::StrongFocus); // it scrolls by keys
    table->setRowCount(int(report.skipped.size()));
    for (int row = 0; row < report.skipped.size(); ++row) {
        for (const auto &[column, text] :
             {std::pair(0, report.skipped[row].title), std::pair(1, report.skipped[row].why.message)}) {
            auto *cell = new QTableWidgetItem(text);
            cell->setToolTip(text);
            table->setItem(row, column, cell);
        }
    }
    table->setColumnWidth(0, scaled(240, fontMetrics()));
    table->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    makePrimary(close);
    close->setFocus(); // Enter leaves at once
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
}

} // namespace Kartoteka
