// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/card_queries.h"

#include "core/items/item_queries.h"
#include "core/items/item_rules.h"

namespace Kartoteka {

namespace {

/// Columns of a card; types lack some of them.
QString cardColumns(const ReadContext &context, const RecordTable &table)
{
    const auto column = [&table](const QString &name) { return table.indexOf(name) >= 0 ? u"t."_s + name : u"NULL"_s; };
    const auto clientTitle = [&](const QString &role) {
        const EntityType *type = context.schema->type(role);
        return table.indexOf(u"client_"_s + role) >= 0 && type
            ? u"(SELECT c.title FROM %1 c WHERE c.id = t.client_%2)"_s.arg(type->table, role)
            : u"NULL"_s;
    };
    const bool hasAmount = table.indexOf(u"amount"_s) >= 0;
    return QStringList{u"t.id"_s,
                       u"t.rank"_s,
                       column(u"stage"_s),
                       u"t.number"_s,
                       u"t.title"_s,
                       hasAmount ? u"t.amount"_s : u"NULL"_s,
                       hasAmount ? u"t.amount_currency"_s : u"NULL"_s,
                       column(u"responsible"_s),
                       column(u"stage_changed_at"_s),
                       clientTitle(u"company"_s),
                       clientTitle(u"contact"_s),
                       column(u"company_title"_s),
                       column(u"last_name"_s),
                       column(u"first_name"_s)}
        .join(u", "_s);
}

Card readCard(const Cursor &c)
{
    Card card;
    card.id = c.integer(0);
    card.rank = c.value(1).toDouble();
    card.stage = c.integer(2);
    card.number = c.text(3);
    card.title = c.text(4);
    if (!c.isNull(5))
        card.amount = toValue(Money{c.integer(5), c.text(6)});
    card.responsible = c.integer(7);
    card.stageSince = c.isNull(8) ? Value() : Value(c.integer(8));
    for (const int at : {9, 10, 11}) {
        if (card.client.isEmpty())
            card.client = c.text(at);
    }
    if (card.client.isEmpty())
        card.client = personName(c.text(12), c.text(13), {});
    return card;
}

/// Tags and lights of all cards by one query each.
Result<void> complete(const ReadContext &context, const RecordTable &table, QList<Card> &cards, qint64 nowMs)
{
    QList<qint64> ids;
    QHash<qint64, Card *> byId;
    for (Card &card : cards) {
        ids.append(card.id);
        byId.insert(card.id, &card);
    }
    if (ids.isEmpty())
        return {};
    auto lights = itemLights(context, table.typeId, ids, nowMs);
    if (!lights)
        return lights.error();
    for (auto it = lights->cbegin(); it != lights->cend(); ++it)
        byId.value(it.key())->lights = it.value();
    const int tags = table.indexOf(u"tags"_s);
    if (tags < 0)
        return {};
    QVariantList bound{table.typeId, table.columns[tags].field};
    for (const qint64 id : std::as_const(ids))
        bound << id;
    const QString marks = QStringList(ids.size(), u"?"_s).join(u',');
    auto cursor = context.connection.query(u"SELECT item, value FROM multi_value WHERE entity_type = ? AND field = ? "
                                           "AND item IN (%1) ORDER BY item, position"_s.arg(marks),
                                           bound);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        byId.value(cursor->integer(0))->tags << cursor->text(1);
    return {};
}

Result<QList<Card>> run(const ReadContext &context, const RecordTable &table, const QString &tail, const QVariantList &bound,
                        qint64 nowMs)
{
    QList<Card> cards;
    {
        auto cursor = context.connection.query(
            u"SELECT %1 FROM %2 t WHERE %3"_s.arg(cardColumns(context, table), table.name, tail), bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            cards.append(readCard(*cursor));
    }
    if (auto done = complete(context, table, cards, nowMs); !done)
        return done.error();
    return cards;
}

} // namespace

Result<QList<Card>> readColumnCards(const ReadContext &context, const ItemQuery &query, double belowRank, qint64 belowId,
                                    int limit, qint64 nowMs)
{
    auto compiled = compileQuery(context, query);
    if (!compiled)
        return compiled.error();
    QVariantList bound = compiled->bound;
    bound << belowRank << belowRank << belowId << limit;
    return run(context, *context.table(query.typeId),
               compiled->where + u" AND t.rank <= ? AND (t.rank < ? OR t.id < ?) ORDER BY t.rank DESC, t.id DESC LIMIT ?"_s,
               bound, nowMs);
}

Result<QList<Card>> readCards(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids, qint64 nowMs)
{
    ItemQuery anyStage = query;
    anyStage.stage = 0;
    auto compiled = compileQuery(context, anyStage);
    if (!compiled)
        return compiled.error();
    QVariantList bound = compiled->bound;
    for (const qint64 id : ids)
        bound << id;
    const QString marks = QStringList(ids.size(), u"?"_s).join(u',');
    return run(context, *context.table(query.typeId), compiled->where + u" AND t.id IN (%1)"_s.arg(marks), bound, nowMs);
}

Result<Reach> readReach(const ReadContext &context, const ItemRef &ref)
{
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    Reach reach;
    const auto take = [&reach](const Item &from) {
        const Members phones = from.members(u"phone"_s);
        const Members emails = from.members(u"email"_s);
        if (reach.phone.isEmpty() && !phones.isEmpty())
            reach.phone = phones.first().key.isEmpty() ? phones.first().text : phones.first().key;
        if (reach.email.isEmpty() && !emails.isEmpty())
            reach.email = emails.first().text;
    };
    take(*item);
    for (const QString &role : {u"contact"_s, u"company"_s}) {
        const qint64 client = item->reference(u"client_"_s + role);
        if (client == 0)
            continue;
        if (auto other = readItem(context, {context.schema->type(role)->id, client, {}}))
            take(*other);
    }
    return reach;
}

} // namespace Kartoteka
