// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binned_activities.h"

#include "core/store/record/read_ids.h"

namespace Kartoteka {

namespace {

const Field &itemsOf(const Schema &schema)
{
    return *schema.field(schema.type(u"activity"_s)->id, u"items"_s);
}

} // namespace

QString isOutsideBin(const Schema &schema)
{
    const Field &items = itemsOf(schema);
    return u"(EXISTS (SELECT 1 FROM activity_link l WHERE l.activity = t.id) OR NOT EXISTS (SELECT 1 FROM multi_value m "
           "WHERE m.entity_type = %1 AND m.item = t.id AND m.field = %2))"_s.arg(items.typeId)
               .arg(items.id);
}

Result<QList<qint64>> activitiesNaming(const ReadContext &context, const ItemRef &item, int most)
{
    return readIds(
        context,
        u"SELECT m.item FROM multi_value m INDEXED BY multi_value_ref WHERE m.field = ? AND m.ref = ? AND m.ref_type = ? LIMIT ?"_s,
        {itemsOf(*context.schema).id, item.id, item.type, most});
}

} // namespace Kartoteka
