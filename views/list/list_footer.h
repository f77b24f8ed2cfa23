// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/group_query.h"
#include "core/store/store.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Kartoteka {

/// Below the list: what is selected and what can be done to it, and the totals of everything the filter finds.
class ListFooter final : public QWidget
{
    Q_OBJECT
public:
    explicit ListFooter(Store &store, QWidget *parent = nullptr);

    /// Sums the number fields among @p columns.
    void showTotals(const ItemQuery &query, const QStringList &columns);
    void setSelected(qsizetype count);
    /// Whether there is anything to select.
    void setFilled(bool filled);

signals:
    void allWanted();
    void actsWanted(const QPoint &global);

private:
    Store &m_store;
    QLabel *m_selected;
    QPushButton *m_all;
    QPushButton *m_acts;
    QLabel *m_totals;
    CancelToken m_load;
};

} // namespace Kartoteka
