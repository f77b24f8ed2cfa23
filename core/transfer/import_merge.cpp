// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/import_merge.h"

#include "core/base/fold.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

namespace {

Members united(const Schema &schema, const Field &field, Members members, const Members &more)
{
    const auto same = [&](const Member &a, const Member &b) {
        return holdsTexts(field.type)
            ? memberKey(field.type, a, schema.phoneRegion()) == memberKey(field.type, b, schema.phoneRegion())
            : a.ref.id == b.ref.id && a.ref.uid == b.ref.uid;
    };
    for (const Member &one : more) {
        if (std::none_of(members.cbegin(), members.cend(), [&](const Member &known) { return same(known, one); }))
            members.append(one);
    }
    return members;
}

} // namespace

MergedValues mergedValues(const Schema &schema, qint64 typeId, const QHash<QString, Value> &before,
                          const QHash<QString, Value> &row)
{
    MergedValues merged;
    for (const Field &field : schema.fields(typeId)) {
        const Value value = row.value(field.column);
        if (!field.editable || !value.isValid())
            continue;
        const Value known = before.value(field.column);
        if (!known.isValid()) {
            merged.added.append({field.column, value});
        } else if (field.multiple || holdsTexts(field.type)) {
            const auto members = known.value<Members>();
            const Members all = united(schema, field, members, value.value<Members>());
            if (all.size() > members.size())
                merged.added.append({field.column, toValue(all)});
        } else if (known != value && fold(known.toString()) != fold(value.toString())) {
            merged.kept << field.code;
        } else if (known != value && known.toString().isEmpty()) {
            merged.kept << field.code; // values without a text: money, items
        }
    }
    return merged;
}

} // namespace Kartoteka
