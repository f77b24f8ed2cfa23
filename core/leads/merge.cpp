// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/merge.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/store/record/value_codec.h"

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

/// Whether the amount that is to stand comes from products: from those of all then.
bool comesFromProducts(const QList<Item> &items, const MergeRequest &request)
{
    const qint64 chosen = request.choice.value(Codes::amount);
    return std::any_of(items.begin(), items.end(), [&](const Item &item) {
        return item.value(Codes::amountAuto).toBool() && (chosen == 0 || chosen == item.id);
    });
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
        return Error{ErrorCode::Usage, Texts::tr("Choose at least two items to merge."), {}, {}};
    auto items = readItems(context, type->id, ids);
    if (!items)
        return items.error();
    if (items->size() != ids.size())
        return Error{ErrorCode::NotFound, Texts::tr("One of them no longer exists."), {}, {}};
    for (const Item &item : std::as_const(*items)) {
        if (item.deleted)
            return Error::refused(Texts::tr("“%1” is in the recycle bin. Restore it first.").arg(item.text(Codes::title)));
    }
    MergePlan plan;
    plan.changes.kind = ActKinds::merge;
    plan.changes.subject = items->constFirst().text(Codes::title);
    QList<FieldValue> columns;
    for (const Field &field : schema.fields(type->id)) {
        if (!isOwn(field))
            mergeField(schema, field, *items, request, plan);
        if (plan.values.contains(field.code))
            columns.append({field.column, plan.values.value(field.code)});
    }
    if (comesFromProducts(*items, request)) {
        const Field *amount = schema.field(type->id, Codes::amount);
        const Value value = plan.values.contains(Codes::amount) ? plan.values.value(Codes::amount)
                                                                : items->constFirst().value(Codes::amount);
        columns.removeIf([&](const FieldValue &one) { return one.field == amount->column; });
        columns << FieldValue{amount->column, value} << FieldValue{Codes::amountAuto, true};
    }
    for (const qint64 other : ids.mid(1)) {
        const ItemRef from{type->id, other, {}};
        auto moved = redirectReferences(context, from, request.keep, plan.changes);
        if (!moved)
            return moved.error();
        plan.moved += *moved;
        plan.changes.create(u"link"_s,
                            {{u"kind"_s, u"merge"_s}, {u"source"_s, toValue(from)}, {u"target"_s, toValue(request.keep)}});
        plan.changes.update(type->code, other, {{u"deleted_at"_s, nowMs}});
    }
    if (!columns.isEmpty())
        plan.changes.update(type->code, request.keep.id, columns);
    return plan;
}

} // namespace Kartoteka
