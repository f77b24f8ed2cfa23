// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/schema/product_codes.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

#include <functional>

namespace Kartoteka {

/// ChangeSet::kind of what is done to products.
inline const QString productAct = QStringLiteral("products");

/// A row of an item's products.
struct ProductRow
{
    qint64 id = 0; ///< 0: not in the file yet
    QUuid uid;
    qint64 product = 0; ///< of the catalogue; 0: written by hand
    QString name;
    QString unit;
    QString currency; ///< ISO 4217
    ProductLine line;
    double rank = 0;

    bool operator==(const ProductRow &) const = default;
};

/// Not deleted ones, in order.
Result<QList<ProductRow>> readProducts(const ReadContext &context, const ItemRef &item);
/// How many they are.
Result<qint64> countProducts(const ReadContext &context, const ItemRef &item);

/// The currency in which an item's products are counted: that of its amount, else the office's.
QString productCurrency(const Schema &schema, const Item &item);
/// Whether the amount of an item is what its products come to.
bool isAmountAutomatic(const Item &item);

/// What rows of an item come to, those in its currency.
struct ProductSummary
{
    QString currency;
    ProductTotals totals;          ///< a line for each row; of one in another currency it says nothing
    qsizetype inOtherCurrency = 0; ///< rows that are not in the totals: these are incomplete

    bool operator==(const ProductSummary &) const = default;
};
ProductSummary summaryOf(const Schema &schema, const QString &currency, const QList<ProductRow> &rows);

/// What is wrong with a row: Error::where is the column. Nothing when it can be counted with.
std::optional<Error> rowProblem(const ProductRow &row);
/// A row of its columns.
ProductRow productRowOf(const std::function<Value(const QString &column)> &value);

/// Makes the products of an item @p after of what they were, @p before: rows without an id are made, those that are missing
/// are deleted, and the order is that of the list. With its first products the amount comes from them. Refused where a row is
/// not as it may be, with its number in the words and "rows[N].column" in Error::where.
Result<ChangeSet> planProducts(const Schema &schema, const Item &item, const QList<ProductRow> &before,
                               const QList<ProductRow> &after, qint64 nowMs);
/// The amount comes from the products again, which are @p rows.
ChangeSet planAmountFromProducts(const Schema &schema, const Item &item, const QList<ProductRow> &rows);

/// Adds rows to an item, which may be one that the same change set makes.
void createProducts(ChangeSet &changes, const ItemRef &item, const QList<ProductRow> &rows);
/// Adds the same rows to another item, which may be one that the same change set makes. @p key: what two seats that do so
/// independently have in common, so that the rows are the same ones; null: new ones. @return how many.
Result<qsizetype> copyProducts(const ReadContext &context, const ItemRef &from, const ItemRef &to, ChangeSet &changes,
                               const QString &key = {});

} // namespace Kartoteka
