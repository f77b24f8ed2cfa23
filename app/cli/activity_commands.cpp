// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_add.h"
#include "app/cli/activity_board.h"
#include "app/cli/activity_parts.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/activities/activity_queries.h"
#include "core/activities/series.h"
#include "core/activities/series_edit.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/calendar/booking.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "core/schema/repeat_words.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QString lightName(Light light)
{
    switch (light) {
    case Light::Red: return u"red"_s;
    case Light::Green: return u"green"_s;
    case Light::None: break;
    }
    return {};
}

QString kindName(const Session &session, const Activity &activity)
{
    const ListValue *kind = session.schema().listValue(activity.kind);
    return kind ? displayName(session.schema(), *kind) : QString();
}

QString itemNames(const Session &session, const Activity &activity)
{
    QStringList names;
    for (const Member &member : activity.items)
        names << itemTitle(session.reader(), member.ref);
    return names.join(u", "_s);
}

/// The title, and when it comes again.
QString titleText(const Activity &activity)
{
    return activity.recurrence.isEmpty()
        ? activity.title
        : activity.title + u" ("_s + repeatText(activity.recurrence, activity.repeatWhenDone) + u')';
}

QString lineOf(const Session &session, const Activity &activity)
{
    return Texts::tr("%1 (%2): %3", "number of an activity, deadline, title")
        .arg(activity.number, deadlineText(session, activity), titleText(activity));
}

/// Tells an activity as it is now, after something was done to it, and what its series goes on with.
int tell(const Session &session, qint64 id)
{
    auto activity = readActivity(session.reader(), id);
    if (!activity)
        return session.output.fail(activity.error());
    QJsonObject object = activityJson(session, *activity);
    const QString line = lineOf(session, *activity);
    session.output.line(activity->done ? Texts::tr("Done: %1").arg(line) : line);
    if (activity->done && !activity->series.isEmpty()) {
        const auto open = openOfSeries(session.reader(), activity->series, activity->occurrence);
        const auto next = open && !open->isEmpty() ? readActivity(session.reader(), open->constFirst().id)
                                                   : Result<Activity>(Error{ErrorCode::NotFound, {}, {}, {}});
        if (next) {
            session.output.line(Texts::tr("Next: %1").arg(lineOf(session, *next)));
            object[u"next"_s] = next->number;
        }
    }
    session.output.document(object);
    return 0;
}

/// Where an activity went, that which its series goes on with.
Result<qint64> standingFor(const Session &session, const Activity &activity)
{
    const auto still = readActivity(session.reader(), activity.id);
    if (still || still.error().code != ErrorCode::NotFound || activity.series.isEmpty())
        return activity.id;
    auto open = openOfSeries(session.reader(), activity.series, activity.occurrence);
    if (!open)
        return open.error();
    return open->isEmpty() ? activity.id : open->constFirst().id;
}

int commitAndTell(const Session &session, const Activity &activity, Result<ChangeSet> changes)
{
    if (!changes)
        return session.output.fail(changes.error());
    if (!changes->isEmpty()) {
        if (auto receipt = session.store.commitAndWait(asWanted(session, *changes)); !receipt)
            return session.output.fail(receipt.error());
    }
    const auto told = standingFor(session, activity);
    return told ? tell(session, *told) : session.output.fail(told.error());
}

/// Runs an act on the activity that the word after the verb names.
int withActivity(const Session &session, const std::function<int(const Activity &)> &act)
{
    auto activity = session.activity(1);
    return activity ? act(*activity) : session.output.fail(activity.error());
}

int runActivities(const Session &session)
{
    const Arguments &asked = session.arguments;
    if (asked.has(u"--board"_s))
        return runActivityBoard(session);
    auto limit = session.wholeNumber(u"--limit"_s, -1);
    if (!limit)
        return session.output.fail(limit.error());
    ActivityQuery query{.mine = asked.has(u"--mine"_s),
                        .overdue = asked.has(u"--overdue"_s),
                        .today = asked.has(u"--today"_s),
                        .incoming = asked.has(u"--incoming"_s),
                        .done = asked.has(u"--done"_s),
                        .conditions = {},
                        .search = {},
                        .user = session.store.user(),
                        .now = session.store.clock().now(),
                        .limit = *limit};
    query.search = asked.value(u"--search"_s);
    for (const QString &text : asked.values(u"--where"_s)) {
        auto condition = parseCondition(text);
        if (!condition)
            return session.output.fail(condition.error());
        query.conditions.append(*condition);
    }
    auto found = listActivities(session.reader(), query);
    if (!found)
        return session.output.fail(found.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const Activity &activity : std::as_const(*found)) {
        if (session.output.json()) {
            array.append(activityJson(session, activity));
            continue;
        }
        rows.append({activity.number, deadlineText(session, activity), kindName(session, activity), titleText(activity),
                     itemNames(session, activity), session.userName(activity.responsible),
                     activity.done ? Texts::tr("yes") : QString()});
    }
    session.output.table({Texts::tr("No."), Texts::tr("Deadline"), Texts::tr("Kind"), Texts::tr("Activity"), Texts::tr("Of"),
                          Texts::tr("Responsible"), Texts::tr("Done")},
                         rows);
    session.output.document(array);
    return 0;
}

int runActivityMove(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        const auto at = instantOf(session, session.arguments.words[2]);
        return at ? commitAndTell(session, activity, planReschedule(activity, *at)) : session.output.fail(at.error());
    });
}

int runActivitySnooze(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        const QString text = session.arguments.words.value(2, u"1h"_s);
        const auto by = parsePostponement(text);
        if (!by) {
            return session.output.fail(
                {ErrorCode::Usage, Texts::tr("“%1” is not a time to wait: say 1h, 2d or monday.").arg(text), {}, {}});
        }
        return commitAndTell(session, activity,
                             planReschedule(activity, postponed(activity.deadline, session.store.clock().localNow(), *by)));
    });
}

int runActivitySkip(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        const auto item = readItem(session.reader(), {session.schema().type(u"activity"_s)->id, activity.id, {}});
        if (!item)
            return session.output.fail(item.error());
        const SkipTo to = session.arguments.has(u"--to-today"_s) ? SkipTo::Today : SkipTo::Next;
        return commitAndTell(session, activity, planSkip(session.reader(), *item, to));
    });
}

/// With what came of it, if that is said: both are one act.
int runActivityDone(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        Arguments said = session.arguments;
        said.words.clear();
        for (const auto &[option, code] :
             {std::pair{u"--result"_s, Codes::resultKind}, std::pair{u"--note"_s, Codes::result}}) {
            if (said.has(option))
                said.words << code + u'=' + said.value(option);
        }
        auto values = Session{session.store, said, session.output}.fieldValues(*session.schema().type(u"activity"_s), 0);
        if (!values)
            return session.output.fail(values.error());
        if (!activity.done)
            values->insert(u"done"_s, true);
        auto changes = planChangeActivity(session.schema(), activity, *values);
        if (changes && !activity.done)
            changes->kind = ActKinds::complete;
        return commitAndTell(session, activity, std::move(changes));
    });
}

/// Which of a series is meant: this one unless told.
SeriesScope scopeOf(const Session &session)
{
    return session.arguments.has(u"--all"_s)      ? SeriesScope::All
        : session.arguments.has(u"--following"_s) ? SeriesScope::Following
                                                  : SeriesScope::This;
}

int runActivityReopen(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        return activity.done ? commitAndTell(session, activity, planComplete(activity, false)) : tell(session, activity.id);
    });
}

} // namespace

QString deadlineText(const Session &session, const Activity &activity)
{
    if (activity.deadline.isValid())
        return session.moment(activity.deadline.toLongLong());
    return activity.incoming ? Texts::tr("incoming") : Texts::tr("no deadline");
}

QJsonObject activityJson(const Session &session, const Activity &activity)
{
    const ListValue *kind = session.schema().listValue(activity.kind);
    QJsonArray items;
    for (const Member &member : activity.items) {
        const EntityType *type = session.schema().type(member.ref.type);
        items.append(QJsonObject{{u"type"_s, type ? type->code : QString()}, {u"id"_s, session.number(member.ref)}});
    }
    QJsonObject object{
        {u"id"_s, activity.number},
        {u"title"_s, activity.title},
        {u"kind"_s, kind ? kind->code : QString()},
        {u"deadline"_s,
         activity.deadline.isValid() ? QJsonValue(session.instant(activity.deadline.toLongLong())) : QJsonValue()},
        {u"done"_s, activity.done},
        {u"incoming"_s, activity.incoming},
        {u"responsible"_s, session.userName(activity.responsible)},
        {u"items"_s, items},
        {u"lit"_s, lightName(lightOf(session.schema(), activity, session.store.clock().now()))}};
    if (!activity.description.isEmpty())
        object[u"description"_s] = activity.description;
    addParts(session, activity, object);
    if (!activity.recurrence.isEmpty()) {
        object[Codes::recurrence] = activity.recurrence;
        object[Codes::repeatWhenDone] = activity.repeatWhenDone;
    }
    return object;
}

int runActivitySet(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        auto values = session.fieldValues(*session.schema().type(u"activity"_s), 2);
        auto done = values ? completeTimes(session.schema(), activity, *values) : Result<void>(values.error());
        return done
            ? commitAndTell(session, activity, planSeriesChange(session.reader(), activity, *values, scopeOf(session)))
            : session.output.fail(done.error());
    });
}

int runActivityDelete(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) {
        auto changes = planSeriesDelete(session.reader(), activity, scopeOf(session));
        if (!changes)
            return session.output.fail(changes.error());
        if (changes->kind == ActKinds::reschedule) { // the next one stands in its place
            const int code = commitAndTell(session, activity, std::move(changes));
            if (code == 0)
                session.output.line(
                    Texts::tr("The series goes on from there. --following ends it before this one, --all deletes it."));
            return code;
        }
        auto receipt = session.store.commitAndWait(std::move(*changes));
        if (!receipt)
            return session.output.fail(receipt.error());
        session.output.line(Texts::tr("Deleted: %1").arg(activity.title));
        session.output.document(QJsonObject{{u"id"_s, activity.number}, {u"deleted"_s, true}});
        return 0;
    });
}

int runActivityShow(const Session &session)
{
    return withActivity(session, [&](const Activity &activity) { return tell(session, activity.id); });
}

QList<Verb> activityVerbs()
{
    const QList<Option> scopes{{u"--following"_s}, {u"--all"_s}};
    const Option anyway{u"--anyway"_s};
    return {
        {u"activities"_s,
         {},
         0,
         0,
         {{u"--mine"_s},
          {u"--overdue"_s},
          {u"--today"_s},
          {u"--incoming"_s},
          {u"--done"_s},
          {u"--board"_s, u"TYPE"_s},
          {u"--where"_s, u"EXPR"_s, false, true},
          {u"--search"_s, u"TEXT"_s},
          {u"--limit"_s, u"N"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "activities of all items, planned and done"),
         runActivities},
        {u"activity add"_s,
         u"[TYPE ID] [FIELD=VALUE…]"_s,
         0,
         -1,
         {{u"--title"_s, u"T"_s},
          {u"--items"_s, u"TYPE:ID,…"_s},
          {u"--deadline"_s, u"WHEN"_s},
          {u"--kind"_s, u"K"_s},
          {u"--incoming"_s},
          {u"--description"_s, u"TEXT"_s},
          {u"--remind"_s, u"0,15"_s},
          {u"--repeat"_s, u"RRULE"_s},
          {u"--repeat-when-done"_s},
          anyway,
          {u"--responsible"_s, u"USER"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "plan an activity for an item, for several, or for none"),
         runActivityAdd},
        {u"activity set"_s, u"ID FIELD=VALUE…"_s, 2, -1, scopes + QList<Option>{anyway},
         QT_TRANSLATE_NOOP("Kartoteka", "change fields of an activity"), runActivitySet},
        {u"activity move"_s,
         u"ID WHEN"_s,
         2,
         2,
         {anyway},
         QT_TRANSLATE_NOOP("Kartoteka", "give it another deadline"),
         runActivityMove},
        {u"activity snooze"_s,
         u"ID [1h|2d|monday]"_s,
         1,
         2,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "put it off, by an hour unless told otherwise"),
         runActivitySnooze},
        {u"activity skip"_s,
         u"ID"_s,
         1,
         1,
         {{u"--to-today"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "put what repeats off to its next time"),
         runActivitySkip},
        {u"activity done"_s,
         u"ID"_s,
         1,
         1,
         {{u"--result"_s, u"KIND"_s}, {u"--note"_s, u"TEXT"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "complete an activity"),
         runActivityDone},
        {u"activity reopen"_s,
         u"ID"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "it was not done after all"),
         runActivityReopen},
        {u"activity delete"_s, u"ID"_s, 1, 1, scopes, QT_TRANSLATE_NOOP("Kartoteka", "delete an activity"),
         runActivityDelete},
    };
}

} // namespace Kartoteka::Cli
