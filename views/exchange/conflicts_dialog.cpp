// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/conflicts_dialog.h"

#include "core/exchange/exchange_texts.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
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

ConflictsDialog::ConflictsDialog(Store &store, QWidget *parent) : WalkedDialog(parent), m_store(store)
{
    setWindowTitle(tr("Conflicts"));
    resize(dialogSize(*parent, {980, 520}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Changed in two places at once"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    m_hint = new QLabel(tr("The later change is in effect. Use the other one where it is right; everyone you "
                           "exchange files with gets your decision."),
                        this);
    m_hint->setWordWrap(true);
    m_hint->setProperty("muted", true);
    layout->addWidget(m_hint);
    m_table = makePlainTable({tr("Record"), tr("Field"), tr("In effect"), tr("The other one")}, this);
    m_table->setObjectName(u"conflicts"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(scaled(110, fontMetrics())); // padding is not in the hint
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(m_table, 1);
    m_room = new QWidget(this);
    layout->addWidget(m_room, 1);
    m_empty = new EmptyState(m_room, false);
    m_empty->setText(
        {.drawing = Drawing::List,
         .title = tr("There are no open conflicts"),
         .text = tr("When two people change the same field before they exchange files, both values will be here.")});
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
    m_table->isHidden() ? close->setFocus() : m_table->setFocus();
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
    for (QWidget *part : std::initializer_list<QWidget *>{m_hint, m_table, m_open, m_keep, m_take})
        part->setVisible(!m_conflicts.isEmpty()); // there is nothing that they could be done to
    m_room->setVisible(m_conflicts.isEmpty());
    m_empty->setVisible(m_conflicts.isEmpty());
    if (!m_conflicts.isEmpty())
        m_table->selectRow(qMin(current, int(m_conflicts.size()) - 1));
    enableButtons();
}

void ConflictsDialog::enableButtons()
{
    const QList<int> rows = m_conflicts.isEmpty() ? QList<int>() : selectedRows();
    const auto enable = [](QPushButton *button, bool enabled, const QString &why) {
        button->setEnabled(enabled);
        button->setToolTip(enabled ? QString() : why);
    };
    enable(m_take, !rows.isEmpty(), tr("Choose a row first."));
    enable(m_keep, !rows.isEmpty(), tr("Choose a row first."));
    enable(m_open, rows.size() == 1 && !m_conflicts[rows.first()].owner.isNull(),
           rows.size() == 1 ? tr("It is not of a card.") : tr("Choose one row."));
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
