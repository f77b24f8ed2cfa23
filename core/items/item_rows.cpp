// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_rows.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"

namespace Kartoteka {

QString ItemRow::text(const Schema &schema, const Field &field) const
{
    return field.type == FieldType::Link ? links.value(field.code) : valueText(schema, field, item.value(field.code));
}

Result<QList<ItemRow>> readRows(const ReadContext &context, qint64 typeId, const QList<qint64> &ids,
                                const QStringList &fields)
{
    auto items = readItems(context, typeId, ids, fields);
    if (!items)
        return items.error();
    QList<const Field *> links;
    for (const QString &code : fields) {
        const Field *field = context.schema->field(typeId, code);
        if (field && field->type == FieldType::Link)
            links << field;
    }
    QSet<ItemRef> refs;
    const TitleSource note = [&refs](const ItemRef &ref) {
        refs.insert(ref);
        return QString();
    };
    for (const Item &item : std::as_const(*items)) {
        for (const Field *field : std::as_const(links))
            (void)valueText(*context.schema, *field, item.value(field->code), note);
    }
    auto titles = itemTitles(context, refs);
    if (!titles)
        return titles.error();
    const TitleSource source = [&titles](const ItemRef &ref) { return titles->value(ref); };
    QList<ItemRow> rows;
    for (const Item &item : std::as_const(*items)) {
        ItemRow row{item, {}};
        for (const Field *field : std::as_const(links))
            row.links.insert(field->code, valueText(*context.schema, *field, item.value(field->code), source));
        rows.append(row);
    }
    return rows;
}

} // namespace Kartoteka
