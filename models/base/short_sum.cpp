// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/short_sum.h"

#include <QCoreApplication>

namespace Kartoteka {

QString shortSum(const Money &money, const QLocale &locale)
{
    constexpr qint64 million = 1'000'000;
    qint64 power = 1;
    for (int i = minorDigits(money.currency); i > 0; --i)
        power *= 10;
    const qint64 rest = money.minor % power;
    const qint64 whole = money.minor / power + (qAbs(rest) * 2 < power ? 0 : rest < 0 ? -1 : 1); // rounded, as people do
    if (qAbs(whole) < million)
        return moneyText({whole * power, money.currency}, locale);
    const bool billions = qAbs(whole) >= 1000 * million - million / 2; // what rounds to a thousand millions is one
    const double number = double(qAbs(whole)) / double(billions ? 1000 * million : million);
    QString digits = locale.toString(number, 'f', number < 100 ? 2 : 0);
    while (digits.contains(locale.decimalPoint()) && (digits.endsWith(u'0') || digits.endsWith(locale.decimalPoint())))
        digits.chop(1);
    const QString text = billions ? QCoreApplication::translate("Kartoteka::ShortSum", "%1bn", "billions").arg(digits)
                                  : QCoreApplication::translate("Kartoteka::ShortSum", "%1M", "millions").arg(digits);
    // The sign of the currency stands where the locale has it.
    QString sum = moneyText({whole * power, money.currency}, locale);
    return sum.replace(locale.toString(qAbs(whole)), text);
}

} // namespace Kartoteka
