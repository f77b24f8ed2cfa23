// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/products/rows.h"

#include "core/base/uid.h"
#include "core/schema/codes.h"

namespace Kartoteka {

Result<QList<ProductRow>> readProducts(const ReadContext &context, const ItemRef &item)
{
    static const QStringList columns{u"product"_s, u"name"_s,         u"unit"_s,     u"quantity"_s,
                                     u"price"_s,   u"currency"_s,     u"discount"_s, u"discount_kind"_s,
                                     u"tax"_s,     u"tax_included"_s, u"rank"_s};
    auto cursor = context.connection.query(
        u"SELECT id, uid, "_s + columns.join(u", "_s)
            + u" FROM product_row WHERE owner_type = ? AND owner_id = ? AND deleted_at IS "
              "NULL ORDER BY rank, uid"_s,
        {item.type, item.id});
    if (!cursor)
        return cursor.error();
    QList<ProductRow> rows;
    while (cursor->next()) {
        ProductRow row = productRowOf([&](const QString &column) {
            const int at = int(columns.indexOf(column)) + 2;
            return cursor->isNull(at) ? Value() : cursor->value(at);
        });
        row.id = cursor->integer(0);
        row.uid = uidFromBytes(cursor->bytes(1));
        rows << row;
    }
    return rows;
}

Result<qint64> countProducts(const ReadContext &context, const ItemRef &item)
{
    auto count = context.connection.scalar(
        u"SELECT count(*) FROM product_row WHERE owner_type = ? AND owner_id = ? AND deleted_at IS NULL"_s,
        {item.type, item.id});
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

} // namespace Kartoteka
