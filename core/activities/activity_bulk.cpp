// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_bulk.h"

#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QTime dayBegins(9, 0);

/// As much of an activity as the plans of its acts look at.
Activity activityOf(const Item &item)
{
    Activity activity;
    activity.id = item.id;
    activity.title = item.text(Codes::title);
    activity.deadline = item.value(Codes::deadline);
    activity.incoming = item.value(u"incoming"_s).toBool();
    activity.done = item.value(u"done"_s).toBool();
    activity.details.start = item.value(Codes::start);
    return activity;
}

BulkAct reschedule(const std::function<qint64(const Value &deadline)> &shifted)
{
    return {ActKinds::reschedule, {}, [shifted](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                const Activity activity = activityOf(item);
                const qint64 deadline = shifted(activity.deadline);
                if (activity.deadline == Value(deadline))
                    return ChangeSet();
                return planReschedule(activity, deadline);
            }};
}

} // namespace

BulkAct bulkComplete(bool done)
{
    return {done ? ActKinds::complete : ActKinds::reopen,
            {},
            [done](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                const Activity activity = activityOf(item);
                return activity.done == done ? ChangeSet() : planComplete(activity, done);
            }};
}

BulkAct bulkPostpone(const QDateTime &now, const Postponement &by)
{
    return reschedule([now, by](const Value &deadline) { return postponed(deadline, now, by); });
}

BulkAct bulkNextWorkingDay(const QDateTime &now)
{
    return {ActKinds::reschedule, {}, [now](const ReadContext &context, const Item &item) -> Result<ChangeSet> {
                const Activity activity = activityOf(item);
                const Value &deadline = activity.deadline;
                const QDateTime old = deadline.isValid() ? QDateTime::fromMSecsSinceEpoch(deadline.toLongLong())
                                                         : QDateTime();
                const QDate day = WorkCalendar(*context.schema).addWorkingDays((old > now ? old : now).date(), 1);
                const QTime time = old.isValid() ? old.time() : dayBegins;
                return planReschedule(activity, QDateTime(day, time).toMSecsSinceEpoch());
            }};
}

BulkAct bulkSetDay(const QDate &day)
{
    return reschedule([day](const Value &deadline) {
        const QTime time = deadline.isValid() ? QDateTime::fromMSecsSinceEpoch(deadline.toLongLong()).time() : dayBegins;
        return QDateTime(day, time).toMSecsSinceEpoch();
    });
}

BulkAct bulkSkip(SkipTo to)
{
    return {ActKinds::reschedule, {}, [to](const ReadContext &context, const Item &item) {
                return planSkip(context, item, to);
            }};
}

} // namespace Kartoteka
