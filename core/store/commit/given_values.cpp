// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/given_values.h"

#include "core/base/texts.h"
#include "core/store/record/name_limit.h"

namespace Kartoteka {

qint64 GivenValues::rowOf(const QUuid &uid, const QString &table) const
{
    const auto it = m_created.constFind(uid);
    return it != m_created.cend() ? *it : m_identity.idOf(table, uid);
}

Result<Value> GivenValues::resolved(const RecordColumn &column, const Value &value) const
{
    if (value.typeId() == QMetaType::QString)
        return textValue(value.toString()); // an empty text is no value, everywhere alike
    const Error missing{ErrorCode::NotFound, Texts::tr("A record that is referred to does not exist."), column.code,
                        column.code};
    if (value.typeId() == QMetaType::QUuid) {
        const qint64 id = rowOf(value.toUuid(), column.target);
        return id == 0 ? Result<Value>(missing) : Result<Value>(Value(id));
    }
    if (column.isAnyItem() && value.isValid()) {
        auto ref = value.value<ItemRef>();
        if (ref.id == 0)
            ref.id = rowOf(ref.uid, m_identity.tableOfType(ref.type));
        ref.uid = {};
        return ref.id == 0 ? Result<Value>(missing) : Result<Value>(toValue(ref));
    }
    if (column.multiple && value.isValid() && !holdsTexts(column.type)) {
        auto members = value.value<Members>();
        for (Member &member : members) {
            if (member.ref.id == 0 && !member.ref.uid.isNull()) {
                const QString table = column.target.isEmpty() ? m_identity.tableOfType(member.ref.type) : column.target;
                member.ref.id = rowOf(member.ref.uid, table);
                if (member.ref.id == 0)
                    return missing;
            }
            member.ref.uid = {};
        }
        return membersValue(members);
    }
    return value;
}

Result<void> GivenValues::assign(const RecordTable &table, const Change &change, Row &row) const
{
    for (const FieldValue &field : change.values) {
        const int at = table.indexOf(field.field);
        if (at < 0)
            return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(field.field), table.code, field.field};
        auto value = resolved(table.columns[at], field.value);
        if (!value)
            return value.error();
        if (table.columns[at].computed)
            return Error{
                ErrorCode::Refused, Texts::tr("“%1” is set by the program and cannot be changed.").arg(field.field), {}, {}};
        if (!change.verbatim && !isStorable(table, table.columns[at], *value)) {
            return Error{ErrorCode::Refused, Texts::tr("“%1” is longer or greater than a value may be.").arg(field.field),
                         table.code, field.field};
        }
        row[at] = *value;
    }
    return {};
}

} // namespace Kartoteka
