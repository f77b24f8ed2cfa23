// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board/board_model.h"

#include "core/query/plan_columns.h"
#include "core/store/change/journal_reader.h"
#include "core/store/db/one_moment.h"
#include "models/base/rate_watch.h"
#include "models/base/shown_definitions.h"

#include <utility>

namespace Kartoteka {

namespace {

constexpr int firstPage = 30; ///< cards of a column in the first load
constexpr int margin = 20;    ///< rows loaded beyond what is shown
constexpr int totalsPauseMs = 250;

} // namespace

BoardModel::BoardModel(Store &store, QObject *parent)
    : QObject(parent), m_store(store), m_source(makeSource()), m_cells(m_source), m_catchUp(store)
{
    connect(&m_catchUp, &CatchUp::due, this, &BoardModel::follow);
    connect(&store, &Store::schemaChanged, this, &BoardModel::takeDefinitions);
    connect(&RateWatch::of(store), &RateWatch::pastChanged, &m_catchUp, &CatchUp::lookAnew);
    m_totalsSoon.setSingleShot(true);
    m_totalsSoon.setInterval(totalsPauseMs);
    connect(&m_totalsSoon, &QTimer::timeout, this, &BoardModel::refreshTotals);
}

void BoardModel::setQuery(const ItemQuery &query)
{
    m_query = query;
    reload();
}

void BoardModel::setColumnField(const QString &code)
{
    m_columnField = code;
}

void BoardModel::setCardFields(const QStringList &fields)
{
    if (std::exchange(m_fields, fields) != fields)
        reload();
}

void BoardModel::setShowFinal(bool show)
{
    m_showFinal = show;
}

void BoardModel::setShown(bool shown)
{
    m_catchUp.setShown(shown);
    if (shown && m_stale)
        reload();
}

ColumnsPtr BoardModel::makeSource() const
{
    const Schema &schema = *m_store.schema();
    const qint64 now = m_query.now != 0 ? m_query.now : m_store.clock().now();
    const QueryMoment moment{now, firstDayOfWeek(schema), m_query.user};
    auto source = m_columnField == u"activity" ? planColumns(schema, m_query.typeId, m_query.pipeline, moment)
                                               : columnsBy(schema, m_query.typeId, m_columnField, moment);
    return source ? source : stageColumns(schema, m_query.pipeline, m_showFinal);
}

ColumnsPtr BoardModel::withLanes(const ColumnsPtr &source) const
{
    return withSwimlanes(*m_store.schema(), m_query.typeId, source, m_laneChoice);
}

int BoardModel::columnOf(qint64 key, qint64 lane) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (m_columns[column].head.key == key && (!swimlanes() || swimlanes()->laneOf(cellKey(column)).key == lane))
            return column;
    }
    return -1;
}

ItemTotals BoardModel::totalsAcross(const QList<int> &columns) const
{
    ItemTotals all;
    for (const int column : columns)
        addTotals(all, totals(column));
    return all;
}

const Stage *BoardModel::stage(int column) const
{
    return m_source->isStages() ? m_store.schema()->stage(m_columns[column].head.key) : nullptr;
}

bool BoardModel::isFinal(int column) const
{
    const Stage *standing = stage(column);
    return standing && standing->group != StageGroup::InProgress;
}

/// Reads on a thread, all of one moment, what the board shows as its source is now; another load forgets it. @p take is
/// called with what was found and the row of the journal up to which it is true.
template<typename T, typename Read, typename Take>
void BoardModel::readAsOf(Read read, Take take)
{
    m_store
        .read<AsOf<T>>(
            m_catchUp.token(),
            [read](ReadContext &context) {
                return inOneMoment(context.connection, [&]() -> Result<AsOf<T>> {
                    auto journal = lastJournalRow(context.connection);
                    if (!journal)
                        return journal.error();
                    Result<T> found = read(context);
                    return found ? Result<AsOf<T>>(AsOf<T>{std::move(*found), *journal}) : Result<AsOf<T>>(found.error());
                });
            })
        .then(this, [this, take, token = m_catchUp.token()](const Result<AsOf<T>> &found) {
            if (token.isCancelled())
                return;
            if (!found) {
                fail(found.error());
                return;
            }
            take(found->value, found->journal);
            // What was followed meanwhile is not in it: that is looked at once more, which changes nothing elsewhere.
            m_catchUp.reachBack(found->journal);
            m_catchUp.look();
        });
}

void BoardModel::takeDefinitions()
{
    const SchemaPtr before = std::exchange(m_schema, m_store.schema());
    if (!before || !showsItemsAlike(*before, *m_schema, m_query.typeId))
        reload();
}

void BoardModel::reload()
{
    m_schema = m_store.schema();
    m_totalsLoad.cancel();
    m_columns.dropOverlay();
    m_stale = !m_catchUp.isShown() || m_query.typeId == 0;
    if (m_stale) {
        m_catchUp.rest(); // it is read when somebody sees it
        return;
    }
    m_catchUp.begin();
    const ColumnsPtr source = makeSource();
    const ColumnsPtr cells = withLanes(source);
    readAsOf<BoardStart>([query = m_query, cells, fields = m_fields, now = m_store.clock().now()](
                             ReadContext &context) { return readBoard(context, query, *cells, fields, firstPage, now); },
                         [this, source, cells](const BoardStart &start, qint64 journal) {
                             m_catchUp.stand(journal);
                             takeFirst(source, cells, start);
                         });
}

/// The board stands empty and says why.
void BoardModel::fail(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_catchUp.rest();
    m_columns.clear();
    emit reset();
    emit readFailed(error);
}

void BoardModel::takeFirst(const ColumnsPtr &source, const ColumnsPtr &cells, const BoardStart &start)
{
    m_source = source;
    m_cells = cells;
    m_columns.clear();
    for (qsizetype i = 0; i < cells->heads().size(); ++i) {
        const BoardColumn &read = start.columns[i];
        BoardColumns::Column column{.key = read.key,
                                    .head = source->heads()[i % source->heads().size()],
                                    .totals = {},
                                    .lane = {read.rows, read.complete},
                                    .cards = {},
                                    .requested = {}};
        column.totals.count = read.rows.size();
        if (start.totals)
            column.totals = start.totals->value(read.key);
        for (const Card &card : read.cards)
            column.cards.insert(card.id, card);
        m_columns.append(column);
    }
    emit reset();
    if (!start.totals)
        refreshTotals();
}

void BoardModel::need(int column, int firstRow, int lastRow)
{
    BoardColumns::Column &c = m_columns[column];
    c.firstNeeded = qMax(0, firstRow - margin);
    c.lastNeeded = lastRow + margin;
    const QList<BoardRow> &rows = c.lane.rows;
    if (!c.lane.isComplete && c.lastNeeded >= rows.size())
        loadRows(column);
    QList<qint64> missing;
    for (int row = c.firstNeeded; row <= c.lastNeeded && row < rows.size(); ++row) {
        const qint64 id = rows[row].id;
        if (!c.cards.contains(id) && !c.requested.contains(id))
            missing.append(id);
    }
    m_columns.trim(column);
    if (!missing.isEmpty())
        loadCards(column, missing);
}

QList<qint64> BoardModel::cardsOf(int column) const
{
    QList<qint64> ids;
    if (!m_columns[column].lane.isComplete)
        return ids;
    for (const BoardRow &row : m_columns[column].lane.rows)
        ids.append(row.id);
    return ids;
}

void BoardModel::needAll(int column)
{
    if (!m_columns[column].lane.isComplete)
        loadRows(column);
}

void BoardModel::loadRows(int column)
{
    if (std::exchange(m_columns[column].isReading, true))
        return;
    const qint64 key = cellKey(column);
    readAsOf<QList<BoardRow>>(
        [query = m_query, source = m_cells, key](ReadContext &context) { return queryColumn(context, query, *source, key); },
        [this, key](const QList<BoardRow> &rows, qint64) {
            const int at = m_columns.indexOf(key);
            if (at < 0)
                return;
            m_columns[at].isReading = false;
            m_columns[at].lane = {rows, true};
            emit columnChanged(at);
        });
}

void BoardModel::loadCards(int column, const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        m_columns[column].requested.insert(id);
    readAsOf<QList<Card>>([query = m_query, source = m_cells, fields = m_fields, ids, now = m_store.clock().now()](
                              ReadContext &context) { return readCards(context, query, *source, ids, fields, now); },
                          [this, ids, key = cellKey(column)](const QList<Card> &cards, qint64) {
                              const int at = m_columns.indexOf(key);
                              if (at < 0)
                                  return;
                              BoardColumns::Column &c = m_columns[at];
                              for (const qint64 id : ids)
                                  c.requested.remove(id);
                              for (const Card &card : cards)
                                  c.cards.insert(card.id, card);
                              emit columnChanged(at);
                          });
}

/// Asks what was committed, and how the few items that it concerns stand now.
void BoardModel::follow()
{
    const bool isByPlans = m_query.order == CardOrder::Deadline || m_source->isPlans();
    const QStringList ordered = isByPlans ? QStringList{u"activity"_s} : QStringList();
    readAsOf<Followed>(
        [query = m_query, source = m_cells, fields = m_fields, ordered, since = m_catchUp.journal(),
         now = m_store.clock().now()](ReadContext &context) -> Result<Followed> {
            auto changed = changedItems(context, query, ordered, since);
            if (!changed)
                return changed.error();
            if (changed->ids.isEmpty())
                return Followed{*changed, {}};
            auto cards = readCards(context, query, *source, changed->ids, fields, now);
            return cards ? Result<Followed>(Followed{*changed, *cards}) : Result<Followed>(cards.error());
        },
        [this](const Followed &followed, qint64 journal) {
            if (m_catchUp.takeAnew() || followed.changed.isAnother) {
                readAgain();
                return;
            }
            m_catchUp.stand(journal);
            if (!followed.changed.ids.isEmpty())
                place(followed.changed.ids, followed.cards);
            if (followed.changed.concernsOthers)
                refreshHeldCards();
            if (followed.changed.concernsOthers && m_query.figure == ColumnFigure::Unplanned)
                m_totalsSoon.start();
        });
}

void BoardModel::turnTo(qint64 now)
{
    m_query.now = now;
    m_catchUp.lookAnew();
}

/// Reads anew what is held; nothing else is lost by it.
void BoardModel::readAgain()
{
    const ColumnsPtr moved = makeSource(); // days have moved on
    const ColumnsPtr cells = withLanes(moved);
    if (cells->heads().size() != columnCount()) {
        reload();
        return;
    }
    m_source = moved;
    m_cells = cells;
    QSet<qint64> whole; // columns all of whose rows are held
    QHash<qint64, QPair<int, int>> needed;
    for (const BoardColumns::Column &column : std::as_const(m_columns)) {
        if (column.lane.isComplete)
            whole.insert(column.key);
        needed.insert(column.key, {column.firstNeeded, column.lastNeeded});
    }
    readAsOf<BoardStart>(
        [query = m_query, source = m_cells, fields = m_fields, whole, needed,
         now = m_store.clock().now()](ReadContext &context) -> Result<BoardStart> {
            auto start = readBoard(context, query, *source, fields, firstPage, now);
            if (!start)
                return start.error();
            for (BoardColumn &column : start->columns) {
                if (!column.complete && whole.contains(column.key)) {
                    auto rows = queryColumn(context, query, *source, column.key);
                    if (!rows)
                        return rows.error();
                    column.rows = *rows;
                    column.complete = true;
                }
                const auto [first, last] = needed.value(column.key);
                QList<qint64> ids;
                for (qsizetype row = qMax(first, firstPage); row <= last && row < column.rows.size(); ++row)
                    ids << column.rows[row].id;
                auto cards = ids.isEmpty() ? Result<QList<Card>>(QList<Card>())
                                           : readCards(context, query, *source, ids, fields, now);
                if (!cards)
                    return cards.error();
                column.cards += *cards;
            }
            return start;
        },
        [this](const BoardStart &start, qint64 journal) {
            m_catchUp.stand(journal);
            takeAgain(start);
        });
}

void BoardModel::takeAgain(const BoardStart &start)
{
    m_columns.dropOverlay();
    for (int i = 0; i < columnCount(); ++i) {
        const BoardColumn &read = start.columns[i];
        BoardColumns::Column &column = m_columns[i];
        column.lane = {read.rows, read.complete};
        column.cards.clear();
        column.requested.clear();
        for (const Card &card : read.cards)
            column.cards.insert(card.id, card);
        if (start.totals)
            column.totals = start.totals->value(read.key);
        emit columnChanged(i);
    }
    if (start.totals)
        emit totalsChanged();
    else
        refreshTotals();
}

void BoardModel::place(const QList<qint64> &ids, const QList<Card> &cards)
{
    for (const int column : m_columns.place(ids, cards))
        emit columnChanged(column);
    if (m_cells->isStages() && m_query.isWhole())
        refreshTotals(); // they are kept
    else if (!m_totalsSoon.isActive())
        m_totalsSoon.start();
}

/// What cards show of others may have changed.
void BoardModel::refreshHeldCards()
{
    for (int i = 0; i < columnCount(); ++i) {
        if (const QList<qint64> held = m_columns[i].cards.keys(); !held.isEmpty())
            loadCards(i, held);
    }
}

void BoardModel::refreshLights()
{
    QList<qint64> ids;
    for (const BoardColumns::Column &column : std::as_const(m_columns))
        ids += column.cards.keys();
    readAsOf<QHash<qint64, Lights>>([typeId = m_query.typeId, ids, now = m_store.clock().now(), person = m_source->person()](
                                        ReadContext &context) { return itemLights(context, typeId, ids, now, person); },
                                    [this](const QHash<qint64, Lights> &lights, qint64) {
                                        for (int i = 0; i < columnCount(); ++i) {
                                            bool changed = false;
                                            for (Card &card : m_columns[i].cards) {
                                                const Lights fresh = lights.value(card.id);
                                                changed = changed || fresh != card.lights;
                                                card.lights = fresh;
                                            }
                                            if (changed)
                                                emit columnChanged(i);
                                        }
                                    });
}

void BoardModel::refreshTotals()
{
    m_totalsLoad.cancel();
    m_totalsLoad = CancelToken();
    m_store
        .read<QHash<qint64, ItemTotals>>(
            m_totalsLoad,
            [query = m_query, source = m_cells](ReadContext &context) { return queryColumnTotals(context, query, *source); })
        .then(this, [this, token = m_totalsLoad](const Result<QHash<qint64, ItemTotals>> &totals) {
            if (token.isCancelled() || !totals)
                return;
            for (BoardColumns::Column &column : m_columns)
                column.totals = totals->value(column.key);
            emit totalsChanged();
        });
}

void BoardModel::showMoved(const Card &card, int column, int row)
{
    const int from = find(card.id).first;
    m_columns.overlay(card, column, row);
    if (from >= 0)
        emit columnChanged(from);
    emit columnChanged(column);
}

void BoardModel::takeBack()
{
    m_columns.dropOverlay();
    for (int i = 0; i < columnCount(); ++i)
        emit columnChanged(i);
}

} // namespace Kartoteka
