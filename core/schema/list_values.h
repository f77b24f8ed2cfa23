// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// Values of lists may be merged into others (list_value.merged_into). Nothing is rewritten then: items go on holding the id of
/// the one that is gone, and whatever reads them follows (decision 0069). Schema::listValue() of such an id is the value that
/// stands for it; Schema::listValues(0) are those that are gone, each with the uid of the one that stands.

/// The ids under which items hold a value: its own first, then those of values merged into it.
QList<qint64> heldIds(const Schema &schema, qint64 value);
/// The same as they stand in SQL: "12,7".
QString heldIdsSql(const Schema &schema, qint64 value);
/// A value of a list field as it is to be read: the id, or the members, of those that stand.
Value standingValue(const Schema &schema, const Value &value);

} // namespace Kartoteka
