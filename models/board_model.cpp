// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board_model.h"

#include "core/schema/builtin_names.h"

#include <algorithm>
#include <limits>

namespace Kartoteka {

namespace {

constexpr int firstPage = 30;          ///< cards of a column in the first load
constexpr int keptCards = 400;         ///< cards a column keeps around what is shown
constexpr int margin = 20;             ///< rows loaded beyond what is shown
constexpr qsizetype manyChanges = 200; ///< a notice of more is answered by loading anew
constexpr double infinity = std::numeric_limits<double>::max();
constexpr qint64 noId = std::numeric_limits<qint64>::max();

bool above(const BoardRow &a, const BoardRow &b)
{
    return std::pair(a.rank, a.id) > std::pair(b.rank, b.id);
}

} // namespace

BoardModel::BoardModel(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, &BoardModel::onCommitted);
    connect(&store, &Store::schemaChanged, this, &BoardModel::reload);
}

void BoardModel::setQuery(const ItemQuery &query)
{
    m_query = query;
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
    m_loading = true;
    const ItemQuery query = m_query;
    const qint64 now = m_store.clock().now();
    m_store
        .read<FirstLoad>(m_load,
                         [query, stages, now](ReadContext &context) -> Result<FirstLoad> {
                             FirstLoad load;
                             const bool filtered = !query.conditions.isEmpty() || !query.search.trimmed().isEmpty();
                             auto kept = filtered ? Result(QHash<qint64, ItemTotals>())
                                                  : stageTotals(context, query.pipeline);
                             if (!kept)
                                 return kept.error();
                             for (const Stage &stage : stages) {
                                 ItemQuery column = query;
                                 column.stage = stage.id;
                                 auto cards = readColumnCards(context, column, infinity, noId, firstPage, now);
                                 if (!cards)
                                     return cards.error();
                                 auto totals = filtered ? queryTotals(context, column) : Result(kept->value(stage.id));
                                 if (!totals)
                                     return totals.error();
                                 if (context.token.isCancelled())
                                     return Error{ErrorCode::Cancelled, {}, {}, {}};
                                 load.cards.append(*cards);
                                 load.totals.append(*totals);
                             }
                             return load;
                         })
        .then(this, [this, stages, token = m_load](const Result<FirstLoad> &load) {
            if (token.isCancelled() || !load)
                return;
            m_columns.clear();
            for (const Stage &stage : stages)
                m_columns.append(Column{.stage = stage, .totals = {}, .rows = {}, .cards = {}, .requested = {}});
            takeFirst(*load);
        });
}

void BoardModel::takeFirst(const FirstLoad &load)
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        column.totals = load.totals[i];
        for (const Card &card : load.cards[i]) {
            column.rows.append({card.id, card.rank});
            column.cards.insert(card.id, card);
        }
        column.complete = column.rows.size() < firstPage;
    }
    m_loading = false;
    emit reset();
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
    m_store
        .read<QList<BoardRow>>(m_load,
                               [query](ReadContext &context) { return queryColumn(context, query, infinity, noId, -1); })
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
    const ItemQuery query = m_query;
    const qint64 now = m_store.clock().now();
    m_store
        .read<QList<Card>>(m_load, [query, ids, now](ReadContext &context) { return readCards(context, query, ids, now); })
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
    if (ids.size() > manyChanges)
        reload();
    else
        refreshCards(ids);
}

void BoardModel::refreshCards(const QList<qint64> &ids)
{
    const ItemQuery query = m_query;
    const qint64 now = m_store.clock().now();
    m_store
        .read<QList<Card>>(m_load, [query, ids, now](ReadContext &context) { return readCards(context, query, ids, now); })
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
        const auto at = std::lower_bound(c.rows.begin(), c.rows.end(), row, above);
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
    const ItemQuery query = m_query;
    const bool filtered = !query.conditions.isEmpty() || !query.search.trimmed().isEmpty();
    QList<qint64> stages;
    for (const Column &column : std::as_const(m_columns))
        stages.append(column.stage.id);
    m_totalsLoad.cancel();
    m_totalsLoad = CancelToken();
    m_store
        .read<QHash<qint64, ItemTotals>>(
            m_totalsLoad,
            [query, filtered, stages](ReadContext &context) -> Result<QHash<qint64, ItemTotals>> {
                if (!filtered)
                    return stageTotals(context, query.pipeline);
                QHash<qint64, ItemTotals> totals;
                for (const qint64 stage : stages) {
                    ItemQuery column = query;
                    column.stage = stage;
                    auto one = queryTotals(context, column);
                    if (!one)
                        return one.error();
                    totals.insert(stage, *one);
                }
                return totals;
            })
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

void BoardModel::moveCard(qint64 id, int column, int row)
{
    const auto [fromColumn, fromRow] = find(id);
    const Card *moving = fromColumn < 0 ? nullptr : card(fromColumn, fromRow);
    if (!moving)
        return;
    const Column &target = m_columns[column];
    const bool sameColumn = fromColumn == column;
    const BoardPlace between = placeBetween(column, id, row);
    const ItemRef ref{m_query.typeId, id, {}};
    Result<ChangeSet> changes = ChangeSet{};
    if (sameColumn) {
        const auto rank = rankBetween(between);
        if (!rank || row == fromRow || row == fromRow + 1)
            return;
        changes = planReorder(*m_store.schema()->type(m_query.typeId), id, *rank);
    } else {
        changes = planMove(m_store.reader(), ref, target.stage.id, between);
    }
    if (!changes) {
        emit moveRefused(id, changes.error());
        return;
    }
    Overlay overlay{*moving, column, sameColumn && fromRow < row ? row - 1 : row};
    overlay.position = qBound(0, overlay.position, int(target.rows.size()));
    overlay.card.stage = target.stage.id;
    overlay.card.stageSince = sameColumn ? overlay.card.stageSince : Value(m_store.clock().now());
    const QString title = overlay.card.title;
    const QString stageName = displayName(*m_store.schema(), target.stage);
    m_overlay = overlay;
    emit columnChanged(fromColumn);
    emit columnChanged(column);
    m_store.commit(std::move(*changes)).then(this, [this, id, title, stageName, sameColumn](const Result<Receipt> &receipt) {
        if (receipt) {
            if (!sameColumn)
                emit moved(id, title, stageName);
            return; // the notice takes the overlay away
        }
        m_overlay.reset();
        for (int i = 0; i < columnCount(); ++i)
            emit columnChanged(i);
        emit moveRefused(id, receipt.error());
    });
}

void BoardModel::finishCard(qint64 id, qint64 stage)
{
    if (const int column = columnOfStage(stage); column >= 0) {
        moveCard(id, column, 0);
        return;
    }
    const ItemRef ref{m_query.typeId, id, {}};
    auto changes = planMove(m_store.reader(), ref, stage);
    if (!changes) {
        emit moveRefused(id, changes.error());
        return;
    }
    const auto [column, row] = find(id);
    const Card *moving = column < 0 ? nullptr : card(column, row);
    const QString title = moving ? moving->title : QString();
    const SchemaPtr schema = m_store.schema();
    const QString stageName = displayName(*schema, *schema->stage(stage));
    m_store.commit(std::move(*changes)).then(this, [this, id, title, stageName](const Result<Receipt> &receipt) {
        if (receipt)
            emit moved(id, title, stageName);
        else
            emit moveRefused(id, receipt.error());
    });
}

} // namespace Kartoteka
