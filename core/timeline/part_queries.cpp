// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/part_queries.h"

#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/schema/product_codes.h"

namespace Kartoteka {

Result<QString> partName(const ReadContext &context, const QString &table, qint64 record)
{
    if (table == Codes::productRow || table == u"attachment") {
        const QString statement = table == u"attachment" ? u"SELECT name FROM attachment WHERE id = ?"_s
                                                         : u"SELECT name FROM product_row WHERE id = ?"_s;
        auto name = context.connection.scalar(statement, {record});
        return name ? Result<QString>(name->toString()) : Result<QString>(name.error());
    }
    if (table != u"link")
        return QString();
    auto link = context.connection.query(u"SELECT source_type, source_id, target_type, target_id FROM link WHERE id = ?"_s,
                                         {record});
    if (!link)
        return link.error();
    if (!link->next())
        return QString();
    const ItemRef source{link->integer(0), link->integer(1), {}};
    const ItemRef target{link->integer(2), link->integer(3), {}};
    return Texts::tr("%1 and %2", "titles of two items that are linked")
        .arg(itemTitle(context, source), itemTitle(context, target));
}

} // namespace Kartoteka
