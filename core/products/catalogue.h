// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rates.h"
#include "core/products/rows.h"

namespace Kartoteka {

/// A product of the catalogue, as rows take it over.
struct CatalogueProduct
{
    qint64 id = 0;
    QString number;
    QString title;
    QString sku;
    QString unit;
    Money price;               ///< without a currency: none is known
    std::optional<qint64> tax; ///< hundredths of a percent

    bool operator==(const CatalogueProduct &) const = default;
};

/// Those that are sold and answer to a few letters of their name, number or SKU in either keyboard layout, the best first;
/// without letters the first by name.
Result<QList<CatalogueProduct>> findProducts(const ReadContext &context, const QString &text, int limit);

/// The one that somebody names by its number, its SKU or its exact title. NotFound when there is none.
Result<CatalogueProduct> namedProduct(const ReadContext &context, const QString &name);

/// One piece of it, priced in a currency by the rates of a day; where a rate is missing in its own one.
ProductRow rowOf(const CatalogueProduct &product, const QString &currency, const Rates &rates);

/// The rows in another currency: by the rates of a day, or, without them, with the same numbers. Refused where a rate is
/// missing; Error::where is the currency.
Result<QList<ProductRow>> inCurrency(QList<ProductRow> rows, const QString &currency, const Rates *rates);

/// An item and its products go over to another currency, as inCurrency().
Result<ChangeSet> planCurrency(const Schema &schema, const Item &item, const QList<ProductRow> &rows,
                               const QString &currency, const Rates *rates, qint64 nowMs);

} // namespace Kartoteka
