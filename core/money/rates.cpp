// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/rates.h"

#include "core/base/texts.h"
#include "core/base/wide.h"

#include <QLocale>

#include <limits>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

Wide powerOfTen(int digits)
{
    Wide power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

Wide rounded(Wide number, Wide by)
{
    const Wide half = by / 2;
    return number < 0 ? (number - half) / by : (number + half) / by;
}

/// Minor units of a currency times their rate as minor units of the base currency, before they are bounded.
Wide converted(Wide worth, int digits, int baseDigits)
{
    const int shift = digits - baseDigits;
    return shift >= 0 ? rounded(worth, rateUnit * powerOfTen(shift)) : rounded(worth * powerOfTen(-shift), rateUnit);
}

qint64 bounded(Wide number)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return number > most ? most : number < -most ? -most : qint64(number);
}

} // namespace

BaseSum inBase(const Rates &rates, const QHash<QString, qint64> &sums, const ClosedSums &closed)
{
    BaseSum found{{0, rates.base}};
    const int baseDigits = minorDigits(rates.base);
    Wide all = 0;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        if (it.value() == 0 && !closed.contains(it.key()))
            continue;
        if (it.key() == rates.base) {
            all += it.value();
            continue;
        }
        found.isConverted = true;
        const ClosedSum past = closed.value(it.key());
        const qint64 open = it.value() - past.minor;
        const qint64 rate = rates.values.value(it.key());
        if ((open == 0 || rate > 0) && !past.missing.isValid()) {
            all += converted(Wide(open) * rate + past.worth, minorDigits(it.key()), baseDigits);
            continue;
        }
        found.missing << it.key();
        if (open == 0 || rate > 0)
            found.missingOn.insert(it.key(), past.missing);
    }
    found.missing.sort();
    found.sum.minor = bounded(all);
    return found;
}

QString missingText(const QStringList &missing)
{
    return missing.isEmpty() ? QString() : Texts::tr("no rate for %1").arg(missing.join(u", "_s));
}

QString missingText(const BaseSum &sum)
{
    QStringList named;
    for (const QString &currency : sum.missing) {
        const QDate day = sum.missingOn.value(currency);
        named << (day.isValid() ? Texts::tr("%1 (on %2)", "a currency and a day")
                                      .arg(currency, QLocale().toString(day, QLocale::ShortFormat))
                                : currency);
    }
    return missingText(named);
}

std::optional<qint64> parseRate(const QString &text)
{
    const auto amount = splitAmount(text);
    if (!amount || !amount->unit.isEmpty())
        return std::nullopt;
    // A single point or comma is that of the decimals: rates have no thousands worth a delimiter.
    const NumberStyle style{PointMeaning::Decimal, PointMeaning::Decimal};
    constexpr int decimals = 8;
    const QString number = plainNumber(*amount, style, decimals);
    const QString whole = number.section(u'.', 0, 0);
    const QString part = number.section(u'.', 1).left(decimals).leftJustified(decimals, u'0');
    bool isWhole = false;
    bool isPart = false;
    const qint64 units = whole.toLongLong(&isWhole);
    const qint64 rest = part.toLongLong(&isPart);
    if (!isWhole || !isPart || number.startsWith(u'-') || units > largestRate / rateUnit)
        return std::nullopt;
    const qint64 value = units * rateUnit + rest;
    return value > 0 && value <= largestRate ? std::optional(value) : std::nullopt;
}

namespace {

QString rateDigits(qint64 value, const QString &whole, const QString &point)
{
    QString part = QString::number(value % rateUnit).rightJustified(8, u'0');
    while (part.size() > 2 && part.endsWith(u'0'))
        part.chop(1);
    return whole + point + part;
}

} // namespace

QString rateNumber(qint64 value)
{
    return rateDigits(value, QString::number(value / rateUnit), u"."_s);
}

QString rateText(qint64 value, const QLocale &locale)
{
    return rateDigits(value, locale.toString(value / rateUnit), locale.decimalPoint());
}

} // namespace Kartoteka
