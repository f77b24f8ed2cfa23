// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/link_groups.h"

#include "core/items/item_queries.h"
#include "core/items/link_queries.h"
#include "core/items/links.h"
#include "core/schema/relations.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Puts together what has to do with one item.
class Collector
{
public:
    Collector(const ReadContext &context, ItemRef item, int limit)
        : m_context(context), m_item(std::move(item)), m_limit(limit)
    {}

    Result<QList<LinkGroup>> collect();

private:
    Result<void> addNamed(const Item &item);
    Result<void> addNaming();
    Result<void> addNaming(const Field &field);
    Result<void> addLinked();
    Result<void> addLinked(LinkGroup group);
    /// Of some items those that stand in a group already, which is told of the other way.
    void tellAlso(const LinkGroup &group, QList<qint64> &ids);
    QList<const Field *> namingFields(const EntityType &type) const;

    const ReadContext &m_context;
    ItemRef m_item;
    int m_limit;
    QList<LinkGroup> m_groups;
};

Result<QList<LinkGroup>> Collector::collect()
{
    auto item = readItem(m_context, m_item);
    if (!item)
        return item.error();
    auto done = addNamed(*item);
    if (done)
        done = addNaming();
    if (done)
        done = addLinked();
    if (!done)
        return done.error();
    for (LinkGroup &group : m_groups)
        group.items = group.items.mid(0, m_limit);
    return m_groups;
}

void Collector::tellAlso(const LinkGroup &told, QList<qint64> &ids)
{
    for (LinkGroup &group : m_groups) {
        if (group.typeId != told.typeId)
            continue;
        ids.removeIf([&](qint64 id) {
            const bool isThere = group.items.contains(id);
            if (isThere)
                group.also[id] << told.way;
            return isThere;
        });
    }
}

Result<void> Collector::addNamed(const Item &item)
{
    const Schema &schema = *m_context.schema;
    for (const Field &field : schema.fields(item.typeId)) {
        const EntityType *target = field.type == FieldType::Link ? schema.type(field.target) : nullptr;
        const RecordTable *table = target && target->isItem ? m_context.table(target->id) : nullptr;
        if (!table)
            continue;
        QList<qint64> ids;
        if (field.multiple) {
            for (const Member &member : item.members(field.code))
                ids << member.ref.id;
        } else if (const qint64 id = item.reference(field.code); id != 0) {
            ids << id;
        }
        auto found = ids.isEmpty() ? Result<QList<qint64>>(ids) : livingItems(m_context, *table, ids);
        if (!found)
            return found.error();
        LinkGroup group{target->id, {field.id, {}, false}, {}, 0, {}};
        tellAlso(group, *found);
        group.items = *found;
        group.count = found->size();
        if (group.count > 0)
            m_groups << group;
    }
    return {};
}

/// Fields of other items in which an item can be named, and which an index serves.
QList<const Field *> Collector::namingFields(const EntityType &type) const
{
    const Schema &schema = *m_context.schema;
    const EntityType *own = schema.type(m_item.type);
    QList<const Field *> fields;
    for (const Field &field : schema.fields(type.id)) {
        const bool names = own && field.type == FieldType::Link && field.target == own->code && !relationOf(schema, field);
        if (names && (field.multiple || field.indexed))
            fields << &field;
    }
    return fields;
}

Result<void> Collector::addNaming()
{
    for (const EntityType &type : m_context.schema->types()) {
        if (!type.isItem)
            continue;
        for (const Field *field : namingFields(type)) {
            if (auto done = addNaming(*field); !done)
                return done;
        }
    }
    return {};
}

Result<void> Collector::addNaming(const Field &field)
{
    LinkedAlready already;
    for (const LinkGroup &group : std::as_const(m_groups)) {
        if (group.typeId != field.typeId)
            continue;
        if (group.way.isIncoming)
            already.fields << m_context.schema->field(group.way.field);
        else
            already.items += group.items;
    }
    auto group = namingItems(m_context, m_item, field, already, m_limit);
    if (!group)
        return group.error();
    for (LinkGroup &earlier : m_groups) {
        if (earlier.typeId != field.typeId || earlier.items.isEmpty())
            continue;
        auto both = thoseNaming(m_context, m_item, field, earlier.items);
        if (!both)
            return both.error();
        tellAlso(*group, *both);
    }
    if (group->count > 0)
        m_groups << *group;
    return {};
}

Result<void> Collector::addLinked()
{
    auto links = readLinks(m_context, m_item);
    if (!links)
        return links.error();
    QList<LinkGroup> found;
    for (const ItemLink &link : std::as_const(*links)) {
        const bool isIncoming = !(link.source == m_item);
        const ItemRef other = isIncoming ? link.source : link.target;
        if (!m_context.table(other.type) || !m_context.schema->type(other.type))
            continue;
        // What a person links has no direction.
        const LinkWay way{0, link.kind, isIncoming && link.kind != relatedKind};
        auto group = std::ranges::find_if(found,
                                          [&](const LinkGroup &one) { return one.typeId == other.type && one.way == way; });
        if (group == found.end())
            group = found.insert(found.end(), LinkGroup{other.type, way, {}, 0, {}});
        if (!group->items.contains(other.id))
            group->items.prepend(other.id);
    }
    for (LinkGroup &group : found) {
        if (auto done = addLinked(std::move(group)); !done)
            return done;
    }
    return {};
}

Result<void> Collector::addLinked(LinkGroup group)
{
    auto ids = livingItems(m_context, *m_context.table(group.typeId), group.items);
    if (!ids)
        return ids.error();
    // Fields show only their first ones: who names the item is asked, not looked for among them.
    for (qsizetype at = 0; at < m_groups.size(); ++at) {
        const Field *field = m_groups[at].way.isIncoming ? m_context.schema->field(m_groups[at].way.field) : nullptr;
        if (!field || m_groups[at].typeId != group.typeId)
            continue;
        auto naming = thoseNaming(m_context, m_item, *field, *ids);
        if (!naming)
            return naming.error();
        for (const qint64 id : std::as_const(*naming)) {
            m_groups[at].also[id] << group.way;
            ids->removeAll(id);
        }
    }
    tellAlso(group, *ids);
    group.items = *ids;
    group.count = ids->size();
    if (group.count > 0)
        m_groups << group;
    return {};
}

} // namespace

Result<QList<LinkGroup>> linkGroups(const ReadContext &context, const ItemRef &item, int limit)
{
    return Collector(context, item, limit).collect();
}

Result<LinkGroup> linkGroup(const ReadContext &context, const ItemRef &item, const Field &field, int limit)
{
    return namingItems(context, item, field, {}, limit);
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

} // namespace Kartoteka
