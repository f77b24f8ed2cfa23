// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/same_values.h"

#include "core/items/item_queries.h"
#include "core/store/commit/unique_values.h"

namespace Kartoteka {

Result<QStringList> sameValues(const ReadContext &context, const ItemRef &ref, const QStringList &columns)
{
    QList<Field> fields = context.schema->fields(ref.type);
    fields.removeIf([&](const Field &field) {
        return field.uniqueness != u"warn" || (!columns.isEmpty() && !columns.contains(field.column));
    });
    if (fields.isEmpty())
        return QStringList();
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    QStringList same;
    for (const Field &field : std::as_const(fields)) {
        auto taken = takenValue(context.connection, *context.schema, *context.table(ref.type), field,
                                item->value(field.code), ref.id);
        if (!taken)
            return taken.error();
        if (taken->id != 0)
            same << takenText(field, *taken);
    }
    return same;
}

} // namespace Kartoteka
