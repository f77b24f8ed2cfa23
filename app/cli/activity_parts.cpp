// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_parts.h"

#include "app/cli/verbs.h"
#include "core/activities/checklist.h"
#include "core/activities/kinds.h"
#include "core/base/texts.h"
#include "core/calendar/activity_span.h"
#include "core/calendar/calendar_plan.h"
#include "core/items/value_text.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QJsonArray stepsJson(const Checklist &steps)
{
    QJsonArray array;
    for (const ChecklistItem &step : steps)
        array.append(QJsonObject{{u"text"_s, step.text}, {u"done"_s, step.done}});
    return array;
}

int tellSteps(const Session &session, qint64 activity)
{
    auto steps = readChecklist(session.reader(), activity);
    if (!steps)
        return session.output.fail(steps.error());
    QList<QStringList> rows;
    for (qsizetype i = 0; i < steps->size(); ++i)
        rows.append({QString::number(i + 1), (*steps)[i].text, (*steps)[i].done ? Texts::tr("yes") : QString()});
    session.output.table({Texts::tr("No."), Texts::tr("Step"), Texts::tr("Done")}, rows);
    session.output.document(stepsJson(*steps));
    return 0;
}

/// The place in the list that an option names, from 1 on; -1 when it is not given.
Result<int> placeOf(const Session &session, const QString &option, qsizetype count)
{
    auto number = session.wholeNumber(option, -1);
    if (number && *number != -1 && (*number < 1 || *number > count))
        return Error{ErrorCode::Usage, Texts::tr("There is no step %1.").arg(*number), {}, option};
    return number;
}

/// "activity steps ID [--add TEXT] [--tick N] [--untick N] [--remove N]"
int runActivitySteps(const Session &session)
{
    auto activity = session.activity(1);
    if (!activity)
        return session.output.fail(activity.error());
    auto before = readChecklist(session.reader(), activity->id);
    if (!before)
        return session.output.fail(before.error());
    Checklist after = *before;
    for (const QString &text : session.arguments.values(u"--add"_s)) {
        ChecklistItem step;
        step.text = text;
        after << step;
    }
    for (const auto &[option, done] : {std::pair{u"--tick"_s, true}, std::pair{u"--untick"_s, false}}) {
        auto place = placeOf(session, option, after.size());
        if (!place)
            return session.output.fail(place.error());
        if (*place > 0)
            after[*place - 1].done = done;
    }
    auto removed = placeOf(session, u"--remove"_s, after.size());
    if (!removed)
        return session.output.fail(removed.error());
    if (*removed > 0)
        after.removeAt(*removed - 1);
    ChangeSet changes;
    changes.subject = activity->title;
    changes.changes = planChecklist(activity->id, *before, after, session.store.clock().now());
    if (!changes.isEmpty()) {
        if (auto receipt = session.store.commitAndWait(std::move(changes)); !receipt)
            return session.output.fail(receipt.error());
    }
    return tellSteps(session, activity->id);
}

int runKinds(const Session &session)
{
    const Schema &schema = session.schema();
    QJsonArray array;
    for (const ListValue &kind : activityKinds(schema)) {
        QJsonObject object{{u"code"_s, kind.code}, {u"name"_s, displayName(schema, kind)}};
        session.output.line(kind.code + u": "_s + displayName(schema, kind));
        for (const auto &[property, text] : kindTexts(schema, kind.id)) {
            object[property] = text;
            if (!text.isEmpty())
                session.output.line(u"    "_s + property + u'=' + text);
        }
        array.append(object);
    }
    session.output.document(array);
    return 0;
}

/// "activity-kind set KIND PROPERTY=VALUE…"
int runKindSet(const Session &session)
{
    const Schema &schema = session.schema();
    const QStringList &words = session.arguments.words;
    const Field *field = schema.field(schema.type(u"activity"_s)->id, Codes::kind);
    const qint64 kind = findListValue(schema, *field, words.value(1));
    if (kind == 0) {
        return session.output.fail(
            {ErrorCode::Usage, Texts::tr("There is no kind of activity “%1”.").arg(words.value(1)), {}, Codes::kind});
    }
    QList<QPair<QString, QString>> properties;
    for (const QString &word : words.mid(2)) {
        if (!word.contains(u'=')) {
            return session.output.fail(
                {ErrorCode::Usage, Texts::tr("Expected PROPERTY=VALUE, not “%1”.").arg(word), {}, word});
        }
        properties.append({word.section(u'=', 0, 0), word.section(u'=', 1)});
    }
    auto changes = planKind(schema, kind, properties, session.store.clock().localNow());
    if (!changes)
        return session.output.fail(changes.error());
    const QString name = changes->subject;
    if (auto receipt = session.store.commitAndWait(std::move(*changes)); !receipt)
        return session.output.fail(receipt.error());
    session.output.line(Texts::tr("Changed: %1").arg(name));
    QJsonObject object{{u"code"_s, words.value(1)}};
    for (const auto &[property, text] : kindTexts(session.schema(), kind))
        object[property] = text;
    session.output.document(object);
    return 0;
}

/// Whole days of the zone here, as the calendar makes them.
void takeWholeDays(const Schema &schema, const Activity &standing, qint64 start, QHash<QString, Value> &values)
{
    const QDate first = QDateTime::fromMSecsSinceEpoch(start).date();
    const Value deadline = values.value(Codes::deadline);
    const qint64 usual = standing.details.allDay ? standing.details.duration : 0;
    const qint64 minutes = values.value(Codes::duration, usual).toLongLong();
    QDate last = first.addDays(qBound(qint64(0), minutes - 1, longestDuration) / minutesOfDay);
    if (minutes == 0 && deadline.isValid()) // nobody said how long it is: until it is due
        last = qMax(first, QDateTime::fromMSecsSinceEpoch(deadline.toLongLong()).date());
    const QHash<QString, Value> times = activityTimes(schema, {first, {}}, {last, {}});
    for (auto it = times.cbegin(); it != times.cend(); ++it) {
        const bool isSaid = values.contains(it.key())
            || (it.key() == Codes::deadline && (standing.deadline.isValid() || standing.incoming))
            || (it.key() == Codes::timeZone && it.value() == standing.details.timeZone);
        if (it.key() == Codes::start || (it.key() == Codes::duration && minutes >= 0) || !isSaid)
            values.insert(it.key(), it.value());
    }
    if (const QByteArray zone = values.value(Codes::timeZone).toString().toLatin1(); QTimeZone(zone).isValid())
        values.insert(Codes::start, first.startOfDay(QTimeZone(zone)).toMSecsSinceEpoch());
}

} // namespace

Result<void> completeTimes(const Schema &schema, const Activity &standing, QHash<QString, Value> &values)
{
    const bool takesDays = values.value(Codes::allDay).toBool();
    if (!takesDays && values.value(Codes::resources).value<Members>().isEmpty())
        return {};
    const Value known = standing.details.start.isValid() ? standing.details.start
                                                         : values.value(Codes::deadline, standing.deadline);
    const Value start = values.value(Codes::start).isValid() ? values.value(Codes::start) : known;
    if (!start.isValid())
        return Error{ErrorCode::Usage,
                     Texts::tr("Say when it begins, for example start=2026-03-15T10:00: else it takes no time."),
                     {},
                     Codes::start};
    if (takesDays) {
        takeWholeDays(schema, standing, start.toLongLong(), values);
        return {};
    }
    if (!standing.details.start.isValid() || values.contains(Codes::start))
        values.insert(Codes::start, start);
    if (!standing.deadline.isValid() && !standing.incoming && !values.contains(Codes::deadline))
        values.insert(Codes::deadline, start); // what has a time is due when it begins
    if (standing.details.duration == 0 && !values.contains(Codes::duration)) {
        constexpr int usual = 60; // of a kind that says nothing
        const int ofKind = kindProperties(schema, values.value(Codes::kind, standing.kind).toLongLong()).duration;
        values.insert(Codes::duration, qint64(ofKind == 0 ? usual : ofKind));
    }
    return {};
}

void addParts(const Session &session, const Activity &activity, QJsonObject &object)
{
    const ActivityDetails &details = activity.details;
    const QHash<QString, Value> values = valuesOf(activity);
    const qint64 type = session.schema().type(u"activity"_s)->id;
    QStringList parts{Codes::participants, Codes::priority, Codes::address,    Codes::link,
                      Codes::location,     Codes::colour,   Codes::resultKind, Codes::result};
    for (const QString &code : std::as_const(parts)) {
        const Field *field = session.schema().field(type, code);
        const Value value = values.value(code);
        if (!field || !value.isValid())
            continue;
        const ListValue *choice = field->type == FieldType::List ? session.schema().listValue(value.toLongLong()) : nullptr;
        object[code] = choice ? QJsonValue(choice->code) : valueToJson(session.schema(), *field, value);
    }
    if (details.start.isValid())
        object[Codes::start] = session.instant(details.start.toLongLong());
    if (details.allDay)
        object[Codes::allDay] = true;
    if (details.duration != 0)
        object[Codes::duration] = details.duration;
    if (details.steps != 0)
        object[u"steps"_s] = QJsonObject{{u"done"_s, details.stepsDone}, {u"all"_s, details.steps}};
}

QList<Verb> activityPartVerbs()
{
    return {{u"activity steps"_s,
             u"ID"_s,
             1,
             1,
             {{u"--add"_s, u"TEXT"_s, false, true}, {u"--tick"_s, u"N"_s}, {u"--untick"_s, u"N"_s}, {u"--remove"_s, u"N"_s}},
             QT_TRANSLATE_NOOP("Kartoteka", "the steps of an activity, and changes of them"),
             runActivitySteps},
            {u"activity-kind list"_s,
             {},
             0,
             0,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "kinds of activities, and what each has and does"),
             runKinds},
            {u"activity-kind set"_s,
             u"KIND PROPERTY=VALUE…"_s,
             2,
             -1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "change what a kind of activities has and does"),
             runKindSet}};
}

} // namespace Kartoteka::Cli
