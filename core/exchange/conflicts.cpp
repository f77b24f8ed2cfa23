// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/conflicts.h"

#include "core/schema/act_kinds.h"

namespace Kartoteka {

namespace {

ChangeSet settle(const Conflict &conflict, const Value &value)
{
    ChangeSet changes;
    changes.kind = ActKinds::settle;
    Change change;
    change.table = conflict.table;
    change.id = conflict.record;
    change.values = {{conflict.field, value}};
    change.touch = true;
    changes.changes.append(change);
    return changes;
}

} // namespace

ChangeSet planTakeOther(const Conflict &conflict)
{
    return settle(conflict, conflict.other.value);
}

ChangeSet planKeep(const Conflict &conflict)
{
    // A deletion that did not happen: the item stays.
    return settle(conflict, conflict.field == u"deleted_at" ? Value() : conflict.kept.value);
}

} // namespace Kartoteka
