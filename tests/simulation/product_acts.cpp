// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/product_acts.h"

#include "core/items/item_queries.h"
#include "core/items/setting_acts.h"
#include "core/products/rows.h"

namespace Kartoteka {

Result<ChangeSet> randomProducts(Store &store, const ItemRef &item, qint64 product, QRandomGenerator &random,
                                 const QString &word)
{
    const EntityType *type = store.schema()->type(item.type);
    if (!type || !type->hasProducts || item.id == 0)
        return ChangeSet();
    constexpr int seldom = 12;
    if (random.bounded(seldom) == 0)
        return planSettings({{Codes::taxRounding, random.bounded(2) ? Codes::roundedByTotal : u"line"_s}});
    auto owner = readItem(store.reader(), item);
    auto before = readProducts(store.reader(), item);
    if (!owner || !before)
        return owner ? before.error() : owner.error();
    if (random.bounded(6) == 0)
        return planAmountFromProducts(*store.schema(), *owner, *before);
    QList<ProductRow> rows = *before;
    const auto any = [&] { return random.bounded(int(rows.size())); };
    switch (rows.isEmpty() ? 0 : random.bounded(5)) {
    case 0: {
        ProductRow row;
        row.name = word;
        row.currency = random.bounded(5) ? productCurrency(*store.schema(), *owner) : u"USD"_s;
        row.line.price = random.bounded(10'000'000);
        row.product = random.bounded(2) ? product : 0;
        rows << row;
        break;
    }
    case 1: rows.removeAt(any()); break;
    case 2: rows.move(any(), 0); break;
    default: {
        ProductLine &line = rows[any()].line;
        line.quantity = random.bounded(1'000'000);
        if (random.bounded(2))
            line.tax = random.bounded(int(wholeTax));
        if (random.bounded(2)) {
            line.discountKind = DiscountKind(random.bounded(3));
            line.discount = random.bounded(int(wholePercent));
        }
    }
    }
    return planProducts(*store.schema(), *owner, *before, rows, store.clock().now());
}

} // namespace Kartoteka
