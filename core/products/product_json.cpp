// SPDX-License-Identifier: GPL-3.0-or-later
// Products as scripts read and write them.
#include "core/base/money.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/money/rate_queries.h"
#include "core/products/product_texts.h"
#include "core/schema/codes.h"

#include <QJsonArray>

namespace Kartoteka {

namespace {

/// A row of the file that is read, and its place in what is said of it.
class GivenRow
{
public:
    GivenRow(const QJsonObject &json, qsizetype at) : m_json(json), m_at(at) {}

    bool has(const QString &name) const { return !m_json[name].isUndefined() && !m_json[name].isNull(); }
    Error misfit(const QString &name, const QString &why) const
    {
        return {ErrorCode::Usage,
                Texts::tr("Row %1, %2: %3", "number of a row, its column, what is wrong")
                    .arg(QString::number(m_at + 1), name, why),
                {},
                u"rows[%1].%2"_s.arg(m_at).arg(name)};
    }
    /// A text; nothing where none is given.
    Result<QString> text(const QString &name) const
    {
        const QJsonValue value = m_json[name];
        return !has(name) || value.isString() ? Result<QString>(value.toString())
                                              : Result<QString>(misfit(name, Texts::tr("it must be a text.")));
    }
    Result<void> take(const QString &name, qint64 &into) const
    {
        auto given = text(name);
        if (!given)
            return given.error();
        if (given->isEmpty())
            return {};
        const auto number = parseScaled(*given, QLocale::c());
        if (!number)
            return misfit(name, Texts::tr("“%1” is not a number.").arg(given->left(60)));
        into = *number;
        return {};
    }
    Result<void> take(const QString &name, QString &into) const
    {
        auto given = text(name);
        if (given && !given->isEmpty())
            into = *given;
        return given ? Result<void>() : Result<void>(given.error());
    }
    /// Discount and tax, which are more than a number.
    template<typename Read>
    Result<void> take(const QString &name, ProductLine &line, Read read) const
    {
        auto given = text(name);
        if (!given || !has(name))
            return given ? Result<void>() : Result<void>(given.error());
        auto changed = read(line, *given, QLocale::c());
        if (!changed)
            return misfit(name, changed.error().message);
        line = *changed;
        return {};
    }
    Result<void> takeIncluded(bool &into) const
    {
        const QJsonValue value = m_json[u"tax_included"];
        if (has(u"tax_included"_s) && !value.isBool())
            return misfit(u"tax_included"_s, Texts::tr("it must be true or false."));
        into = value.toBool();
        return {};
    }
    Result<void> requireKnownNames() const
    {
        static const QStringList known{u"product"_s,  u"name"_s,     u"unit"_s, u"quantity"_s,     u"price"_s,
                                       u"currency"_s, u"discount"_s, u"tax"_s,  u"tax_included"_s, u"sum"_s};
        for (const QString &name : m_json.keys()) {
            if (!known.contains(name))
                return misfit(name, Texts::tr("a row has no such column."));
        }
        return {};
    }

private:
    QJsonObject m_json;
    qsizetype m_at;
};

Result<ProductRow> rowOf(const ReadContext &context, const GivenRow &given, const QString &currency, const Rates &rates)
{
    if (auto done = given.requireKnownNames(); !done)
        return done.error();
    ProductRow row;
    row.currency = currency;
    auto product = given.text(u"product"_s);
    if (!product)
        return product.error();
    if (!product->isEmpty()) {
        auto found = namedProduct(context, *product);
        if (!found)
            return found.error().code == ErrorCode::NotFound ? given.misfit(u"product"_s, found.error().message)
                                                             : found.error();
        row = rowOf(*found, currency, rates);
    }
    for (const auto &[name, into] :
         {std::pair(u"name"_s, &row.name), std::pair(u"unit"_s, &row.unit), std::pair(u"currency"_s, &row.currency)}) {
        if (auto done = given.take(name, *into); !done)
            return done.error();
    }
    auto done = given.take(u"quantity"_s, row.line.quantity);
    if (done)
        done = given.take(u"price"_s, row.line.price);
    if (done)
        done = given.take(u"discount"_s, row.line, withDiscount);
    if (done)
        done = given.take(u"tax"_s, row.line, withTax);
    if (done)
        done = given.takeIncluded(row.line.taxIncluded);
    return done ? Result<ProductRow>(row) : Result<ProductRow>(done.error());
}

QString discountJson(const ProductLine &line)
{
    if (!line.discount)
        return {};
    const bool isPercent = line.discountKind == DiscountKind::Percent;
    const QString number = scaledNumber(*line.discount, productUnit, isPercent ? 0 : 2);
    return isPercent ? number + u'%' : line.discountKind == DiscountKind::Price ? u'=' + number : number;
}

} // namespace

QJsonObject productsJson(const ReadContext &context, const Item &item, const QList<ProductRow> &rows)
{
    const QString currency = productCurrency(*context.schema, item);
    const ProductSummary summary = summaryOf(*context.schema, currency, rows);
    const EntityType *catalogue = context.schema->type(Codes::productType);
    QHash<qint64, QString> numbers;
    QList<qint64> ids;
    for (const ProductRow &row : rows) {
        if (row.product != 0)
            ids << row.product;
    }
    if (auto products = catalogue ? readItems(context, catalogue->id, ids) : Result<QList<Item>>(QList<Item>())) {
        for (const Item &product : std::as_const(*products))
            numbers.insert(product.id, product.number);
    }
    QJsonArray array;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ProductRow &row = rows[i];
        const bool counts = row.currency == currency;
        array.append(QJsonObject{{u"product"_s, numbers.value(row.product)},
                                 {u"name"_s, row.name},
                                 {u"unit"_s, row.unit},
                                 {u"quantity"_s, scaledNumber(row.line.quantity)},
                                 {u"price"_s, scaledNumber(row.line.price, productUnit, minorDigits(row.currency))},
                                 {u"currency"_s, row.currency},
                                 {u"discount"_s, discountJson(row.line)},
                                 {u"tax"_s, row.line.tax ? scaledNumber(*row.line.tax, taxUnit) : QString()},
                                 {u"tax_included"_s, row.line.taxIncluded},
                                 {u"sum"_s, counts ? moneyNumber({summary.totals.lines[i].total, currency}) : QString()}});
    }
    const auto number = [&currency](qint64 minor) { return moneyNumber({minor, currency}); };
    return {{u"rows"_s, array},
            {u"net"_s, number(summary.totals.net)},
            {u"discount"_s, number(summary.totals.discount)},
            {u"tax"_s, number(summary.totals.tax)},
            {u"total"_s, number(summary.totals.total)},
            {u"currency"_s, currency},
            {u"incomplete"_s, summary.inOtherCurrency > 0},
            {u"auto"_s, isAmountAutomatic(item)}};
}

Result<GivenProducts> productsFromJson(const ReadContext &context, const Item &item, const QList<ProductRow> &before,
                                       const QJsonObject &json)
{
    if (!json[u"rows"].isArray())
        return Error{ErrorCode::Usage, Texts::tr("The file has no list “rows”."), {}, u"rows"_s};
    auto rates = readRates(context, context.clock->localNow().date());
    if (!rates)
        return rates.error();
    GivenProducts given;
    if (json[u"auto"].isBool())
        given.automatic = json[u"auto"].toBool();
    QString currency = productCurrency(*context.schema, item);
    if (!item.value(Codes::amount).isValid() && json[u"currency"].isString())
        currency = json[u"currency"].toString();
    const QJsonArray rows = json[u"rows"].toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const GivenRow one(rows[i].toObject(), i);
        if (!rows[i].isObject())
            return one.misfit(u"row"_s, Texts::tr("it must be an object."));
        auto row = rowOf(context, one, currency, *rates);
        if (!row)
            return row.error();
        row->id = i < before.size() ? before[i].id : 0;
        given.rows << *row;
    }
    return given;
}

} // namespace Kartoteka
