// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/row_queries.h"
#include "core/pipeline/card_queries.h"
#include "core/store/store.h"

#include <QObject>
#include <QSet>

namespace Kartoteka {

/// The rows of a long list near what is shown. They are read by pages as they are asked for; their number stays small.
class ItemRowCache final : public QObject
{
    Q_OBJECT
public:
    /// Rows as they are read, and what a card says of the same items where a column shows that.
    struct Page
    {
        QList<ItemRow> rows;
        QList<Card> cards;
    };

    explicit ItemRowCache(Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    /// @p fields: columns by their codes, computed ones among them (models/list/list_columns.h).
    static Result<Page> read(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, const QStringList &fields,
                             qint64 nowMs);

    /// What rows are read of from here on; those that are held are forgotten.
    void reset(qint64 typeId, const QStringList &fields);
    void clear();
    void remove(qint64 id);
    void insert(const Page &page);

    /// Null when the row is not held. The address is good until the next change.
    const ItemRow *row(qint64 id) const;
    /// Null where no column shows what a card says.
    const Card *card(qint64 id) const;
    /// Asks for the page of @p ids that @p position is in. Never answered before control returns to the event loop, so it
    /// may be called while a view paints.
    void request(const QList<qint64> &ids, int position);
    /// Reads the rows that are held again: time has passed, or something changed that they show.
    void refresh();

signals:
    /// Rows of a page are held now; it began at @p position when it was asked for.
    void arrived(const QList<qint64> &ids, int position);
    void refreshed();
    void failed(const Kartoteka::Error &error);

private:
    void readWanted();

    Store &m_store;
    qint64 m_typeId = 0;
    QStringList m_fields;
    QHash<qint64, ItemRow> m_rows;
    QHash<qint64, Card> m_cards;
    QMap<int, QList<qint64>> m_wanted; ///< ids by page
    QSet<int> m_reading;
    QSet<qint64> m_refreshing; ///< ids whose rows here are older than what is being read
    bool m_isRefreshing = false;
    bool m_refreshesAgain = false;
    CancelToken m_token;
};

} // namespace Kartoteka
