// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/field_path.h"
#include "core/store/record/read_context.h"

#include <optional>

namespace Kartoteka {

/// What items sort by in a field that holds one value, as SQL on the table aliased t: texts by their folded keys,
/// references by the names people see.
QString sortExpression(const ReadContext &context, const Field &field);
/// … in a field of what links lead to: what leads nowhere comes first, as an empty value does.
QString sortExpression(const ReadContext &context, const FieldPath &path);

/// The row ids that a reference to a definition can hold, in the order in which people see them: users by name,
/// values and stages by place. Nothing for a field that is not such a reference.
std::optional<QList<qint64>> definitionsInOrder(const Schema &schema, const Field &field);

} // namespace Kartoteka
