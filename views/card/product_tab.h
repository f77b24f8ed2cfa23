// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/product_model.h"
#include "views/card/card_tab.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace Kartoteka {

class EmptyState;
class NoticeBar;
class ProductSearch;
class ProductTable;

/// The products of an item: a line that finds them in the catalogue, the table of the rows, what they come to, and whether
/// that is the amount of the card.
class ProductTab final : public CardTab
{
    Q_OBJECT
public:
    ProductTab(Store &store, QWidget *parent);

    void setItem(const Item &item) override;
    bool hasUnsaved() const override;
    bool saveUnsaved() override;
    void discard() override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void refresh();
    void refreshNotice();
    void refreshTotals();
    void askCurrency();
    void askCurrency(const QString &currency);
    void showProblem(const Error &error);

    Store &m_store;
    ProductModel m_model;
    ProductSearch *m_search;
    QToolButton *m_currency;
    NoticeBar *m_notice;
    ProductTable *m_table;
    EmptyState *m_empty;
    QLabel *m_problem;
    QLabel *m_state;
    QPushButton *m_compute;
    QLabel *m_totals;
    QLabel *m_total;
};

} // namespace Kartoteka
