// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/products/catalogue.h"

#include <QJsonObject>
#include <QLocale>

namespace Kartoteka {

/// A number with up to four decimals as people type it, in whole 1/@p unit parts; nothing when it is no number or has more
/// decimals. A comma is what it is in @p locale.
std::optional<qint64> parseScaled(const QString &text, const QLocale &locale, qint64 unit = productUnit);
/// As people read it: "1 234,5".
QString scaledText(qint64 value, const QLocale &locale, qint64 unit = productUnit, int leastDecimals = 0);

/// "4%" of the line, "100.00" off it, "=90" for one piece instead of its price; nothing: no discount.
/// Refused in words when it is none of these.
Result<ProductLine> withDiscount(ProductLine line, const QString &text, const QLocale &locale);
/// Reads back by withDiscount().
QString discountText(const ProductLine &line, const QLocale &locale);
/// "22", "22%"; nothing: without tax.
Result<ProductLine> withTax(ProductLine line, const QString &text, const QLocale &locale);
QString taxText(const ProductLine &line, const QLocale &locale);

/// The value of a column of product_row as people read it.
QString productValueText(const QString &column, const Value &value, const QLocale &locale = {});
/// What a column of product_row is called.
QString productColumnName(const QString &column);

/// Lines of a table that somebody copied from a spreadsheet as rows: name, quantity, unit, price, discount, tax, by place
/// from the left as far as they go. What names a product of the catalogue is that product. The error names row and column.
Result<QList<ProductRow>> rowsFromTable(const ReadContext &context, const QString &text, const QString &currency,
                                        const Rates &rates, const QLocale &locale);

/// The products of an item as scripts get them: rows, total, currency, whether the amount comes from them.
QJsonObject productsJson(const ReadContext &context, const Item &item, const QList<ProductRow> &rows);

/// … and as they give them: all the rows there are to be.
struct GivenProducts
{
    QList<ProductRow> rows;        ///< with the ids of those of @p before that stood in their places
    std::optional<bool> automatic; ///< whether the amount is to come from them, if they say so
};
Result<GivenProducts> productsFromJson(const ReadContext &context, const Item &item, const QList<ProductRow> &before,
                                       const QJsonObject &json);

} // namespace Kartoteka
