// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/definitions.h"
#include "core/products/product_texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Kartoteka::Cli {

namespace {

constexpr qint64 largestFile = 50'000'000; ///< bytes

Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be read: %2").arg(path, file.errorString()), {}, path};
    const QByteArray bytes = file.read(largestFile + 1); // some files have no end, and say no size
    if (bytes.size() > largestFile)
        return usage(Texts::tr("“%1” is too large.").arg(path));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject()) {
        return usage(error.error == QJsonParseError::NoError
                         ? Texts::tr("“%1” is not a JSON object.").arg(path)
                         : Texts::tr("“%1” is not JSON: %2, at byte %3.").arg(path, error.errorString()).arg(error.offset));
    }
    return document.object();
}

Result<void> setProducts(const Session &session, const Item &item, const QList<ProductRow> &before)
{
    auto json = readObject(session.arguments.words[3]);
    if (!json)
        return json.error();
    auto given = productsFromJson(session.reader(), item, before, *json);
    if (!given)
        return given.error();
    auto changes = planProducts(session.schema(), item, before, given->rows, session.store.clock().now());
    if (!changes)
        return changes.error();
    const bool automatic = given->automatic.value_or(true);
    if (given->automatic && automatic != (isAmountAutomatic(item) || (before.isEmpty() && !given->rows.isEmpty()))) {
        Item then = item;
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
    return commit(session, changes);
}

void tell(const Session &session, const Item &item, const QList<ProductRow> &rows)
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

} // namespace

int runProducts(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    const EntityType &type = *session.schema().type(ref->type);
    if (!type.hasProducts)
        return session.output.fail(usage(Texts::tr("“%1” has no products.").arg(pluralName(type))));
    const QStringList &words = session.arguments.words;
    if (words.size() == 3 || (words.size() == 4 && words[2] != u"set"))
        return session.output.fail(usage(Texts::tr("Say: products TYPE ID [set FILE.json]")));
    auto item = readItem(session.reader(), *ref);
    auto rows = readProducts(session.reader(), *ref);
    if (item && rows && words.size() == 4) {
        if (auto done = setProducts(session, *item, *rows); !done)
            return session.output.fail(done.error());
        item = readItem(session.reader(), *ref);
        rows = readProducts(session.reader(), *ref);
    }
    if (!item || !rows)
        return session.output.fail(item ? rows.error() : item.error());
    if (!session.output.json())
        tell(session, *item, *rows);
    session.output.document(productsJson(session.reader(), *item, *rows));
    return 0;
}

} // namespace Kartoteka::Cli
