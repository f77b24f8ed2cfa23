// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series.h"

#include "core/activities/checklist.h"
#include "core/activities/recurrence.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/carried_values.h"
#include "core/items/item_queries.h"
#include "core/items/uid_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/store/kept/activity_index.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString doneCode = u"done"_s;
const QString deletedAt = u"deleted_at"_s;
constexpr int farthest = 400; ///< moments looked at for one that is to be done

QTimeZone zoneOf(const Item &activity)
{
    return seriesZone(activity.text(Codes::timeZone));
}

QUuid exceptionUid(const QString &series, const QString &occurrence)
{
    return derivedUid(Codes::seriesException, series + u'/' + occurrence);
}

/// The moment from which on nothing comes; empty: none.
QString endOf(const QHash<QString, QString> &exceptions, const QString &series)
{
    QString end;
    for (auto it = exceptions.cbegin(); it != exceptions.cend(); ++it) {
        const QString code = it.key().mid(series.size() + 1);
        if (*it == u"ended" && (end.isEmpty() || code < end))
            end = code;
    }
    return end;
}

/// The first of a series that comes by its dates and is open though an earlier one is.
Result<std::optional<OpenOccurrence>> laterOpen(const ReadContext &context, const Item &activity, const QString &after)
{
    using Found = std::optional<OpenOccurrence>;
    if (activity.value(Codes::repeatWhenDone).toBool())
        return Found();
    auto open = openOfSeries(context, activity.text(Codes::series), after);
    if (!open)
        return open.error();
    open->removeIf([&activity](const OpenOccurrence &one) { return one.id == activity.id; });
    return open->isEmpty() ? Found() : Found(open->constFirst());
}

/// An activity of a series that stands under the identity of one of its moments.
Result<std::optional<Item>> standingAs(const ReadContext &context, qint64 typeId, const QUuid &uid)
{
    auto id = rowOfUid(context, Codes::activity, uid);
    if (!id || *id == 0)
        return id ? Result<std::optional<Item>>(std::optional<Item>()) : Result<std::optional<Item>>(id.error());
    auto item = readItem(context, {typeId, *id, {}});
    return item ? Result<std::optional<Item>>(std::optional(*item)) : Result<std::optional<Item>>(item.error());
}

/// Plans what follows for activities that were completed, reopened, deleted and brought back.
class SeriesPlan
{
public:
    explicit SeriesPlan(const ReadContext &context) : m_context(context), m_schema(*context.schema) {}

    Result<void> follow(const Item &activity)
    {
        const bool isDone = activity.value(doneCode).toBool();
        if (auto done = isDone ? Result<void>() : noteEnd(activity); !done)
            return done;
        if (activity.deleted)
            return {};
        auto next = successorOf(m_context, activity, CountedFrom::AsItIsSaid);
        if (!next || !*next)
            return next ? Result<void>() : Result<void>(next.error());
        if (isDone)
            return make(activity, **next);
        if ((*next)->standing == 0)
            return {};
        auto standing = readItem(m_context, {activity.typeId, (*next)->standing, {}});
        if (!standing)
            return standing.error();
        // Whose time has come, that one stands for itself.
        const QDateTime moment = (*next)->moment;
        const bool hasCome = !moment.isValid()
            || appearsAt(moment, activity.text(u"reminders"_s), zoneOf(activity)) <= m_context.clock->now();
        const bool stays = standing->deleted || (hasCome && !activity.value(Codes::repeatWhenDone).toBool());
        auto untouched = stays ? Result<bool>(false) : isUntouched(activity, **next, *standing);
        if (untouched && *untouched)
            m_changes.update(Codes::activity, standing->id, {{deletedAt, m_context.clock->now()}});
        return untouched ? Result<void>() : Result<void>(untouched.error());
    }

    QList<Change> changes() && { return std::move(m_changes.changes); }

private:
    /// A seat that completes what another one has deleted makes no next one when it knows of that.
    Result<void> noteEnd(const Item &activity)
    {
        const QString series = activity.text(Codes::series);
        const QString occurrence = activity.text(Codes::occurrence);
        auto exceptions = seriesExceptions(m_context, {series});
        if (!exceptions)
            return exceptions.error();
        const QString known = exceptions->value(series + u'/' + occurrence);
        if (activity.deleted) {
            const QString end = endOf(*exceptions, series);
            if (known == u"skipped" || (!end.isEmpty() && end <= occurrence))
                return {};
            // While a later one stands, it goes on with that.
            auto later = laterOpen(m_context, activity, occurrence);
            if (!later)
                return later.error();
            addException(m_changes, series, occurrence, *later ? u"skipped"_s : u"ended"_s);
            return {};
        }
        if (known != u"ended")
            return {};
        auto row = rowOfUid(m_context, Codes::seriesException, exceptionUid(series, occurrence));
        if (row && *row != 0)
            m_changes.update(Codes::seriesException, *row, {{deletedAt, m_context.clock->now()}});
        return row ? Result<void>() : Result<void>(row.error());
    }

    Result<void> make(const Item &activity, const Successor &next)
    {
        auto made = makeSuccessor(m_context, activity, next);
        if (!made)
            return made.error();
        m_changes.changes += *made;
        return {};
    }

    /// Nobody has changed it since it was made, nor skipped to it from another moment.
    Result<bool> isUntouched(const Item &activity, const Successor &next, const Item &standing) const
    {
        const QDateTime moment = wallOfCode(standing.text(Codes::occurrence));
        if (standing.uid != next.uid || (next.moment.isValid() && moment != next.moment))
            return false;
        if (copiedValues(m_schema, standing, *m_schema.type(standing.typeId))
            != valuesOfNext(m_schema, activity, next, moment))
            return false;
        auto skipped = seriesExceptions(m_context, {standing.text(Codes::series)});
        if (!skipped)
            return skipped.error();
        // Counted from when the one before was done it has no other moment to be told by.
        const bool isPlain = next.moment.isValid() || !skipped->values().contains(u"skipped"_s);
        auto steps = readChecklist(m_context, standing.id);
        if (!steps)
            return steps.error();
        return isPlain && std::ranges::none_of(*steps, &ChecklistItem::done);
    }

    const ReadContext &m_context;
    const Schema &m_schema;
    ChangeSet m_changes;
};

bool wantsFollowing(const NotedChange &change)
{
    if (change.table.code != Codes::activity || change.after.isEmpty())
        return false;
    const int done = change.table.indexOf(doneCode);
    const int deleted = change.table.indexOf(deletedAt);
    const int recurrence = change.table.indexOf(Codes::recurrence);
    if (recurrence < 0 || !change.after[recurrence].isValid())
        return false;
    const bool isDone = change.after[done].toBool();
    if (change.before.isEmpty())
        return isDone;
    return change.before[done].toBool() != isDone || change.before[deleted].isValid() != change.after[deleted].isValid();
}

} // namespace

QHash<QString, Value> valuesOfNext(const Schema &schema, const Item &activity, const Successor &next,
                                   const QDateTime &moment)
{
    QHash<QString, Value> values = copiedValues(schema, activity, *schema.type(activity.typeId));
    for (const QString &code : {Codes::result, Codes::resultKind, Codes::holdUntil})
        values.remove(code); // of the one that is done
    values.insert(doneCode, false);
    const QTimeZone zone = zoneOf(activity);
    values.insert(Codes::deadline, instantOfWall(moment, zone));
    const Value start = activity.value(Codes::start);
    const QDateTime own = wallOfCode(activity.text(Codes::occurrence));
    if (start.isValid() && own.isValid()) {
        const Value deadline = activity.value(Codes::deadline);
        const QDateTime due = deadline.isValid() ? wallOf(deadline.toLongLong(), zone) : own;
        values.insert(Codes::start, instantOfWall(moment.addSecs(due.secsTo(wallOf(start.toLongLong(), zone))), zone));
    }
    values.insert(Codes::recurrence, next.recurrence);
    return values;
}

void addException(ChangeSet &changes, const QString &series, const QString &occurrence, const QString &kind)
{
    if (series.isEmpty() || occurrence.isEmpty())
        return;
    // What two seats say of one moment is one record.
    changes.create(Codes::seriesException, {{Codes::series, series}, {Codes::occurrence, occurrence}, {u"kind"_s, kind}},
                   exceptionUid(series, occurrence));
}

Result<std::optional<Successor>> successorOf(const ReadContext &context, const Item &activity, CountedFrom from,
                                             const QDateTime &notBefore)
{
    using Found = std::optional<Successor>;
    const auto rule = parseRepeatRule(activity.text(Codes::recurrence));
    const QString series = activity.text(Codes::series);
    const QDateTime own = wallOfCode(activity.text(Codes::occurrence));
    if (!rule || series.isEmpty() || !own.isValid() || rule->count == 1)
        return Found();
    auto exceptions = seriesExceptions(context, {series});
    if (!exceptions)
        return exceptions.error();
    const QString end = endOf(*exceptions, series);
    if (!end.isEmpty() && end <= occurrenceCode(own))
        return Found();
    const bool whenDone = from == CountedFrom::AsItIsSaid && activity.value(Codes::repeatWhenDone).toBool();
    const auto withCount = [&rule](int passed) {
        RepeatRule rest = *rule;
        rest.count = rest.count == 0 ? 0 : qMax(1, rest.count - passed);
        return repeatRuleCode(rest);
    };
    if (whenDone) {
        Successor next{derivedUid(u"occurrence", series + uidText(activity.uid)), {}, withCount(1)};
        const Value doneAt = activity.value(u"done_at"_s);
        if (doneAt.isValid()) {
            const QDateTime start(wallOf(doneAt.toLongLong(), zoneOf(activity)).date(), own.time(), Qt::UTC);
            // Monday's done on Saturday is not to be done on the same Monday again.
            const bool namesDays = !rule->days.isEmpty() || !rule->monthDays.isEmpty();
            const QList<QDateTime> moments = occurrencesAfter(*rule, namesDays ? qMax(start, own) : start);
            if (moments.isEmpty())
                return Found();
            next.moment = moments.constFirst();
        }
        auto standing = rowOfUid(context, Codes::activity, next.uid);
        if (!standing)
            return standing.error();
        next.standing = *standing;
        return Found(next);
    }
    auto later = notBefore.isValid() ? Result<std::optional<OpenOccurrence>>(std::optional<OpenOccurrence>())
                                     : laterOpen(context, activity, occurrenceCode(own));
    if (!later)
        return later.error();
    int passed = 0;
    for (const QDateTime &moment : occurrencesAfter(*rule, own, notBefore.isValid() ? mostOccurrences : farthest)) {
        ++passed;
        const QString code = occurrenceCode(moment);
        if (*later) { // it goes on with that, wherever it stands now
            if (code < (*later)->occurrence)
                continue;
            return Found(Successor{derivedUid(u"occurrence", series + (*later)->occurrence),
                                   wallOfCode((*later)->occurrence), withCount(passed), (*later)->id});
        }
        const QString exception = exceptions->value(series + u'/' + code);
        if (!end.isEmpty() && end <= code)
            return Found();
        if (notBefore.isValid() && moment < notBefore)
            continue;
        // Whoever completes it wherever makes the same one (docs/decisions/0081).
        Successor next{derivedUid(u"occurrence", series + code), moment, withCount(passed)};
        auto standing = standingAs(context, activity.typeId, next.uid);
        if (!standing)
            return standing.error();
        const bool isLive = *standing && !(*standing)->deleted && !(*standing)->text(Codes::series).isEmpty();
        if (isLive && (*standing)->id != activity.id && !(*standing)->value(doneCode).toBool()) {
            next.standing = (*standing)->id;
            return Found(next); // the series goes on with it, wherever it stands now
        }
        if (isLive || !exception.isEmpty())
            continue; // done before, skipped, or on its own
        next.standing = *standing ? (*standing)->id : 0;
        return Found(next);
    }
    return *later ? Found(Successor{{}, {}, {}, (*later)->id}) : Found();
}

qint64 appearsAt(const QDateTime &moment, const QString &reminders, const QTimeZone &zone)
{
    const qint64 due = instantOfWall(moment, zone);
    const qint64 day = instantOfWall(QDateTime(moment.date(), QTime(0, 0), Qt::UTC), zone);
    return qMin(day, litAt(due, reminders).toLongLong());
}

Result<QList<Change>> makeSuccessor(const ReadContext &context, const Item &activity, const Successor &next)
{
    ChangeSet changes;
    std::optional<Item> standing;
    if (next.standing != 0) {
        auto read = readItem(context, {activity.typeId, next.standing, {}});
        if (!read)
            return read.error();
        if (!read->deleted)
            return changes.changes;
        standing = *read;
    }
    QHash<QString, Value> values = valuesOfNext(*context.schema, activity, next, next.moment);
    values.insert(Codes::series, activity.value(Codes::series));
    values.insert(Codes::occurrence, occurrenceCode(next.moment));
    QList<FieldValue> columns;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        columns.append({context.schema->field(activity.typeId, it.key())->column, it.value()});
    if (standing) {
        columns.append({deletedAt, {}}); // it was taken back when this one was reopened
        changes.update(Codes::activity, standing->id, columns);
        return changes.changes;
    }
    changes.create(Codes::activity, columns, next.uid);
    auto steps = readChecklist(context, activity.id);
    if (!steps)
        return steps.error();
    return changes.changes + nextChecklist(*steps, next.uid);
}

Result<QString> checkedRecurrence(const QString &rule, const Value &deadline, bool incoming, const QString &zone)
{
    if (rule.trimmed().isEmpty())
        return QString();
    if (incoming || !deadline.isValid())
        return Error{
            ErrorCode::Refused, Texts::tr("A repeating activity needs a deadline to count from."), {}, Codes::recurrence};
    auto usable = usableRule(rule, wallOf(deadline.toLongLong(), seriesZone(zone)));
    return usable ? Result<QString>(repeatRuleCode(*usable)) : Result<QString>(usable.error());
}

Result<void> recurrenceRule(PendingChange &pending)
{
    const bool repeats = pending.value(Codes::recurrence).isValid();
    const bool losesTime = repeats && (pending.changes(Codes::deadline) || pending.changes(u"incoming"_s))
        && (!pending.value(Codes::deadline).isValid() || pending.value(u"incoming"_s).toBool());
    if (!pending.changes(Codes::recurrence) && !losesTime)
        return {};
    // What a series makes has its moment already.
    const bool isMade = pending.operation == Operation::Create && pending.value(Codes::series).isValid();
    if (isMade || (pending.changes(Codes::occurrence) && pending.value(Codes::occurrence).isValid()))
        return {};
    const Value deadline = pending.value(Codes::deadline);
    const QString zone = pending.value(Codes::timeZone).toString();
    const auto rule = checkedRecurrence(pending.value(Codes::recurrence).toString(), deadline,
                                        pending.value(u"incoming"_s).toBool(), zone);
    if (!rule)
        return rule.error();
    if (rule->isEmpty()) {
        for (const QString &code : {Codes::recurrence, Codes::repeatWhenDone, Codes::series, Codes::occurrence})
            pending.set(code, {});
        return {};
    }
    pending.set(Codes::recurrence, *rule);
    if (!pending.value(Codes::series).isValid())
        pending.set(Codes::series, uidText(makeUid()));
    // It is ten o'clock where the series was made, whoever completes it wherever.
    if (zone.isEmpty())
        pending.set(Codes::timeZone, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    pending.set(Codes::occurrence, occurrenceCode(wallOf(deadline.toLongLong(), seriesZone(zone))));
    return {};
}

Result<bool> comesAgain(const ReadContext &context, const Item &activity)
{
    auto next = successorOf(context, activity, CountedFrom::AsItIsSaid);
    return next ? Result<bool>(next->has_value()) : Result<bool>(next.error());
}

Follower seriesFollower()
{
    return {u"series"_s, wantsFollowing,
            [](const ReadContext &context, const RecordTable &table, const QList<qint64> &ids) -> Result<QList<Change>> {
                auto activities = readItems(context, table.typeId, ids);
                if (!activities)
                    return activities.error();
                SeriesPlan plan(context);
                for (const Item &activity : std::as_const(*activities)) {
                    if (auto done = plan.follow(activity); !done)
                        return done.error();
                }
                return std::move(plan).changes();
            }};
}

} // namespace Kartoteka
