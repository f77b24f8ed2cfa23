// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

namespace Kartoteka {

Result<QList<ItemRef>> timelineOwners(const ReadContext &context, const ItemRef &item)
{
    QList<ItemRef> owners{item};
    for (qsizetype i = 0; i < owners.size(); ++i) {
        const ItemRef target = owners[i];
        auto c = context.connection.query(u"SELECT source_type, source_id FROM link WHERE target_type = ? AND target_id = ? "
                                          "AND kind = 'merge' AND deleted_at IS NULL"_s,
                                          {target.type, target.id});
        if (!c)
            return c.error();
        while (c->next()) {
            const ItemRef merged{c->integer(0), c->integer(1), {}};
            if (!owners.contains(merged))
                owners.append(merged);
        }
    }
    return owners;
}

} // namespace Kartoteka
