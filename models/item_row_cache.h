// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/row_queries.h"
#include "core/store/store.h"

#include <QObject>
#include <QSet>

namespace Kartoteka {

/// The rows of a long list near what is shown. They are read by pages as they are asked for; their number stays small.
class ItemRowCache final : public QObject
{
    Q_OBJECT
public:
    explicit ItemRowCache(Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    /// What rows are read of from here on; those that are held are forgotten.
    void reset(qint64 typeId, const QStringList &fields);
    void clear();
    void remove(qint64 id) { m_rows.remove(id); }
    void insert(const QList<ItemRow> &rows);

    /// Null when the row is not held. The address is good until the next change.
    const ItemRow *row(qint64 id) const;
    /// Asks for the page of @p ids that @p position is in. Never answered before control returns to the event loop, so it
    /// may be called while a view paints.
    void request(const QList<qint64> &ids, int position);

signals:
    /// Rows of a page are held now; it began at @p position when it was asked for.
    void arrived(const QList<qint64> &ids, int position);

private:
    void readWanted();

    Store &m_store;
    qint64 m_typeId = 0;
    QStringList m_fields;
    QHash<qint64, ItemRow> m_rows;
    QMap<int, QList<qint64>> m_wanted; ///< ids by page
    QSet<int> m_reading;
    CancelToken m_token;
};

} // namespace Kartoteka
