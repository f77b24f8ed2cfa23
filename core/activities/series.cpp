// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/series.h"

#include "core/activities/recurrence.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/carried_values.h"
#include "core/items/item_queries.h"
#include "core/items/uid_queries.h"
#include "core/schema/codes.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString activityTable = u"activity"_s;
const QString doneCode = u"done"_s;
const QString deletedAt = u"deleted_at"_s;

QDateTime wallOfCode(const QString &code)
{
    const QDateTime moment = QDateTime::fromString(code, Qt::ISODate);
    return {moment.date(), moment.time(), Qt::UTC};
}

/// What comes after an activity.
struct Successor
{
    QUuid uid;
    QDateTime moment;   ///< of the rule; invalid: only known once the activity is done
    QString recurrence; ///< with one time less
};

enum class CountedFrom {
    AsItIsSaid,
    Deadline, ///< also where the next one is counted from when this one is done
};

std::optional<Successor> successorOf(const Item &activity, CountedFrom from = CountedFrom::AsItIsSaid)
{
    auto rule = parseRepeatRule(activity.text(Codes::recurrence));
    const QString series = activity.text(Codes::series);
    const QDateTime own = wallOfCode(activity.text(Codes::occurrence));
    if (!rule || series.isEmpty() || !own.isValid() || rule->count == 1)
        return std::nullopt;
    Successor next;
    const bool whenDone = from == CountedFrom::AsItIsSaid && activity.value(Codes::repeatWhenDone).toBool();
    QDateTime start = own;
    if (whenDone) {
        const Value doneAt = activity.value(u"done_at"_s);
        start = doneAt.isValid() ? QDateTime(wallOf(doneAt.toLongLong()).date(), own.time(), Qt::UTC) : QDateTime();
    }
    if (start.isValid()) {
        const QList<QDateTime> moments = occurrencesAfter(*rule, start);
        if (moments.isEmpty())
            return std::nullopt;
        next.moment = moments.constFirst();
    }
    // Whoever completes it wherever makes the same one (docs/decisions/0081).
    next.uid = derivedUid(u"occurrence", series + (whenDone ? uidText(activity.uid) : occurrenceCode(next.moment)));
    rule->count = qMax(0, rule->count - 1);
    next.recurrence = repeatRuleCode(*rule);
    return next;
}

/// What people see of the next one, by field code; @p moment: of the rule.
QHash<QString, Value> valuesOf(const Schema &schema, const Item &activity, const Successor &next, const QDateTime &moment)
{
    QHash<QString, Value> values = copiedValues(schema, activity, *schema.type(activity.typeId));
    values.insert(doneCode, false);
    values.insert(Codes::deadline, instantOfWall(moment));
    values.insert(Codes::recurrence, next.recurrence);
    return values;
}

/// Plans what follows for activities that were completed and reopened.
class SeriesPlan
{
public:
    explicit SeriesPlan(const ReadContext &context) : m_context(context), m_schema(*context.schema) {}

    Result<void> follow(const Item &activity)
    {
        const auto next = activity.deleted ? std::nullopt : successorOf(activity);
        if (!next)
            return {};
        auto id = rowOfUid(m_context, activityTable, next->uid);
        if (!id)
            return id.error();
        std::optional<Item> standing;
        if (*id != 0) {
            auto read = readItem(m_context, {activity.typeId, *id, {}});
            if (!read)
                return read.error();
            standing = *read;
        }
        if (activity.value(doneCode).toBool())
            make(activity, *next, standing);
        else if (standing && !standing->deleted && isUntouched(activity, *next, *standing))
            m_changes.update(activityTable, standing->id, {{deletedAt, m_context.clock->now()}});
        return {};
    }

    QList<Change> changes() && { return std::move(m_changes.changes); }

private:
    void make(const Item &activity, const Successor &next, const std::optional<Item> &standing)
    {
        if (standing && !standing->deleted)
            return;
        QHash<QString, Value> values = valuesOf(m_schema, activity, next, next.moment);
        values.insert(Codes::series, activity.value(Codes::series));
        values.insert(Codes::occurrence, occurrenceCode(next.moment));
        QList<FieldValue> columns;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            columns.append({m_schema.field(activity.typeId, it.key())->column, it.value()});
        if (!standing) {
            m_changes.create(activityTable, columns, next.uid);
            return;
        }
        columns.append({deletedAt, {}}); // it was taken back when this one was reopened
        m_changes.update(activityTable, standing->id, columns);
    }

    /// Nobody has changed it since it was made.
    bool isUntouched(const Item &activity, const Successor &next, const Item &standing) const
    {
        const QDateTime moment = wallOfCode(standing.text(Codes::occurrence));
        return copiedValues(m_schema, standing, *m_schema.type(standing.typeId))
            == valuesOf(m_schema, activity, next, moment);
    }

    const ReadContext &m_context;
    const Schema &m_schema;
    ChangeSet m_changes;
};

bool wantsFollowing(const NotedChange &change)
{
    if (change.table.code != activityTable)
        return false;
    const int done = change.table.indexOf(doneCode);
    const int recurrence = change.table.indexOf(Codes::recurrence);
    if (recurrence < 0 || !change.after[recurrence].isValid())
        return false;
    const bool isDone = change.after[done].toBool();
    return change.before.isEmpty() ? isDone : change.before[done].toBool() != isDone;
}

} // namespace

Result<QString> checkedRecurrence(const QString &rule, const Value &deadline, bool incoming)
{
    if (rule.trimmed().isEmpty())
        return QString();
    if (incoming || !deadline.isValid())
        return Error{ErrorCode::Refused,
                     Texts::tr("What repeats needs a deadline: the repetition is counted from it."),
                     {},
                     Codes::recurrence};
    auto usable = usableRule(rule, wallOf(deadline.toLongLong()));
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
    const auto rule = checkedRecurrence(pending.value(Codes::recurrence).toString(), deadline,
                                        pending.value(u"incoming"_s).toBool());
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
    pending.set(Codes::occurrence, occurrenceCode(wallOf(deadline.toLongLong())));
    return {};
}

bool comesAgain(const Item &activity)
{
    return successorOf(activity).has_value();
}

Result<ChangeSet> planSkip(const Item &activity)
{
    const auto refused = [&](const QString &why) {
        return Error{ErrorCode::Refused, why.arg(activity.text(Codes::title)), {}, Codes::recurrence};
    };
    if (activity.value(doneCode).toBool())
        return refused(QCoreApplication::translate("Kartoteka::Activities", "“%1” is done. Reopen it first."));
    if (activity.text(Codes::recurrence).isEmpty())
        return refused(Texts::tr("“%1” does not repeat: there is nothing to skip to."));
    const auto next = successorOf(activity, CountedFrom::Deadline);
    if (!next)
        return refused(Texts::tr("“%1” is the last of its series: complete or delete it."));
    ChangeSet changes;
    changes.kind = u"reschedule"_s;
    changes.subject = activity.text(Codes::title);
    changes.update(activityTable, activity.id,
                   {{Codes::deadline, instantOfWall(next->moment)},
                    {Codes::recurrence, next->recurrence},
                    {Codes::occurrence, occurrenceCode(next->moment)}});
    return changes;
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
