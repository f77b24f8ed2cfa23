// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/links.h"

#include "core/base/texts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/link_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

/// An item without a reference to another one, as values to be saved; empty where it has none that can be edited.
QHash<QString, Value> without(const Schema &schema, const Item &item, const ItemRef &other)
{
    QHash<QString, Value> values;
    for (const Field &field : schema.fields(item.typeId)) {
        const EntityType *target = field.type == FieldType::Link ? schema.type(field.target) : nullptr;
        if (!target || target->id != other.type || !field.editable)
            continue;
        if (!field.multiple) {
            if (item.reference(field.code) == other.id)
                values.insert(field.code, Value());
            continue;
        }
        Members members = item.members(field.code);
        if (members.removeIf([&](const Member &member) { return member.ref.id == other.id; }) > 0)
            values.insert(field.code, membersValue(members));
    }
    return values;
}

} // namespace

Result<ChangeSet> planLink(const ReadContext &context, const ItemRef &item, const ItemRef &other)
{
    if (item == other)
        return Error{ErrorCode::Refused, Texts::tr("An item cannot be linked to itself."), {}, {}};
    auto known = relatedLinks(context, item, other);
    if (!known)
        return known.error();
    ChangeSet changes = ChangeSet::of(ActKinds::link, itemTitle(context, other));
    if (known->isEmpty())
        changes.create(u"link"_s, {{u"kind"_s, relatedKind}, {u"source"_s, toValue(item)}, {u"target"_s, toValue(other)}});
    return changes;
}

Value linkValue(const Field &field, qint64 id)
{
    return field.multiple ? toValue(Members{{.text = {}, .label = {}, .ref = {0, id, {}}, .key = {}}}) : Value(id);
}

Result<ChangeSet> planLinkBy(const ReadContext &context, const Field &field, const ItemRef &ref, const ItemRef &other)
{
    auto item = readItem(context, other);
    if (!item)
        return item.error();
    Value value = linkValue(field, ref.id);
    if (field.multiple) {
        Members members = item->members(field.code);
        const Member own = value.value<Members>().first();
        if (std::none_of(members.cbegin(), members.cend(), [&](const Member &one) { return one.ref.id == ref.id; }))
            members << own;
        value = toValue(members);
    }
    ChangeSet changes = planEdit(*context.schema, *item, {{field.code, value}});
    changes.kind = ActKinds::link;
    return changes;
}

Result<ChangeSet> planUnlink(const ReadContext &context, const ItemRef &ref, const ItemRef &otherRef)
{
    auto links = relatedLinks(context, ref, otherRef);
    auto item = readItem(context, ref);
    auto other = readItem(context, otherRef);
    if (!links || !item || !other)
        return !links ? links.error() : !item ? item.error() : other.error();
    const Schema &schema = *context.schema;
    ChangeSet changes = ChangeSet::of(ActKinds::unlink, other->text(Codes::title));
    for (const qint64 link : std::as_const(*links))
        changes.update(u"link"_s, link, {{u"deleted_at"_s, context.clock->now()}});
    changes.changes += planEdit(schema, *item, without(schema, *item, otherRef)).changes;
    changes.changes += planEdit(schema, *other, without(schema, *other, ref)).changes;
    if (changes.isEmpty()) {
        auto all = readLinks(context, ref);
        const bool isHistory = all && std::any_of(all->cbegin(), all->cend(), [&](const ItemLink &link) {
                                   return link.source == otherRef || link.target == otherRef;
                               });
        return Error{ErrorCode::Refused,
                     isHistory ? Texts::tr("One was created from the other: that link stays.")
                               : Texts::tr("They are not linked."),
                     {},
                     {}};
    }
    return changes;
}

} // namespace Kartoteka
