// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/item_query.h"
#include "core/store/store.h"

#include <QAbstractTableModel>
#include <QSet>

namespace Kartoteka {

/// A list of any length: the ids of everything in order, and the rows near what is shown.
/// Follows every commit by rows; selection and scroll position survive.
class ItemTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, FieldRole, ValueRole, StageRole, LoadedRole };

    explicit ItemTableModel(Store &store, QObject *parent = nullptr);

    void setQuery(const ItemQuery &query);
    const ItemQuery &query() const { return m_query; }
    /// Field codes of the columns after the number.
    void setColumns(const QStringList &codes);
    QStringList columns() const { return m_columns; }

    qint64 idAt(int row) const { return m_ids.value(row); }
    int rowOf(qint64 id) const { return int(m_ids.indexOf(id)); }
    bool isLoading() const { return m_loading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void loaded();

private:
    struct Row
    {
        Item item;
        QHash<QString, QString> links; ///< titles of linked items by field code
    };

    void reload();
    void loadIds();
    void setIds(const QList<qint64> &ids);
    void requestPage(int row) const;
    void loadPages();
    void takeRows(const QList<Row> &rows);
    void onCommitted(const CommitNotice &notice);
    void follow();
    void applyDelta(const QList<qint64> &ids, QSet<qint64> changed);
    static Result<QList<Row>> readRows(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                       const QStringList &columns);
    QString text(const Row &row, const QString &code) const;

    Store &m_store;
    ItemQuery m_query;
    QStringList m_columns;
    QList<qint64> m_ids;
    bool m_loading = false;
    CancelToken m_load;
    QSet<qint64> m_changed;   ///< announced, but not yet where they belong
    bool m_following = false; ///< the new order is being read
    QHash<qint64, Row> m_rows;
    // data() asks for pages as the view paints.
    mutable QSet<int> m_wantedPages;
    QSet<int> m_requestedPages;
};

} // namespace Kartoteka
