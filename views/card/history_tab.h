// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/history.h"
#include "views/card/card_tab.h"

class QBoxLayout;
class QComboBox;
class QTableView;
class QToolButton;

namespace Kartoteka {

class CardEntries;
class EmptyState;
class HistoryModel;

/// All that was written about an item: who changed which field from what to what, and how; narrowed by field, person, kind
/// and period. A line's value can be put back, its act undone.
class HistoryTab final : public CardTab
{
    Q_OBJECT
public:
    explicit HistoryTab(Store &store, QWidget *parent = nullptr);

    void setItem(const Item &item) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *addChoice(QBoxLayout &row, const QString &name, const QString &spoken);
    QToolButton *addPreset(QBoxLayout &row, const QString &name, const QString &text);
    QWidget *makeBar();
    void makeTable();
    void fitColumns();
    void fillChoices();
    void narrow();
    void showMenu(const QPoint &at);
    void restoreValue(const HistoryRow &row, const Value &value);
    void copy() const;
    void tellEmpty();

    Store &m_store;
    ItemRef m_item;
    HistoryModel *m_model;
    CardEntries *m_entries;
    QTableView *m_table;
    EmptyState *m_empty;
    QToolButton *m_today;
    QToolButton *m_mine;
    QComboBox *m_field;
    QComboBox *m_person;
    QComboBox *m_kind;
    QComboBox *m_period;
    bool m_isFitting = false;
    bool m_isFittedByHand = false; ///< a person has set the widths of columns
};

} // namespace Kartoteka
