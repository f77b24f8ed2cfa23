// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "core/base/fold.h"

#include <QHash>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct CurrencySign
{
    QString code;
    QString sign;
};

const QList<CurrencySign> &signs()
{
    static const QList<CurrencySign> list{{u"RUB"_s, u"₽"_s}, {u"USD"_s, u"$"_s}, {u"EUR"_s, u"€"_s},  {u"GBP"_s, u"£"_s},
                                          {u"KZT"_s, u"₸"_s},   {u"UAH"_s, u"₴"_s}, {u"BYN"_s, u"Br"_s}, {u"CNY"_s, u"¥"_s}};
    return list;
}

QString signOf(const QString &code)
{
    for (const CurrencySign &s : signs()) {
        if (s.code == code)
            return s.sign;
    }
    return code;
}

qint64 powerOfTen(int digits)
{
    qint64 power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

/// The one of . and , that stands for the decimal point in @p number, or 0.
QChar decimalPoint(const QString &number, int digits)
{
    const qsizetype dot = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    if (dot >= 0 && comma >= 0)
        return dot > comma ? u'.' : u',';
    const QChar only = dot >= 0 ? u'.' : u',';
    const qsizetype at = qMax(dot, comma);
    if (at < 0 || number.count(only) > 1)
        return {};
    // "1,234" is a thousands group; "1,5" and "1.50" are decimals.
    const qsizetype after = number.size() - at - 1;
    return after == 3 && digits < 3 && only == u',' ? QChar() : only;
}

} // namespace

int minorDigits(const QString &currency)
{
    static const QHash<QString, int> odd{{u"JPY"_s, 0}, {u"KRW"_s, 0}, {u"VND"_s, 0}, {u"CLP"_s, 0},
                                         {u"KWD"_s, 3}, {u"BHD"_s, 3}, {u"TND"_s, 3}};
    return odd.value(currency, 2);
}

QString currencyFromName(const QString &name)
{
    static const QHash<QString, QString> names{{u"российский рубль"_s, u"RUB"_s},
                                               {u"рубль"_s, u"RUB"_s},
                                               {u"руб"_s, u"RUB"_s},
                                               {u"руб."_s, u"RUB"_s},
                                               {u"russian ruble"_s, u"RUB"_s},
                                               {u"доллар сша"_s, u"USD"_s},
                                               {u"us dollar"_s, u"USD"_s},
                                               {u"евро"_s, u"EUR"_s},
                                               {u"euro"_s, u"EUR"_s},
                                               {u"тенге"_s, u"KZT"_s},
                                               {u"белорусский рубль"_s, u"BYN"_s},
                                               {u"гривна"_s, u"UAH"_s}};
    const QString trimmed = name.trimmed();
    for (const CurrencySign &s : signs()) {
        if (s.sign == trimmed)
            return s.code;
    }
    const QString known = names.value(fold(trimmed));
    if (!known.isEmpty())
        return known;
    const bool isCode = trimmed.size() == 3 && std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) {
                            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
                        });
    return isCode ? trimmed.toUpper() : QString();
}

std::optional<Money> parseMoney(const QString &text, const QString &fallback)
{
    QString number;
    QString unit;
    for (const QChar c : text.trimmed()) {
        if (c.isDigit() || c == u'.' || c == u',' || ((c == u'-' || c == u'−') && number.isEmpty()))
            number += c == u'−' ? QChar(u'-') : c;
        else if (!c.isSpace() && c != u'\'')
            unit += c;
        else if (!unit.isEmpty())
            unit += u' ';
    }
    // "1500 руб." leaves the stop with the number.
    if (number.endsWith(u'.') && !unit.isEmpty())
        number.chop(1);
    const QString currency = unit.trimmed().isEmpty() ? fallback : currencyFromName(unit);
    if (currency.isEmpty() || number.isEmpty())
        return std::nullopt;

    const int digits = minorDigits(currency);
    const QChar point = decimalPoint(number, digits);
    QString whole = number;
    QString part;
    if (!point.isNull()) {
        whole = number.left(number.lastIndexOf(point));
        part = number.mid(number.lastIndexOf(point) + 1);
    }
    whole.remove(u'.').remove(u',');
    while (part.size() > digits && part.endsWith(u'0'))
        part.chop(1);
    if (part.size() > digits)
        return std::nullopt;
    part = part.leftJustified(digits, u'0');

    const bool negative = whole.startsWith(u'-');
    bool wholeOk = true;
    bool partOk = true;
    const QString digitsOnly = negative ? whole.mid(1) : whole;
    const qint64 units = digitsOnly.isEmpty() ? 0 : digitsOnly.toLongLong(&wholeOk);
    const qint64 rest = part.isEmpty() ? 0 : part.toLongLong(&partOk);
    qint64 minor = 0;
    if (!wholeOk || !partOk || __builtin_mul_overflow(units, powerOfTen(digits), &minor)
        || __builtin_add_overflow(minor, rest, &minor))
        return std::nullopt;
    return Money{negative ? -minor : minor, currency};
}

QString moneyNumber(const Money &money)
{
    const int digits = minorDigits(money.currency);
    const qint64 power = powerOfTen(digits);
    const quint64 size = money.minor < 0 ? 0 - quint64(money.minor) : quint64(money.minor);
    QString text = QString::number(size / quint64(power));
    if (digits > 0)
        text += u'.' + QString::number(size % quint64(power)).rightJustified(digits, u'0');
    return money.minor < 0 ? u'-' + text : text;
}

QString moneyText(const Money &money, const QLocale &locale)
{
    const int digits = minorDigits(money.currency);
    const qint64 power = powerOfTen(digits);
    QString number = locale.toString(qAbs(money.minor / power));
    if (money.minor % power != 0) {
        number += locale.decimalPoint() + QString::number(qAbs(money.minor % power)).rightJustified(digits, u'0');
    }
    if (money.minor < 0)
        number.prepend(u'−');
    const QString sign = signOf(money.currency);
    // Currency after the number with a no-break space (Russian); Latin locales put $ € £ first.
    const bool before = locale.language() == QLocale::English && (sign == u"$" || sign == u"€" || sign == u"£");
    return before ? sign + number : number + QChar(0x00a0) + sign;
}

} // namespace Kartoteka
