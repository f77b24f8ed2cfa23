// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/products/rows.h"

#include "core/base/money.h"
#include "core/base/texts.h"
#include "core/products/row_order.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype longestName = 1'000;

QList<FieldValue> columnsOf(const ProductRow &row)
{
    const ProductLine &line = row.line;
    return {{u"product"_s, row.product == 0 ? Value() : Value(row.product)},
            {u"name"_s, row.name},
            {u"unit"_s, textValue(row.unit)},
            {u"quantity"_s, line.quantity},
            {u"price"_s, line.price},
            {u"currency"_s, row.currency},
            {u"discount"_s, line.discount ? Value(*line.discount) : Value()},
            {u"discount_kind"_s, line.discount ? Value(discountKindName(line.discountKind)) : Value()},
            {u"tax"_s, line.tax ? Value(*line.tax) : Value()},
            {u"tax_included"_s, line.taxIncluded},
            {u"rank"_s, row.rank}};
}

Error tooLarge(const QString &column)
{
    return {ErrorCode::Refused, Texts::tr("it is too large."), {}, column};
}

QString columnName(const QString &column)
{
    Field field;
    field.code = column == u"name" ? u"product"_s : column;
    return displayName(field);
}

/// A problem of the row at @p at, with its number and the name of the column in the words.
Error problemAt(qsizetype at, const Error &problem)
{
    return {ErrorCode::Refused,
            Texts::tr("Row %1, %2: %3", "number of a row, its column, what is wrong")
                .arg(QString::number(at + 1), columnName(problem.where), problem.message),
            {},
            u"rows[%1].%2"_s.arg(at).arg(problem.where)};
}

ChangeSet act(const Item &item)
{
    return ChangeSet::of(productAct, item.text(Codes::title));
}

/// … of an item without an amount that of its products.
QString currencyOf(const Schema &schema, const Item &item, const QList<ProductRow> &rows)
{
    return rows.isEmpty() || item.value(Codes::amount).isValid() ? productCurrency(schema, item)
                                                                 : rows.constFirst().currency;
}

/// From here on the amount comes from the products.
void takeOver(const Schema &schema, const Item &item, const QList<ProductRow> &rows, ChangeSet &changes)
{
    const EntityType *type = schema.type(item.typeId);
    if (!type || isAmountAutomatic(item) || !schema.field(item.typeId, Codes::amountAuto))
        return;
    QList<FieldValue> values{{Codes::amountAuto, true}};
    if (!item.value(Codes::amount).isValid())
        values << FieldValue{Codes::amount, toValue(Money{0, currencyOf(schema, item, rows)})};
    changes.update(type->code, item.id, values);
}

} // namespace

ProductRow productRowOf(const std::function<Value(const QString &)> &value)
{
    ProductRow row;
    row.product = value(u"product"_s).toLongLong();
    row.name = value(u"name"_s).toString();
    row.unit = value(u"unit"_s).toString();
    row.currency = value(u"currency"_s).toString();
    row.line.quantity = value(u"quantity"_s).toLongLong();
    row.line.price = value(u"price"_s).toLongLong();
    if (const Value discount = value(u"discount"_s); discount.isValid())
        row.line.discount = discount.toLongLong();
    row.line.discountKind = discountKindFromName(value(u"discount_kind"_s).toString()).value_or(DiscountKind::Percent);
    if (const Value tax = value(Codes::tax); tax.isValid())
        row.line.tax = tax.toLongLong();
    row.line.taxIncluded = value(u"tax_included"_s).toBool();
    row.rank = value(u"rank"_s).toDouble();
    return row;
}

QString productCurrency(const Schema &schema, const Item &item)
{
    const QString currency = item.value(Codes::amount).value<Money>().currency;
    return currency.isEmpty() ? schema.baseCurrency() : currency;
}

bool isAmountAutomatic(const Item &item)
{
    return item.value(Codes::amountAuto).toBool();
}

ProductSummary summaryOf(const Schema &schema, const QString &currency, const QList<ProductRow> &rows)
{
    ProductSummary summary;
    summary.currency = currency;
    QList<ProductLine> lines;
    for (const ProductRow &row : rows) {
        const bool counts = row.currency == currency;
        summary.inOtherCurrency += counts ? 0 : 1;
        lines << (counts ? row.line : ProductLine{.quantity = 0});
    }
    summary.totals = productTotals(lines, minorDigits(currency), taxRoundingOf(schema.setting(Codes::taxRounding)));
    return summary;
}

std::optional<Error> rowProblem(const ProductRow &row)
{
    const ProductLine &line = row.line;
    if (row.name.trimmed().isEmpty())
        return Error::refused(Texts::tr("it is empty."), u"name"_s);
    if (row.name.size() > longestName)
        return Error::refused(Texts::tr("it is too long."), u"name"_s);
    if (row.unit.size() > longestName)
        return Error::refused(Texts::tr("it is too long."), Codes::unit);
    if (row.currency.isEmpty() || currencyFromName(row.currency) != row.currency)
        return Error::refused(Texts::tr("there is no such currency."), u"currency"_s);
    if (qAbs(line.quantity) > largestQuantity)
        return tooLarge(u"quantity"_s);
    if (line.price < 0)
        return Error::refused(Texts::tr("it is negative; a return has a negative quantity."), Codes::price);
    if (line.price > largestPrice)
        return tooLarge(Codes::price);
    if (line.discount && *line.discount < 0)
        return Error::refused(Texts::tr("it is negative."), u"discount"_s);
    if (line.discount && line.discountKind == DiscountKind::Percent && *line.discount > wholePercent)
        return Error::refused(Texts::tr("it is more than 100 %."), u"discount"_s);
    if (line.discount && *line.discount > largestPrice)
        return tooLarge(u"discount"_s);
    if (line.tax && (*line.tax < 0 || *line.tax > wholeTax))
        return Error::refused(Texts::tr("it must be between 0 and 100."), Codes::tax);
    const ProductTotals totals = productTotals({line}, minorDigits(row.currency));
    if (totals.tooLarge)
        return tooLarge(u"quantity"_s);
    // A return is mirrored: what it comes to has the sign of its quantity.
    if (const qint64 net = totals.lines.constFirst().net; line.quantity < 0 ? net > 0 : net < 0)
        return Error::refused(Texts::tr("it is more than the row comes to."), u"discount"_s);
    return std::nullopt;
}

Result<ChangeSet> planProducts(const Schema &schema, const Item &item, const QList<ProductRow> &before,
                               const QList<ProductRow> &after, qint64 nowMs)
{
    const EntityType *type = schema.type(item.typeId);
    if (!type || !type->hasProducts)
        return Error{ErrorCode::Usage, Texts::tr("“%1” has no products.").arg(type ? pluralName(*type) : QString()), {}, {}};
    ChangeSet changes = act(item);
    QHash<qint64, ProductRow> known;
    for (const ProductRow &row : before)
        known.insert(row.id, row);
    QList<double> ranks;
    for (const ProductRow &row : after)
        ranks << (row.id != 0 ? known.value(row.id).rank : 0);
    ranks = ranksInOrder(ranks);
    for (qsizetype i = 0; i < after.size(); ++i) {
        ProductRow row = after[i];
        row.name = row.name.simplified();
        row.unit = row.unit.simplified();
        row.rank = ranks[i];
        if (const auto problem = rowProblem(row))
            return problemAt(i, *problem);
        QList<FieldValue> values = columnsOf(row);
        if (row.id == 0) {
            changes.create(Codes::productRow, QList<FieldValue>{{u"owner"_s, toValue(item.ref())}} + values);
            continue;
        }
        const QList<FieldValue> old = columnsOf(known.take(row.id));
        values.removeIf([&](const FieldValue &value) { return old.contains(value); });
        if (!values.isEmpty())
            changes.update(Codes::productRow, row.id, values);
    }
    for (const ProductRow &row : before) {
        if (known.contains(row.id))
            changes.update(Codes::productRow, row.id, {{u"deleted_at"_s, nowMs}});
    }
    if (summaryOf(schema, currencyOf(schema, item, after), after).totals.tooLarge)
        return Error{ErrorCode::Refused, Texts::tr("The total of the products is too large."), {}, u"rows"_s};
    if (before.isEmpty() && !after.isEmpty())
        takeOver(schema, item, after, changes);
    return changes;
}

ChangeSet planAmountFromProducts(const Schema &schema, const Item &item, const QList<ProductRow> &rows)
{
    ChangeSet changes = act(item);
    takeOver(schema, item, rows, changes);
    return changes;
}

void createProducts(ChangeSet &changes, const ItemRef &item, const QList<ProductRow> &rows)
{
    for (const ProductRow &row : rows)
        changes.create(Codes::productRow, QList<FieldValue>{{u"owner"_s, toValue(item)}} + columnsOf(row));
}

Result<qsizetype> copyProducts(const ReadContext &context, const ItemRef &from, const ItemRef &to, ChangeSet &changes,
                               const QString &key)
{
    auto rows = readProducts(context, from);
    if (!rows)
        return rows.error();
    for (const ProductRow &row : std::as_const(*rows))
        changes.create(Codes::productRow, QList<FieldValue>{{u"owner"_s, toValue(to)}} + columnsOf(row),
                       key.isNull() ? makeUid() : derivedUid(u"copied_product", key + uidText(row.uid)));
    return rows->size();
}

} // namespace Kartoteka
