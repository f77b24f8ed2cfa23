// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/merge.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/store/value_codec.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// What is left of a text when spaces, case and a full stop at the end do not count.
QString essence(const QString &text)
{
    QString folded = fold(text).simplified();
    while (folded.endsWith(u'.'))
        folded.chop(1);
    return folded.trimmed();
}

bool isSame(const Field &field, const Value &a, const Value &b)
{
    const bool text = field.type == FieldType::String || field.type == FieldType::Text || field.type == FieldType::Address;
    return text ? essence(a.toString()) == essence(b.toString()) : a == b;
}

/// Members of all items, each once.
Members united(const Schema &schema, const Field &field, const QList<Item> &items)
{
    Members members;
    const auto keyOf = [&](const Member &member) {
        return holdsTexts(field.type) ? memberKey(field.type, member, schema.phoneRegion())
                                      : u"%1:%2"_s.arg(member.ref.type).arg(member.ref.id);
    };
    for (const Item &item : items) {
        for (const Member &one : item.members(field.code)) {
            const bool known = std::any_of(members.cbegin(), members.cend(),
                                           [&](const Member &m) { return keyOf(m) == keyOf(one); });
            if (!known)
                members.append(one);
        }
    }
    return members;
}

/// Answers of the items that have a value, equal ones once.
QList<std::pair<qint64, Value>> answersOf(const Field &field, const QList<Item> &items)
{
    QList<std::pair<qint64, Value>> answers;
    for (const Item &item : items) {
        const Value value = item.value(field.code);
        const bool known = std::any_of(answers.cbegin(), answers.cend(),
                                       [&](const auto &answer) { return isSame(field, answer.second, value); });
        if (value.isValid() && !known)
            answers.append({item.id, value});
    }
    return answers;
}

/// Fields that say where an item stands or that the program keeps: the kept item's are the truth.
bool isOwn(const Field &field)
{
    return !field.editable || field.type == FieldType::Stage || field.type == FieldType::Pipeline;
}

void mergeField(const Schema &schema, const Field &field, const QList<Item> &items, const MergeRequest &request,
                MergePlan &plan)
{
    const Value kept = items.constFirst().value(field.code);
    Value merged = kept;
    if (field.multiple || holdsTexts(field.type)) {
        merged = membersValue(united(schema, field, items));
    } else {
        const auto answers = answersOf(field, items);
        if (answers.isEmpty())
            return;
        if (field.type == FieldType::Text) {
            QStringList texts;
            for (const auto &answer : answers)
                texts << answer.second.toString();
            merged = texts.join(u'\n');
        } else {
            if (answers.size() > 1)
                plan.questions.append({field.code, answers});
            const qint64 chosen = request.choice.value(field.code);
            const auto it = std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.id == chosen; });
            merged = it != items.end() && it->value(field.code).isValid() ? it->value(field.code)
                                                                          : answers.constFirst().second;
        }
    }
    if (merged != kept)
        plan.values.insert(field.code, merged);
}

Result<QList<qint64>> rowsOf(const ReadContext &context, const QString &sql, const QVariantList &bound)
{
    auto cursor = context.connection.query(sql, bound);
    if (!cursor)
        return cursor.error();
    QList<qint64> rows;
    while (cursor->next())
        rows.append(cursor->integer(0));
    return rows;
}

/// A list with the other item's place taken by the kept one.
Members redirected(const Members &members, const ItemRef &from, const ItemRef &to, bool any)
{
    Members out;
    for (Member member : members) {
        if (member.ref.id == from.id && (!any || member.ref.type == from.type))
            member.ref.id = to.id;
        const bool known = std::any_of(out.cbegin(), out.cend(), [&](const Member &m) { return m.ref == member.ref; });
        if (!known)
            out.append(member);
    }
    return out;
}

Result<Members> membersOf(const ReadContext &context, const RecordTable &table, const RecordColumn &column, qint64 row)
{
    auto cursor = context.connection.query(
        u"SELECT value, label, ref_type, ref FROM multi_value WHERE entity_type = ? AND item = ? AND field = ? ORDER BY position"_s,
        {table.typeId, row, column.field});
    if (!cursor)
        return cursor.error();
    Members members;
    while (cursor->next())
        members.append({cursor->text(0), cursor->text(1), {cursor->integer(2), cursor->integer(3), {}}, {}});
    return members;
}

/// Turns one column of one table from the other item to the kept one.
Result<void> redirectColumn(const ReadContext &context, const RecordTable &table, const RecordColumn &column,
                            const ItemRef &from, const ItemRef &to, MergePlan &plan)
{
    const bool any = column.type == FieldType::Link && column.target.isEmpty();
    const EntityType *type = context.schema->type(from.type);
    if (!any && column.target != type->code)
        return {};
    QString sql = u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(table.name, column.code);
    if (column.multiple)
        sql = u"SELECT item FROM multi_value WHERE entity_type = %1 AND field = %2 AND ref = ?%3"_s.arg(table.typeId)
                  .arg(column.field)
                  .arg(any ? u" AND ref_type = %1"_s.arg(from.type) : QString());
    else if (any)
        sql = u"SELECT id FROM %1 WHERE %2_type = %3 AND %2_id = ?"_s.arg(table.name, column.code).arg(from.type);
    auto rows = rowsOf(context, sql, {from.id});
    if (!rows)
        return rows.error();
    for (const qint64 row : std::as_const(*rows)) {
        if (table.typeId == from.type && (row == from.id || row == to.id))
            continue; // an item that refers to the other one, or to itself
        Value value = any ? toValue(to) : Value(to.id);
        if (column.multiple) {
            auto members = membersOf(context, table, column, row);
            if (!members)
                return members.error();
            // Several of the merged items may stand in one list: what was planned for it already goes on.
            const auto planned = std::find_if(
                plan.changes.changes.rbegin(), plan.changes.changes.rend(), [&](const Change &c) {
                    return c.table == table.code && c.id == row && c.values.constFirst().field == column.code;
                });
            if (planned != plan.changes.changes.rend())
                members = planned->values.constFirst().value.value<Members>();
            value = membersValue(redirected(*members, from, to, any));
        }
        plan.changes.update(table.code, row, {{column.code, value}});
        ++plan.moved;
    }
    return {};
}

Result<void> redirectAll(const ReadContext &context, const ItemRef &from, const ItemRef &to, MergePlan &plan)
{
    const QStringList codes = context.catalog->codes();
    for (const QString &code : codes) {
        const RecordTable *table = context.catalog->table(code);
        for (const RecordColumn &column : table->columns) {
            if (column.type != FieldType::Link)
                continue;
            if (auto done = redirectColumn(context, *table, column, from, to, plan); !done)
                return done;
        }
    }
    return {};
}

Error refused(const QString &why)
{
    return {ErrorCode::Refused, why, {}, {}};
}

} // namespace

Result<MergePlan> planMerge(const ReadContext &context, const MergeRequest &request, qint64 nowMs)
{
    const Schema &schema = *context.schema;
    const EntityType *type = schema.type(request.keep.type);
    QList<qint64> ids{request.keep.id};
    for (const qint64 other : request.others) {
        if (!ids.contains(other))
            ids.append(other);
    }
    if (!type || ids.size() < 2)
        return Error{ErrorCode::Usage, Texts::tr("Name two items or more to be merged."), {}, {}};
    auto items = readItems(context, type->id, ids);
    if (!items)
        return items.error();
    if (items->size() != ids.size())
        return Error{ErrorCode::NotFound, Texts::tr("One of the items no longer exists."), {}, {}};
    for (const Item &item : std::as_const(*items)) {
        if (item.deleted)
            return refused(Texts::tr("“%1” is in the recycle bin. Restore it first.").arg(item.text(u"title"_s)));
    }
    MergePlan plan;
    plan.changes.kind = u"merge"_s;
    plan.changes.subject = items->constFirst().text(u"title"_s);
    QList<FieldValue> columns;
    for (const Field &field : schema.fields(type->id)) {
        if (!isOwn(field))
            mergeField(schema, field, *items, request, plan);
        if (plan.values.contains(field.code))
            columns.append({field.column, plan.values.value(field.code)});
    }
    for (const qint64 other : ids.mid(1)) {
        const ItemRef from{type->id, other, {}};
        if (auto done = redirectAll(context, from, request.keep, plan); !done)
            return done.error();
        plan.changes.create(u"link"_s,
                            {{u"kind"_s, u"merge"_s}, {u"source"_s, toValue(from)}, {u"target"_s, toValue(request.keep)}});
        plan.changes.update(type->code, other, {{u"deleted_at"_s, nowMs}});
    }
    if (!columns.isEmpty())
        plan.changes.update(type->code, request.keep.id, columns);
    return plan;
}

} // namespace Kartoteka
