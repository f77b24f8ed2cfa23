// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/product_words.h"

#include "app/cli/definitions.h"
#include "core/products/product_texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Kartoteka::Cli {

Result<QJsonObject> productsIn(const QByteArray &text, const QString &source)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isArray())
        return QJsonObject{{u"rows"_s, document.array()}};
    if (document.isObject())
        return document.object();
    return Error::usage(Texts::tr("“%1” is not JSON: %2, at byte %3.").arg(source, error.errorString()).arg(error.offset));
}

Result<ChangeSet> plannedProducts(const Session &session, const Item &item, const QList<ProductRow> &before,
                                  const QJsonObject &json)
{
    auto given = productsFromJson(session.reader(), item, before, json);
    if (!given)
        return given.error();
    auto changes = planProducts(session.schema(), item, before, given->rows, session.store.clock().now());
    if (!changes)
        return changes.error();
    const bool automatic = given->automatic.value_or(true);
    if (given->automatic && automatic != (isAmountAutomatic(item) || (before.isEmpty() && !given->rows.isEmpty()))) {
        if (automatic)
            changes->changes += planAmountFromProducts(session.schema(), item, given->rows).changes;
        else
            changes->update(session.schema().type(item.typeId)->code, item.id, {{Codes::amountAuto, false}});
    } else if (given->automatic && !automatic) {
        // With its first products an amount would come from them.
        changes->changes.removeIf([](const Change &change) {
            return change.table != Codes::productRow && change.values.value(0).field == Codes::amountAuto;
        });
    }
    return changes;
}

void tellProducts(const Session &session, const Item &item, const QList<ProductRow> &rows)
{
    const QString currency = productCurrency(session.schema(), item);
    const ProductSummary summary = summaryOf(session.schema(), currency, rows);
    const QLocale locale;
    QList<QStringList> lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ProductRow &row = rows[i];
        const bool counts = row.currency == currency;
        lines.append({row.name, scaledText(row.line.quantity, locale) + (row.unit.isEmpty() ? QString() : u' ' + row.unit),
                      scaledText(row.line.price, locale, productUnit, 2) + (counts ? QString() : u' ' + row.currency),
                      discountText(row.line, locale), taxText(row.line, locale),
                      counts ? moneyText({summary.totals.lines[i].total, currency}) : u"—"_s});
    }
    session.output.table({productColumnName(u"name"_s), productColumnName(u"quantity"_s), productColumnName(Codes::price),
                          productColumnName(u"discount"_s), productColumnName(Codes::tax), Texts::tr("Sum")},
                         lines);
    session.output.line(Texts::tr("Total: %1").arg(moneyText({summary.totals.total, currency})));
    if (summary.inOtherCurrency > 0)
        session.output.line(Texts::tr("Incomplete: %n row(s) in another currency.", nullptr, int(summary.inOtherCurrency)));
    if (!isAmountAutomatic(item) && !rows.isEmpty())
        session.output.line(Texts::tr("The amount does not come from the products."));
}

} // namespace Kartoteka::Cli
