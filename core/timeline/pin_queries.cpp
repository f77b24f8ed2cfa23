// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/pin_queries.h"

#include "core/base/uid.h"
#include "core/timeline/pins.h"

#include <algorithm>

namespace Kartoteka {

Result<QString> versionOf(const ReadContext &context, qint64 entry)
{
    auto row = context.connection.query(
        u"SELECT r.uid, j.sequence FROM journal j CROSS JOIN replica r ON r.id = j.origin WHERE j.id = ?"_s, {entry});
    if (!row)
        return row.error();
    return row->next() ? uidText(uidFromBytes(row->bytes(0))) + u':' + QString::number(row->integer(1)) : QString();
}

Result<bool> isShared(const ReadContext &context, const ItemRef &item, const JournalEntry &row)
{
    auto shared = context.connection.scalar(
        u"SELECT 1 FROM journal_item WHERE item_type = ? AND item = ? AND at = ? AND journal = ?"_s,
        {item.type, item.id, row.at, row.id});
    return shared ? Result<bool>(shared->isValid()) : Result<bool>(shared.error());
}

Result<QList<Pin>> readPins(const ReadContext &context, const ItemRef &item)
{
    auto owners = timelineOwners(context, item);
    if (!owners)
        return owners.error();
    QHash<qint64, Pin> pins;
    for (const ItemRef &owner : std::as_const(*owners)) {
        // Rows that two wrote under one name have another one since: then the pin's row is that of the pinned item.
        auto cursor = context.connection.query(
            u"SELECT p.id, j.id, p.created_at, p.created_by, j.owner_type, j.owner_id FROM pin p "
            "CROSS JOIN replica r ON lower(hex(r.uid)) = substr(p.version, 1, 32) "
            "CROSS JOIN journal j ON j.origin IN (WITH RECURSIVE line(id) AS (SELECT r.id UNION SELECT b.id FROM replica b "
            "JOIN line ON b.branch_of = line.id WHERE b.branch_after < CAST(substr(p.version, 34) AS INTEGER)) "
            "SELECT id FROM line) AND j.sequence = CAST(substr(p.version, 34) AS INTEGER) "
            "WHERE p.item_type = ? AND p.item_id = ? AND p.deleted_at IS NULL"_s,
            {owner.type, owner.id});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            const Pin pin{cursor->integer(0), cursor->integer(1), cursor->integer(2), cursor->integer(3)};
            if (!pins.contains(pin.id) || owners->contains({cursor->integer(4), cursor->integer(5), {}}))
                pins.insert(pin.id, pin);
        }
    }
    QList<Pin> sorted = pins.values();
    std::sort(sorted.begin(), sorted.end(),
              [](const Pin &a, const Pin &b) { return std::pair(a.at, a.entry) > std::pair(b.at, b.entry); });
    return sorted;
}

} // namespace Kartoteka
