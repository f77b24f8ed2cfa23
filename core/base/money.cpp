// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "core/base/fold.h"

#include <QHash>
#include <QRegularExpression>

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

/// The one of . and , that stands for the decimal point in @p amount, or null.
QChar decimalPoint(const AmountText &amount, const NumberStyle &style, int digits)
{
    const QString &number = amount.number;
    const qsizetype dot = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    if (dot >= 0 && comma >= 0)
        return dot > comma ? u'.' : u',';
    const QChar only = dot >= 0 ? u'.' : u',';
    if (qMax(dot, comma) < 0 || number.count(only) > 1)
        return {};
    if (ambiguousPoint(amount).isNull())
        return only;
    switch (only == u'.' ? style.dot : style.comma) {
    case PointMeaning::Decimal: return only;
    case PointMeaning::Groups: return {};
    // "1,234" is a thousands group; "1.234" is a number of a program.
    case PointMeaning::Unknown: break;
    }
    return digits < 3 && only == u',' ? QChar() : only;
}

/// Groups of digits between delimiters of thousands: "1,234,567", in India "12,34,567".
bool isGrouped(const QString &whole)
{
    static const QRegularExpression groups(u"^-?\\d{1,3}(?:[.,]\\d{2,3})*[.,]\\d{3}$"_s);
    return groups.match(whole).hasMatch();
}

/// Codes of ISO 4217 in use, the old one of the rouble aside.
bool isCurrencyCode(const QString &code)
{
    static const QString codes =
        u" AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
        "CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
        "HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
        "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
        "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
        "TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XAG XAU XCD XDR XOF XPF XPT YER ZAR ZMW ZWL "_s;
    return code.size() == 3 && codes.contains(u' ' + code + u' ');
}

} // namespace

int minorDigits(const QString &currency)
{
    // As the Unicode CLDR has them (supplemental data, currency fractions).
    static const QString none =
        u" ADP AFN ALL BIF BYR CLP DJF ESP GNF IQD IRR ISK ITL JPY KMF KPW KRW LAK LBP LUF MGA MGF MMK MRO PYG RSD RWF "
        "SLL SOS STD SYP TMM TRL UGX UYI VND VUV XAF XOF XPF YER ZMK ZWD "_s;
    static const QString three = u" BHD JOD KWD LYD OMR TND "_s;
    if (currency.size() != 3)
        return 2;
    const QString word = u' ' + currency + u' ';
    return none.contains(word) ? 0 : three.contains(word) ? 3 : currency == u"CLF" || currency == u"UYW" ? 4 : 2;
}

bool isAmountInBounds(qint64 minor)
{
    return minor >= -largestAmount && minor <= largestAmount;
}

QString currencyFromName(const QString &name)
{
    static const QHash<QString, QString> names{{u"российский рубль"_s, u"RUB"_s},
                                               {u"российские рубли"_s, u"RUB"_s},
                                               {u"рубль"_s, u"RUB"_s},
                                               {u"рубля"_s, u"RUB"_s},
                                               {u"рублей"_s, u"RUB"_s},
                                               {u"рубли"_s, u"RUB"_s},
                                               {u"руб"_s, u"RUB"_s},
                                               {u"р"_s, u"RUB"_s},
                                               {u"rur"_s, u"RUB"_s},
                                               {u"rub"_s, u"RUB"_s},
                                               {u"russian ruble"_s, u"RUB"_s},
                                               {u"доллар сша"_s, u"USD"_s},
                                               {u"доллар"_s, u"USD"_s},
                                               {u"доллара"_s, u"USD"_s},
                                               {u"долларов"_s, u"USD"_s},
                                               {u"долл"_s, u"USD"_s},
                                               {u"us dollar"_s, u"USD"_s},
                                               {u"us$"_s, u"USD"_s},
                                               {u"евро"_s, u"EUR"_s},
                                               {u"euro"_s, u"EUR"_s},
                                               {u"фунт стерлингов"_s, u"GBP"_s},
                                               {u"юань"_s, u"CNY"_s},
                                               {u"юаней"_s, u"CNY"_s},
                                               {u"тенге"_s, u"KZT"_s},
                                               {u"тг"_s, u"KZT"_s},
                                               {u"белорусский рубль"_s, u"BYN"_s},
                                               {u"бел. руб"_s, u"BYN"_s},
                                               {u"гривна"_s, u"UAH"_s},
                                               {u"гривен"_s, u"UAH"_s},
                                               {u"грн"_s, u"UAH"_s}};
    QString trimmed = name.trimmed();
    for (const CurrencySign &s : signs()) {
        if (s.sign == trimmed)
            return s.code;
    }
    while (trimmed.endsWith(u'.'))
        trimmed.chop(1);
    if (const QString known = names.value(fold(trimmed)); !known.isEmpty())
        return known;
    const QString code = trimmed.toUpper();
    return isCurrencyCode(code) ? code : QString();
}

std::optional<AmountText> splitAmount(const QString &text)
{
    AmountText out;
    QString before;
    QString after;
    qsizetype lastDigit = -1;
    for (qsizetype i = 0; i < text.size(); ++i)
        lastDigit = text[i].isDigit() ? i : lastDigit;
    if (lastDigit < 0 || text.size() > 100)
        return std::nullopt;
    bool negative = false;
    bool open = false;
    bool gap = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isDigit()) {
            if (!after.trimmed().isEmpty())
                return std::nullopt; // "5 of 7"
            out.grouped = out.grouped || (gap && !out.number.isEmpty());
            gap = false;
            out.number += QChar(u'0' + c.digitValue());
        } else if ((c == u'.' || c == u',') && i < lastDigit && (!out.number.isEmpty() || text[i + 1].isDigit())
                   && before.trimmed().isEmpty()) {
            out.number += c;
        } else if ((c == u'.' || c == u',') && i < lastDigit && !out.number.isEmpty()) {
            out.number += c;
        } else if (c == u'-' || c == u'−' || c == u'–') {
            if (!after.isEmpty() && QStringView(u".,").contains(after.back()))
                continue; // "1500.–", as prices are written
            // In front of the number or right behind it, as accounts have it.
            if (negative || open || (i > 0 && i < lastDigit && !out.number.isEmpty()))
                return std::nullopt;
            negative = true;
        } else if (c == u'(') {
            if (open || negative || !out.number.isEmpty())
                return std::nullopt;
            open = true;
        } else if (c == u')') {
            if (!open || out.number.isEmpty())
                return std::nullopt;
            open = false;
            negative = true;
        } else if (c.isSpace() || c == u'\'' || c == u'’') {
            gap = true;
            (out.number.isEmpty() ? before : after) += u' ';
            if (!out.number.isEmpty() && after.trimmed().isEmpty())
                after.clear();
        } else if (c == u'+' && out.number.isEmpty() && before.trimmed().isEmpty()) {
            continue;
        } else {
            (out.number.isEmpty() ? before : after) += c;
        }
    }
    const bool both = !before.trimmed().isEmpty() && !after.trimmed().isEmpty();
    if (open || both || out.number.isEmpty())
        return std::nullopt;
    out.unit = (before.trimmed() + after.trimmed()).simplified();
    while (out.unit == u"." || out.unit == u",") // "1500."
        out.unit.clear();
    if (negative)
        out.number.prepend(u'-');
    return out;
}

QChar ambiguousPoint(const AmountText &amount)
{
    const QString digits = amount.number.startsWith(u'-') ? amount.number.mid(1) : amount.number;
    const qsizetype dot = digits.indexOf(u'.');
    const qsizetype comma = digits.indexOf(u',');
    const qsizetype at = qMax(dot, comma);
    const bool single = (dot < 0) != (comma < 0) && digits.count(digits[qMax(at, 0)]) == 1;
    const bool three = single && at >= 1 && at <= 3 && digits.size() - at == 4 && digits[0] != u'0';
    return three && !amount.grouped ? digits[at] : QChar();
}

NumberStyle styleOf(const AmountText &amount)
{
    NumberStyle style;
    const QString &number = amount.number;
    const qsizetype dot = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    if (dot >= 0 && comma >= 0) {
        style.dot = dot > comma ? PointMeaning::Decimal : PointMeaning::Groups;
        style.comma = dot > comma ? PointMeaning::Groups : PointMeaning::Decimal;
    } else if ((dot >= 0 || comma >= 0) && ambiguousPoint(amount).isNull()) {
        const QChar only = dot >= 0 ? u'.' : u',';
        (dot >= 0 ? style.dot : style.comma) = number.count(only) > 1 ? PointMeaning::Groups : PointMeaning::Decimal;
    }
    return style;
}

QString plainNumber(const AmountText &amount, const NumberStyle &style, int decimals)
{
    const QString &number = amount.number;
    const QChar point = decimalPoint(amount, style, decimals);
    QString whole = point.isNull() ? number : number.left(number.lastIndexOf(point));
    const QString part = point.isNull() ? QString() : number.mid(number.lastIndexOf(point) + 1);
    if (whole.contains(u'.') || whole.contains(u',')) {
        if (!isGrouped(whole) || (whole.contains(u'.') && whole.contains(u',')))
            return {};
        whole.remove(u'.').remove(u',');
    }
    if (whole.isEmpty() || whole == u"-")
        whole += u'0';
    return part.isEmpty() ? whole : whole + u'.' + part;
}

std::optional<Money> parseMoney(const QString &text, const QString &fallback, const NumberStyle &style)
{
    const auto amount = splitAmount(text);
    if (!amount)
        return std::nullopt;
    const QString currency = amount->unit.isEmpty() ? fallback : currencyFromName(amount->unit);
    if (currency.isEmpty())
        return std::nullopt;
    const int digits = minorDigits(currency);
    const QString number = plainNumber(*amount, style, digits);
    if (number.isEmpty())
        return std::nullopt;
    const bool negative = number.startsWith(u'-');
    const QString whole = number.section(u'.', 0, 0).mid(negative ? 1 : 0);
    QString part = number.section(u'.', 1);
    while (part.size() > digits && part.endsWith(u'0'))
        part.chop(1);
    if (part.size() > digits)
        return std::nullopt;
    part = part.leftJustified(digits, u'0');
    bool wholeOk = false;
    bool partOk = true;
    const qint64 units = whole.toLongLong(&wholeOk);
    const qint64 rest = part.isEmpty() ? 0 : part.toLongLong(&partOk);
    qint64 minor = 0;
    if (!wholeOk || !partOk || __builtin_mul_overflow(units, powerOfTen(digits), &minor)
        || __builtin_add_overflow(minor, rest, &minor) || !isAmountInBounds(minor))
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
