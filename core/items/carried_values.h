// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"

namespace Kartoteka {

/// What an item gives to one of another type that is made of it: by the roles of the fields and of the target, and own fields
/// to those of the same name and type. Values by code of the target's fields. Clients are not among them.
QHash<QString, Value> carriedValues(const Schema &schema, const Item &item, const EntityType &target);

/// What a field of another type has, for one of the same kind: choices of lists that share no dictionary are those of the same
/// name. Invalid where there is none.
Value takenOver(const Schema &schema, const Field &from, const Field &to, const Value &value);

/// The field of @p target that takes over what a field of another type holds; null: none. Points into the schema.
const Field *carriedTo(const Schema &schema, const Field &from, const EntityType &target);

/// What an item gives to one that goes on beside it. To one of its own type: all that people filled in, but where it stands,
/// how it ended and its files. To one of another type: what carriedValues() says, and its clients.
QHash<QString, Value> copiedValues(const Schema &schema, const Item &item, const EntityType &target);

/// The field by which an item of a type says what it came from: called like the type of that, or the first that leads to it.
/// Null when it has none; points into the schema.
const Field *originField(const Schema &schema, const EntityType &type, const EntityType &source);

} // namespace Kartoteka
