// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/products/product_texts.h"

#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

int decimalsOf(qint64 unit)
{
    int decimals = 0;
    for (; unit >= 10; unit /= 10)
        ++decimals;
    return decimals;
}

} // namespace

std::optional<qint64> parseScaled(const QString &text, const QLocale &locale, qint64 unit)
{
    const auto amount = splitAmount(text.trimmed());
    if (!amount || !amount->unit.isEmpty())
        return std::nullopt;
    NumberStyle style{.dot = PointMeaning::Decimal};
    style.comma = locale.decimalPoint() == u"," ? PointMeaning::Decimal : PointMeaning::Groups;
    const QString number = plainNumber(*amount, style, 2);
    const bool negative = number.startsWith(u'-');
    const QString whole = number.section(u'.', 0, 0).mid(negative ? 1 : 0);
    QString part = number.section(u'.', 1);
    const int decimals = decimalsOf(unit);
    while (part.size() > decimals && part.endsWith(u'0'))
        part.chop(1);
    constexpr qsizetype longest = 14; // digits: what is longer is too large for anything
    if (number.isEmpty() || part.size() > decimals || whole.size() > longest)
        return std::nullopt;
    const qint64 value = whole.toLongLong() * unit + part.leftJustified(decimals, u'0').toLongLong();
    return negative ? -value : value;
}

QString scaledText(qint64 value, const QLocale &locale, qint64 unit, int leastDecimals)
{
    const QString number = scaledNumber(value, unit, leastDecimals);
    const bool negative = number.startsWith(u'-');
    const QString part = number.section(u'.', 1);
    const QString whole = locale.toString(number.section(u'.', 0, 0).mid(negative ? 1 : 0).toLongLong());
    return (negative ? QString(u'−') : QString()) + whole + (part.isEmpty() ? QString() : locale.decimalPoint() + part);
}

Result<ProductLine> withDiscount(ProductLine line, const QString &text, const QLocale &locale)
{
    QString number = text.trimmed();
    line.discount.reset();
    line.discountKind = DiscountKind::Percent;
    if (number.isEmpty())
        return line;
    if (number.endsWith(u'%')) {
        number.chop(1);
    } else if (number.startsWith(u'=')) {
        line.discountKind = DiscountKind::Price;
        number.remove(0, 1);
    } else {
        line.discountKind = DiscountKind::Amount;
    }
    line.discount = parseScaled(number, locale);
    if (!line.discount) {
        return Error::refused(
            Texts::tr("“%1” is not a discount: write 4% or 100 off the line, or =90 for a new price.").arg(text.left(60)),
            u"discount"_s);
    }
    const bool isNothing = *line.discount == 0 && line.discountKind != DiscountKind::Price;
    if (isNothing)
        line.discount.reset();
    return line;
}

QString discountText(const ProductLine &line, const QLocale &locale)
{
    if (!line.discount)
        return {};
    const bool isPercent = line.discountKind == DiscountKind::Percent;
    const QString number = scaledText(*line.discount, locale, productUnit, isPercent ? 0 : 2);
    return isPercent ? number + u'%' : line.discountKind == DiscountKind::Price ? u'=' + number : number;
}

Result<ProductLine> withTax(ProductLine line, const QString &text, const QLocale &locale)
{
    QString number = text.trimmed();
    if (number.endsWith(u'%'))
        number.chop(1);
    line.tax.reset();
    if (number.isEmpty() || number == u"—")
        return line;
    line.tax = parseScaled(number, locale, taxUnit);
    return line.tax ? Result<ProductLine>(line)
                    : Result<ProductLine>(Error::refused(
                        Texts::tr("“%1” is not a tax rate: write 20, or leave it empty.").arg(text.left(60)), Codes::tax));
}

QString taxText(const ProductLine &line, const QLocale &locale)
{
    return line.tax ? scaledText(*line.tax, locale, taxUnit) + u'%' : QString();
}

QString productValueText(const QString &column, const Value &value, const QLocale &locale)
{
    if (!value.isValid())
        return {};
    if (column == u"quantity" || column == u"discount")
        return scaledText(value.toLongLong(), locale);
    if (column == Codes::price)
        return scaledText(value.toLongLong(), locale, productUnit, 2);
    if (column == Codes::tax)
        return scaledText(value.toLongLong(), locale, taxUnit) + u'%';
    if (column == u"tax_included")
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    if (column == u"discount_kind") {
        switch (discountKindFromName(value.toString()).value_or(DiscountKind::Percent)) {
        case DiscountKind::Percent: return Texts::tr("per cent");
        case DiscountKind::Amount: return Texts::tr("off the line");
        case DiscountKind::Price: return Texts::tr("another price");
        }
    }
    return value.toString();
}

QString productColumnName(const QString &column)
{
    Field field;
    field.code = column == u"name" ? u"product"_s : column;
    return displayName(field);
}

Result<QList<ProductRow>> rowsFromTable(const ReadContext &context, const QString &text, const QString &currency,
                                        const Rates &rates, const QLocale &locale)
{
    QList<ProductRow> rows;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        const QString name = cells.first().simplified();
        if (name.isEmpty())
            continue;
        const auto misfit = [&](const QString &column, const QString &why) {
            return Error::refused(Texts::tr("Row %1, %2: %3", "number of a row, its column, what is wrong")
                                      .arg(QString::number(rows.size() + 1), productColumnName(column), why),
                                  column);
        };
        auto product = namedProduct(context, name);
        if (!product && product.error().code != ErrorCode::NotFound)
            return product.error();
        ProductRow row = product ? rowOf(*product, currency, rates) : ProductRow();
        if (!product) {
            row.name = name;
            row.currency = currency;
        }
        const auto take = [&](qsizetype at, qint64 &into, const QString &column) -> Result<void> {
            const QString cell = cells.value(at).trimmed();
            const auto number = parseScaled(cell, locale);
            if (!cell.isEmpty() && !number)
                return misfit(column, Texts::tr("“%1” is not a number.").arg(cell.left(60)));
            into = number.value_or(into);
            return {};
        };
        if (auto done = take(1, row.line.quantity, u"quantity"_s); !done)
            return done.error();
        if (const QString unit = cells.value(2).simplified(); !unit.isEmpty())
            row.unit = unit;
        if (auto done = take(3, row.line.price, Codes::price); !done)
            return done.error();
        for (const auto &[at, read] : {std::pair(4, &withDiscount), std::pair(5, &withTax)}) {
            if (cells.value(at).trimmed().isEmpty())
                continue;
            auto changed = read(row.line, cells[at], locale);
            if (!changed)
                return misfit(changed.error().where, changed.error().message);
            row.line = *changed;
        }
        rows << row;
    }
    return rows;
}

} // namespace Kartoteka
