// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/overlap.h"

#include "core/schema/resource_codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

bool isOverlapRefusal(const Error &error)
{
    return error.needs == Needs::AcceptedOverlap;
}

ChangeSet acceptingOverlap(const ChangeSet &changes)
{
    ChangeSet accepting = changes;
    accepting.changes.clear();
    for (Change change : changes.changes) {
        const bool isActivity = change.table == u"activity"_s;
        // Said again of one that stands beside others already, it is said of this act.
        if (isActivity && change.operation == Operation::Update)
            accepting.update(u"activity"_s, change.id, {{Codes::overlapAccepted, {}}});
        if (isActivity && change.operation != Operation::Erase)
            change.values.append({Codes::overlapAccepted, true});
        accepting.changes.append(std::move(change));
    }
    return accepting;
}

} // namespace Kartoteka
