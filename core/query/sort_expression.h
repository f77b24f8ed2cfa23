// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/field_path.h"
#include "core/store/record/read_context.h"

#include <functional>
#include <optional>

namespace Kartoteka {

/// What items sort by in a field that holds one value, as SQL on the table aliased t: texts by their folded keys,
/// references by the names people see. What leads nowhere comes first, as an empty value does.
QString sortExpression(const ReadContext &context, const FieldPath &path);

/// What @p key tells of the row at the end of a path, as SQL on the table aliased t: it is given the alias of that row. Nothing
/// where the path leads nowhere.
QString throughLinks(const Schema &schema, const FieldPath &path, const std::function<QString(const QString &row)> &key);

/// The row ids that a reference to a definition can hold, in the order in which people see them: users by name,
/// values and stages by place. Nothing for a field that is not such a reference.
std::optional<QList<qint64>> definitionsInOrder(const Schema &schema, const Field &field);

} // namespace Kartoteka
