// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/row_steps.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <functional>

namespace Kartoteka {

/// Rows of a model that are told apart by a key. What is read anew takes their place by the fewest steps, so that the selection and
/// what is seen stay. @p Base: QAbstractListModel or QAbstractTableModel; @p Key: a member of a row that says its key; @p LooksLike:
/// whether a row that stood here looks like the one of its key that was read now.
template<typename Base, typename Row, auto Key, auto LooksLike>
class KeyedRows : public Base
{
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    using Base::Base;

    const QList<Row> &rows() const { return m_rows; }
    void clearRows();
    void appendRows(const QList<Row> &page);
    void takeRows(const QList<Row> &now);

private:
    QList<Row> m_rows;
    QList<qint64> m_keys; ///< of the rows
};

template<typename Base, typename Row, auto Key, auto LooksLike>
void KeyedRows<Base, Row, Key, LooksLike>::clearRows()
{
    this->beginResetModel();
    m_rows.clear();
    m_keys.clear();
    this->endResetModel();
}

template<typename Base, typename Row, auto Key, auto LooksLike>
void KeyedRows<Base, Row, Key, LooksLike>::appendRows(const QList<Row> &page)
{
    if (page.isEmpty())
        return;
    this->beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.size()) - 1);
    m_rows.append(page);
    for (const Row &row : page)
        m_keys.append(std::invoke(Key, row));
    this->endInsertRows();
}

template<typename Base, typename Row, auto Key, auto LooksLike>
void KeyedRows<Base, Row, Key, LooksLike>::takeRows(const QList<Row> &now)
{
    if (m_rows.isEmpty()) {
        appendRows(now);
        return;
    }
    QHash<qint64, Row> byKey;
    QList<qint64> keys;
    for (const Row &row : now) {
        keys.append(std::invoke(Key, row));
        byKey.insert(keys.constLast(), row);
    }
    QSet<qint64> touched;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const auto same = byKey.constFind(m_keys[row]);
        if (same != byKey.cend() && !std::invoke(LooksLike, *same, m_rows[row]))
            touched.insert(m_keys[row]);
    }
    carryOut(deltaBetween(m_keys, keys, touched), m_keys,
             {.remove =
                  [this](int row) {
                      this->beginRemoveRows({}, row, row);
                      m_rows.removeAt(row);
                      m_keys.removeAt(row);
                      this->endRemoveRows();
                  },
              .insert =
                  [&](int row, qint64 key) {
                      this->beginInsertRows({}, row, row);
                      m_rows.insert(row, byKey.value(key));
                      m_keys.insert(row, key);
                      this->endInsertRows();
                  },
              .move =
                  [this](int from, int before) {
                      const int to = before > from ? before - 1 : before;
                      this->beginMoveRows({}, from, from, {}, before);
                      m_rows.move(from, to);
                      m_keys.move(from, to);
                      this->endMoveRows();
                  },
              .changed =
                  [&](int row) {
                      m_rows[row] = byKey.value(m_keys[row]);
                      const QAbstractItemModel &model = *this; // a list hides its columns
                      emit this->dataChanged(model.index(row, 0), model.index(row, model.columnCount() - 1));
                  }});
}

} // namespace Kartoteka
