// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/list_values.h"

namespace Kartoteka {

QList<qint64> heldIds(const Schema &schema, qint64 value)
{
    QList<qint64> ids{value};
    const ListValue *standing = schema.listValue(value);
    for (const ListValue &merged : standing ? schema.listValues(0) : QList<ListValue>()) {
        if (merged.uid == standing->uid && merged.id != value)
            ids << merged.id;
    }
    return ids;
}

QString heldIdsSql(const Schema &schema, qint64 value)
{
    QStringList ids;
    for (const qint64 id : heldIds(schema, value))
        ids << QString::number(id);
    return ids.join(u',');
}

Value standingValue(const Schema &schema, const Value &value)
{
    const auto standing = [&schema](qint64 id) {
        const ListValue *one = schema.listValue(id);
        return one ? one->id : id;
    };
    if (value.typeId() != qMetaTypeId<Members>())
        return value.typeId() == QMetaType::LongLong ? Value(standing(value.toLongLong())) : value;
    Members members;
    for (Member member : value.value<Members>()) {
        member.ref.id = standing(member.ref.id);
        if (!members.contains(member))
            members.append(member);
    }
    return toValue(members);
}

} // namespace Kartoteka
