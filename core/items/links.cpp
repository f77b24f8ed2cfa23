// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/links.h"

#include "core/base/texts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/link_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/relations.h"

namespace Kartoteka {

namespace {

Result<void> addNamed(const ReadContext &context, const Item &item, int limit, QList<LinkGroup> &groups)
{
    const Schema &schema = *context.schema;
    for (const Field &field : schema.fields(item.typeId)) {
        const EntityType *target = field.type == FieldType::Link ? schema.type(field.target) : nullptr;
        const RecordTable *table = target && target->isItem ? context.table(target->id) : nullptr;
        if (!table)
            continue;
        QList<qint64> ids;
        if (field.multiple) {
            for (const Member &member : item.members(field.code))
                ids << member.ref.id;
        } else if (const qint64 id = item.reference(field.code); id != 0) {
            ids << id;
        }
        auto found = ids.isEmpty() ? Result<QList<qint64>>(ids) : livingItems(context, *table, ids);
        if (!found)
            return found.error();
        if (!found->isEmpty())
            groups << LinkGroup{target->id, field.id, {}, false, found->mid(0, limit), found->size()};
    }
    return {};
}

/// Fields of other items in which an item can be named, and which an index serves.
QList<const Field *> namingFields(const Schema &schema, const EntityType &type, const EntityType &own)
{
    QList<const Field *> fields;
    for (const Field &field : schema.fields(type.id)) {
        const bool names = field.type == FieldType::Link && field.target == own.code && !relationOf(schema, field);
        if (names && (field.multiple || field.indexed))
            fields << &field;
    }
    return fields;
}

Result<void> addNaming(const ReadContext &context, const ItemRef &item, int limit, QList<LinkGroup> &groups)
{
    const Schema &schema = *context.schema;
    const EntityType *own = schema.type(item.type);
    for (const EntityType &type : schema.types()) {
        if (!own || !type.isItem)
            continue;
        for (const Field *field : namingFields(schema, type, *own)) {
            auto group = linkGroup(context, item, *field, limit);
            if (!group)
                return group.error();
            if (group->count > 0)
                groups << *group;
        }
    }
    return {};
}

Result<void> addLinked(const ReadContext &context, const ItemRef &item, int limit, QList<LinkGroup> &groups)
{
    auto links = readLinks(context, item);
    if (!links)
        return links.error();
    QList<LinkGroup> found;
    for (const ItemLink &link : std::as_const(*links)) {
        const bool isIncoming = !(link.source == item);
        const ItemRef other = isIncoming ? link.source : link.target;
        if (!context.table(other.type) || !context.schema->type(other.type))
            continue;
        // What a person links has no direction.
        const bool way = isIncoming && link.kind != relatedKind;
        auto group = std::find_if(found.begin(), found.end(), [&](const LinkGroup &one) {
            return one.typeId == other.type && one.kind == link.kind && one.isIncoming == way;
        });
        if (group == found.end())
            group = found.insert(found.end(), LinkGroup{other.type, 0, link.kind, way, {}, 0});
        if (!group->items.contains(other.id))
            group->items.prepend(other.id);
    }
    for (LinkGroup &group : found) {
        auto ids = livingItems(context, *context.table(group.typeId), group.items);
        if (!ids)
            return ids.error();
        group.count = ids->size();
        group.items = ids->mid(0, limit);
        if (group.count > 0)
            groups << group;
    }
    return {};
}

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

Result<QList<LinkGroup>> linkGroups(const ReadContext &context, const ItemRef &ref, int limit)
{
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    QList<LinkGroup> groups;
    auto done = addNamed(context, *item, limit, groups);
    if (done)
        done = addNaming(context, ref, limit, groups);
    if (done)
        done = addLinked(context, ref, limit, groups);
    if (!done)
        return done.error();
    return groups;
}

Result<qint64> countLinks(const ReadContext &context, const ItemRef &item)
{
    auto groups = linkGroups(context, item, 0);
    if (!groups)
        return groups.error();
    qint64 count = 0;
    for (const LinkGroup &group : std::as_const(*groups))
        count += group.count;
    return count;
}

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
