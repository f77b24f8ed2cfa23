// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/money/rate_acts.h"
#include "core/money/rate_queries.h"

#include <QFile>
#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QDate today(const Session &session)
{
    return session.store.clock().localNow().date();
}

QJsonObject rateJson(const DayRate &rate, const QString &base)
{
    return {{u"currency"_s, rate.currency},
            {u"day"_s, rate.day.toString(Qt::ISODate)},
            {u"rate"_s, rateNumber(rate.value)},
            {u"base"_s, base}};
}

int tellRates(const Session &session, const QList<DayRate> &rates)
{
    QJsonArray array;
    for (const DayRate &rate : rates)
        array.append(rateJson(rate, session.schema().baseCurrency()));
    session.output.line(Texts::tr("Rates written down: %1").arg(rates.size()));
    session.output.document(array);
    return 0;
}

int commitRates(const Session &session, const QList<DayRate> &rates)
{
    auto changes = planRates(session.schema(), rates);
    if (!changes)
        return session.output.fail(changes.error());
    auto receipt = session.store.commitAndWait(std::move(*changes));
    return receipt ? tellRates(session, rates) : session.output.fail(receipt.error());
}

} // namespace

int runRate(const Session &session)
{
    const QString code = currencyFromName(session.arguments.words[0]);
    const auto day = session.arguments.words[1] == u"today" ? today(session) : parseDate(session.arguments.words[1]);
    const auto value = parseRate(session.arguments.words[2]);
    const auto wrong = [&session](const QString &message, const QString &where) {
        return session.output.fail({ErrorCode::Usage, message, {}, where});
    };
    if (code.isEmpty())
        return wrong(Texts::tr("There is no currency “%1”.").arg(session.arguments.words[0]), session.arguments.words[0]);
    if (!day)
        return wrong(Texts::tr("“%1” is not a day.").arg(session.arguments.words[1]), session.arguments.words[1]);
    if (!value)
        return wrong(Texts::tr("“%1” is not a rate.").arg(session.arguments.words[2]), session.arguments.words[2]);
    const QString base = session.schema().baseCurrency();
    auto changes = planRates(session.schema(), {{code, *day, *value}});
    auto receipt = changes ? session.store.commitAndWait(std::move(*changes)) : Result<Receipt>(changes.error());
    if (!receipt)
        return session.output.fail(receipt.error());
    auto line = latestRate(session.reader(), code, *day);
    if (!line || !*line)
        return session.output.fail(line ? Error{ErrorCode::NotFound, {}, {}, code} : line.error());
    session.output.line(Texts::tr("Rates written down: %1").arg(1));
    QJsonObject written = rateJson({code, *day, *value}, base);
    written[u"code"_s] = code;
    written[u"id"_s] = QString::number((*line)->id);
    written[u"uid"_s] = uidText(rateUid(code, base, *day));
    session.output.document(written);
    return 0;
}

int runRateList(const Session &session)
{
    const QString name = session.arguments.words.value(1);
    const QString code = currencyFromName(name);
    auto limit = session.wholeNumber(u"--limit"_s, -1);
    if (!limit)
        return session.output.fail(limit.error());
    if (!name.isEmpty() && code.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("There is no currency “%1”.").arg(name), {}, name});
    auto lines = readRateLines(session.reader(), code, *limit);
    if (!lines)
        return session.output.fail(lines.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const RateLine &line : std::as_const(*lines)) {
        array.append(rateJson({line.currency, line.day, line.value}, session.schema().baseCurrency()));
        rows.append({line.currency, QLocale().toString(line.day, QLocale::ShortFormat), rateText(line.value)});
    }
    session.output.table({Texts::tr("Currency"), Texts::tr("From day"), session.schema().baseCurrency()}, rows);
    session.output.document(array);
    return 0;
}

int runRateImport(const Session &session)
{
    const QString path = session.arguments.words[1];
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return session.output.fail(
            {ErrorCode::File, Texts::tr("Cannot read “%1”: %2").arg(path, file.errorString()), {}, {}});
    QStringList wanted;
    for (const Currency &currency : session.schema().currencies())
        wanted << currency.code;
    auto found = readRateFile(file.read(largestRateFile + 1), session.schema().baseCurrency(), wanted);
    if (!found)
        return session.output.fail(found.error());
    if (found->rates.isEmpty()) {
        return session.output.fail(
            {ErrorCode::Refused,
             Texts::tr("The office works with none of the currencies in the file (%1).").arg(found->others.join(u", "_s)),
             {},
             {}});
    }
    return commitRates(session, found->rates);
}

int runCurrencies(const Session &session)
{
    auto rates = readRates(session.reader(), today(session));
    if (!rates)
        return session.output.fail(rates.error());
    QJsonArray array{QJsonObject{{u"code"_s, rates->base}, {u"base"_s, true}, {u"digits"_s, minorDigits(rates->base)}}};
    QList<QStringList> rows{{rates->base, Texts::tr("base currency")}};
    for (const Currency &currency : session.schema().currencies()) {
        const auto rate = rates->values.constFind(currency.code);
        const bool isKnown = rate != rates->values.cend();
        array.append(QJsonObject{{u"code"_s, currency.code},
                                 {u"base"_s, false},
                                 {u"digits"_s, minorDigits(currency.code)},
                                 {u"rate"_s, isKnown ? QJsonValue(rateNumber(*rate)) : QJsonValue()}});
        rows.append({currency.code, isKnown ? rateText(*rate) : missingText({currency.code})});
    }
    session.output.table({Texts::tr("Currency"), Texts::tr("Rate of today")}, rows);
    session.output.document(array);
    return 0;
}

namespace {

int changeCurrency(const Session &session, Result<ChangeSet> changes)
{
    if (!changes)
        return session.output.fail(changes.error());
    if (auto receipt = session.store.commitAndWait(std::move(*changes)); !receipt)
        return session.output.fail(receipt.error());
    return runCurrencies(session);
}

} // namespace

int runCurrencyAdd(const Session &session)
{
    return changeCurrency(session, planAddCurrency(session.schema(), session.arguments.words[1]));
}

int runCurrencyDelete(const Session &session)
{
    const QString name = session.arguments.words[1];
    const QString code = currencyFromName(name);
    return changeCurrency(session,
                          planRemoveCurrency(session.reader(), code.isEmpty() ? name : code, session.store.clock().now()));
}

} // namespace Kartoteka::Cli
