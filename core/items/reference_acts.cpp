// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/reference_acts.h"

#include "core/base/texts.h"
#include "core/items/attachment_queries.h"
#include "core/items/item_queries.h"
#include "core/items/reference_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/resource_codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

bool leadsAnywhere(const RecordColumn &column)
{
    return column.type == FieldType::Link && column.target.isEmpty();
}

/// A list with one item's place taken by another, each once; by nothing when @p to is null.
Members redirected(const Members &members, const ItemRef &from, const ItemRef &to, bool any)
{
    Members out;
    for (Member member : members) {
        if (member.ref.id == from.id && (!any || member.ref.type == from.type)) {
            if (to.isNull())
                continue;
            member.ref.id = to.id;
        }
        const bool known = std::any_of(out.cbegin(), out.cend(), [&](const Member &m) { return m.ref == member.ref; });
        if (!known)
            out.append(member);
    }
    return out;
}

/// Plans the column of one row. Several items may be turned in one list: what was planned for it already goes on.
Result<void> redirectRow(const ReadContext &context, const RecordTable &table, const RecordColumn &column, qint64 row,
                         const ItemRef &from, const ItemRef &to, ChangeSet &changes)
{
    const bool any = leadsAnywhere(column);
    Value value = to.isNull() ? Value() : any ? toValue(to) : Value(to.id);
    if (column.multiple) {
        auto members = membersOf(context, table, column, row);
        if (!members)
            return members.error();
        const auto planned = std::find_if(changes.changes.rbegin(), changes.changes.rend(), [&](const Change &c) {
            return c.table == table.code && c.id == row && !c.values.isEmpty() && c.values.constFirst().field == column.code;
        });
        if (planned != changes.changes.rend())
            members = planned->values.constFirst().value.value<Members>();
        value = membersValue(redirected(*members, from, to, any));
    }
    changes.update(table.code, row, {{column.code, value}});
    return {};
}

using Take = std::function<Result<void>(const RecordTable &, const RecordColumn &, qint64 row)>;

/// Calls @p take for every place that names the item, but for places in the item itself and in @p besides.
Result<void> forAllReferences(const ReadContext &context, const ItemRef &item, const QList<qint64> &besides,
                              const Take &take)
{
    const QStringList codes = context.catalog->codes();
    for (const QString &code : codes) {
        const RecordTable *table = context.catalog->table(code);
        for (const RecordColumn &column : table->columns) {
            auto rows = rowsThatName(context, *table, column, item);
            if (!rows)
                return rows.error();
            for (const qint64 row : std::as_const(*rows)) {
                if (table->typeId == item.type && (row == item.id || besides.contains(row)))
                    continue;
                if (auto done = take(*table, column, row); !done)
                    return done;
            }
        }
    }
    return {};
}

Change erasing(const QString &table, qint64 row)
{
    return {.operation = Operation::Erase, .table = table, .id = row, .uid = {}, .values = {}, .onlyIf = {}};
}

/// Whether a row is nothing without the item that the column names.
bool goesWith(const RecordTable &table, const RecordColumn &column)
{
    return table.typeId == 0 && (column.isAnyItem() || table.code != Codes::productRow);
}

} // namespace

Result<qsizetype> redirectReferences(const ReadContext &context, const ItemRef &from, const ItemRef &to, ChangeSet &changes)
{
    qsizetype count = 0;
    auto done = forAllReferences(context, from, {to.id},
                                 [&](const RecordTable &table, const RecordColumn &column, qint64 row) {
                                     // A pin is the item's in whose history the entry stands, hours are the resource's
                                     // whose key they bear.
                                     if (table.code == u"pin" || table.code == Codes::resourceHours)
                                         return Result<void>();
                                     ++count;
                                     return redirectRow(context, table, column, row, from, to, changes);
                                 });
    return done ? Result<qsizetype>(count) : Result<qsizetype>(done.error());
}

Result<ChangeSet> planPurge(const ReadContext &context, const EntityType &type, const QList<qint64> &ids)
{
    ChangeSet changes;
    changes.kind = ActKinds::purge;
    auto items = readItems(context, type.id, ids);
    if (!items)
        return items.error();
    changes.subject = items->size() == 1 ? items->constFirst().text(Codes::title) : QString();
    auto files = attachmentsOf(context, type.id, ids);
    if (!files)
        return files.error();
    // First, or whoever reads of it would bring back files that a field still holds.
    if (auto cleared = clearHolders(context, *files, changes); !cleared)
        return cleared.error();
    QSet<QPair<QString, qint64>> erased; // a link may name two items that go at once
    for (const Item &item : std::as_const(*items)) {
        if (!item.deleted) {
            return Error{
                ErrorCode::Refused, Texts::tr("“%1” is not in the recycle bin.").arg(item.text(Codes::title)), {}, {}};
        }
        const ItemRef ref = item.ref();
        auto done = forAllReferences(
            context, ref, ids, [&](const RecordTable &table, const RecordColumn &column, qint64 row) {
                // Comments, files, products, hours and links are the item's own; what is planned for
                // others too stays with them, and so do their products where one of the catalogue goes.
                if (erased.contains({table.code, row}))
                    return Result<void>();
                if (goesWith(table, column)) {
                    changes.changes.append(erasing(table.code, row));
                    erased.insert({table.code, row});
                    return Result<void>();
                }
                return redirectRow(context, table, column, row, ref, {}, changes);
            });
        if (!done)
            return done.error();
        changes.changes.append(erasing(type.code, item.id));
    }
    // What was to be done for these alone is to be done no more.
    for (Change &change : changes.changes) {
        const bool isLeft = change.table == u"activity" && change.operation == Operation::Update
            && change.values.constFirst().field == u"items" && !change.values.constFirst().value.isValid();
        if (isLeft)
            change.values.append({u"deleted_at"_s, context.clock->now()});
    }
    return changes;
}

} // namespace Kartoteka
