// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slot_reply.h"

#include "core/activities/deadline_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 40;
constexpr qsizetype longestPhrase = 8; ///< words that name one time

/// What is understood of a reply.
struct Understood
{
    QString words;
    QDateTime at;
    std::optional<int> minutes = {}; ///< where a span was said
};

/// A span that is said by the clock: "10:00-11:30", "from 10 to 11:30", «с 10 до 11».
const QRegularExpression &spanPattern()
{
    static const QRegularExpression span(
        u"(?<![\\w:.-])(?<by>(?:from|between|at|с|в)\\s+)?(?<from>\\d{1,2}(?::\\d\\d)?)"
        "\\s*(?:[-\u2013\u2014]|\\b(?:to|till|until|and|до|по)\\b)\\s*(?<to>\\d{1,2}(?::\\d\\d)?)(?![\\w:-]|[.]\\d)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return span;
}

/// Takes the end of such a span out of what is said, so that its beginning stands there alone. @return how many minutes it lasts;
/// nothing where there is none.
std::optional<int> takeSpan(QString &text)
{
    const QRegularExpressionMatch said = spanPattern().match(text);
    const QString from = said.captured(u"from");
    const QString to = said.captured(u"to");
    // Days stand beside each other like that, too.
    if (!said.hasMatch() || (said.captured(u"by").isEmpty() && !from.contains(u':') && !to.contains(u':')))
        return std::nullopt;
    const auto minuteOf = [](const QString &time) {
        return time.section(u':', 0, 0).toInt() * 60 + time.section(u':', 1, 1).toInt();
    };
    text.replace(said.capturedStart(), said.capturedLength(), from.contains(u':') ? from : from + u":00"_s);
    return minuteOf(to) - minuteOf(from);
}

QStringList wordsOf(const QString &line)
{
    static const QRegularExpression signs(u"[!?;()«»\"]|[.,](?=\\s|$)"_s);
    return QString(line).replace(signs, u" "_s).simplified().split(u' ', Qt::SkipEmptyParts);
}

/// The longest words in a row that say a time, the first ones of so many.
std::optional<Understood> longestIn(const QStringList &words, const QDateTime &now, const WorkCalendar &calendar)
{
    for (qsizetype count = qMin(words.size(), longestPhrase); count > 0; --count) {
        for (qsizetype from = 0; from + count <= words.size(); ++from) {
            const QString phrase = words.mid(from, count).join(u' ');
            if (const auto at = parseDeadline(phrase, now, calendar))
                return Understood{phrase, *at};
        }
    }
    return std::nullopt;
}

/// Of several times that are said nobody knows which one is meant, and of one that is not understood as little.
std::optional<Understood> understand(const QString &text, const QDateTime &now, const WorkCalendar &calendar)
{
    static const QRegularExpression clock(u"\\d:\\d\\d|\\d\\s*[-\u2013\u2014]\\s*\\d|\\d\\s*[ap]m\\b"_s);
    std::optional<Understood> only;
    QString rest;
    for (QString line : text.split(u'\n')) {
        if (line.trimmed().startsWith(u'>'))
            continue;
        const std::optional<int> minutes = takeSpan(line);
        const QStringList words = wordsOf(line);
        auto found = longestIn(words.first(qMin(words.size(), mostWords)), now, calendar);
        if (found && only)
            return std::nullopt;
        QString others = words.join(u' ');
        if (found) {
            found->minutes = minutes;
            only = found;
            others.replace(others.indexOf(found->words), found->words.size(), u"|"_s);
        }
        rest += others + u'|';
    }
    for (const QString &other : rest.split(u'|')) {
        const QStringList words = other.split(u' ', Qt::SkipEmptyParts);
        if (longestIn(words.first(qMin(words.size(), mostWords)), now, calendar))
            return std::nullopt;
    }
    return only && !clock.match(rest).hasMatch() && only->minutes.value_or(1) > 0 ? only : std::nullopt;
}

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

} // namespace

std::optional<SlotReply> readSlotReply(const QString &text, const QList<TimeSpan> &offered, int minutes,
                                       const QDateTime &now, const WorkCalendar &calendar)
{
    const auto said = understand(text, now, calendar);
    if (!said)
        return std::nullopt;
    QList<TimeSpan> inOrder = offered;
    std::ranges::sort(inOrder, {}, &TimeSpan::starts);
    const qint64 lasts = said->minutes.value_or(minutes) * minuteMs;
    // Another time can be said with it: then it names a day alone.
    if (parseDeadline(said->words + u" 12:34"_s, now, calendar)) {
        for (const TimeSpan &span : std::as_const(inOrder)) {
            if (QDateTime::fromMSecsSinceEpoch(span.starts).date() == said->at.date() && span.ends - span.starts >= lasts)
                return SlotReply{{span.starts, span.starts + lasts}, true};
        }
    }
    const qint64 starts = said->at.toMSecsSinceEpoch();
    const SlotReply exact{{starts, starts + lasts}, false};
    const QTime time = said->at.time();
    if (const auto same = firstOffered(inOrder, time, lasts, [&](const QDate &day) { return day == said->at.date(); }))
        return same;
    // "At three" is said of any day, "on Tuesday" of any Tuesday; what names a date, or today, means that one.
    static const QRegularExpression timeAlone(u"^(в |at |к )?\\d{1,2}([:.]\\d\\d)?( ?(am|pm|ч|час\\w*))?$"_s,
                                              QRegularExpression::CaseInsensitiveOption
                                                  | QRegularExpression::UseUnicodePropertiesOption);
    if (timeAlone.match(said->words).hasMatch())
        return firstOffered(inOrder, time, lasts, [](const QDate &) { return true; }).value_or(exact);
    const auto nextWeek = parseDeadline(said->words, now.addDays(7), calendar);
    const auto tomorrow = parseDeadline(said->words, now.addDays(1), calendar);
    const bool isWeekday = nextWeek && tomorrow && said->at.addDays(7) == *nextWeek
        && (*tomorrow == said->at || *tomorrow == *nextWeek);
    if (!isWeekday)
        return exact;
    return firstOffered(inOrder, time, lasts,
                        [&](const QDate &day) { return day.dayOfWeek() == said->at.date().dayOfWeek(); })
        .value_or(exact);
}

} // namespace Kartoteka
