// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/products/catalogue.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/wide.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/query/quick_match.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <algorithm>
#include <cmath>

namespace Kartoteka {

namespace {

/// Of what answers, the best are chosen among so many.
constexpr int ranked = 60;

qint64 power(int digits)
{
    qint64 power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

CatalogueProduct productOf(const Schema &schema, const Item &item)
{
    CatalogueProduct product{.id = item.id,
                             .number = item.number,
                             .title = item.text(Codes::title),
                             .sku = item.text(Codes::sku),
                             .unit = {},
                             .price = item.value(Codes::price).value<Money>(),
                             .tax = {}};
    if (const ListValue *unit = schema.listValue(item.reference(Codes::unit)))
        product.unit = displayName(schema, *unit);
    if (const Value tax = item.value(Codes::tax); tax.isValid())
        product.tax = qint64(std::llround(tax.toDouble() * taxUnit));
    return product;
}

Result<QList<CatalogueProduct>> readCatalogue(const ReadContext &context, const ItemQuery &query, int limit)
{
    auto ids = queryIds(context, query, limit);
    if (!ids)
        return ids.error();
    auto items = readItems(context, query.typeId, *ids);
    if (!items)
        return items.error();
    QList<CatalogueProduct> products;
    for (const Item &item : std::as_const(*items))
        products << productOf(*context.schema, item);
    return products;
}

/// Nothing where a rate is missing, or what comes out is no price any more.
std::optional<qint64> converted(qint64 value, const QString &from, const QString &to, const Rates &rates)
{
    const auto rateOf = [&rates](const QString &currency) {
        return currency == rates.base ? rateUnit : rates.values.value(currency);
    };
    const qint64 divisor = rateOf(to);
    if (rateOf(from) <= 0 || divisor <= 0)
        return std::nullopt;
    const Wide worth = Wide(value) * rateOf(from);
    const Wide number = (worth + (worth < 0 ? -divisor : divisor) / 2) / divisor;
    return number < -largestPrice || number > largestPrice ? std::nullopt : std::optional(qint64(number));
}

Error noRate(const QString &from, const QString &to, const Rates &rates)
{
    const bool known = from == rates.base || rates.values.contains(from);
    return {ErrorCode::Refused, missingText({known ? to : from}), {}, known ? to : from};
}

} // namespace

Result<QList<CatalogueProduct>> findProducts(const ReadContext &context, const QString &text, int limit)
{
    const EntityType *type = context.schema->type(Codes::productType);
    if (!type)
        return QList<CatalogueProduct>();
    ItemQuery query;
    query.typeId = type->id;
    query.search = text.trimmed();
    // What a file brought without saying so is sold.
    query.conditions = {{.field = {},
                         .comparison = Comparison::Any,
                         .values = {},
                         .parts = {{.field = Codes::active, .comparison = Comparison::Equal, .values = {u"yes"_s}},
                                   {.field = Codes::active, .comparison = Comparison::Empty, .values = {}}}}};
    if (query.search.isEmpty())
        query.sort = {{Codes::title, false}};
    auto products = readCatalogue(context, query, query.search.isEmpty() ? limit : qMax(limit, ranked));
    if (!products)
        return products;
    const QuickMatch match(query.search);
    if (!match.isEmpty()) {
        const auto score = [&match](const CatalogueProduct &one) {
            return qMax(match.score(one.title), match.score(one.sku));
        };
        std::stable_sort(products->begin(), products->end(),
                         [&score](const auto &a, const auto &b) { return score(a) > score(b); });
    }
    return products->first(qMin<qsizetype>(limit, products->size()));
}

Result<CatalogueProduct> namedProduct(const ReadContext &context, const QString &name)
{
    const EntityType *type = context.schema->type(Codes::productType);
    const Error unknown{
        ErrorCode::NotFound, Texts::tr("there is no product “%1” in the catalogue.").arg(name.left(60)), {}, u"product"_s};
    if (!type)
        return unknown;
    auto id = findByNumber(context, type->id, name);
    if (!id && id.error().code != ErrorCode::NotFound)
        return id.error();
    if (id) {
        auto item = readItem(context, {type->id, *id, {}});
        return item ? Result<CatalogueProduct>(productOf(*context.schema, *item)) : Result<CatalogueProduct>(item.error());
    }
    for (const QString &code : {Codes::sku, Codes::title}) {
        ItemQuery query;
        query.typeId = type->id;
        query.conditions = {{.field = code, .comparison = Comparison::Equal, .values = {name}}};
        auto found = readCatalogue(context, query, 1);
        if (!found)
            return found.error();
        if (!found->isEmpty())
            return found->constFirst();
    }
    return unknown;
}

ProductRow rowOf(const CatalogueProduct &product, const QString &currency, const Rates &rates)
{
    ProductRow row;
    row.product = product.id;
    row.name = product.title;
    row.unit = product.unit;
    row.currency = product.price.currency.isEmpty() ? currency : product.price.currency;
    row.line.price = product.price.minor * (productUnit / power(minorDigits(row.currency)));
    row.line.tax = product.tax;
    if (row.currency != currency) {
        if (const auto price = converted(row.line.price, row.currency, currency, rates)) {
            row.line.price = *price;
            row.currency = currency;
        }
    }
    return row;
}

Result<QList<ProductRow>> inCurrency(QList<ProductRow> rows, const QString &currency, const Rates *rates)
{
    for (ProductRow &row : rows) {
        if (row.currency == currency)
            continue;
        const bool isMoney = row.line.discount && row.line.discountKind != DiscountKind::Percent;
        for (qint64 *number : {&row.line.price, isMoney ? &*row.line.discount : nullptr}) {
            if (!rates || !number)
                continue;
            const auto price = converted(*number, row.currency, currency, *rates);
            if (!price)
                return noRate(row.currency, currency, *rates);
            *number = *price;
        }
        row.currency = currency;
    }
    return rows;
}

Result<ChangeSet> planCurrency(const Schema &schema, const Item &item, const QList<ProductRow> &rows,
                               const QString &currency, const Rates *rates, qint64 nowMs)
{
    auto after = inCurrency(rows, currency, rates);
    if (!after)
        return after.error();
    Item then = item; // the products are counted in its new currency
    const auto amount = item.value(Codes::amount).value<Money>();
    if (!amount.currency.isEmpty() && amount.currency != currency) {
        const qint64 from = power(minorDigits(amount.currency));
        const qint64 to = power(minorDigits(currency));
        std::optional<qint64> minor = qint64(Wide(amount.minor) * to / from);
        if (rates)
            minor = converted(*minor, amount.currency, currency, *rates);
        if (!minor)
            return noRate(amount.currency, currency, *rates);
        then.values.insert(Codes::amount, toValue(Money{*minor, currency}));
    }
    auto changes = planProducts(schema, then, rows, *after, nowMs);
    const Field *field = schema.field(item.typeId, Codes::amount);
    if (changes && field && then.value(Codes::amount) != item.value(Codes::amount))
        changes->update(schema.type(item.typeId)->code, item.id, {{field->column, then.value(Codes::amount)}});
    return changes;
}

} // namespace Kartoteka
