// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board/card_mover.h"

#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

/// More cards than this are moved with progress.
constexpr qsizetype manyCards = 60;

} // namespace

CardMover::CardMover(Store &store, BoardModel &board, QObject *parent) : QObject(parent), m_store(store), m_board(board)
{}

/// The column, with its lane where there are any.
QString CardMover::nameOf(int column) const
{
    const Swimlanes *lanes = m_board.swimlanes();
    const QString name = m_board.head(column).name;
    return lanes ? tr("%1 · %2", "a column of a board and a lane").arg(name, lanes->laneOf(m_board.cellKey(column)).name)
                 : name;
}

/// A card as it looks there, until what follows the commit says so.
Card CardMover::landedOn(Card card, int column) const
{
    card.column = m_board.cellKey(column);
    if (m_board.source()->isStages() && card.stage != m_board.head(column).key) {
        card.stage = m_board.head(column).key;
        card.idleSince = {};
    }
    const Swimlanes *lanes = m_board.swimlanes();
    if (lanes && lanes->laneField() == Codes::responsible)
        card.responsible = lanes->laneOf(card.column).key;
    return card;
}

void CardMover::move(const QList<qint64> &ids, int column, int row, const QList<FieldValue> &values)
{
    if (ids.size() == 1) {
        moveOne(ids.constFirst(), column, row, values);
        return;
    }
    QList<qint64> others = ids;
    others.removeIf([&](qint64 id) { return m_board.find(id).first == column; });
    moveMany(others, m_board.cells(), m_board.cellKey(column), nameOf(column), m_board.placeBetween(column, 0, row), values);
}

void CardMover::finish(const QList<qint64> &ids, qint64 stageId, const QList<FieldValue> &values)
{
    const int column = m_board.cells()->isStages() ? m_board.columnOf(stageId) : -1;
    if (column >= 0) {
        move(ids, column, 0, values);
        return;
    }
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(stageId);
    if (!stage) {
        emit refused(ids.value(0), {ErrorCode::Refused, tr("This stage no longer exists."), {}, {}});
        return;
    }
    moveMany(ids, stageColumns(*schema, stage->pipeline, true), stageId, displayName(*schema, *stage), {}, values);
}

/// The first of them on top. All of them, or none.
void CardMover::moveMany(const QList<qint64> &ids, const ColumnsPtr &source, qint64 key, const QString &where,
                         BoardPlace place, const QList<FieldValue> &values)
{
    const qint64 now = m_store.clock().now();
    if (ids.isEmpty())
        return;
    if (ids.size() > manyCards) {
        emit manyToMove(ids, bulkDrop(m_store.schema(), source, key, values, now, m_store.user()), where);
        return;
    }
    ChangeSet all;
    int landed = 0; // there, and not elsewhere
    const ReadContext reader = m_store.reader();
    for (const qint64 id : ids) {
        auto item = readItem(reader, {m_board.query().typeId, id, {}});
        auto one = item ? planDrop(reader, *source, *item, key, m_board.isOrderedByHand() ? place : BoardPlace(), values,
                                   now, m_store.user())
                        : Result<ColumnDrop>(item.error());
        if (!one) {
            emit refused(id, one.error());
            return;
        }
        all.kind = one->changes.kind.isEmpty() ? all.kind : one->changes.kind;
        all.subject = one->changes.subject;
        all.changes += one->changes.changes;
        landed += one->lands == key ? 1 : 0;
        if (const auto rank = rankBetween(place))
            place.above = rank;
    }
    if (all.isEmpty())
        return;
    if (ids.size() > 1)
        all.subject = tr("%n card(s)", nullptr, int(ids.size()));
    const QString title = all.subject;
    m_store.commit(std::move(all)).then(this, [this, ids, title, where, landed](const Result<Receipt> &receipt) {
        if (!receipt)
            emit refused(ids.constFirst(), receipt.error());
        else if (ids.size() == 1)
            emit moved(ids.constFirst(), title, where);
        else
            emit movedMany(landed, where);
    });
}

void CardMover::reorder(qint64 id, int column, int row)
{
    const int fromRow = m_board.find(id).second;
    const Card *moving = m_board.card(column, fromRow);
    const auto rank = rankBetween(m_board.placeBetween(column, id, row));
    if (!m_board.isOrderedByHand() || !moving || !rank || row == fromRow || row == fromRow + 1)
        return;
    m_board.showMoved(*moving, column, fromRow < row ? row - 1 : row);
    m_store.commit(planReorder(*m_store.schema()->type(m_board.query().typeId), id, *rank))
        .then(this, [this, id](const Result<Receipt> &receipt) {
            if (!receipt)
                takeBack(id, receipt.error());
        });
}

void CardMover::moveOne(qint64 id, int column, int row, const QList<FieldValue> &values)
{
    if (const auto underway = m_underway.find(id); underway != m_underway.end()) {
        *underway = [this, id, column, row, values] { moveOne(id, column, row, values); };
        return;
    }
    const auto [fromColumn, fromRow] = m_board.find(id);
    const Card *moving = fromColumn < 0 ? nullptr : m_board.card(fromColumn, fromRow);
    if (!moving)
        return;
    if (fromColumn == column) {
        reorder(id, column, row);
        return;
    }
    const qint64 now = m_store.clock().now();
    const ReadContext reader = m_store.reader();
    auto item = readItem(reader, {m_board.query().typeId, id, {}});
    auto drop = item ? planDrop(reader, *m_board.cells(), *item, m_board.cellKey(column),
                                m_board.isOrderedByHand() ? m_board.placeBetween(column, id, row) : BoardPlace(), values,
                                now, m_store.user())
                     : Result<ColumnDrop>(item.error());
    if (!drop) {
        emit refused(id, drop.error());
        return;
    }
    if (drop->changes.isEmpty())
        return; // it has that value already
    const int landing = m_board.columnOfCell(drop->lands);
    if (landing < 0)
        return;
    const Card landed = landedOn(*moving, landing);
    if (landing != fromColumn)
        m_board.showMoved(landed, landing, row);
    const bool isElsewhere = landing == fromColumn;
    m_underway.insert(id, {});
    m_store.commit(std::move(drop->changes))
        .then(this, [this, id, isElsewhere, title = landed.title, where = nameOf(landing)](const Result<Receipt> &receipt) {
            const std::function<void()> next = m_underway.take(id);
            if (!receipt)
                takeBack(id, receipt.error());
            else if (isElsewhere)
                emit stays(id, title, where);
            else
                emit moved(id, title, where); // what follows the commit puts the card there
            if (next)
                next();
        });
}

void CardMover::takeBack(qint64 id, const Error &error)
{
    m_board.takeBack();
    emit refused(id, error);
}

} // namespace Kartoteka
