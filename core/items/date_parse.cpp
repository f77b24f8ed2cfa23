// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/date_parse.h"

#include "core/base/fold.h"

#include <QDateTime>
#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The numbers of a text and what stands between them.
class Digits
{
public:
    struct Group
    {
        int value = 0;
        int width = 0;
    };

    explicit Digits(QStringView text)
    {
        bool inNumber = false;
        for (const QChar c : text) {
            if (c < u'0' || c > u'9') {
                m_between += c;
                inNumber = false;
                continue;
            }
            if (!inNumber)
                m_groups.append(Group{});
            inNumber = true;
            Group &group = m_groups.last();
            group.value = qMin(group.value, 99'999'999) * 10 + (c.unicode() - u'0'); // a longer one is no date
            ++group.width;
        }
    }

    const QList<Group> &groups() const { return m_groups; }
    /// Whether just these signs stand between the numbers, one between two.
    bool isOnly(QStringView between) const { return m_between == between && m_groups.size() == between.size() + 1; }
    int value(int group) const { return group < m_groups.size() ? m_groups[group].value : 0; }
    /// Three numbers with the same sign of dates between them.
    bool isDate() const { return m_groups.size() == 3 && (isOnly(u"..") || isOnly(u"//") || isOnly(u"--")); }
    bool hasDots() const { return isOnly(u".."); }

private:
    QList<Group> m_groups;
    QString m_between;
};

/// 9:05, 09:05:30, 9:05 PM; invalid when it is none.
QTime parseTime(const QString &text)
{
    const QString suffix = text.right(2).toUpper();
    const bool halfDay = suffix == u"AM" || suffix == u"PM";
    const Digits digits(halfDay ? QStringView(text).chopped(2).trimmed() : QStringView(text));
    if (!digits.isOnly(u":") && !digits.isOnly(u"::"))
        return {};
    int hour = digits.value(0);
    if (halfDay) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (suffix == u"PM" ? 12 : 0);
    }
    return {hour, digits.value(1), digits.value(2)};
}

int fullYear(int value, int width, int latest)
{
    if (width == 4)
        return value;
    if (width != 2 || latest == 0)
        return 0;
    const int year = latest - latest % 100 + value;
    return year > latest ? year - 100 : year;
}

/// 1 to 12 by the first letters in English or Russian; 0 when the word is no month.
int monthOf(const QString &word)
{
    static const QStringList english{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                     u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    static const QStringList russian{u"янв"_s, u"фев"_s, u"мар"_s, u"апр"_s, u"ма"_s,  u"июн"_s,
                                     u"июл"_s, u"авг"_s, u"сен"_s, u"окт"_s, u"ноя"_s, u"дек"_s};
    const QString folded = fold(word);
    if (folded.size() < 3)
        return 0;
    for (int i = 0; i < 12; ++i) {
        if (folded.startsWith(english[i]) || (i != 4 && folded.startsWith(russian[i]))
            || (i == 4 && (folded == u"май" || folded == u"мая")))
            return i + 1;
    }
    return 0;
}

/// "5 March 2026", "Mar 5, 2026", «5 марта 2026 г.», "5-Mar-26".
QDate namedDate(const QString &text, int latestYear)
{
    static const QRegularExpression separators(u"[\\s,./-]+"_s);
    int month = 0;
    QList<std::pair<int, int>> numbers; // value and width
    const QStringList words = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        const int value = word.toInt(&isNumber);
        if (isNumber)
            numbers.append({value, int(word.size())});
        else if (const int named = monthOf(word); named != 0 && month == 0)
            month = named;
        else if (fold(word) != u"г" && fold(word) != u"года")
            return {};
    }
    if (month == 0 || numbers.size() != 2)
        return {};
    if (numbers[0].second == 4)
        std::swap(numbers[0], numbers[1]);
    return {fullYear(numbers[1].first, numbers[1].second, latestYear), month, numbers[0].first};
}

} // namespace

std::optional<QDate> parseDate(const QString &text, const DateReading &reading)
{
    // Read by hand: formats one after another in QDate::fromString cost more than writing the row.
    const QString trimmed = text.trimmed();
    const Digits digits(trimmed);
    const QList<Digits::Group> &groups = digits.groups();
    QDate date;
    if (digits.isOnly({}) && groups[0].width == 8) {
        const int number = groups[0].value;
        date = QDate(number / 10000, number / 100 % 100, number % 100);
    } else if (digits.isDate() && groups[0].width == 4) {
        date = QDate(groups[0].value, groups[1].value, groups[2].value);
    } else if (digits.isDate()) {
        const int year = fullYear(groups[2].value, groups[2].width, reading.latestYear);
        const bool dayFirst = reading.dayFirst || (digits.hasDots() && !reading.dotsToo);
        if (year != 0)
            date = dayFirst ? QDate(year, groups[1].value, groups[0].value) : QDate(year, groups[0].value, groups[1].value);
    } else if (!groups.isEmpty() && trimmed.size() < 40) {
        date = namedDate(trimmed, reading.latestYear);
    }
    return date.isValid() && date.year() >= 1800 && date.year() <= 9999 ? std::optional(date) : std::nullopt;
}

std::optional<QDate> parseDate(const QString &text, bool dayFirst)
{
    return parseDate(text, DateReading{.dayFirst = dayFirst});
}

std::optional<qint64> parseInstant(const QString &text, const DateReading &reading, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    // The usual form first, by hand for the same reason.
    const qsizetype space = trimmed.indexOf(u' ');
    const QTime plain = space < 0 ? QTime() : parseTime(trimmed.mid(space + 1).trimmed());
    if (plain.isValid() || (space < 0 && !trimmed.contains(u':'))) {
        const auto date = parseDate(space < 0 ? trimmed : trimmed.left(space), reading);
        return date ? std::optional(QDateTime(*date, plain.isValid() ? plain : QTime(0, 0), zone).toMSecsSinceEpoch())
                    : std::nullopt;
    }
    static const QRegularExpression tail(
        u"^(.*?)[T,\\s]+(?:в\\s+|at\\s+)?(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,](\\d{1,9}))?\\s*([ap]m)?\\s*"
        "(?:(z|utc|gmt)?\\s*([+−-])?(\\d{1,2})?:?(\\d{2})?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = trimmed.size() > 60 ? QRegularExpressionMatch() : tail.match(trimmed);
    if (!match.hasMatch()) {
        const auto date = parseDate(trimmed, reading);
        return date ? std::optional(QDateTime(*date, QTime(0, 0), zone).toMSecsSinceEpoch()) : std::nullopt;
    }
    const auto date = parseDate(match.captured(1), reading);
    const QTime time = parseTime(match.captured(2) + match.captured(4));
    const QString sign = match.captured(6);
    const bool hasOffset = !match.captured(7).isEmpty();
    if (!date || !time.isValid() || hasOffset == sign.isEmpty())
        return std::nullopt;
    const int milliseconds = match.captured(3).left(3).leftJustified(3, u'0').toInt();
    if (match.captured(5).isEmpty() && !hasOffset)
        return QDateTime(*date, time.addMSecs(milliseconds), zone).toMSecsSinceEpoch();
    const int offset = match.captured(7).toInt() * 3600 + match.captured(8).toInt() * 60;
    if (offset > 14 * 3600)
        return std::nullopt;
    return QDateTime(*date, time.addMSecs(milliseconds), Qt::UTC).toMSecsSinceEpoch()
        - (sign == u"+" ? 1 : -1) * qint64(offset) * 1000;
}

std::optional<qint64> parseInstant(const QString &text, bool dayFirst, const QTimeZone &zone)
{
    return parseInstant(text, DateReading{.dayFirst = dayFirst}, zone);
}

DateSigns dateSigns(const QString &text)
{
    const QString trimmed = text.trimmed();
    qsizetype end = 0;
    while (end < trimmed.size() && trimmed[end] != u' ' && trimmed[end] != u'T')
        ++end;
    const Digits digits(QStringView(trimmed).left(end));
    if (!digits.isDate() || digits.groups()[0].width == 4 || digits.groups()[0].width > 2 || digits.groups()[1].width > 2)
        return {};
    const int first = digits.value(0);
    const int second = digits.value(1);
    DateSigns signs{DateOrderSign::None, digits.groups()[2].width == 2};
    if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12))
        signs.shortYear = false;
    else if (first > 12)
        signs.order = DateOrderSign::DayFirst;
    else if (second > 12)
        signs.order = DateOrderSign::MonthFirst;
    else if (first != second)
        signs.order = digits.hasDots() ? DateOrderSign::EitherWithDots : DateOrderSign::Either;
    return signs;
}

QString typedDayFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"_s))
        format.replace(u"yy"_s, u"yyyy"_s);
    return format;
}

DateReading typedReading(const QLocale &locale)
{
    const QString format = typedDayFormat(locale);
    return {.dayFirst = format.indexOf(u'd') < format.indexOf(u'M')};
}

QString typedDay(const QDate &day, const QLocale &locale)
{
    return day.isValid() ? locale.toString(day, typedDayFormat(locale)) : QString();
}

QString typedMoment(const QDateTime &moment, const QLocale &locale)
{
    return moment.isValid() ? typedDay(moment.date(), locale) + u' ' + moment.toString(u"HH:mm"_s) : QString();
}

QString typedDayExample(const QLocale &locale)
{
    return typedDay(QDate(2026, 12, 31), locale);
}

} // namespace Kartoteka
