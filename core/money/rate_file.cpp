// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/rate_file.h"

#include "core/base/texts.h"
#include "core/base/wide.h"
#include "core/items/date_parse.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>

namespace Kartoteka {

namespace {

constexpr qsizetype mostRates = 20'000;
constexpr qint64 largestPart = 100'000'000'000'000; ///< of a fraction: two of them times rateUnit fit 128 bits

/// What one unit is worth in the currency of the file, as a fraction.
struct Worth
{
    qint64 above = 0;
    qint64 below = 1;
};
using Day = QHash<QString, Worth>;

Error noRates(const QString &why)
{
    return {ErrorCode::Usage, Texts::tr("This is not a file of rates: %1").arg(why), {}, {}};
}

bool isCode(const QString &code)
{
    return currencyFromName(code) == code && code.size() == 3;
}

/// A number of a file, in rateUnit; nothing when it is none.
std::optional<qint64> numberOf(QStringView text)
{
    const auto value = parseRate(text.toString());
    return value && *value <= largestPart ? value : std::nullopt;
}

/// <ValCurs Date="02.03.2026"><Valute><CharCode>USD</CharCode><Nominal>1</Nominal><Value>92,50</Value></Valute>…
class FileReader
{
public:
    explicit FileReader(const QString &text) : m_xml(text) {}

    Result<std::map<QDate, Day>> read()
    {
        while (!m_xml.atEnd() && m_problem.isEmpty()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                return noRates(Texts::tr("it has a document type of its own."));
            if (token == QXmlStreamReader::StartElement)
                take();
        }
        if (!m_problem.isEmpty())
            return noRates(m_problem);
        if (m_xml.hasError())
            return noRates(Texts::tr("line %1: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()));
        if (m_days.empty())
            return noRates(Texts::tr("neither the Bank of Russia nor the European Central Bank writes such."));
        return m_days;
    }

private:
    void take()
    {
        const QStringView name = m_xml.name();
        const QXmlStreamAttributes attributes = m_xml.attributes();
        if (name == u"ValCurs")
            begin(attributes.value(u"Date"_s), u"RUB"_s);
        else if (name == u"Valute")
            takeValute();
        else if (name == u"Cube" && attributes.hasAttribute(u"time"_s))
            begin(attributes.value(u"time"_s), u"EUR"_s);
        else if (name == u"Cube" && attributes.hasAttribute(u"currency"_s))
            takeEuro(attributes.value(u"currency"_s).toString(), attributes.value(u"rate"_s));
    }

    void begin(QStringView date, const QString &base)
    {
        const auto day = parseDate(date.toString());
        if (!day) {
            fail(Texts::tr("“%1” is not a day.").arg(date.left(40).toString()));
            return;
        }
        m_day = &m_days[*day];
        m_day->insert(base, {1, 1});
    }

    void takeValute()
    {
        QString code;
        QString nominal = u"1"_s;
        QString value;
        while (m_xml.readNextStartElement()) {
            const QString part = m_xml.name().toString();
            const QString text = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
            (part == u"CharCode" ? code : part == u"Nominal" ? nominal : part == u"Value" ? value : m_ignored) = text;
        }
        bool isNumber = false;
        const qint64 units = nominal.toLongLong(&isNumber);
        const auto worth = numberOf(value);
        if (!isNumber || units < 1 || units > 1'000'000 || !worth)
            fail(Texts::tr("“%1” is not a rate of %2.").arg(value.left(40), code.left(10)));
        else
            add(code, {*worth, units * rateUnit});
    }

    void takeEuro(const QString &code, QStringView rate)
    {
        if (const auto worth = numberOf(rate))
            add(code, {rateUnit, *worth});
        else
            fail(Texts::tr("“%1” is not a rate of %2.").arg(rate.left(40).toString(), code.left(10)));
    }

    void add(const QString &code, const Worth &worth)
    {
        if (!m_day)
            fail(Texts::tr("a rate comes before its day."));
        else if (++m_count > mostRates)
            fail(Texts::tr("it has more than %1 rates.").arg(mostRates));
        else if (isCode(code)) // funds and metals of the bank are none of ours
            m_day->insert(code, worth);
    }

    void fail(const QString &why)
    {
        if (m_problem.isEmpty())
            m_problem = Texts::tr("line %1: %2").arg(m_xml.lineNumber()).arg(why);
    }

    QXmlStreamReader m_xml;
    std::map<QDate, Day> m_days;
    Day *m_day = nullptr;
    qsizetype m_count = 0;
    QString m_ignored;
    QString m_problem;
};

/// Exact as a fraction, rounded once; nothing when it leaves the bounds of a rate.
std::optional<qint64> quotient(const Worth &one, const Worth &base)
{
    const auto reduced = [](Wide above, Wide below) {
        Wide a = above;
        Wide b = below;
        while (b != 0)
            a = std::exchange(b, a % b);
        return std::pair(above / a, below / a);
    };
    const auto [above, below] = reduced(Wide(one.above) * base.below, Wide(one.below) * base.above);
    const Wide value = (above * rateUnit + below / 2) / below;
    return value > 0 && value <= largestRate ? std::optional(qint64(value)) : std::nullopt;
}

} // namespace

Result<RateFile> readRateFile(const QByteArray &bytes, const QString &base, const QStringList &wanted)
{
    if (bytes.size() > largestRateFile)
        return noRates(Texts::tr("it is larger than %1 MB.").arg(largestRateFile / 1024 / 1024));
    // The bank writes Windows-1251. Codes and numbers, all that is read, are the same in every such encoding.
    auto days = FileReader(QString::fromLatin1(bytes)).read();
    if (!days)
        return days.error();
    RateFile found;
    for (const auto &[day, rates] : *days) {
        const auto own = rates.constFind(base);
        if (own == rates.cend()) {
            return Error{
                ErrorCode::Refused, Texts::tr("The file has no rate of %1, the base currency.").arg(base), {}, base};
        }
        for (auto it = rates.cbegin(); it != rates.cend(); ++it) {
            if (it.key() == base)
                continue;
            if (!wanted.contains(it.key())) {
                if (!found.others.contains(it.key()))
                    found.others << it.key();
                continue;
            }
            const auto value = quotient(*it, *own);
            if (!value)
                return noRates(Texts::tr("the rate of %1 is out of bounds.").arg(it.key()));
            found.rates.append({it.key(), day, *value});
        }
    }
    found.others.sort();
    std::ranges::sort(found.rates, {}, [](const DayRate &rate) { return std::pair(rate.day, rate.currency); });
    return found;
}

Result<QList<DayRate>> readRateLines(const QString &text, const QDate &today)
{
    static const QRegularExpression gaps(u"[;\\s]+"_s);
    QList<DayRate> rates;
    const QStringList lines = text.split(u'\n');
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QStringList words = lines[at].split(gaps, Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        DayRate rate{{}, today, 0};
        QString odd;
        for (const QString &word : words) {
            static const QRegularExpression day(u"^(\\d{4}-\\d\\d-\\d\\d|\\d\\d\\.\\d\\d\\.\\d{4})$"_s);
            if (day.match(word).hasMatch() && parseDate(word))
                rate.day = *parseDate(word);
            else if (const auto value = parseRate(word); value && rate.value == 0)
                rate.value = *value;
            else if (const QString code = currencyFromName(word); !code.isEmpty() && rate.currency.isEmpty())
                rate.currency = code;
            else
                odd = word;
        }
        if (!odd.isEmpty() || rate.currency.isEmpty() || rate.value == 0 || rates.size() >= mostRates) {
            return Error{
                ErrorCode::Usage,
                Texts::tr("Line %1 is not a rate: write a currency, a day and a number, such as “USD 02.03.2026 92.50”.")
                    .arg(at + 1),
                lines[at].left(100), QString::number(at + 1)};
        }
        rates.append(rate);
    }
    if (rates.isEmpty())
        return Error{ErrorCode::Usage, Texts::tr("There are no rates in this text."), {}, {}};
    return rates;
}

} // namespace Kartoteka
