// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/next_step.h"

namespace Kartoteka {

Result<bool> wroteSince(const ReadContext &context, const ItemRef &item, qint64 person, qint64 since)
{
    // Both indexes hold the row's id: older rows are passed over without being read.
    auto wrote = context.connection.scalar(
        u"SELECT EXISTS (SELECT 1 FROM journal INDEXED BY journal_owner WHERE owner_type = ? AND owner_id = ? AND id > ? "
        "AND author = ?) OR EXISTS (SELECT 1 FROM journal_item s CROSS JOIN journal j ON j.id = s.journal "
        "WHERE s.item_type = ? AND s.item = ? AND s.journal > ? AND j.author = ?)"_s,
        {item.type, item.id, since, person, item.type, item.id, since, person});
    return wrote ? Result<bool>(wrote->toBool()) : Result<bool>(wrote.error());
}

} // namespace Kartoteka
