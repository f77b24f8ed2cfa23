// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slot_reply.h"

#include "core/activities/deadline_words.h"
#include "core/calendar/reply_text.h"
#include "core/items/date_parse.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 150;
constexpr qsizetype longestPhrase = 9; ///< words that name one time

/// What one phrase says.
struct Phrase
{
    QString words;
    QDateTime at;
    bool hasDay = true;
    bool hasTime = true;
};

/// What is understood of a reply.
struct Understood
{
    Phrase said;
    std::optional<int> minutes = {}; ///< where it says how long
};

/// A span that is said by the clock: "10:00-11:30", "from 10 to 11:30", "3-4pm", «с 10 до 11», «10-11».
const QRegularExpression &spanPattern()
{
    static const QRegularExpression span(
        u"(?<![\\w:.-])(?<by>(?:from|between|at|с|в)\\s+)?(?<from>\\d{1,2}(?::\\d\\d)?)\\s*(?<half>[ap]\\.?m\\b\\.?)?"
        "\\s*(?:(?<dash>[-\u2013\u2014])|\\b(?:to|till|until|and|до|по)\\b)"
        "\\s*(?<to>\\d{1,2}(?::\\d\\d)?)\\s*(?<toHalf>[ap]\\.?m\\b\\.?)?(?![\\w:-]|[.]\\d)"_s,
        anyCase);
    return span;
}

/// The minute of the day at which "10" or "10:30" is.
int minuteOf(const QString &time, const QString &half)
{
    const int hour = time.section(u':', 0, 0).toInt();
    const int minutes = time.section(u':', 1, 1).toInt();
    if (half.isEmpty() || hour > 12)
        return hour * 60 + minutes;
    return (hour % 12 + (half.startsWith(u'p', Qt::CaseInsensitive) ? 12 : 0)) * 60 + minutes;
}

/// Whether "10-11" are hours: "15-00" is one time, "1-2 December" are days.
bool areHours(const QString &from, const QString &to, const QString &behind)
{
    static const QRegularExpression word(u"^\\s*(\\p{L}{3,})"_s, anyCase);
    const QString next = word.match(behind).captured(1);
    const bool isDate = !next.isEmpty() && parseDate(u"1 %1 2026"_s.arg(next)).has_value();
    return to.toInt() > from.toInt() && to.toInt() <= 24 && !isDate;
}

/// Takes the end of such a span out of what is said, so that its beginning stands there alone. @return how many minutes it lasts;
/// nothing where there is none.
std::optional<int> takeSpan(QString &text)
{
    const QRegularExpressionMatch said = spanPattern().match(text);
    const QString from = said.captured(u"from");
    const QString to = said.captured(u"to");
    if (!said.hasMatch())
        return std::nullopt;
    const QString toHalf = said.captured(u"toHalf");
    QString half = said.captured(u"half");
    const bool isClock = !said.captured(u"by").isEmpty() || from.contains(u':') || to.contains(u':') || !half.isEmpty()
        || !toHalf.isEmpty();
    if (!isClock && (said.captured(u"dash").isEmpty() || !areHours(from, to, text.mid(said.capturedEnd()))))
        return std::nullopt; // days stand beside each other like that, too
    if (half.isEmpty() && !toHalf.isEmpty() && minuteOf(from, toHalf) < minuteOf(to, toHalf))
        half = toHalf; // "3-4pm"
    const int begins = minuteOf(from, half);
    const QString clock = u"%1:%2"_s.arg(begins / 60).arg(begins % 60, 2, 10, QLatin1Char('0'));
    text.replace(said.capturedStart(), said.capturedLength(), half.isEmpty() && from.contains(u':') ? from : clock);
    return minuteOf(to, toHalf) - begins;
}

/// "for 30 minutes", «на час»: how long, not when. «На 15 часов», «на 3 часа дня» say when: that stays, as «в 15:00».
std::optional<int> takeLength(QString &text)
{
    constexpr int longest = 8; ///< hours that somebody means by «на»
    static const QRegularExpression length(
        u"\\b(?<by>for|на)\\s+(?:(?:an?|about|примерно)\\s+)?(?:(?<number>\\d{1,3})\\s*)?"
        "(?:(?<half>half an hour|полчаса)|(?<hours>hours?|час(?:а|ов|ик)?)|min\\w*|мин\\w*)\\b"
        "(?<part>\\s+(?:утра|ночи|дня|вечера)\\b)?"_s,
        anyCase);
    const QRegularExpressionMatch said = length.match(text);
    if (!said.hasMatch())
        return std::nullopt;
    const int number = said.captured(u"number").isEmpty() ? 1 : said.captured(u"number").toInt();
    const bool isHours = !said.captured(u"hours").isEmpty();
    const QString part = said.captured(u"part");
    const bool isClock = isHours && number < 24 && said.captured(u"by").compare(u"на"_s, Qt::CaseInsensitive) == 0;
    if (isClock && (number > longest || !part.isEmpty())) {
        text.replace(said.capturedStart(), said.capturedLength(),
                     u" в %1:00%2 "_s.arg(number).arg(number > 12 ? QString() : part));
        return std::nullopt;
    }
    text.replace(said.capturedStart(), said.capturedLength(), u" "_s);
    return !said.captured(u"half").isEmpty() ? 30 : isHours ? number * 60 : number;
}

QStringList wordsOf(const QString &line)
{
    static const QRegularExpression signs(u"[!?;()«»\"\u2013\u2014]|[.,:](?=\\s|$)|(?<=\\s)-(?=\\s)"_s);
    return QString(line).replace(signs, u" "_s).simplified().split(u' ', Qt::SkipEmptyParts);
}

/// Finds what a reply says of times.
class ReplyReading
{
public:
    ReplyReading(const QDateTime &now, const WorkCalendar &calendar) : m_now(now), m_calendar(calendar) {}

    std::optional<Understood> read(const QString &text)
    {
        for (QString line : ownLines(text)) {
            const std::optional<int> span = takeSpan(line);
            const std::optional<int> length = takeLength(line);
            m_minutes = span ? span : length ? length : m_minutes;
            m_isUnclear = m_isUnclear || (span && (*span <= 0 || takeSpan(line)));
            const QStringList words = wordsOf(line);
            collect(words.first(qMin(words.size(), mostWords)));
        }
        const auto meant = one();
        return meant && !m_isUnclear ? std::optional(Understood{*meant, m_minutes}) : std::nullopt;
    }

private:
    std::optional<QDateTime> parse(const QString &phrase) const { return parseDeadline(phrase, m_now, m_calendar); }

    /// The longest words in a row that say a time, the first ones of so many; then what stands before and behind them.
    void collect(const QStringList &words)
    {
        for (qsizetype count = qMin(words.size(), longestPhrase); count > 0; --count) {
            for (qsizetype from = 0; from + count <= words.size(); ++from) {
                const QString phrase = words.mid(from, count).join(u' ');
                const auto at = parse(phrase);
                if (!at || isLength(phrase))
                    continue;
                const QStringList before = words.first(from);
                const QStringList behind = words.mid(from + count);
                if (!isDeclined(before, behind))
                    m_phrases.append({phrase, *at, !parse(phrase + u" tomorrow"_s), !parse(phrase + u" 12:34"_s)});
                m_isUnclear = m_isUnclear || isOtherDay(before.value(from - 1), *at) || isOtherDay(behind.value(0), *at);
                collect(before);
                collect(behind);
                return;
            }
        }
        static const QRegularExpression either(u"\\b(?:or|или|либо)\\b"_s, anyCase);
        static const QRegularExpression clock(u"\\d:\\d\\d|\\d\\s*[ap]m\\b"_s, anyCase);
        const QString rest = words.join(u' ');
        m_isEither = m_isEither || either.match(rest).hasMatch();
        m_isUnclear = m_isUnclear || clock.match(rest).hasMatch(); // a time that is none
    }
    /// «Среда, 3 марта» of a Tuesday.
    bool isOtherDay(const QString &beside, const QDateTime &at) const
    {
        const auto day = parse(beside);
        return day && !isLength(beside) && day->date().dayOfWeek() != at.date().dayOfWeek();
    }
    /// "2 часа" says how long rather than in how long.
    static bool isLength(const QString &phrase)
    {
        static const QRegularExpression length(
            u"^\\d{1,3}\\s*(?:m|min\\w*|м|мин\\w*|h|hrs?|hours?|ч|час\\w*|days?|день|дн\\w*|weeks?|нед\\w*|months?|мес\\w*)$"_s,
            anyCase);
        return length.match(phrase).hasMatch();
    }
    /// «Во вторник не могу», "not on Tuesday", "Tuesday doesn't work".
    static bool isDeclined(const QStringList &before, const QStringList &behind)
    {
        static const QRegularExpression no(u"^(?:не|not)$"_s, anyCase);
        static const QRegularExpression cannot(
            u"^(?:\\S+ ){0,3}(?:не (?:с?мог|получ|подход|подойд|удобн|выйд|успе)\\w*|неудобно|занят\\w*|"
            "can.?t|cannot|won.?t|doesn.?t|isn.?t|is not|does not|not possible|busy)\\b"_s,
            anyCase);
        return cannot.match(behind.join(u' ')).hasMatch() || (!before.isEmpty() && no.match(before.constLast()).hasMatch());
    }
    /// Of several times that are said nobody knows which one is meant; a day and a time may stand apart.
    std::optional<Phrase> one() const
    {
        QList<Phrase> whole;
        QList<Phrase> days;
        QList<Phrase> times;
        for (const Phrase &phrase : m_phrases)
            (phrase.hasDay && phrase.hasTime ? whole : phrase.hasDay ? days : times) << phrase;
        if (m_isEither && m_phrases.size() > 1)
            return std::nullopt;
        if (whole.size() == 1)
            return times.isEmpty() ? std::optional(whole.constFirst()) : std::nullopt;
        if (!whole.isEmpty() || days.size() > 1 || times.size() > 1)
            return std::nullopt;
        if (days.isEmpty() || times.isEmpty())
            return m_phrases.isEmpty() ? std::nullopt : std::optional(m_phrases.constFirst());
        const QString words = days.constFirst().words + u' ' + times.constFirst().words;
        const auto at = parse(words);
        return at ? std::optional(Phrase{words, *at}) : std::nullopt;
    }

    const QDateTime &m_now;
    const WorkCalendar &m_calendar;
    QList<Phrase> m_phrases;
    std::optional<int> m_minutes;
    bool m_isUnclear = false;
    bool m_isEither = false; ///< it leaves a choice
};

/// The offered time in which so much fits at a time of day, on a day that may be the one that is meant.
template<typename Fits>
std::optional<SlotReply> firstOffered(const QList<TimeSpan> &offered, const QTime &time, qint64 lasts, Fits fits)
{
    for (const TimeSpan &span : offered) {
        const QDate last = QDateTime::fromMSecsSinceEpoch(span.ends).date();
        for (QDate day = QDateTime::fromMSecsSinceEpoch(span.starts).date(); day <= last; day = day.addDays(1)) {
            const qint64 starts = QDateTime(day, time).toMSecsSinceEpoch();
            if (fits(day) && span.starts <= starts && starts + lasts <= span.ends)
                return SlotReply{{starts, starts + lasts}, true};
        }
    }
    return std::nullopt;
}

/// A weekday is meant, whichever week it is of.
bool isWeekday(const Phrase &said, const QDateTime &now, const WorkCalendar &calendar)
{
    const auto nextWeek = parseDeadline(said.words, now.addDays(7), calendar);
    const auto tomorrow = parseDeadline(said.words, now.addDays(1), calendar);
    return said.hasDay && nextWeek && tomorrow && said.at.addDays(7) == *nextWeek
        && (*tomorrow == said.at || *tomorrow == *nextWeek);
}

/// Three is three in the afternoon where nothing is offered in the night.
bool isOfTheAfternoon(const Phrase &said)
{
    static const QRegularExpression half(u"[ap]\\.?m\\b|утр|ноч|morning|night|\\b0\\d"_s, anyCase);
    return said.hasTime && said.at.time().hour() < 12 && !half.match(said.words).hasMatch();
}

} // namespace

std::optional<SlotReply> readSlotReply(const QString &text, const QList<TimeSpan> &offered, int minutes,
                                       const QDateTime &now, const WorkCalendar &calendar)
{
    const auto understood = ReplyReading(now, calendar).read(text);
    if (!understood)
        return std::nullopt;
    const Phrase &said = understood->said;
    QList<TimeSpan> inOrder = offered;
    std::ranges::sort(inOrder, {}, &TimeSpan::starts);
    const qint64 lasts = understood->minutes.value_or(minutes) * minuteMs;
    if (!said.hasTime) {
        for (const TimeSpan &span : std::as_const(inOrder)) {
            if (QDateTime::fromMSecsSinceEpoch(span.starts).date() == said.at.date() && span.ends - span.starts >= lasts)
                return SlotReply{{span.starts, span.starts + lasts}, true};
        }
    }
    // "At three" is said of any day, "on Tuesday" of any Tuesday; what names a date, or today, means that one.
    const auto isSaid = [&](const QDate &day) { return !said.hasDay || day == said.at.date(); };
    const auto isLike = [&, inAnyWeek = isWeekday(said, now, calendar)](const QDate &day) {
        return inAnyWeek && day.dayOfWeek() == said.at.date().dayOfWeek();
    };
    QList<QTime> times{said.at.time()};
    if (isOfTheAfternoon(said))
        times << said.at.time().addSecs(12 * 3600);
    for (const QTime &time : std::as_const(times)) {
        if (const auto found = firstOffered(inOrder, time, lasts, isSaid))
            return found;
    }
    for (const QTime &time : std::as_const(times)) {
        if (const auto found = firstOffered(inOrder, time, lasts, isLike))
            return found;
    }
    const qint64 starts = said.at.toMSecsSinceEpoch();
    return SlotReply{{starts, starts + lasts}, false};
}

} // namespace Kartoteka
