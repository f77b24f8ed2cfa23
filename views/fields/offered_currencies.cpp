// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/offered_currencies.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QStringList offeredCurrencies(const Schema &schema)
{
    QStringList codes{schema.baseCurrency()};
    for (const Currency &currency : schema.currencies())
        codes << currency.code;
    if (codes.size() == 1)
        codes << QStringList{u"RUB"_s, u"USD"_s, u"EUR"_s, u"KZT"_s, u"BYN"_s, u"GBP"_s, u"CNY"_s, u"UAH"_s};
    codes.removeDuplicates();
    return codes;
}

} // namespace Kartoteka
