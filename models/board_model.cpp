// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board_model.h"

#include "core/schema/builtin_names.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int firstPage = 30;         ///< cards of a column in the first load
constexpr int keptCards = 400;        ///< cards a column keeps around what is shown
constexpr int margin = 20;            ///< rows loaded beyond what is shown
constexpr qsizetype manyChanges = 60; ///< a notice of more is answered by loading anew
constexpr int reloadPauseMs = 250;

/// More cards than this are moved with progress.
constexpr qsizetype manyCards = 60;

} // namespace

BoardModel::BoardModel(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, &BoardModel::onCommitted);
    connect(&store, &Store::schemaChanged, this, &BoardModel::reload);
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(reloadPauseMs);
    connect(&m_reloadSoon, &QTimer::timeout, this, &BoardModel::reload);
}

void BoardModel::setQuery(const ItemQuery &query)
{
    m_query = query;
    reload();
}

void BoardModel::setCardFields(const QStringList &fields)
{
    if (m_fields == fields)
        return;
    m_fields = fields;
    reload();
}

void BoardModel::setShowFinal(bool show)
{
    if (m_showFinal == show)
        return;
    m_showFinal = show;
    reload();
}

int BoardModel::columnOfStage(qint64 stage) const
{
    for (int i = 0; i < columnCount(); ++i) {
        if (m_columns[i].stage.id == stage)
            return i;
    }
    return -1;
}

void BoardModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_overlay.reset();
    QList<Stage> stages;
    for (const Stage &stage : m_store.schema()->stages(m_query.pipeline)) {
        if (m_showFinal || stage.group == StageGroup::InProgress)
            stages.append(stage);
    }
    QList<qint64> ids;
    for (const Stage &stage : std::as_const(stages))
        ids.append(stage.id);
    m_loading = true;
    m_store
        .read<BoardStart>(m_load,
                          [query = m_query, fields = m_fields, ids, now = m_store.clock().now()](ReadContext &context) {
                              return readBoard(context, query, ids, fields, firstPage, now);
                          })
        .then(this, [this, stages, token = m_load](const Result<BoardStart> &start) {
            if (token.isCancelled())
                return;
            if (start)
                takeFirst(stages, *start);
            else if (start.error().code != ErrorCode::Cancelled)
                failLoad(start.error());
        });
}

/// The board stands empty and says why.
void BoardModel::failLoad(const Error &error)
{
    m_loading = false;
    m_columns.clear();
    emit reset();
    emit readFailed(error);
}

void BoardModel::takeFirst(const QList<Stage> &stages, const BoardStart &start)
{
    m_columns.clear();
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const BoardColumn &read = start.columns[i];
        Column column{.stage = stages[i], .totals = {}, .rows = read.rows, .cards = {}, .requested = {}};
        column.complete = read.complete;
        column.totals.count = read.rows.size();
        if (start.totals)
            column.totals = start.totals->value(stages[i].id);
        for (const Card &card : read.cards)
            column.cards.insert(card.id, card);
        m_columns.append(column);
    }
    m_loading = false;
    emit reset();
    if (!start.totals)
        refreshTotals();
}

int BoardModel::rowOf(const Column &column, qint64 id) const
{
    const auto it = std::find_if(column.rows.begin(), column.rows.end(), [=](const BoardRow &r) { return r.id == id; });
    return it == column.rows.end() ? -1 : int(it - column.rows.begin());
}

int BoardModel::cardCount(int column) const
{
    const Column &c = m_columns[column];
    qint64 count = c.complete ? c.rows.size() : qMax<qint64>(c.totals.count, c.rows.size());
    if (m_overlay) {
        count -= rowOf(c, m_overlay->card.id) >= 0 ? 1 : 0;
        count += m_overlay->column == column ? 1 : 0;
    }
    return int(count);
}

/// The id shown in a row, the overlay counted in; 0 when not loaded.
qint64 BoardModel::idAt(int column, int row) const
{
    const Column &c = m_columns[column];
    if (m_overlay) {
        if (m_overlay->column == column && row == m_overlay->position)
            return m_overlay->card.id;
        if (m_overlay->column == column && row > m_overlay->position)
            --row;
        const int hidden = rowOf(c, m_overlay->card.id);
        if (hidden >= 0 && row >= hidden)
            ++row;
    }
    return row >= 0 && row < c.rows.size() ? c.rows[row].id : 0;
}

const Card *BoardModel::card(int column, int row) const
{
    const qint64 id = idAt(column, row);
    if (m_overlay && m_overlay->card.id == id)
        return &m_overlay->card;
    const auto it = m_columns[column].cards.constFind(id);
    return it == m_columns[column].cards.cend() ? nullptr : &*it;
}

QPair<int, int> BoardModel::find(qint64 id) const
{
    if (m_overlay && m_overlay->card.id == id)
        return {m_overlay->column, m_overlay->position};
    for (int column = 0; column < columnCount(); ++column) {
        if (const int row = rowOf(m_columns[column], id); row >= 0)
            return {column, row};
    }
    return {-1, -1};
}

void BoardModel::need(int column, int firstRow, int lastRow)
{
    Column &c = m_columns[column];
    const int from = qMax(0, firstRow - margin);
    const int to = lastRow + margin;
    if (!c.complete && to >= c.rows.size())
        loadRows(column);
    QList<qint64> missing;
    for (int row = from; row <= to && row < c.rows.size(); ++row) {
        const qint64 id = c.rows[row].id;
        if (!c.cards.contains(id) && !c.requested.contains(id))
            missing.append(id);
    }
    trim(c, from, to);
    if (!missing.isEmpty())
        loadCards(column, missing);
}

/// Forgets cards far from what is shown, so that scrolling through a long column keeps memory flat.
void BoardModel::trim(Column &column, int firstRow, int lastRow)
{
    if (column.cards.size() <= keptCards)
        return;
    QHash<qint64, Card> near;
    for (int row = firstRow; row <= lastRow && row < column.rows.size(); ++row) {
        const auto it = column.cards.constFind(column.rows[row].id);
        if (it != column.cards.cend())
            near.insert(it.key(), *it);
    }
    column.cards = near;
}

void BoardModel::loadRows(int column)
{
    Column &c = m_columns[column];
    if (c.loadingRows)
        return;
    c.loadingRows = true;
    ItemQuery query = m_query;
    query.stage = c.stage.id;
    m_store.read<QList<BoardRow>>(m_load, [query](ReadContext &context) { return queryColumn(context, query); })
        .then(this, [this, column, token = m_load](const Result<QList<BoardRow>> &rows) {
            if (token.isCancelled() || column >= columnCount())
                return;
            m_columns[column].loadingRows = false;
            if (!rows)
                return;
            m_columns[column].rows = *rows;
            m_columns[column].complete = true;
            emit columnChanged(column);
        });
}

void BoardModel::loadCards(int column, const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        m_columns[column].requested.insert(id);
    m_store
        .read<QList<Card>>(m_load,
                           [query = m_query, fields = m_fields, ids, now = m_store.clock().now()](ReadContext &context) {
                               return readCards(context, query, ids, fields, now);
                           })
        .then(this, [this, column, ids, token = m_load](const Result<QList<Card>> &cards) {
            if (token.isCancelled() || column >= columnCount())
                return;
            Column &c = m_columns[column];
            for (const qint64 id : ids)
                c.requested.remove(id);
            if (!cards)
                return;
            for (const Card &card : *cards)
                c.cards.insert(card.id, card);
            emit columnChanged(column);
        });
}

void BoardModel::onCommitted(const CommitNotice &notice)
{
    if (notice.schemaChanged)
        return; // schemaChanged() has reloaded already
    if (notice.whole) {
        reload();
        return;
    }
    QList<qint64> ids;
    for (const RecordChange &change : notice.records) {
        if (change.typeId == m_query.typeId)
            ids.append(change.id);
        else if (change.owner.type == m_query.typeId)
            ids.append(change.owner.id); // an activity changes the card's counter
    }
    if (ids.isEmpty())
        return;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (m_reloadSoon.isActive())
        return; // all is read then
    if (ids.size() > manyChanges)
        m_reloadSoon.start();
    else
        refreshCards(ids);
}

void BoardModel::refreshCards(const QList<qint64> &ids)
{
    m_store
        .read<QList<Card>>(m_load,
                           [query = m_query, fields = m_fields, ids, now = m_store.clock().now()](ReadContext &context) {
                               return readCards(context, query, ids, fields, now);
                           })
        .then(this, [this, ids, token = m_load](const Result<QList<Card>> &cards) {
            if (token.isCancelled() || !cards)
                return;
            place(ids, *cards);
            refreshTotals();
        });
}

void BoardModel::refreshLights()
{
    QList<qint64> ids;
    for (const Column &column : std::as_const(m_columns))
        ids += column.cards.keys();
    const qint64 typeId = m_query.typeId;
    const qint64 now = m_store.clock().now();
    m_store
        .read<QHash<qint64, Lights>>(
            m_load, [typeId, ids, now](ReadContext &context) { return itemLights(context, typeId, ids, now); })
        .then(this, [this, token = m_load](const Result<QHash<qint64, Lights>> &lights) {
            if (token.isCancelled() || !lights)
                return;
            for (int i = 0; i < columnCount(); ++i) {
                bool changed = false;
                for (Card &card : m_columns[i].cards) {
                    const Lights fresh = lights->value(card.id);
                    changed = changed || fresh != card.lights;
                    card.lights = fresh;
                }
                if (changed)
                    emit columnChanged(i);
            }
        });
}

/// Puts changed cards where they belong now; ids without a card are no longer part of the board.
void BoardModel::place(const QList<qint64> &ids, const QList<Card> &cards)
{
    QSet<int> touched;
    if (m_overlay && ids.contains(m_overlay->card.id)) {
        touched.insert(m_overlay->column);
        m_overlay.reset();
    }
    for (const qint64 id : ids) {
        for (int column = 0; column < columnCount(); ++column) {
            const int row = rowOf(m_columns[column], id);
            if (row < 0)
                continue;
            m_columns[column].rows.removeAt(row);
            m_columns[column].cards.remove(id);
            m_columns[column].totals.count -= 1;
            touched.insert(column);
        }
    }
    for (const Card &card : cards) {
        const int column = columnOfStage(card.stage);
        if (column < 0)
            continue;
        Column &c = m_columns[column];
        touched.insert(column);
        c.totals.count += 1;
        const BoardRow row{card.id, card.rank};
        const auto at = std::lower_bound(c.rows.begin(), c.rows.end(), row, isAbove);
        if (at == c.rows.end() && !c.complete)
            continue; // below the window that is loaded
        c.rows.insert(at, row);
        c.cards.insert(card.id, card);
    }
    for (const int column : std::as_const(touched))
        emit columnChanged(column);
}

void BoardModel::refreshTotals()
{
    m_totalsLoad.cancel();
    m_totalsLoad = CancelToken();
    m_store
        .read<QHash<qint64, ItemTotals>>(
            m_totalsLoad, [query = m_query](ReadContext &context) { return queryStageTotals(context, query); })
        .then(this, [this, token = m_totalsLoad](const Result<QHash<qint64, ItemTotals>> &totals) {
            if (token.isCancelled() || !totals)
                return;
            for (Column &column : m_columns)
                column.totals = totals->value(column.stage.id);
            emit totalsChanged();
        });
}

/// Ranks of the cards between which row @p row lies, the moved card left out.
BoardPlace BoardModel::placeBetween(int column, qint64 moved, int row) const
{
    QList<BoardRow> rows = m_columns[column].rows;
    if (const int own = rowOf(m_columns[column], moved); own >= 0) {
        rows.removeAt(own);
        row -= own < row ? 1 : 0;
    }
    BoardPlace place;
    if (row > 0 && row <= rows.size())
        place.above = rows[row - 1].rank;
    if (row < rows.size())
        place.below = rows[qMax(0, row)].rank;
    return place;
}

/// The changes of moving cards to a stage, the first of them on top.
Result<ChangeSet> BoardModel::planMoves(const QList<qint64> &ids, qint64 stage, BoardPlace place,
                                        const QList<FieldValue> &values) const
{
    ChangeSet all;
    const bool ordered = m_query.order == CardOrder::Newest;
    for (const qint64 id : ids) {
        auto one = planMove(m_store.reader(), {m_query.typeId, id, {}}, stage, ordered ? place : BoardPlace(), values);
        if (!one)
            return one;
        all.kind = one->kind;
        all.subject = one->subject;
        all.changes += one->changes;
        if (const auto rank = rankBetween(place))
            place.above = rank;
    }
    if (ids.size() > 1)
        all.subject = tr("%n card(s)", nullptr, int(ids.size()));
    return all;
}

void BoardModel::moveCards(const QList<qint64> &ids, int column, int row, const QList<FieldValue> &values)
{
    if (ids.size() == 1) {
        moveOne(ids.constFirst(), column, row, values);
        return;
    }
    QList<qint64> others = ids;
    others.removeIf([&](qint64 id) { return find(id).first == column; });
    const qint64 stage = m_columns[column].stage.id;
    if (others.size() > manyCards)
        emit manyToMove(others, stage, values);
    else if (!others.isEmpty())
        commitMoves(others, stage, planMoves(others, stage, placeBetween(column, 0, row), values));
}

void BoardModel::finishCards(const QList<qint64> &ids, qint64 stage, const QList<FieldValue> &values)
{
    if (const int column = columnOfStage(stage); column >= 0)
        moveCards(ids, column, 0, values);
    else if (ids.size() > manyCards)
        emit manyToMove(ids, stage, values);
    else
        commitMoves(ids, stage, planMoves(ids, stage, {}, values));
}

void BoardModel::commitMoves(const QList<qint64> &ids, qint64 stage, Result<ChangeSet> changes)
{
    if (!changes) {
        emit moveRefused(ids.value(0), changes.error());
        return;
    }
    const SchemaPtr schema = m_store.schema();
    const QString stageName = displayName(*schema, *schema->stage(stage));
    const QString title = changes->subject;
    m_store.commit(std::move(*changes)).then(this, [this, ids, title, stageName](const Result<Receipt> &receipt) {
        if (!receipt)
            emit moveRefused(ids.value(0), receipt.error());
        else if (ids.size() == 1)
            emit moved(ids.constFirst(), title, stageName);
        else
            emit movedMany(int(ids.size()), stageName);
    });
}

void BoardModel::reorder(qint64 id, int column, int row)
{
    const int fromRow = find(id).second;
    const Card *moving = card(column, fromRow);
    const auto rank = rankBetween(placeBetween(column, id, row));
    if (m_query.order != CardOrder::Newest || !moving || !rank || row == fromRow || row == fromRow + 1)
        return;
    showOverlay(*moving, column, column, fromRow < row ? row - 1 : row);
    m_store.commit(planReorder(*m_store.schema()->type(m_query.typeId), id, *rank))
        .then(this, [this, id](const Result<Receipt> &receipt) {
            if (!receipt)
                takeBack(id, receipt.error());
        });
}

void BoardModel::moveOne(qint64 id, int column, int row, const QList<FieldValue> &values)
{
    const auto [fromColumn, fromRow] = find(id);
    const Card *moving = fromColumn < 0 ? nullptr : card(fromColumn, fromRow);
    if (!moving)
        return;
    if (fromColumn == column) {
        reorder(id, column, row);
        return;
    }
    const Stage target = m_columns[column].stage;
    auto changes = planMoves({id}, target.id, placeBetween(column, id, row), values);
    if (!changes) {
        emit moveRefused(id, changes.error());
        return;
    }
    Card landed = *moving;
    landed.stage = target.id;
    landed.stageSince = m_store.clock().now();
    showOverlay(landed, fromColumn, column, row);
    const QString stageName = displayName(*m_store.schema(), target);
    m_store.commit(std::move(*changes))
        .then(this, [this, id, title = landed.title, stageName](const Result<Receipt> &receipt) {
            if (receipt)
                emit moved(id, title, stageName); // the notice takes the overlay away
            else
                takeBack(id, receipt.error());
        });
}

void BoardModel::showOverlay(const Card &card, int fromColumn, int column, int position)
{
    m_overlay = Overlay{card, column, qBound(0, position, int(m_columns[column].rows.size()))};
    emit columnChanged(fromColumn);
    emit columnChanged(column);
}

void BoardModel::takeBack(qint64 id, const Error &error)
{
    m_overlay.reset();
    for (int i = 0; i < columnCount(); ++i)
        emit columnChanged(i);
    emit moveRefused(id, error);
}

QList<qint64> BoardModel::cardsOf(int column) const
{
    QList<qint64> ids;
    if (!m_columns[column].complete)
        return ids;
    for (const BoardRow &row : m_columns[column].rows)
        ids.append(row.id);
    return ids;
}

void BoardModel::needAll(int column)
{
    if (!m_columns[column].complete)
        loadRows(column);
}

} // namespace Kartoteka
