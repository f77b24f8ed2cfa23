// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series_upkeep.h"

#include "core/activities/overlap.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_queries.h"
#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

class Upkeep
{
public:
    Upkeep(const ReadContext &context, qint64 now)
        : m_context(context), m_type(context.schema->type(Codes::activity)->id), m_now(now)
    {}

    Result<void> goOn(const LastOccurrence &last)
    {
        const auto rule = parseRepeatRule(last.recurrence);
        const QDateTime own = wallOfCode(last.occurrence);
        if (!rule || !own.isValid())
            return {};
        const QTimeZone zone = seriesZone(last.timeZone);
        // What came while nobody looked is made too, but no more than may be open.
        QList<QDateTime> come = occurrencesAfter(*rule, own, 1);
        if (!come.isEmpty() && isDue(come.constFirst(), last, zone))
            come = occurrencesAfter(*rule, own, mostOccurrences);
        const auto ahead = std::ranges::find_if(come, [&](const QDateTime &one) { return !isDue(one, last, zone); });
        if (ahead != come.end())
            note(appearsAt(*ahead, last.reminders, zone));
        come.erase(ahead, come.end());
        if (come.isEmpty())
            return {};
        auto activity = readItem(m_context, {m_type, last.id, {}});
        if (!activity)
            return activity.error();
        const QDateTime from = come[qMax<qsizetype>(0, come.size() - mostOpenOfSeries)];
        auto next = successorOf(m_context, *activity, CountedFrom::Deadline, from);
        if (!next || !*next)
            return next ? Result<void>() : Result<void>(next.error());
        if (!isDue((*next)->moment, last, zone)) { // what lies before it was skipped or is done
            note(appearsAt((*next)->moment, last.reminders, zone));
            return {};
        }
        auto made = makeSuccessor(m_context, *activity, **next);
        if (!made)
            return made.error();
        ChangeSet changes = changesFor(*activity);
        changes.changes = *made;
        if (last.open >= mostOpenOfSeries) {
            if (auto done = skipOldest(*activity, changes); !done)
                return done;
        }
        m_result.changes << changes;
        return {};
    }

    /// Whoever completed it did not know that another seat let the series go on from it by another rule.
    Result<void> goOnFromDone(const QList<qint64> &ids)
    {
        auto activities = readItems(m_context, m_type, ids);
        if (!activities)
            return activities.error();
        for (const Item &activity : std::as_const(*activities)) {
            auto next = successorOf(m_context, activity, CountedFrom::AsItIsSaid);
            if (!next)
                return next.error();
            if (!*next || (*next)->standing != 0 || !(*next)->moment.isValid())
                continue; // it has ended, or somebody took the next one away
            auto made = makeSuccessor(m_context, activity, **next);
            if (!made)
                return made.error();
            ChangeSet changes = changesFor(activity);
            changes.changes = *made;
            m_result.changes << changes;
        }
        return {};
    }

    Result<void> takeAway(const QList<qint64> &ids)
    {
        auto activities = readItems(m_context, m_type, ids);
        if (!activities)
            return activities.error();
        for (const Item &activity : std::as_const(*activities)) {
            ChangeSet changes = changesFor(activity);
            changes.kind = ActKinds::remove;
            changes.update(Codes::activity, activity.id, {{u"deleted_at"_s, m_now}});
            m_result.changes << changes;
        }
        return {};
    }

    SeriesUpkeep result() && { return std::move(m_result); }

private:
    bool isDue(const QDateTime &moment, const LastOccurrence &last, const QTimeZone &zone) const
    {
        return appearsAt(moment, last.reminders, zone) <= m_now;
    }

    void note(qint64 at) { m_result.nextAt = qMin(m_result.nextAt.value_or(at), at); }

    /// In the name of who is responsible: nobody hands anything over.
    static ChangeSet changesFor(const Item &activity)
    {
        ChangeSet changes = ChangeSet::of(ActKinds::plan, activity.text(Codes::title));
        changes.author = activity.reference(Codes::responsible);
        changes.undoable = false;
        return changes;
    }

    Result<void> skipOldest(const Item &activity, ChangeSet &changes)
    {
        const QString series = activity.text(Codes::series);
        auto open = openOfSeries(m_context, series);
        if (!open)
            return open.error();
        const qsizetype tooMany = qMax<qsizetype>(0, open->size() + 1 - mostOpenOfSeries);
        skipAway(changes, series, open->first(tooMany), m_now);
        return {};
    }

    const ReadContext &m_context;
    const qint64 m_type;
    const qint64 m_now;
    SeriesUpkeep m_result;
};

} // namespace

Result<SeriesUpkeep> planSeriesUpkeep(const ReadContext &context, qint64 now)
{
    Upkeep upkeep(context, now);
    auto last = lastOccurrences(context);
    if (!last)
        return last.error();
    for (const LastOccurrence &one : std::as_const(*last)) {
        if (context.token.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        if (auto done = upkeep.goOn(one); !done)
            return done.error();
    }
    auto left = madeAfterTheEnd(context);
    auto done = left ? upkeep.takeAway(*left) : Result<void>(left.error());
    auto waiting = done ? doneBeforeItWentOn(context) : Result<QList<qint64>>(done.error());
    done = waiting ? upkeep.goOnFromDone(*waiting) : Result<void>(waiting.error());
    return done ? Result<SeriesUpkeep>(std::move(upkeep).result()) : Result<SeriesUpkeep>(done.error());
}

Result<void> keepUpSeries(Store &store)
{
    for (int round = 0; round <= mostOpenOfSeries; ++round) {
        auto upkeep = planSeriesUpkeep(store.reader(), store.clock().now());
        if (!upkeep)
            return upkeep.error();
        bool isWritten = false;
        for (const ChangeSet &changes : std::as_const(upkeep->changes)) {
            auto receipt = store.commitAndWait(changes);
            if (!receipt && isOverlapRefusal(receipt.error()))
                receipt = store.commitAndWait(acceptingOverlap(changes));
            if (!receipt && receipt.error().code != ErrorCode::Refused)
                return receipt.error();
            isWritten = isWritten || receipt;
        }
        if (!isWritten)
            break;
    }
    return {};
}

} // namespace Kartoteka
