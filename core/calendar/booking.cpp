// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/booking.h"

#include "core/activities/activity_queries.h"
#include "core/base/texts.h"
#include "core/calendar/clash.h"
#include "core/calendar/day_words.h"
#include "core/calendar/free_slots.h"
#include "core/calendar/ghosts.h"
#include "core/calendar/offered_times.h"
#include "core/calendar/resource_limits.h"
#include "core/calendar/seats.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/store/kept/busy_times.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfSeries = 400;
constexpr qsizetype namedPairs = 20;

/// Two that want one resource.
struct Pair
{
    qint64 resource = 0;
    TimeSpan span;       ///< of what the act wrote
    BusySpan other;      ///< what has it
    qint64 booking = 0;  ///< the activity that the act wrote
    qsizetype seats = 1; ///< that it takes, where places are counted
};

/// A booking that may stand beside others, as it was before an act.
struct BeforeAct
{
    qint64 at = 0;                ///< when the act was done
    QHash<QString, Value> values; ///< by field code, what decides about when it has what
    bool isAcceptedAnew = false;  ///< the act itself says that it may
};
using BeforeActs = QHash<qint64, BeforeAct>;

/// Keeps what a booking was before the first change of it in an act.
void noteBefore(BeforeActs &acts, const NotedChange &change)
{
    const int accepted = change.table.indexOf(Codes::overlapAccepted);
    if (accepted < 0 || change.before.isEmpty() || change.after.isEmpty())
        return;
    auto known = acts.find(change.id);
    if (known == acts.end() || known->at != change.at) {
        BeforeAct act{change.at, {}, false};
        for (const QString &code :
             {Codes::start, Codes::duration, Codes::allDay, Codes::resources, Codes::recurrence, Codes::deadline,
              Codes::occurrence, Codes::guests, Codes::participants, Codes::responsible}) {
            if (const int column = change.table.indexOf(code); column >= 0)
                act.values.insert(code, change.before[column]);
        }
        known = acts.insert(change.id, act);
    }
    known->isAcceptedAnew = known->isAcceptedAnew || (!change.before[accepted].toBool() && change.after[accepted].toBool());
}

/// Judges the bookings of an act.
class Bookings
{
public:
    Bookings(const ReadContext &context, qint64 now, BeforeActs before)
        : m_context(context), m_now(now), m_before(std::move(before))
    {}

    Result<void> judge(const QList<qint64> &ids)
    {
        auto activities = readItems(m_context, m_context.schema->type(Codes::activity)->id, ids);
        if (!activities)
            return activities.error();
        QSet<qint64> resources;
        for (const Item &activity : std::as_const(*activities)) {
            for (const Member &member : activity.members(Codes::resources))
                resources.insert(member.ref.id);
        }
        if (resources.isEmpty())
            return {};
        auto known = readResources(m_context, resources.values());
        if (!known)
            return known.error();
        m_resources = std::move(*known);
        for (const Item &activity : std::as_const(*activities)) {
            if (auto done = look(activity); !done)
                return done;
        }
        return m_pairs.isEmpty() && m_limits.isEmpty() ? Result<void>() : refusal();
    }

private:
    /// When a booking has what it books, now and in its series.
    struct Times
    {
        QList<TimeSpan> spans;
        QList<ActivitySpan> days;
    };
    Result<Times> timesOf(const Item &activity) const
    {
        Times times{{takenSpan(activity.values)}, {}};
        if (const auto span = activitySpan(activity.values))
            times.days.append(*span);
        if (activity.text(Codes::recurrence).isEmpty())
            return times;
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_now).date();
        auto ghosts = ghostsOf(m_context, {activity}, today, today.addDays(daysOfSeries), m_now);
        if (!ghosts)
            return ghosts.error();
        for (const Ghost &ghost : std::as_const(*ghosts)) {
            times.spans.append(takenSpan(ghost.times));
            times.days.append(*activitySpan(ghost.times));
        }
        return times;
    }

    Result<void> look(const Item &activity)
    {
        const auto before = m_before.constFind(activity.id);
        const bool isAccepted = activity.value(Codes::overlapAccepted).toBool();
        // What somebody accepted is what it stood beside then: beside others it is asked again.
        if (isAccepted && (before == m_before.cend() || before->isAcceptedAnew))
            return {};
        Item was = activity;
        if (isAccepted)
            was.values.insert(before->values);
        auto formerTimes = isAccepted ? timesOf(was) : Result<Times>(Times());
        if (!formerTimes)
            return formerTimes.error();
        const Members formerResources = before == m_before.cend() ? Members()
                                                                  : before->values.value(Codes::resources).value<Members>();
        const Value hold = activity.value(Codes::holdUntil);
        const bool isOver = hold.isValid() && hold.toLongLong() <= m_now;
        const ListValue *transparency = m_context.schema->listValue(activity.reference(Codes::transparency));
        const TimeSpan own = takenSpan(activity.values);
        if (activity.deleted || activity.value(u"done"_s).toBool() || isOver
            || (transparency && transparency->code == u"free") || own.ends <= own.starts)
            return {};
        auto times = timesOf(activity);
        if (!times)
            return times.error();
        m_isOfSeries = m_isOfSeries || times->spans.size() > 1;
        for (const Member &member : activity.members(Codes::resources)) {
            const auto resource = m_resources.constFind(member.ref.id);
            if (resource == m_resources.cend())
                continue;
            const bool hadIt = formerResources.contains(member);
            const bool isAcceptedThere = isAccepted && hadIt;
            if (!resource->active && !hadIt)
                note(Texts::tr("%1 is no longer available: book another one.").arg(resource->title));
            const QString limit = limitRefusal(*m_context.schema, *resource, activity, times->days);
            if (!limit.isEmpty()
                && (!isAcceptedThere || limitRefusal(*m_context.schema, *resource, was, formerTimes->days).isEmpty())
                && note(limit))
                m_wanted.append({resource->id, own, {}, activity.id});
            if (resource->overlap) {
                if (auto done = lookForSeats(activity, *resource, times->spans, isAcceptedThere ? &was : nullptr,
                                             formerTimes->spans);
                    !done)
                    return done;
                continue;
            }
            const qint64 gap = resource->gapMs;
            auto busy = busySpans(m_context, {false, resource->id},
                                  {times->spans.constFirst().starts - gap, times->spans.constLast().ends + gap}, m_now);
            if (!busy)
                return busy.error();
            const auto stoodBeside = [&](const BusySpan &other) {
                return isAcceptedThere && std::ranges::any_of(formerTimes->spans, [&](const TimeSpan &span) {
                           return isTooNear(span, other.span, gap);
                       });
            };
            for (const TimeSpan &span : std::as_const(times->spans)) {
                for (const BusySpan &other : std::as_const(*busy)) {
                    if (other.activity != activity.id && isTooNear(span, other.span, gap) && !stoodBeside(other))
                        note({resource->id, span, other, activity.id});
                }
            }
        }
        return {};
    }

    /// Of what several may have at once. @p was: the booking before, where it was accepted that it has no places.
    Result<void> lookForSeats(const Item &activity, const Resource &resource, const QList<TimeSpan> &times, const Item *was,
                              const QList<TimeSpan> &formerTimes)
    {
        auto full = seatRefusal(m_context, resource, activity, times, m_now);
        auto before = was && full && !full->isEmpty() ? seatRefusal(m_context, resource, *was, formerTimes, m_now)
                                                      : Result<QString>(QString());
        if (!full || !before)
            return full ? before.error() : full.error();
        if (!full->isEmpty() && before->isEmpty() && note(*full))
            m_wanted.append({resource.id, times.constFirst(), {}, activity.id, seatsOf(*m_context.schema, activity)});
        return {};
    }

    /// Why something is not to be booked. @return false: it is said already.
    bool note(const QString &limit)
    {
        const bool isNew = !m_limits.contains(limit);
        if (isNew)
            m_limits << limit;
        return isNew;
    }

    /// Of two that the act wrote both, one pair.
    void note(const Pair &pair)
    {
        const bool isKnown = std::ranges::any_of(m_pairs, [&pair](const Pair &known) {
            return known.resource == pair.resource && known.booking == pair.other.activity
                && known.other.activity == pair.booking;
        });
        if (!isKnown)
            m_pairs.append(pair);
    }

    /// "“Meeting” with Vector, Orlov": what has the resource.
    Result<QHash<qint64, QString>> names() const
    {
        QList<qint64> ids;
        for (const Pair &pair : m_pairs)
            ids << pair.other.activity;
        auto activities = readActivities(m_context, ids);
        if (!activities)
            return activities.error();
        auto seen = itemsSeen(m_context, *activities);
        if (!seen)
            return seen.error();
        auto titles = itemTitles(m_context, {seen->cbegin(), seen->cend()});
        if (!titles)
            return titles.error();
        QHash<qint64, QString> texts;
        for (const Activity &activity : std::as_const(*activities)) {
            QStringList parts{activity.title};
            if (const QString item = titles->value(seen->value(activity.id)); !item.isEmpty())
                parts << item;
            if (const User *user = m_context.schema->user(activity.responsible))
                parts << user->name;
            texts.insert(activity.id, parts.join(u", "_s));
        }
        return texts;
    }

    Result<void> refusal() const
    {
        auto who = names();
        if (!who)
            return who.error();
        QStringList lines = m_limits.first(qMin(m_limits.size(), namedPairs));
        for (const Pair &pair : m_pairs.first(qMin(m_pairs.size(), namedPairs)))
            lines << Texts::tr("%1 is taken %2: %3.")
                         .arg(m_resources.value(pair.resource).title, spanText(pair.other.span),
                              who->value(pair.other.activity));
        if (m_pairs.size() > namedPairs)
            lines << Texts::tr("… and %n more.", nullptr, int(m_pairs.size() - namedPairs));
        if (m_pairs.isEmpty() && m_wanted.isEmpty())
            return Error{ErrorCode::Refused, lines.join(u'\n'), {}, Codes::resources, Needs::AcceptedOverlap};
        const Pair &first = m_pairs.isEmpty() ? m_wanted.constFirst() : m_pairs.constFirst();
        // What the act wrote stands nowhere yet.
        QSet<qint64> own;
        for (const Pair &pair : m_pairs + m_wanted)
            own.insert(pair.booking);
        auto free = nearestFree(m_context, {{false, first.resource}}, first.span, m_now, {own, int(first.seats)});
        if (!free)
            return free.error();
        QStringList times;
        for (const TimeSpan &span : std::as_const(*free))
            times << spanText(span);
        if (!times.isEmpty())
            lines << Texts::tr("Free: %1.").arg(times.join(u"; "_s));
        return Error{ErrorCode::Refused, lines.join(u'\n'),      {},
                     Codes::resources,   Needs::AcceptedOverlap, m_isOfSeries ? QVariantList() : offers(*free)};
    }

    const ReadContext &m_context;
    qint64 m_now;
    BeforeActs m_before;
    QHash<qint64, Resource> m_resources;
    QList<Pair> m_pairs;
    QStringList m_limits;      ///< why resources are not to be booked so, besides what has them
    QList<Pair> m_wanted;      ///< … by what; no other has them
    bool m_isOfSeries = false; ///< one that is refused comes again: at another time it is asked with all of them
};

} // namespace

ClosingRule bookingRule()
{
    const auto before = std::make_shared<BeforeActs>(); // noted and judged within one transaction
    return {[before](const NotedChange &change) {
                const int resources = change.table.indexOf(Codes::resources);
                const int recurrence = change.table.indexOf(Codes::recurrence);
                const int accepted = change.table.indexOf(Codes::overlapAccepted);
                if (change.table.code != Codes::activity || resources < 0 || !change.after[resources].isValid())
                    return false;
                noteBefore(*before, change);
                const auto differs = [&change](int at) {
                    return at >= 0 && !change.before.isEmpty() && change.before[at] != change.after[at];
                };
                return changesBusyTimes(change) || differs(recurrence) || differs(accepted);
            },
            [before](const ReadContext &context, const QList<qint64> &ids, qint64 now) {
                return Bookings(context, now, std::exchange(*before, {})).judge(ids);
            }};
}

} // namespace Kartoteka
