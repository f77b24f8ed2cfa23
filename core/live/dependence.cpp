// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/dependence.h"

#include "core/items/field_path.h"
#include "core/query/binned_activities.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostActivities = 250; ///< of an item; more are not placed one by one
}

Dependence::Dependence(const ReadContext &context, const ItemQuery &query, const QStringList &ordered)
    : m_context(context), m_query(query), m_table(context.table(query.typeId))
{
    for (const QString &field : ordered)
        addField(field);
    for (const Field &field : context.schema->fields(query.typeId)) {
        if (field.type == FieldType::Link)
            m_linked.insert(field.target);
    }
    if (!query.groupBy.isEmpty())
        addField(query.groupBy);
    for (const SortKey &key : query.sort)
        addField(key.field);
    add(query.conditions);
}

void Dependence::add(const QList<Condition> &conditions)
{
    for (const Condition &condition : conditions) {
        if (condition.isGroup())
            add(condition.parts);
        else
            addField(condition.field);
        m_clashes = m_clashes
            || (condition.field == u"activity" && condition.values.contains(u"clash"_s, Qt::CaseInsensitive));
    }
}

void Dependence::addField(const QString &path)
{
    const FieldPath found = findPath(*m_context.schema, m_query.typeId, path);
    if (!found) {
        m_activities = true; // what is no field asks the item's plan
        return;
    }
    for (const Field *link : found.links)
        m_tables.insert(link->target);
    if (found.field->type == FieldType::Link)
        m_tables.insert(found.field->target);
}

bool Dependence::isBroken(const TouchedRecord &entry) const
{
    const RecordTable *table = m_context.catalog->table(entry.table);
    if (!table || table->definesSchema || m_tables.contains(entry.table))
        return true;
    if (m_clashes && (entry.table == u"activity" || entry.table == Codes::resourceType))
        return true;
    // Which items an activity was taken from stands nowhere any more.
    return m_activities && entry.table == u"activity" && entry.changesLinks;
}

bool Dependence::isShownElsewhere(const TouchedRecord &entry) const
{
    return m_linked.contains(entry.table) || (entry.table == u"activity" && entry.changesLinks);
}

QList<qint64> Dependence::itemsOf(const TouchedRecord &entry) const
{
    QList<qint64> items;
    if (m_table && entry.table == m_table->code)
        items << entry.record;
    if (entry.owner.type == m_query.typeId)
        items << entry.owner.id;
    // What belongs to an item goes with it into the recycle bin, and comes back with it.
    const RecordTable *table = m_context.catalog->table(entry.table);
    if (const EntityType *type = m_context.schema->type(m_query.typeId);
        type && isActivities(*type) && table && table->isItem) {
        if (const auto activities = activitiesNaming(m_context, {table->typeId, entry.record, {}}, mostActivities))
            items += *activities;
    }
    for (const ItemRef &item : entry.items) {
        if (item.type == m_query.typeId)
            items << item.id;
    }
    return items;
}

} // namespace Kartoteka
