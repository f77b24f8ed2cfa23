// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/checklist.h"

namespace Kartoteka {

Result<Checklist> readChecklist(const ReadContext &context, qint64 activity)
{
    auto cursor = context.connection.query(
        u"SELECT id, uid, text, done, rank FROM checklist_item WHERE activity = ? AND deleted_at IS NULL ORDER BY rank, uid"_s,
        {activity});
    if (!cursor)
        return cursor.error();
    Checklist steps;
    while (cursor->next())
        steps.append({cursor->integer(0), uidFromBytes(cursor->bytes(1)), cursor->text(2), cursor->integer(3) != 0,
                      cursor->value(4).toDouble()});
    return steps;
}

} // namespace Kartoteka
