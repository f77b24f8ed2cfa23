// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/counters.h"
#include "core/activities/plan_queries.h"
#include "core/query/board_query.h"

#include <optional>

namespace Kartoteka {

/// What a board shows of an item.
struct Card
{
    qint64 id = 0;
    double rank = 0;
    qint64 column = 0; ///< key of the column it stands in
    qint64 stage = 0;
    QString number;
    QString title;
    Value amount;
    QString client;        ///< company, else contact, else the names in the item itself
    bool hasPhone = false; ///< its own, or its client's
    bool hasMail = false;
    qint64 responsible = 0;
    bool repeat = false; ///< of a client who was known already (core/leads/repeat_leads)
    Value idleSince;     ///< UTC ms, of one that rots (rotting.h): when it was moved last; else invalid
    QStringList tags;
    Lights lights;
    Value nextDeadline;            ///< UTC ms, of its open activities; invalid when none has one
    std::optional<PlacingAct> act; ///< by which it stands on a board of activities; read there alone
    QStringList more; ///< values of the fields that the board shows besides, in their order; empty where there is none
    bool operator==(const Card &) const = default;
};

/// The cards of one column when a board opens.
struct BoardColumn
{
    qint64 key = 0;
    QList<BoardRow> rows;  ///< from the top; more than cards when all are known
    QList<Card> cards;     ///< of the first rows
    bool complete = false; ///< `rows` are all of the column
};
struct BoardStart
{
    QList<BoardColumn> columns; ///< as the source has them
    /// By column; nothing when they would take longer than the cards: to be asked for by queryColumnTotals().
    std::optional<QHash<qint64, ItemTotals>> totals;
};
/// The first @p limit cards of each column. @p fields: codes of what the cards show besides (Card::more).
Result<BoardStart> readBoard(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                             const QStringList &fields, int limit, qint64 nowMs);

/// Cards of the given items that answer the query, whatever column they stand in, in no order.
Result<QList<Card>> readCards(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                              const QList<qint64> &ids, const QStringList &fields, qint64 nowMs);

/// The same of items of a type, whatever is asked for and wherever they stand: `rank` and `column` say nothing.
Result<QList<Card>> readCards(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 nowMs);

/// Phone and e-mail by which the client of an item is reached: its own first, then its client's.
struct Reach
{
    QString phone; ///< E.164 where it could be read
    QString email;
};
Result<Reach> readReach(const ReadContext &context, const ItemRef &ref);

} // namespace Kartoteka
