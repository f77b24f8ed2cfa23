// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"
#include "core/query/item_query.h"

namespace Kartoteka {

/// What a board shows of an item.
struct Card
{
    qint64 id = 0;
    double rank = 0;
    qint64 stage = 0;
    QString number;
    QString title;
    Value amount;
    QString client; ///< company, else contact, else the names in the item itself
    qint64 responsible = 0;
    Value stageSince; ///< UTC ms
    QStringList tags;
    Lights lights;
    bool operator==(const Card &) const = default;
};

/// The first cards of a column, or those below the last one seen.
Result<QList<Card>> readColumnCards(const ReadContext &context, const ItemQuery &query, double belowRank, qint64 belowId,
                                    int limit, qint64 nowMs);

/// Cards of the given items that answer the query (its stage is not asked), in no order.
Result<QList<Card>> readCards(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids, qint64 nowMs);

/// Phone and e-mail by which the client of an item is reached: its own first, then its client's.
struct Reach
{
    QString phone; ///< E.164 where it could be read
    QString email;
};
Result<Reach> readReach(const ReadContext &context, const ItemRef &ref);

} // namespace Kartoteka
