// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/column_drop.h"

#include "core/base/texts.h"
#include "core/schema/codes.h"

namespace Kartoteka {

Result<ChangeSet> planDrop(const ReadContext &context, const ColumnSource &source, const Item &item, qint64 key,
                           const BoardPlace &place, const QList<FieldValue> &values, qint64 now)
{
    const Schema &schema = *context.schema;
    if (source.isStages())
        return planMove(schema, item, key, place, values);
    const Field *field = schema.field(item.typeId, source.field());
    if (!field)
        return Error{ErrorCode::Refused, Texts::tr("The field does not exist any more."), {}, source.field()};
    if (item.deleted)
        return Error{ErrorCode::Refused, Texts::tr("The item is in the recycle bin. Restore it first."), {}, {}};
    const Value before = item.value(source.field());
    auto value = source.valueFor(key, before, now);
    if (!value)
        return value.error();
    QList<FieldValue> written;
    if (*value != before)
        written.append({field->column, *value});
    if (const auto rank = rankBetween(place))
        written.append({u"rank"_s, *rank});
    ChangeSet changes;
    changes.kind = u"edit"_s;
    changes.subject = item.text(Codes::title);
    if (!written.isEmpty())
        changes.update(schema.type(item.typeId)->code, item.id, std::move(written));
    return changes;
}

BulkAct bulkDrop(const SchemaPtr &schema, const ColumnsPtr &source, qint64 key, const QList<FieldValue> &values, qint64 now)
{
    if (source->isStages())
        return bulkMove(schema, key, values);
    return {u"edit"_s, {}, [source, key, now](const ReadContext &context, const Item &item) {
                return planDrop(context, *source, item, key, {}, {}, now);
            }};
}

} // namespace Kartoteka
