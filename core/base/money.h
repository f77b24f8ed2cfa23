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

/// The largest amount that is taken, either side of zero: ten trillion in a currency of two decimals. Sums of many such
/// amounts still fit their 64 bits.
constexpr qint64 largestAmount = 1'000'000'000'000'000;
bool isAmountInBounds(qint64 minor);

/// What a point or a comma in numbers means.
enum class PointMeaning {
    Unknown,
    Decimal,
    Groups, ///< "1.500" is fifteen hundred
};

/// How the numbers of one file are written.
struct NumberStyle
{
    PointMeaning dot = PointMeaning::Unknown;
    PointMeaning comma = PointMeaning::Unknown;
    bool operator==(const NumberStyle &) const = default;
};

/// A text taken apart into its number and what stands before or behind it.
struct AmountText
{
    QString number;       ///< ASCII digits, points and commas, with a minus if negative ("(1 500)" is)
    QString unit;         ///< "р.", "USD", "%"; may be empty
    bool grouped = false; ///< spaces or apostrophes stood between the digits: a point is a decimal one
};
std::optional<AmountText> splitAmount(const QString &text);

/// The point or comma of "1.500", which may be one and a half or fifteen hundred; null where the number tells itself.
QChar ambiguousPoint(const AmountText &amount);
/// What a number that tells says of its points and commas; Unknown of those it has not.
NumberStyle styleOf(const AmountText &amount);

/// Reads "1500.50", "250 000,50 ₽", "1,234.56 USD", "100 р.", "(1 500)"; without a currency @p fallback is taken.
/// nullopt when it is no number, has more decimals than the currency, names an unknown currency, or is out of bounds.
std::optional<Money> parseMoney(const QString &text, const QString &fallback, const NumberStyle &style = {});

/// The digits of a number with its decimals behind a point: "-1500.5". Empty when it is no number.
QString plainNumber(const AmountText &amount, const NumberStyle &style, int decimals);

/// Currency named by ISO 4217 code, sign or common name ("₽", "Российский рубль", "р."); empty when unknown.
QString currencyFromName(const QString &name);

/// "1500.50", for scripts and files.
QString moneyNumber(const Money &money);

/// "1 500,50 ₽", for people; whole amounts without decimals.
QString moneyText(const Money &money, const QLocale &locale = {});

} // namespace Kartoteka

Q_DECLARE_METATYPE(Kartoteka::Money)
