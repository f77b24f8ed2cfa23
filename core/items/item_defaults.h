// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

#include <QDateTime>

namespace Kartoteka {

/// Who makes an item, and when: what "me" and "today" are.
struct DefaultMoment
{
    qint64 user = 0;
    QDateTime now; ///< local
};

/// Whether a text can be a field's default: a value as a person writes it, "today" or "today+N" of a date, "me" of a person,
/// "from LINK.FIELD" of what is taken over (inherited_values.h).
Result<void> checkDefault(const Schema &schema, const Field &field, const QString &text);

/// What a field of a new item has when nobody says otherwise; nothing where it has no default, one that is taken over, or one
/// that is no value any more.
Value defaultOf(const Schema &schema, const Field &field, const DefaultMoment &moment);

/// Values of a new item by field code, with the defaults of the fields that are not named among them. A field that is named
/// without a value stays empty.
QHash<QString, Value> withDefaults(const Schema &schema, qint64 typeId, QHash<QString, Value> values,
                                   const DefaultMoment &moment);
/// The same by column, as a record is made of it.
QList<FieldValue> newItemColumns(const Schema &schema, qint64 typeId, const QHash<QString, Value> &values,
                                 const DefaultMoment &moment);

} // namespace Kartoteka
