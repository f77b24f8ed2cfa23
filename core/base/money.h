// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Kartoteka {

/// An amount in the minor units of its currency (kopecks, cents).
struct Money
{
    qint64 minor = 0;
    QString currency; ///< ISO 4217 code

    bool operator==(const Money &) const = default;
};

/// Digits after the decimal point of a currency (ISO 4217): 2, for some 0 or 3.
int minorDigits(const QString &currency);

/// Reads "1500.50", "250 000,50 ₽", "1,234.56 USD"; without a currency @p fallback is taken.
/// nullopt when it is no number, has more decimals than the currency, or does not fit.
std::optional<Money> parseMoney(const QString &text, const QString &fallback);

/// Currency named by code, sign or common name ("₽", "Российский рубль"); empty when unknown.
QString currencyFromName(const QString &name);

/// "1500.50", for scripts and files.
QString moneyNumber(const Money &money);

/// "1 500,50 ₽", for people; whole amounts without decimals.
QString moneyText(const Money &money, const QLocale &locale = {});

} // namespace Kartoteka

Q_DECLARE_METATYPE(Kartoteka::Money)
