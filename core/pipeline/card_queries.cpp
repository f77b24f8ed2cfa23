// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/card_queries.h"

#include "core/base/person_name.h"
#include "core/base/texts.h"
#include "core/items/field_path.h"
#include "core/items/item_queries.h"
#include "core/items/row_queries.h"
#include "core/pipeline/reach_queries.h"
#include "core/pipeline/rotting_queries.h"
#include "core/query/first_page.h"
#include "core/query/swimlanes.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/store/db/sql_name.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Columns of a card; types lack some of them.
QString cardColumns(const ReadContext &context, const RecordTable &table, const QString &order, const QString &place)
{
    const auto column = [&table](const QString &name) {
        return table.indexOf(name) >= 0 ? u"t."_s + sqlName(name) : u"NULL"_s;
    };
    const auto clientTitle = [&](const QString &code) {
        const Field *field = context.schema->field(table.typeId, code);
        const EntityType *type = field ? context.schema->type(field->target) : nullptr;
        return type ? u"(SELECT c.title FROM %1 c WHERE c.id = t.%2)"_s.arg(sqlName(type->table), sqlName(field->column))
                    : u"NULL"_s;
    };
    // Whose card is a client's own has the name in its title.
    const EntityType *type = context.schema->type(table.typeId);
    const bool isClient = type && roleOf(*context.schema, *type) != TypeRole::Other;
    const auto named = [&](const QString &code) { return isClient ? u"NULL"_s : column(code); };
    const bool hasAmount = table.indexOf(Codes::amount) >= 0;
    return QStringList{u"t.id"_s,
                       order + u" AS place"_s,
                       place,
                       u"t.number"_s,
                       u"substr(t.title, 1, 1000)"_s, // more fits no card
                       hasAmount ? u"t.amount"_s : u"NULL"_s,
                       hasAmount ? u"t.amount_currency"_s : u"NULL"_s,
                       column(Codes::responsible),
                       column(Codes::stageChangedAt),
                       clientTitle(Codes::clientCompany),
                       clientTitle(Codes::clientContact),
                       named(Codes::companyTitle),
                       named(Codes::lastName),
                       named(Codes::firstName),
                       column(Codes::stage),
                       column(Codes::modifiedAt),
                       column(Codes::repeat)}
        .join(u", "_s);
}

Card readCard(const Cursor &c)
{
    Card card;
    card.id = c.integer(0);
    card.rank = c.value(1).toDouble();
    card.column = c.integer(2);
    card.number = c.text(3);
    card.title = c.text(4);
    if (!c.isNull(5))
        card.amount = toValue(Money{c.integer(5), c.text(6)});
    card.responsible = c.integer(7);
    if (!c.isNull(8))
        card.idleSince = qMax(c.integer(8), c.integer(15)); // until markRotting()
    for (const int at : {9, 10, 11}) {
        if (card.client.isEmpty())
            card.client = c.text(at);
    }
    if (card.client.isEmpty())
        card.client = personName(c.text(12), c.text(13), {});
    card.stage = c.integer(14);
    card.repeat = c.integer(16) != 0;
    return card;
}

/// "?, ?, …" for ids that are bound; in steps, so that few different statements are prepared.
QString marksFor(const QList<qint64> &ids, QVariantList &bound)
{
    constexpr qsizetype step = 50;
    const qsizetype count = qMax<qsizetype>(1, (ids.size() + step - 1) / step) * step;
    for (qsizetype i = 0; i < count; ++i)
        bound << ids.value(i, -1);
    return QStringList(count, u"?"_s).join(u',');
}

/// Values of the fields that the cards show besides.
Result<void> addFields(const ReadContext &context, const RecordTable &table, const QStringList &fields,
                       const QHash<qint64, Card *> &byId)
{
    if (fields.isEmpty())
        return {};
    auto rows = readRows(context, table.typeId, byId.keys(), fields);
    if (!rows)
        return rows.error();
    for (const ItemRow &row : std::as_const(*rows)) {
        for (qsizetype at = 0; at < fields.size(); ++at) {
            const Field *field = pathOf(*context.schema, table.typeId, fields[at]).field;
            byId.value(row.id)->more << (field ? rowText(*context.schema, *field, row, at).simplified() : QString());
        }
    }
    return {};
}

/// Of a board of activities: the one by which each card stands.
Result<void> addActs(const ReadContext &context, const RecordTable &table, const ColumnSource &source,
                     const QHash<qint64, Card *> &byId, qint64 nowMs)
{
    const qint64 today = QDateTime::fromMSecsSinceEpoch(nowMs).date().startOfDay().toMSecsSinceEpoch();
    auto acts = placingActs(context, table.typeId, byId.keys(), source.person(), today);
    if (!acts)
        return acts.error();
    for (auto it = acts->cbegin(); it != acts->cend(); ++it)
        byId.value(it.key())->act = it.value();
    if (source.person() != 0) {
        for (Card *card : byId) // what others do there is theirs
            card->nextDeadline = card->act ? card->act->deadline : Value();
    }
    return {};
}

/// Tags, lights and further fields of all cards by one query each. @p source: of the board that they are for; null: none.
Result<void> complete(const ReadContext &context, const RecordTable &table, const ColumnSource *source,
                      const QStringList &fields, QList<Card> &cards, qint64 nowMs)
{
    QList<qint64> ids;
    QHash<qint64, Card *> byId;
    for (Card &card : cards) {
        ids.append(card.id);
        byId.insert(card.id, &card);
    }
    if (ids.isEmpty())
        return {};
    if (auto done = markRotting(context, table.typeId, byId.values(), nowMs); !done)
        return done;
    if (auto done = markReachable(context, table.typeId, byId); !done)
        return done;
    auto lights = itemLights(context, table.typeId, ids, nowMs, source ? source->person() : 0);
    if (!lights)
        return lights.error();
    for (auto it = lights->cbegin(); it != lights->cend(); ++it)
        byId.value(it.key())->lights = it.value();
    auto deadlines = nextDeadlines(context, table.typeId, ids);
    if (!deadlines)
        return deadlines.error();
    for (auto it = deadlines->cbegin(); it != deadlines->cend(); ++it)
        byId.value(it.key())->nextDeadline = it.value();
    auto done = addFields(context, table, fields, byId);
    if (done && source && source->isPlans())
        done = addActs(context, table, *source, byId, nowMs);
    if (!done)
        return done;
    const int tags = table.indexOf(Codes::tags);
    if (tags < 0)
        return {};
    QVariantList bound{table.typeId, table.columns[tags].field};
    const QString marks = marksFor(ids, bound);
    auto cursor = context.connection.query(u"SELECT item, value FROM multi_value WHERE entity_type = ? AND field = ? "
                                           "AND item IN (%1) ORDER BY item, position"_s.arg(marks),
                                           bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        byId.value(cursor->integer(0))->tags << cursor->text(1);
    return {};
}

/// Cards by what follows FROM … t: a WHERE clause, maybe after an index. @p ids: a statement of ids in whose order they are
/// looked up; empty: none. Further fields are not filled in.
Result<QList<Card>> selectCards(const ReadContext &context, const RecordTable &table, const QString &order,
                                const QString &place, const QString &tail, const QVariantList &bound,
                                const QString &ids = {})
{
    const QString rows = sqlName(table.name) + u" t"_s;
    auto cursor = context.connection.query(
        u"SELECT %1 FROM %2 %3"_s.arg(cardColumns(context, table, order, place),
                                      ids.isEmpty() ? rows : u"(%1) o CROSS JOIN %2 ON t.id = o.id"_s.arg(ids, rows), tail),
        bound);
    if (!cursor)
        return cursor.error();
    QList<Card> cards;
    while (cursor->next())
        cards.append(readCard(*cursor));
    return cards;
}

/// … of a board: with their places in its columns.
Result<QList<Card>> selectCards(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                                const QString &tail, const QVariantList &bound, const QString &ids = {})
{
    return selectCards(context, *context.table(query.typeId), orderKey(context, query, source), source.place(), tail, bound,
                       ids);
}

/// Few items answer the query: all of @p columns are known at once, and the condition's index is asked but once.
Result<void> fillFromFew(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                         const QHash<qint64, QList<BoardRow>> &few, int limit, const QList<BoardColumn *> &columns)
{
    QList<qint64> ids;
    for (BoardColumn *column : columns) {
        column->rows = few.value(column->key);
        column->complete = true;
        for (const BoardRow &row : column->rows.mid(0, limit))
            ids.append(row.id);
    }
    if (ids.isEmpty())
        return {};
    QVariantList bound;
    const QString marks = marksFor(ids, bound);
    auto cards = selectCards(context, query, source, u"WHERE t.id IN (%1)"_s.arg(marks), bound);
    if (!cards)
        return cards.error();
    for (const Card &card : std::as_const(*cards)) {
        const auto column = std::ranges::find(columns, card.column, &BoardColumn::key);
        if (column != columns.end())
            (*column)->cards.append(card);
    }
    return {};
}

/// … of a column whose source knows its order: looked up one after the other, until there are enough.
Result<QList<Card>> walkColumn(const ReadContext &context, const ItemQuery &query, const ColumnSource &source, qint64 key,
                               int limit)
{
    auto compiled = compileQuery(context, query, true);
    if (!compiled)
        return compiled.error();
    const QString others = key == source.rest() ? u" AND "_s + source.holds(key) : QString();
    return selectCards(context, query, source, u"WHERE %1%2 LIMIT ?"_s.arg(compiled->where, others),
                       compiled->bound + QVariantList{limit}, source.walk(key));
}

/// Takes the first cards of a column.
void start(BoardColumn &column, const QList<Card> &cards, int limit)
{
    column.cards = cards;
    for (const Card &card : cards)
        column.rows.append({card.id, card.rank});
    column.complete = column.rows.size() < limit;
}

/// A lane of which some cells were not filled by what stands on top of the board: listed once for all of them, unless it is
/// long; those that are left over stay in @p unfilled.
Result<void> fillLane(const ReadContext &context, const ItemQuery &query, const Swimlanes &lanes, int lane, int limit,
                      QList<BoardColumn *> &unfilled)
{
    constexpr int longLane = 100'000; // some tenths of a second
    if (unfilled.isEmpty())
        return {};
    auto rows = queryBoardRows(context, query, lanes, longLane, lanes.holdsLane(lane));
    if (!rows)
        return rows.error();
    if (!*rows)
        return {};
    auto done = fillFromFew(context, query, lanes, **rows, limit, unfilled);
    unfilled.clear();
    return done;
}

/// The columns that are to be filled one by one.
Result<QList<BoardColumn *>> unfilledColumns(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                                             const QHash<qint64, QList<BoardRow>> &tops, int limit, BoardStart &board)
{
    QList<BoardColumn *> single;
    const Swimlanes *lanes = source.swimlanes();
    const qsizetype across = lanes ? lanes->columns()->heads().size() : board.columns.size();
    for (qsizetype first = 0; first < board.columns.size(); first += across) {
        if (lanes && lanes->laneOf(first).key == Swimlanes::others)
            continue; // counted alone
        QList<BoardColumn *> unfilled;
        for (qsizetype at = first; at < first + across; ++at)
            (lanes && !tops.contains(board.columns[at].key) ? unfilled : single) << &board.columns[at];
        auto done = lanes ? fillLane(context, query, *lanes, int(first / across), limit, unfilled) : Result<void>();
        if (!done)
            return done.error();
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        single += unfilled;
    }
    return single;
}

const QString orderedPage = u" ORDER BY place DESC, t.id DESC LIMIT ?"_s;

/// The index of what belongs to one person or to one client, where a filter asks for that; empty: none.
QString indexOfOwner(const ReadContext &context, const ItemQuery &query)
{
    for (const Condition &condition : query.conditions) {
        const Field *field = condition.comparison == Comparison::Equal && condition.values.size() == 1
            ? context.schema->field(query.typeId, condition.field)
            : nullptr;
        if (field && field->indexed && !field->multiple
            && (field->type == FieldType::User || field->type == FieldType::Link))
            return sqlName(context.table(query.typeId)->name + u'_' + field->column);
    }
    return {};
}

/// The first cards of a stage that answer a filter. Its own index has them in order and is left as soon as the page is full. Where
/// the first thousands do not fill it, few answer: what belongs to a person is quicker looked through than the rest of the stage.
Result<QList<Card>> topOfStage(const ReadContext &context, const ItemQuery &query, const ColumnSource &source, qint64 stage,
                               const CompiledQuery &compiled, int limit)
{
    const QString index = sqlName(context.table(query.typeId)->name + u"_stage"_s);
    const QString owner = indexOfOwner(context, query);
    const auto read = [&](const QString &by, const QString &above, const QVariantList &bound) {
        return selectCards(context, query, source,
                           u"INDEXED BY %1 WHERE %2%3%4"_s.arg(by, compiled.where, above, orderedPage),
                           compiled.bound + bound + QVariantList{limit});
    };
    if (owner.isEmpty())
        return read(index, {}, {});
    auto last = context.connection.scalar(
        u"SELECT rank FROM %1 INDEXED BY %2 WHERE stage = ? AND deleted_at IS NULL "
        "ORDER BY rank DESC LIMIT 1 OFFSET ?"_s.arg(sqlName(context.table(query.typeId)->name), index),
        {stage, walkedRows});
    if (!last)
        return last.error();
    if (!last->isValid() || last->isNull())
        return read(index, {}, {});
    auto cards = read(index, u" AND t.rank >= ?"_s, {*last});
    if (!cards || cards->size() >= limit)
        return cards;
    // A value that nothing can have is compiled to what no index answers.
    auto owned = read(owner, {}, {});
    return owned ? owned : read(index, {}, {});
}

/// Column by column from the top, until each has its first cards.
Result<void> fillFromTop(const ReadContext &context, const ItemQuery &query, const ColumnSource &source, int limit,
                         BoardStart &board)
{
    auto tops = source.order().isEmpty() ? queryTops(context, query, source, limit)
                                         : Result<QHash<qint64, QList<BoardRow>>>(QHash<qint64, QList<BoardRow>>());
    if (!tops)
        return tops.error();
    auto columns = unfilledColumns(context, query, source, *tops, limit, board);
    if (!columns)
        return columns.error();
    for (BoardColumn *one : std::as_const(*columns)) {
        BoardColumn &column = *one;
        if (!source.walk(column.key).isEmpty()) {
            auto cards = walkColumn(context, query, source, column.key, limit);
            if (!cards)
                return cards.error();
            start(column, *cards, limit);
            continue;
        }
        auto compiled = compileQuery(context, query, true);
        if (!compiled)
            return compiled.error();
        compiled->where += u" AND "_s + source.holds(column.key);
        // A condition's index would list and sort all that answer it; the column's own ends with the page.
        const Field *stage = context.schema->field(query.typeId, Codes::stage);
        const bool walked = source.isStages() && query.order == CardOrder::Newest && !query.deleted && stage
            && stage->indexed;
        if (const QList<BoardRow> top = tops->value(column.key); !top.isEmpty()) {
            QList<qint64> ids;
            for (const BoardRow &row : top)
                ids << row.id;
            const QString marks = marksFor(ids, compiled->bound);
            compiled->where += u" AND t.id IN (%1)"_s.arg(marks);
        }
        auto cards = walked ? topOfStage(context, query, source, column.key, *compiled, limit)
                            : selectCards(context, query, source, u"WHERE "_s + compiled->where + orderedPage,
                                          compiled->bound + QVariantList{limit});
        if (!cards)
            return cards.error();
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        start(column, *cards, limit);
    }
    return {};
}

} // namespace

Result<BoardStart> readBoard(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                             const QStringList &fields, int limit, qint64 nowMs)
{
    constexpr int fewItems = 3000;
    BoardStart start;
    for (const ColumnHead &head : source.heads())
        start.columns.append({head.key, {}, {}, false});
    std::optional<QHash<qint64, QList<BoardRow>>> few;
    // Of what is frequent some thousands would be listed for nothing.
    auto kept = keptTotals(context, query);
    if (!kept)
        return kept.error();
    auto many = query.isWhole() && source.isStages() ? Result<bool>(true)
        : *kept                                      ? Result<bool>((*kept)->count > fewItems)
                                                     : areMany(context, query, fewItems);
    if (!many)
        return many.error();
    if (!*many) {
        auto rows = queryBoardRows(context, query, source, fewItems);
        if (!rows)
            return rows.error();
        few = *rows;
    }
    QList<BoardColumn *> all;
    for (BoardColumn &column : start.columns)
        all << &column;
    auto done = few ? fillFromFew(context, query, source, *few, limit, all)
                    : fillFromTop(context, query, source, limit, start);
    if (!done)
        return done.error();
    for (BoardColumn &column : start.columns) {
        if (auto filled = complete(context, *context.table(query.typeId), &source, fields, column.cards, nowMs); !filled)
            return filled.error();
    }
    if ((query.isWhole() && source.isStages()) || few) {
        auto totals = queryColumnTotals(context, query, source);
        if (!totals)
            return totals.error();
        start.totals = *totals;
    }
    return start;
}

Result<QList<Card>> readCards(const ReadContext &context, const ItemQuery &query, const ColumnSource &source,
                              const QList<qint64> &ids, const QStringList &fields, qint64 nowMs)
{
    auto compiled = compileQuery(context, query, true);
    if (!compiled)
        return compiled.error();
    const QString marks = marksFor(ids, compiled->bound);
    auto cards = selectCards(context, query, source, u"WHERE %1 AND t.id IN (%2)"_s.arg(compiled->where, marks),
                             compiled->bound);
    if (!cards)
        return cards;
    if (auto done = complete(context, *context.table(query.typeId), &source, fields, *cards, nowMs); !done)
        return done.error();
    return cards;
}

Result<QList<Card>> readCards(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, qint64 nowMs)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return Error{ErrorCode::NotFound, Texts::tr("There is no such type."), {}, {}};
    QVariantList bound;
    const QString marks = marksFor(ids, bound);
    auto cards = selectCards(context, *table, u"0"_s, u"0"_s, u"WHERE t.id IN (%1)"_s.arg(marks), bound);
    if (!cards)
        return cards;
    if (auto done = complete(context, *table, nullptr, {}, *cards, nowMs); !done)
        return done.error();
    return cards;
}

Result<Reach> readReach(const ReadContext &context, const ItemRef &ref)
{
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    Reach reach;
    const auto take = [&reach](const Item &from) {
        const Members phones = from.members(Codes::phone);
        const Members emails = from.members(Codes::email);
        if (reach.phone.isEmpty() && !phones.isEmpty())
            reach.phone = phones.first().key.isEmpty() ? phones.first().text : phones.first().key;
        if (reach.email.isEmpty() && !emails.isEmpty())
            reach.email = emails.first().text;
    };
    take(*item);
    for (const Field *field : clientFields(*context.schema, ref.type)) {
        const qint64 client = item->reference(field->code);
        if (client == 0)
            continue;
        if (auto other = readItem(context, {context.schema->type(field->target)->id, client, {}}))
            take(*other);
    }
    return reach;
}

} // namespace Kartoteka
