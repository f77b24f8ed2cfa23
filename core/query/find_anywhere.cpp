// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/find_anywhere.h"

#include "core/items/item_link.h"
#include "core/items/item_queries.h"
#include "core/items/row_queries.h"
#include "core/query/item_query.h"
#include "core/query/quick_match.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype shortestSearch = 3;
constexpr int numberScore = 100;

/// "301", "#301", "S2-15", in capitals: what may be the number of an item.
bool isNumber(const QString &text)
{
    return text.size() <= 20 && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })
        && std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isDigit() || c == u'#' || c == u'-' || (c >= u'A' && c <= u'Z'); });
}

/// Reads what is shown of items of one type, without deleted ones.
Result<void> describe(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, QList<FoundItem> &found)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return {};
    const Schema &schema = *context.schema;
    QList<const RecordColumn *> columns;
    const auto add = [&](const QString &code) {
        const int at = table->indexOf(code);
        columns << (at >= 0 ? &table->columns[at] : nullptr);
    };
    for (const QString &code : {Codes::title, u"number"_s, u"deleted_at"_s})
        add(code);
    const qsizetype ownColumns = columns.size();
    QList<qint64> clientTypes; // of the columns behind
    for (const TypeRole role : {TypeRole::Person, TypeRole::Organisation}) {
        const EntityType *type = schema.type(typeOf(schema, role));
        const Field *field = type ? clientField(schema, typeId, type->code) : nullptr;
        if (!field || field->multiple)
            continue;
        add(field->column);
        clientTypes << type->id;
    }
    auto rows = readValues(context, *table, columns, ids);
    if (!rows)
        return rows.error();
    const auto clientOf = [&](const ItemRow &row) {
        for (qsizetype i = 0; i < clientTypes.size(); ++i) {
            if (const qint64 id = row.values[ownColumns + i].toLongLong(); id != 0)
                return ItemRef{clientTypes[i], id, {}};
        }
        return ItemRef();
    };
    QSet<ItemRef> clients;
    for (const ItemRow &row : std::as_const(*rows)) {
        if (const ItemRef client = clientOf(row); !client.isNull())
            clients.insert(client);
    }
    auto names = itemTitles(context, clients);
    if (!names)
        return names.error();
    for (const ItemRow &row : std::as_const(*rows)) {
        if (!row.values[2].isValid())
            found << FoundItem{
                {typeId, row.id, {}}, row.values[1].toString(), row.values[0].toString(), names->value(clientOf(row))};
    }
    return {};
}

} // namespace

Result<QList<FoundItem>> findAnywhere(const ReadContext &context, const QString &text, int limit)
{
    if (const ItemRef linked = itemOfLink(context, text); !linked.isNull()) {
        auto found = describeItems(context, {linked});
        for (qsizetype i = 0; found && i < found->size(); ++i)
            (*found)[i].score = numberScore;
        return found;
    }
    const QString typed = text.trimmed();
    const QString number = typed.toUpper(); // seat codes are in capitals
    QList<FoundItem> found;
    QSet<ItemRef> numbered;
    for (const EntityType &type : context.schema->types()) {
        if (!type.isItem)
            continue;
        QList<qint64> ids;
        const QString plain = plainNumber(*context.schema, type, number);
        if (plain != number || isNumber(number)) {
            if (auto id = findByNumber(context, type.id, plain)) {
                ids << *id;
                numbered.insert({type.id, *id, {}});
            } else if (id.error().code != ErrorCode::NotFound) {
                return id.error();
            }
        }
        if (typed.size() >= shortestSearch) {
            ItemQuery query;
            query.typeId = type.id;
            query.search = typed;
            auto more = queryIds(context, query, limit);
            if (!more)
                return more.error();
            for (const qint64 id : std::as_const(*more)) {
                if (!ids.contains(id))
                    ids << id;
            }
        }
        if (ids.isEmpty())
            continue;
        if (auto done = describe(context, type.id, ids, found); !done)
            return done.error();
    }
    const QuickMatch match(typed);
    for (FoundItem &item : found)
        item.score = numbered.contains(item.ref) ? numberScore : match.score(item.title);
    std::stable_sort(found.begin(), found.end(), [](const FoundItem &a, const FoundItem &b) { return a.score > b.score; });
    return found.first(qMin(qsizetype(limit), found.size()));
}

Result<QList<FoundItem>> findOfType(const ReadContext &context, qint64 typeId, const QString &text, int limit)
{
    constexpr qsizetype shortest = 2;
    const QString typed = text.trimmed();
    QList<ItemRef> refs;
    if (isNumber(typed.toUpper())) {
        if (auto id = findByNumber(context, typeId, typed.toUpper()))
            refs << ItemRef{typeId, *id, {}};
    }
    if (typed.size() >= shortest) {
        ItemQuery query;
        query.typeId = typeId;
        query.search = typed;
        auto ids = queryIds(context, query, limit);
        if (!ids)
            return ids.error();
        for (const qint64 id : std::as_const(*ids)) {
            if (const ItemRef ref{typeId, id, {}}; !refs.contains(ref))
                refs << ref;
        }
    }
    return describeItems(context, refs);
}

Result<QList<FoundItem>> describeItems(const ReadContext &context, const QList<ItemRef> &refs)
{
    QHash<qint64, QList<qint64>> ids;
    for (const ItemRef &ref : refs)
        ids[ref.type] << ref.id;
    QList<FoundItem> found;
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const EntityType *type = context.schema->type(it.key());
        if (!type || type->hidden)
            continue;
        if (auto done = describe(context, it.key(), *it, found); !done)
            return done.error();
    }
    std::stable_sort(found.begin(), found.end(),
                     [&refs](const FoundItem &a, const FoundItem &b) { return refs.indexOf(a.ref) < refs.indexOf(b.ref); });
    return found;
}

} // namespace Kartoteka
