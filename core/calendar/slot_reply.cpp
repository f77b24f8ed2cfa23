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
};

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

std::optional<Understood> understand(const QString &text, const QDateTime &now, const WorkCalendar &calendar)
{
    std::optional<Understood> best;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().startsWith(u'>'))
            continue;
        const auto found = longestIn(wordsOf(line).first(qMin(wordsOf(line).size(), mostWords)), now, calendar);
        if (found && (!best || found->words.size() > best->words.size()))
            best = found;
    }
    return best;
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
    const qint64 lasts = minutes * minuteMs;
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
