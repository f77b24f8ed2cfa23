// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/group_query.h"
#include "core/store/store.h"

#include <QWidget>

class QLabel;

namespace Kartoteka {

/// Below the list: the totals of everything the filter finds.
class ListFooter final : public QWidget
{
    Q_OBJECT
public:
    explicit ListFooter(Store &store, QWidget *parent = nullptr);

    /// What stands at its right.
    QWidget *totals() const;

    /// Sums the number fields among @p columns.
    void showTotals(const ItemQuery &query, const QStringList &columns);

signals:
    /// What the amounts come to in few words; empty where there are none.
    void summed(const QString &amounts);

private:
    void show(const FieldSums &sums);

    Store &m_store;
    qint64 m_typeId = 0;
    QStringList m_columns;
    FieldSums m_sums;
    QLabel *m_totals;
    CancelToken m_load;
};

} // namespace Kartoteka
