// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_range.h"

#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_edit.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/items/uid_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/transfer/event_standing.h"
#include "core/transfer/event_turn.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QString seriesBefore(const CalendarEvent &event)
{
    return event.partedAt.section(u'/', 0, 0);
}

QString momentOf(const CalendarEvent &event)
{
    return event.partedAt.section(u'/', 1);
}

bool isOpenOfSeries(const Item &activity)
{
    return !activity.value(u"done"_s).toBool() && !activity.text(Codes::recurrence).isEmpty();
}

Result<QList<Item>> itemsOfSeries(const ReadContext &context, const QString &series)
{
    auto ids = activitiesOfSeries(context, series);
    return ids ? readItems(context, context.schema->type(Codes::activity)->id, *ids) : Result<QList<Item>>(ids.error());
}

/// The series here of what others know by a UID. One that this program wrote has the series of its activity.
Result<QString> seriesHere(const ReadContext &context, const QString &uid)
{
    const QUuid identity = identityOfUid(uid, {});
    if (uid != uidText(identity) + u"@kartoteka"_s)
        return seriesOfUid(uid);
    auto id = rowOfUid(context, Codes::activity, identity);
    if (!id || *id == 0)
        return id ? Result<QString>(QString()) : Result<QString>(id.error());
    auto item = readItem(context, {context.schema->type(Codes::activity)->id, *id, {}});
    return item ? Result<QString>(item->text(Codes::series)) : Result<QString>(item.error());
}

/// A series that a range is of: its rule, and the time from which that is counted, as files count it.
struct Whole
{
    QString series;
    RepeatRule rule;
    QDateTime first; ///< on the wall
    QTime due;       ///< of whole days: when work ends on them, by which their times are named here
    QStringList exceptions = {};
    qsizetype at = -1; ///< among the events of the file; -1: it stands here alone
};

/// Makes series of the ranges of one file.
class RangeParting
{
public:
    RangeParting(const ReadContext &context, const CalendarFile &file, QStringList &remarks)
        : m_context(context), m_events(file.events), m_remarks(remarks)
    {}

    Result<QList<CalendarEvent>> run()
    {
        QHash<QString, QList<qsizetype>> ranges; // by UID
        for (qsizetype at = 0; at < m_events.size(); ++at) {
            if (m_events[at].isFollowing && !m_events[at].uid.isEmpty())
                ranges[m_events[at].uid] << at;
        }
        for (auto it = ranges.begin(); it != ranges.end(); ++it) {
            if (auto done = part(it.key(), it.value()); !done)
                return done.error();
        }
        for (auto gone = m_gone.crbegin(); gone != m_gone.crend(); ++gone)
            m_events.removeAt(*gone);
        return m_events;
    }

private:
    Result<void> part(const QString &uid, QList<qsizetype> ranges)
    {
        const auto master = std::ranges::find_if(
            m_events, [&uid](const CalendarEvent &one) { return one.uid == uid && one.recurrenceId.isEmpty(); });
        const qsizetype inFile = master == m_events.end() ? -1 : master - m_events.begin();
        for (const qsizetype at : std::as_const(ranges)) { // in the file they are counted alike already
            if (auto counted = inFile < 0 ? countAsStanding(m_context, m_events[at]) : Result<void>(); !counted)
                return counted.error();
        }
        auto whole = inFile < 0 ? standingWhole(uid, m_events[ranges.constFirst()]) : wholeInFile(uid, inFile);
        if (!whole)
            return whole.error();
        if (!*whole) {
            for (const qsizetype at : std::as_const(ranges)) {
                m_events[at].isFollowing = false;
                m_remarks << Texts::tr("“%1” is read as one time of its series, which is not known here.")
                                 .arg(m_events[at].title.left(60));
            }
            return {};
        }
        std::ranges::sort(ranges, {}, [this](qsizetype at) { return m_events[at].recurrenceId; });
        const QString firstMoment = m_events[ranges.constFirst()].recurrenceId;
        for (qsizetype i = 0; i < ranges.size(); ++i) {
            const QString next = i + 1 < ranges.size() ? m_events[ranges[i + 1]].recurrenceId : QString();
            if (auto done = goOn(**whole, m_events[ranges[i]], next); !done)
                return done.error();
        }
        if ((*whole)->at >= 0)
            endInFile(**whole, ranges.constFirst(), firstMoment);
        return {};
    }

    using Found = std::optional<Whole>;

    Result<Found> wholeInFile(const QString &uid, qsizetype at)
    {
        const CalendarEvent &master = m_events[at];
        auto series = seriesHere(m_context, uid);
        auto rule = parseRepeatRule(master.rule);
        if (!series)
            return series.error();
        if (!rule)
            return Found();
        return Found(Whole{series->isEmpty() ? seriesOfUid(uid) : *series, *rule, beginOf(master),
                           firstTurn(*m_context.schema, master).time(), master.exceptions, at});
    }

    /// As it stands here, or what goes on with the range where nothing is left of it.
    Result<Found> standingWhole(const QString &uid, const CalendarEvent &range)
    {
        auto series = seriesHere(m_context, uid);
        auto items = series ? itemsOfSeries(m_context, *series) : Result<QList<Item>>(series.error());
        if (items && items->isEmpty()) {
            const QDateTime moment = wallOfCode(range.recurrenceId);
            const QDateTime due = range.allDay
                ? QDateTime(moment.date(), firstTurn(*m_context.schema, range).time(), Qt::UTC)
                : moment;
            items = itemsOfSeries(m_context, followingSeries(*series, occurrenceCode(due)));
        }
        if (!items || items->isEmpty())
            return items ? Result<Found>(Found()) : Result<Found>(items.error());
        const auto open = std::ranges::find_if(*items, isOpenOfSeries);
        const Item &known = open == items->end() ? items->constLast() : *open;
        auto rule = parseRepeatRule(known.text(Codes::recurrence));
        const QDateTime own = wallOfCode(known.text(Codes::occurrence));
        if (!rule || !own.isValid())
            return Found();
        const QDateTime first = range.allDay ? QDateTime(own.date(), QTime(0, 0), Qt::UTC)
                                             : own.addSecs(secondsToStart(known));
        return Found(Whole{*series, *rule, first, own.time()});
    }

    /// How many times a rule has before a moment.
    static int timesBefore(const Whole &whole, const QDateTime &moment)
    {
        if (whole.first >= moment)
            return 0;
        RepeatRule rule = whole.rule;
        rule.count = 0;
        const QList<QDateTime> later = occurrencesAfter(rule, whole.first, mostOccurrences);
        return 1 + int(std::ranges::count_if(later, [&moment](const QDateTime &one) { return one < moment; }));
    }

    /// Gives a range its rule: that of the whole, as far as it is to come, moved as the time is.
    Result<void> goOn(const Whole &whole, CalendarEvent &range, const QString &next)
    {
        const QDateTime moment = wallOfCode(range.recurrenceId);
        const QDateTime begin = range.isCancelled ? moment : beginOf(range);
        const qint64 further = moment.secsTo(begin);
        const QDateTime dueAt = range.allDay ? QDateTime(moment.date(), whole.due, Qt::UTC) : moment;
        range.partedAt = whole.series + u'/' + occurrenceCode(dueAt);
        RepeatRule rule = movedRule(whole.rule, moment, begin);
        if (rule.count != 0)
            rule.count = qMax(1, rule.count - timesBefore(whole, moment));
        if (rule.until.isValid())
            rule.until = rule.until.addSecs(further);
        if (!next.isEmpty()) {
            rule.count = 0;
            rule.until = wallOfCode(next).addSecs(further - 1);
        }
        // Where the series has gone on already, its rule there is what the file may change.
        auto standing = whole.at < 0 ? itemsOfSeries(m_context, partedSeries(range)) : Result<QList<Item>>(QList<Item>());
        if (!standing)
            return standing.error();
        if (const auto open = std::ranges::find_if(*standing, isOpenOfSeries); open != standing->end())
            rule = ruleStanding(*open, begin);
        range.rule = repeatRuleCode(rule);
        const auto shifted = [&](const QString &code) { return occurrenceCode(wallOfCode(code).addSecs(further)); };
        for (const QString &code : whole.exceptions) {
            if (code > range.recurrenceId)
                range.exceptions << shifted(code);
        }
        for (const CalendarEvent &one : std::as_const(m_events)) { // times that stand by themselves
            if (one.uid == range.uid && !one.isFollowing && one.recurrenceId > range.recurrenceId)
                range.exceptions << shifted(one.recurrenceId);
        }
        return {};
    }

    static RepeatRule ruleStanding(const Item &open, const QDateTime &begin)
    {
        auto rule = parseRepeatRule(open.text(Codes::recurrence));
        if (!rule)
            return {};
        const QDateTime own = wallOfCode(open.text(Codes::occurrence));
        const Whole there{{}, *rule, begin, {}};
        if (rule->count != 0)
            rule->count += timesBefore(there, own); // of what is left there those were done
        const bool isDayOfIt = own.date() == begin.date() || nearestDay(*rule, begin) == begin.date();
        return isDayOfIt ? *rule : movedRule(*rule, own, begin);
    }

    /// In the file the whole ends before its first range, or is that range where nothing comes before.
    void endInFile(const Whole &whole, qsizetype firstRange, const QString &moment)
    {
        CalendarEvent &master = m_events[whole.at];
        if (whole.first < wallOfCode(moment)) {
            RepeatRule rule = whole.rule;
            rule.count = 0;
            rule.until = wallOfCode(moment).addSecs(-1);
            master.rule = repeatRuleCode(rule);
            return;
        }
        CalendarEvent &range = m_events[firstRange];
        range.recurrenceId.clear();
        range.recurrenceAt = 0;
        range.partedAt.clear();
        range.isFollowing = false;
        m_gone.append(whole.at);
        std::ranges::sort(m_gone);
    }

    const ReadContext &m_context;
    QList<CalendarEvent> m_events;
    QStringList &m_remarks;
    QList<qsizetype> m_gone; ///< whole series that a range takes the place of
};

} // namespace

Result<QList<CalendarEvent>> withRangesParted(const ReadContext &context, const CalendarFile &file, QStringList &remarks)
{
    return RangeParting(context, file, remarks).run();
}

QString partedSeries(const CalendarEvent &event)
{
    return followingSeries(seriesBefore(event), momentOf(event));
}

Result<std::optional<Item>> partedOne(const ReadContext &context, const CalendarEvent &event)
{
    using Found = std::optional<Item>;
    auto items = itemsOfSeries(context, partedSeries(event));
    if (!items)
        return items.error();
    if (!items->isEmpty()) {
        const auto open = std::ranges::find_if(*items, isOpenOfSeries);
        return Found(open == items->end() ? items->constLast() : *open);
    }
    auto id = rowOfUid(context, Codes::activity, identityOf(event));
    if (!id)
        return id.error();
    if (*id != 0) {
        auto item = readItem(context, {context.schema->type(Codes::activity)->id, *id, {}});
        return item ? Result<Found>(Found(*item)) : Result<Found>(item.error());
    }
    auto before = itemsOfSeries(context, seriesBefore(event));
    if (!before)
        return before.error();
    const auto changed = std::ranges::find_if(*before, [moment = momentOf(event)](const Item &one) {
        return isOpenOfSeries(one) && one.text(Codes::occurrence) >= moment;
    });
    return changed == before->end() ? Found() : Found(*changed);
}

Result<void> endBefore(const ReadContext &context, ChangeSet &changes, const CalendarEvent &event, qint64 kept)
{
    return endSeriesBefore(context, changes, seriesBefore(event), momentOf(event), kept, event.sequence);
}

} // namespace Kartoteka
