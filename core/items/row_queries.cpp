// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/row_queries.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/field_path.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/list_values.h"
#include "core/schema/relations.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/record_reader.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

namespace {

/// A column that is read, and its place among the values.
struct Place
{
    const RecordColumn *column = nullptr;
    qsizetype at = 0;
};

/// The rows being read, and where the item with an id stands among them.
struct Found
{
    QList<ItemRow> rows;
    QHash<qint64, qsizetype> places;
};

Result<void> readSingle(const ReadContext &context, const RecordTable &table, const QList<Place> &places, const QString &ids,
                        qsizetype width, Found &found)
{
    QStringList names{u"id"_s, u"uid"_s};
    const int first = int(names.size());
    for (const Place &place : places)
        names << sqlColumns(*place.column);
    auto cursor = context.connection.query(
        u"SELECT %1 FROM %2 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(names.join(u", "_s), sqlName(table.name)),
        {ids});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const qint64 id = cursor->integer(0);
        ItemRow &row = found.rows[found.places.value(id)];
        row.id = id;
        row.uid = uidFromBytes(cursor->bytes(1));
        row.values.resize(width);
        int at = first;
        for (const Place &place : places)
            row.values[place.at] = readColumn(*place.column, *cursor, at);
    }
    return {};
}

Result<void> readMultiple(const ReadContext &context, const RecordTable &table, const QList<Place> &places,
                          const QString &ids, Found &found)
{
    QHash<qint64, qsizetype> placeOf;
    bool refs = false;
    for (const Place &place : places) {
        if (!place.column->multiple)
            continue;
        placeOf.insert(place.column->field, place.at);
        refs = refs || !holdsTexts(place.column->type);
    }
    if (placeOf.isEmpty())
        return {};
    auto cursor = context.connection.query(
        u"SELECT item, field, value, label, key%1 FROM multi_value WHERE entity_type = ? "
        "AND item IN (SELECT value FROM json_each(?)) AND field IN (SELECT value FROM json_each(?)) "
        "ORDER BY item, field, position"_s.arg(refs ? u", ref, ref_type"_s : QString()),
        {table.typeId, ids, idList(placeOf.keys())});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        ItemRow &row = found.rows[found.places.value(cursor->integer(0))];
        if (row.id == 0)
            continue; // it was erased between the two statements
        Value &value = row.values[placeOf.value(cursor->integer(1))];
        auto members = value.value<Members>();
        const ItemRef ref = refs ? ItemRef{cursor->integer(6), cursor->integer(5), {}} : ItemRef();
        members.append({cursor->text(2), cursor->text(3), ref, cursor->text(4)});
        value = toValue(members);
    }
    return {};
}

/// What the other side of a relation says of the rows (core/schema/relations).
Result<void> readRelations(const ReadContext &context, const QList<Place> &places, const QString &ids, Found &found)
{
    for (const Place &place : places) {
        const Field *field = place.column->multiple ? context.schema->field(place.column->field) : nullptr;
        const Field *inverse = field ? inverseOf(*context.schema, *field) : nullptr;
        const RecordTable *other = inverse ? context.table(inverse->typeId) : nullptr;
        if (!other)
            continue;
        auto cursor = context.connection.query(
            u"SELECT m.ref, m.item FROM multi_value m JOIN %1 o ON o.id = m.item AND o.deleted_at IS NULL "
            "WHERE m.field = ? AND m.ref IN (SELECT value FROM json_each(?)) ORDER BY m.ref, m.item"_s.arg(
                sqlName(other->name)),
            {inverse->id, ids});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            ItemRow &row = found.rows[found.places.value(cursor->integer(0))];
            if (row.id == 0)
                continue;
            Value &value = row.values[place.at];
            auto members = value.value<Members>();
            const qint64 id = cursor->integer(1);
            const bool known = std::any_of(members.cbegin(), members.cend(),
                                           [id](const Member &m) { return m.ref.id == id; });
            if (!known)
                members.append({.text = {}, .label = {}, .ref = {0, id, {}}, .key = {}});
            value = toValue(members);
        }
    }
    return {};
}

/// What the rows show of the items that their links lead to: those are rows of another type, read once for each link.
Result<void> readLinked(const ReadContext &context, const QList<FieldPath> &paths, QList<ItemRow> &rows)
{
    QHash<const Field *, QList<qsizetype>> placesOf;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        if (!paths[at].isOwn() && !paths[at].links.first()->multiple)
            placesOf[paths[at].links.first()] << at;
    }
    for (auto it = placesOf.cbegin(); it != placesOf.cend(); ++it) {
        const EntityType &target = *context.schema->type(it.key()->target);
        QStringList rest;
        for (const qsizetype at : *it)
            rest << paths[at].code().section(u'.', 1);
        QHash<qint64, QList<qsizetype>> leading; // rows by what they lead to
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (const qint64 id = rows[row].values[it->first()].toLongLong(); id != 0)
                leading[id] << row;
        }
        auto linked = leading.isEmpty() ? Result<QList<ItemRow>>(QList<ItemRow>())
                                        : readRows(context, target.id, leading.keys(), rest);
        if (!linked)
            return linked.error();
        for (ItemRow &row : rows) {
            for (const qsizetype at : *it)
                row.values[at] = Value();
        }
        for (const ItemRow &from : std::as_const(*linked)) {
            for (const qsizetype row : leading.value(from.id)) {
                rows[row].titles.resize(paths.size());
                for (qsizetype i = 0; i < it->size(); ++i) {
                    rows[row].values[it->at(i)] = from.values[i];
                    rows[row].titles[it->at(i)] = from.titles.value(i);
                }
            }
        }
    }
    return {};
}

} // namespace

namespace {

/// In place of values of lists that were merged into others those others.
void followMerged(const ReadContext &context, const QList<Place> &places, Found &found)
{
    for (const Place &place : context.schema->listValues(0).isEmpty() ? QList<Place>() : places) {
        if (place.column->field == 0 || place.column->type != FieldType::List)
            continue;
        for (ItemRow &row : found.rows)
            row.values[place.at] = standingValue(*context.schema, row.values[place.at]);
    }
}

} // namespace

Result<QList<ItemRow>> readValues(const ReadContext &context, const RecordTable &table,
                                  const QList<const RecordColumn *> &columns, const QList<qint64> &ids)
{
    QList<Place> places;
    for (qsizetype at = 0; at < columns.size(); ++at) {
        if (columns[at])
            places.append({columns[at], at});
    }
    const QString list = idList(ids);
    Found found{QList<ItemRow>(ids.size()), {}};
    found.places.reserve(ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i)
        found.places.insert(ids[i], i);
    if (auto done = readSingle(context, table, places, list, columns.size(), found); !done)
        return done.error();
    if (auto done = readMultiple(context, table, places, list, found); !done)
        return done.error();
    if (auto done = readRelations(context, places, list, found); !done)
        return done.error();
    found.rows.removeIf([](const ItemRow &row) { return row.id == 0; });
    followMerged(context, places, found);
    return found.rows;
}

Result<QList<ItemRow>> readRows(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                const QStringList &paths)
{
    const RecordTable *table = context.table(typeId);
    if (!table)
        return Error{ErrorCode::NotFound, Texts::tr("There is no such type."), {}, {}};
    QList<FieldPath> found;
    QList<const Field *> fields; // of the type itself
    QList<const RecordColumn *> columns;
    for (const QString &path : paths) {
        found << pathOf(*context.schema, typeId, path);
        fields << (found.last().isOwn() ? found.last().field : nullptr);
        const Field *read = found.last().isOwn() ? fields.last() : found.last().links.first();
        const bool isOfEveryItem = path == u"number" || path == u"deleted_at"; // and no field
        const int at = read ? table->indexOf(read->column) : isOfEveryItem ? table->indexOf(path) : -1;
        columns << (at >= 0 ? &table->columns[at] : nullptr);
    }
    auto rows = readValues(context, *table, columns, ids);
    if (!rows)
        return rows;
    if (auto done = readLinked(context, found, *rows); !done)
        return done.error();
    const Schema &schema = *context.schema;
    const auto eachLink = [&](const std::function<void(ItemRow &, const Field &, qsizetype)> &act) {
        for (qsizetype at = 0; at < fields.size(); ++at) {
            if (!fields[at] || !hasTitle(fields[at]->type))
                continue;
            for (ItemRow &row : *rows) {
                if (row.values[at].isValid())
                    act(row, *fields[at], at);
            }
        }
    };
    QSet<ItemRef> refs;
    eachLink([&](const ItemRow &row, const Field &field, qsizetype at) {
        (void)valueText(schema, field, row.values[at], [&refs](const ItemRef &ref) {
            refs.insert(ref);
            return QString();
        });
    });
    if (refs.isEmpty())
        return rows;
    auto titles = itemTitles(context, refs);
    if (!titles)
        return titles.error();
    eachLink([&](ItemRow &row, const Field &field, qsizetype at) {
        row.titles.resize(fields.size());
        row.titles[at] = valueText(schema, field, row.values[at], [&](const ItemRef &ref) { return titles->value(ref); });
    });
    return rows;
}

QString rowText(const Schema &schema, const Field &field, const ItemRow &row, qsizetype at)
{
    return hasTitle(field.type) ? row.titles.value(at) : valueText(schema, field, row.values.value(at));
}

} // namespace Kartoteka
