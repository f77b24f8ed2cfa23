// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Lists, each the choices of one field or of several that share them (Schema::dictionary). Pure but for what is counted.

/// The fields that own a list, in the order of their types.
QList<Field> dictionaries(const Schema &schema);
/// The fields that choose from it, its own among them.
QList<Field> usersOf(const Schema &schema, qint64 dictionary);

Result<ChangeSet> planAddListValue(const Schema &schema, const Field &field, const QString &name,
                                   const QString &colour = {});
/// @p colour: #rrggbb, or empty.
Result<ChangeSet> planEditListValue(const Schema &schema, const ListValue &value, const QString &name,
                                    const QString &colour);
ChangeSet planOrderListValues(const Schema &schema, const Field &field, const QList<qint64> &ids);
/// Everything that holds @p from reads as @p into from then on; nothing is rewritten, so it takes a moment whatever their
/// number, and so does taking it back. Refused for values of two lists.
Result<ChangeSet> planMergeListValues(const Schema &schema, const ListValue &from, const ListValue &into);
/// Values of a list that are called as one before them: two seats have added the same.
QList<ListValue> twinValues(const Schema &schema, const Field &field);
/// Each of them is merged into the first of its name.
ChangeSet planMergeTwins(const Schema &schema, const Field &field);
/// Refused for the last one of its list. One that items hold is to be merged into another one instead (countUses).
Result<ChangeSet> planDeleteListValue(const Schema &schema, const ListValue &value, qint64 nowMs);

/// How many items hold a value, in the recycle bin too. By the indexes of the fields.
Result<qint64> countUses(const ReadContext &context, qint64 value);

} // namespace Kartoteka
