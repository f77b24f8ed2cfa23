// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/rate_queries.h"

#include <QCryptographicHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

RateLine lineAt(const Cursor &c)
{
    return {c.integer(0), c.text(1), QDate::fromString(c.text(2), Qt::ISODate), c.integer(3)};
}

} // namespace

Result<Rates> readRates(const ReadContext &context, const QDate &day)
{
    Rates rates{context.schema->baseCurrency(), day};
    for (const Currency &currency : context.schema->currencies()) {
        auto line = latestRate(context, currency.code, day);
        if (!line)
            return line.error();
        if (*line)
            rates.values.insert(currency.code, (*line)->value);
    }
    return rates;
}

Result<std::optional<RateLine>> latestRate(const ReadContext &context, const QString &currency, const QDate &day)
{
    auto cursor = context.connection.query(u"SELECT id, currency, day, value FROM rate WHERE currency = ? AND base = ? "
                                           "AND day <= ? AND deleted_at IS NULL ORDER BY day DESC LIMIT 1"_s,
                                           {currency, context.schema->baseCurrency(), day.toString(Qt::ISODate)});
    if (!cursor)
        return cursor.error();
    return cursor->next() ? std::optional(lineAt(*cursor)) : std::nullopt;
}

Result<QList<RateLine>> readRateLines(const ReadContext &context, const QString &currency, int limit)
{
    QString sql = u"SELECT id, currency, day, value FROM rate WHERE base = ? AND deleted_at IS NULL"_s;
    QVariantList bound{context.schema->baseCurrency()};
    if (!currency.isEmpty()) {
        sql += u" AND currency = ?"_s;
        bound << currency;
    }
    auto cursor = context.connection.query(sql + u" ORDER BY day DESC, currency LIMIT ?"_s,
                                           bound << (limit < 0 ? -1 : limit));
    if (!cursor)
        return cursor.error();
    QList<RateLine> lines;
    while (cursor->next())
        lines.append(lineAt(*cursor));
    return lines;
}

Result<QString> ratesStamp(const ReadContext &context)
{
    auto cursor = context.connection.query(
        u"SELECT id, currency, day, value FROM rate WHERE base = ? AND deleted_at IS NULL ORDER BY id"_s,
        {context.schema->baseCurrency()});
    if (!cursor)
        return cursor.error();
    QCryptographicHash hash(QCryptographicHash::Sha1);
    while (cursor->next()) {
        for (int column = 0; column < 4; ++column)
            hash.addData(cursor->text(column).toUtf8() + '\n');
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<qint64> countAmountsIn(const ReadContext &context, const QString &currency)
{
    auto items = context.connection.scalar(u"SELECT sum(items) FROM stage_total WHERE currency = ? AND items > 0"_s,
                                           {currency});
    return items ? Result<qint64>(items->toLongLong()) : Result<qint64>(items.error());
}

} // namespace Kartoteka
