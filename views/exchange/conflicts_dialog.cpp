// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/conflicts_dialog.h"

#include "core/exchange/exchange_texts.h"
#include "views/theme/theme.h"
#include "views/widgets/plain_table.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int shownConflicts = 1000;
}

ConflictsDialog::ConflictsDialog(Store &store, QWidget *parent) : QDialog(parent), m_store(store)
{
    setWindowTitle(tr("Conflicts"));
    resize(dialogSize(*parent, {980, 520}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Changed in two places at once"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *hint = new QLabel(tr("The later change is in effect. Use the other one where it is right; everyone you "
                               "exchange files with gets your decision."),
                            this);
    hint->setWordWrap(true);
    hint->setProperty("muted", true);
    layout->addWidget(hint);
    m_table = makePlainTable({tr("Record"), tr("Field"), tr("In effect"), tr("The other one")}, this);
    m_table->setObjectName(u"conflicts"_s);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(scaled(110, fontMetrics())); // padding is not in the hint
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(m_table, 1);
    m_empty = new QLabel(tr("There are no open conflicts."), this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("muted", true);
    layout->addWidget(m_empty, 1);
    auto *buttons = new QDialogButtonBox(this);
    const auto addButton = [&](const QString &text, const QString &name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        return button;
    };
    m_open = addButton(tr("Open the card"), u"conflictOpen"_s);
    m_keep = addButton(tr("Keep current"), u"conflictKeep"_s);
    m_take = addButton(tr("Use the other one"), u"conflictTake"_s);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    makePrimary(close);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_take, &QPushButton::clicked, this, [this] { settle(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { settle(false); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QList<int> rows = selectedRows();
        if (!rows.isEmpty())
            emit itemWanted(m_conflicts[rows.first()].owner);
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ConflictsDialog::enableButtons);
    connect(m_table, &QTableWidget::itemActivated, m_open, &QPushButton::click);
    layout->addWidget(buttons);
    connect(&store, &Store::committed, this, &ConflictsDialog::fill);
    fill();
}

QList<int> ConflictsDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ConflictsDialog::fill()
{
    auto open = openConflicts(m_store.reader(), shownConflicts);
    if (!open) {
        emit failed(open.error());
        return;
    }
    const int current = qMax(0, m_table->currentRow());
    m_conflicts = *open;
    m_table->setRowCount(int(m_conflicts.size()));
    for (int row = 0; row < m_conflicts.size(); ++row) {
        const ConflictWords words = conflictWords(m_store.reader(), m_conflicts[row]);
        int column = 0;
        for (const QString &text :
             {words.record, words.field, tr("%1 — %2", "value and who wrote it").arg(words.kept, words.keptBy),
              tr("%1 — %2", "value and who wrote it").arg(words.other, words.otherBy)}) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(text);
            m_table->setItem(row, column++, item);
        }
    }
    m_table->setVisible(!m_conflicts.isEmpty());
    m_empty->setVisible(m_conflicts.isEmpty());
    if (!m_conflicts.isEmpty())
        m_table->selectRow(qMin(current, int(m_conflicts.size()) - 1));
    enableButtons();
}

void ConflictsDialog::enableButtons()
{
    const QList<int> rows = m_conflicts.isEmpty() ? QList<int>() : selectedRows();
    m_take->setEnabled(!rows.isEmpty());
    m_keep->setEnabled(!rows.isEmpty());
    m_open->setEnabled(rows.size() == 1 && !m_conflicts[rows.first()].owner.isNull());
}

void ConflictsDialog::settle(bool takeOther)
{
    ChangeSet all;
    for (const int row : selectedRows()) {
        const ChangeSet one = takeOther ? planTakeOther(m_conflicts[row]) : planKeep(m_conflicts[row]);
        all.kind = one.kind;
        all.subject = conflictWords(m_store.reader(), m_conflicts[row]).record;
        all.changes += one.changes;
    }
    if (all.isEmpty())
        return;
    m_store.commit(std::move(all)).then(this, [this](const Result<Receipt> &done) {
        if (!done)
            emit failed(done.error());
    });
}

} // namespace Kartoteka
