// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/calendar_import.h"

#include "core/activities/activity_rules.h"
#include "core/activities/recurrence.h"
#include "core/activities/series.h"
#include "core/activities/series_queries.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/calendar/calendar_plan.h"
#include "core/items/item_queries.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/transfer/calendar_reply.h"
#include "core/transfer/event_people.h"
#include "core/transfer/event_range.h"
#include "core/transfer/event_standing.h"
#include "core/transfer/event_turn.h"
#include "core/transfer/event_values.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <optional>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString doneCode = u"done"_s;

constexpr qsizetype longestTitle = 500;

/// A person does not see that it differs.
bool isUnseen(const QString &field)
{
    return field == Codes::icsSequence || field == Codes::timeZone || field == Codes::series;
}

/// Compares the events of a file with what stands here.
class CalendarComparison
{
public:
    CalendarComparison(const ReadContext &context, const CalendarFile &file, const CalendarImportOptions &options)
        : m_context(context)
        , m_schema(*context.schema)
        , m_type(*m_schema.type(Codes::activity))
        , m_file(file)
        , m_options(options)
        , m_now(context.clock->now())
        , m_people(context)
    {}

    Result<CalendarPreview> run()
    {
        CalendarPreview preview;
        preview.remarks = m_file.remarks;
        preview.isForSeveral = std::ranges::count_if(m_schema.users(), [](const User &one) { return one.active; }) > 1;
        auto events = withRangesParted(m_context, m_file, preview.remarks);
        if (!events)
            return events.error();
        noteTimes(*events);
        qint64 looked = 0;
        for (const CalendarEvent &event : std::as_const(*events)) {
            if (m_context.token.isCancelled() || m_options.cancel.isCancelled())
                return Error{ErrorCode::Cancelled, {}, {}, {}};
            auto change = compare(event);
            if (!change)
                return change.error();
            change->refusal = refusalOf(*change);
            preview.changes.append(std::move(*change));
            if (m_options.progress && ++looked % 500 == 0)
                m_options.progress(looked, events->size());
        }
        return preview;
    }

private:
    void noteTimes(const QList<CalendarEvent> &events)
    {
        for (const CalendarEvent &event : events) {
            if (!event.partedAt.isEmpty())
                m_parted.insert(partedSeries(event));
            else if (event.recurrenceId.isEmpty())
                m_isWhole.insert(event.uid);
            else
                m_ownTimes[event.uid] << event.recurrenceId;
        }
    }

    /// Times of its series that the file tells of by themselves.
    QStringList ownTimes(const CalendarEvent &event) const
    {
        return event.partedAt.isEmpty() ? m_ownTimes.value(event.uid) : QStringList();
    }

    static QString refusalOf(const CalendarChange &change)
    {
        for (const Change &one : change.changes) {
            if (one.table != Codes::activity)
                continue;
            QHash<QString, Value> values;
            for (const FieldValue &value : one.values)
                values.insert(value.field, value.value);
            if (auto sensible = requireSensibleTimes(values); !sensible)
                return sensible.error().message;
        }
        return {};
    }

    Result<CalendarChange> compare(CalendarEvent event)
    {
        if (!m_isWhole.contains(event.uid)) {
            if (auto counted = countAsStanding(m_context, event); !counted)
                return counted.error();
        }
        CalendarChange change = begunChange(event);
        const bool isCancelled = event.isCancelled || m_file.method == CalendarMethod::Cancel;
        const bool isParted = !event.partedAt.isEmpty();
        auto standing = isParted ? partedOne(m_context, event)
            : isCancelled        ? standingOf(m_context, event)
                                 : doneOneOf(m_context, event);
        if (standing && !*standing && !isParted)
            standing = standingOf(m_context, event);
        if (!standing)
            return standing.error();
        const bool isOlder = *standing && event.sequence < (*standing)->value(Codes::icsSequence).toLongLong();
        if (isOlder && !(*standing)->deleted) {
            change.fate = CalendarFate::Same;
            return change;
        }
        if (*standing && !isParted && m_parted.contains((*standing)->text(Codes::series))) {
            change.fate = CalendarFate::Same; // it goes on from what follows in the file
            return change;
        }
        if (isCancelled)
            return isParted ? cancelledFrom(std::move(change), *standing) : cancelled(std::move(change), *standing);
        if (!*standing)
            return added(std::move(change));
        const Item &here = **standing;
        if (here.deleted) {
            change.fate = CalendarFate::Deleted;
            return change;
        }
        return changed(std::move(change), here);
    }

    Result<CalendarChange> cancelled(CalendarChange change, const std::optional<Item> &standing)
    {
        const bool isOneTime = !change.event.recurrenceId.isEmpty();
        ChangeSet changes;
        if (standing && !standing->deleted && (!isOneTime || standing->uid == identityOf(change.event)))
            changes.update(Codes::activity, standing->id, {{u"deleted_at"_s, m_now}});
        auto done = isOneTime ? outOfSeries(changes, change.event, u"skipped"_s) : cancelOwnTimes(changes, change.event);
        if (!done)
            return done.error();
        change.fate = changes.isEmpty() ? CalendarFate::Unknown : CalendarFate::Cancelled;
        change.changes = std::move(changes.changes);
        return change;
    }

    /// One time and all that follow it.
    Result<CalendarChange> cancelledFrom(CalendarChange change, const std::optional<Item> &standing)
    {
        ChangeSet changes;
        if (standing && !standing->deleted && standing->text(Codes::series) == partedSeries(change.event))
            changes.update(Codes::activity, standing->id, {{u"deleted_at"_s, m_now}});
        if (auto done = endBefore(m_context, changes, change.event, 0); !done)
            return done.error();
        change.fate = changes.isEmpty() ? CalendarFate::Unknown : CalendarFate::Cancelled;
        change.changes = std::move(changes.changes);
        return change;
    }

    /// With a series go its times that stand by themselves, except those that the file tells of.
    Result<void> cancelOwnTimes(ChangeSet &changes, const CalendarEvent &event)
    {
        auto alone = ownTimesOf(m_context, event.uid);
        if (!alone)
            return alone.error();
        for (const Item &one : std::as_const(*alone)) {
            if (!one.value(doneCode).toBool() && !m_ownTimes.value(event.uid).contains(one.text(Codes::occurrence)))
                changes.update(Codes::activity, one.id, {{u"deleted_at"_s, m_now}});
        }
        return {};
    }

    /// One time that the rule of a series here has no more: it is called off, or stands by itself.
    Result<void> outOfSeries(ChangeSet &changes, const CalendarEvent &event, const QString &kind)
    {
        CalendarEvent master = event;
        master.recurrenceId.clear();
        auto series = standingOf(m_context, master);
        if (!series)
            return series.error();
        return *series && !(*series)->deleted ? callOff(changes, **series, event, kind) : Result<void>();
    }

    static bool isTimeOf(const Item &open, const QString &recurrenceId, bool allDay)
    {
        const QDateTime own = wallOfCode(open.text(Codes::occurrence));
        const QDateTime moment = wallOfCode(recurrenceId);
        return isMovedFrom(open, recurrenceId) || (allDay ? own.date() == moment.date() : own == moment);
    }

    /// The open one goes on to the next that the file says nothing of, one to come is left out when its turn comes.
    Result<void> callOff(ChangeSet &changes, Item open, const CalendarEvent &event, const QString &kind)
    {
        if (!isTimeOf(open, event.recurrenceId, event.allDay) || open.value(doneCode).toBool())
            return leaveOut(changes, open.text(Codes::series), open.text(Codes::occurrence), {event.recurrenceId}, kind,
                            event.allDay);
        const QStringList ownTimes = m_ownTimes.value(event.uid);
        const auto isOut = [&](const QString &code) { return isTimeOf(open, code, event.allDay); };
        QString before;
        do {
            before = open.text(Codes::occurrence);
            auto skipped = planSkip(m_context, open);
            if (!skipped && skipped.error().code != ErrorCode::Refused)
                return skipped.error();
            if (!skipped) { // it was the last
                changes.update(Codes::activity, open.id, {{u"deleted_at"_s, m_now}});
                return {};
            }
            changes.changes += skipped->changes;
            for (const Change &one : std::as_const(skipped->changes)) {
                for (const FieldValue &value : one.table == Codes::activity ? one.values : QList<FieldValue>())
                    open.values.insert(value.field, value.value);
            }
        } while (open.text(Codes::occurrence) != before && std::ranges::any_of(ownTimes, isOut));
        return {};
    }

    Result<CalendarChange> added(CalendarChange change)
    {
        const CalendarEvent &event = change.event;
        QHash<QString, Value> values = eventValues(m_schema, event, change.title);
        values.insert(u"kind"_s, activityChoice(m_schema, u"kind"_s, event.isTask ? u"task"_s : u"meeting"_s));
        values.insert(Codes::icsUid, textValue(event.uid));
        values.insert(u"reminders"_s, reminderValue(event));
        auto people = m_people.of(event);
        if (!people)
            return people.error();
        change.people = people->users;
        values.insert(Codes::participants, membersValue(userMembers(people->users)));
        values.insert(u"items"_s, membersValue(people->contacts));
        values.insert(Codes::guests, membersValue(guestsOf(event)));
        const auto isOfSeries = takeFromSeries(m_context, event, values);
        if (!isOfSeries)
            return isOfSeries.error();
        const qint64 ends = event.allDay ? event.last.addDays(1).startOfDay().toMSecsSinceEpoch()
                                         : event.starts + event.minutes * 60'000;
        ChangeSet changes;
        QString occurrence;
        QString series;
        if (!event.rule.isEmpty()) {
            series = event.partedAt.isEmpty() ? seriesOfUid(event.uid) : partedSeries(event);
            auto alone = ownTimesOf(m_context, event.uid); // of a file that was read before
            if (!alone)
                return alone.error();
            for (const Item &one : std::as_const(*alone))
                m_ownTimes[event.uid] << one.text(Codes::occurrence);
            const auto turn = turnOf(m_schema, event, ownTimes(event), wallOf(m_now, zoneOf(event)));
            if (turn) {
                occurrence = occurrenceCode(turn->moment);
                putTurn(values, event, *turn);
                values.insert(Codes::series, series);
            } else {
                values.insert(doneCode, true); // all its times are over
            }
        } else if (event.isDone || (!event.isTask && ends <= m_now)) {
            values.insert(doneCode, true);
        }
        if (!event.recurrenceId.isEmpty() && !event.uid.isEmpty() && event.partedAt.isEmpty()) {
            // Which time of whose series it is, for who reads it from here.
            values.insert(Codes::occurrence, event.recurrenceId);
            if (!event.allDay)
                values.insert(Codes::timeZone, QString::fromLatin1(zoneOf(event).id()));
        }
        QList<FieldValue> columns;
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if (const Field *field = it.value().isValid() ? m_schema.field(m_type.id, it.key()) : nullptr)
                columns.append({field->column, it.value()});
        }
        changes.create(Codes::activity, columns, identityOf(event));
        if (auto done = noteExceptions(changes, event, series, occurrence); !done)
            return done.error();
        if (!event.partedAt.isEmpty()) {
            if (auto done = endBefore(m_context, changes, event, 0); !done)
                return done.error();
        } else if (!event.recurrenceId.isEmpty() && !m_isWhole.contains(event.uid)) {
            if (auto done = outOfSeries(changes, event, u"moved"_s); !done)
                return done.error();
        }
        change.fate = *isOfSeries ? CalendarFate::Changed : CalendarFate::New;
        change.changes = std::move(changes.changes);
        return change;
    }

    Result<CalendarChange> changed(CalendarChange change, const Item &here)
    {
        const CalendarEvent &event = change.event;
        QHash<QString, Value> values = eventValues(m_schema, event, change.title);
        ChangeSet changes;
        if (!event.rule.isEmpty() && !here.value(doneCode).toBool()) {
            // It stands somewhere in its series already: it goes on from there, unless the rule has no such time any more.
            const QDateTime own = wallOfCode(here.text(Codes::occurrence));
            QStringList alone = ownTimes(event);
            alone.removeIf([&here](const QString &code) { return isMovedFrom(here, code); });
            const auto turn = changedTurn(m_schema, event, alone, here, wallOf(m_now, zoneOf(event)));
            if (!turn)
                return ended(std::move(change), here);
            putTurn(values, event, *turn);
            if (turn->moment == own && here.value(Codes::deadline).isValid()
                && wallOf(here.value(Codes::deadline).toLongLong(), zoneOf(event)) != own) {
                for (const QString &code : {Codes::start, Codes::deadline})
                    values.remove(code); // it was moved here: the rule did not change
            }
            QString series = here.text(Codes::series);
            if (!event.partedAt.isEmpty()) {
                series = partedSeries(event);
                values.insert(Codes::series, series);
                if (auto done = endBefore(m_context, changes, event, here.id); !done)
                    return done.error();
            }
            if (auto done = noteExceptions(changes, event, series, here.text(Codes::occurrence)); !done)
                return done.error();
        } else if (!event.rule.isEmpty()) {
            for (const QString &code : {Codes::start, Codes::deadline, Codes::duration, Codes::allDay, Codes::timeZone})
                values.remove(code); // the series is over
        } else if (!here.text(Codes::recurrence).isEmpty() && event.recurrenceId.isEmpty()
                   && !here.value(doneCode).toBool()) {
            values.insert(Codes::recurrence, {});
        }
        if (event.isTask && event.isDone)
            values.insert(doneCode, true);
        if (event.isTask && !here.value(Codes::duration).isValid())
            values.remove(Codes::duration); // from when to when it may be done is not how long it takes
        if (auto done = invite(values, event, here); !done)
            return done.error();
        if (auto done = keepPlace(m_context, event, here, values); !done)
            return done.error();
        // A deadline of its own, apart from the beginning, is kept.
        if (!event.isTask && !event.allDay && values.contains(Codes::deadline)
            && here.value(Codes::deadline) != here.value(Codes::start)
            && values.value(Codes::start) == here.value(Codes::start))
            values.remove(Codes::deadline);
        QList<FieldValue> columns;
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            const Field *field = m_schema.field(m_type.id, it.key());
            if (!field || isSameSaid(here.value(it.key()), it.value()))
                continue;
            columns.append({field->column, it.value()});
            if (!isUnseen(it.key()))
                change.fields << it.key();
        }
        std::ranges::sort(change.fields);
        if (!columns.isEmpty())
            changes.update(Codes::activity, here.id, columns);
        const bool differs = !change.fields.isEmpty()
            || std::ranges::any_of(changes.changes, [](const Change &one) { return one.table != Codes::activity; });
        change.fate = differs ? CalendarFate::Changed : CalendarFate::Same;
        if (differs)
            change.changes = std::move(changes.changes);
        return change;
    }

    /// Its series ends before the time at which it stands.
    Result<CalendarChange> ended(CalendarChange change, const Item &here)
    {
        ChangeSet changes;
        changes.update(Codes::activity, here.id, {{u"deleted_at"_s, m_now}});
        change.fate = CalendarFate::Cancelled;
        change.changes = std::move(changes.changes);
        return change;
    }

    Members guestsOf(const CalendarEvent &event) const
    {
        return Kartoteka::guestsOf(event, [this](const QString &email) { return m_people.isOfTheOffice(email); });
    }

    static Members userMembers(const QList<qint64> &users)
    {
        Members members;
        for (const qint64 user : users)
            members.append({.text = {}, .label = {}, .ref = {0, user, {}}, .key = {}});
        return members;
    }

    /// Who is named in the file and not here yet. Nobody who was added here is taken away.
    Result<void> invite(QHash<QString, Value> &values, const CalendarEvent &event, const Item &here)
    {
        const bool isLater = event.sequence > here.value(Codes::icsSequence).toLongLong();
        const Members guests = here.members(Codes::guests);
        values.insert(Codes::guests, membersValue(mergedGuests(guests, guestsOf(event), isLater)));
        if (m_file.method != CalendarMethod::Request)
            return {};
        auto people = m_people.of(event);
        if (!people)
            return people.error();
        people->users.removeOne(here.reference(Codes::responsible));
        Members participants = here.members(Codes::participants);
        for (const Member &one : userMembers(people->users)) {
            if (!participants.contains(one))
                participants.append(one);
        }
        values.insert(Codes::participants, membersValue(participants));
        return {};
    }

    /// What the file says that is left out of a series, or stands by itself.
    Result<void> noteExceptions(ChangeSet &changes, const CalendarEvent &event, const QString &series, const QString &after)
    {
        if (series.isEmpty() || after.isEmpty())
            return {};
        const QStringList alone = ownTimes(event);
        QStringList skipped = event.exceptions;
        skipped.removeIf([&alone](const QString &code) { return alone.contains(code); });
        auto done = leaveOut(changes, series, after, skipped, u"skipped"_s, event.allDay);
        return done ? leaveOut(changes, series, after, alone, u"moved"_s, event.allDay) : done;
    }

    Result<void> leaveOut(ChangeSet &changes, const QString &series, const QString &after, const QStringList &codes,
                          const QString &kind, bool allDay)
    {
        if (codes.isEmpty())
            return {};
        auto known = seriesExceptions(m_context, {series});
        if (!known)
            return known.error();
        const QTime time = wallOfCode(after).time();
        for (const QString &code : codes) {
            // Days are named without a time; moments here are those of the deadline.
            const QDateTime moment = wallOfCode(code);
            const QString occurrence = occurrenceCode(allDay ? QDateTime(moment.date(), time, Qt::UTC) : moment);
            if (occurrence > after && !known->contains(series + u'/' + occurrence))
                addException(changes, series, occurrence, kind);
        }
        return {};
    }

    const ReadContext &m_context;
    const Schema &m_schema;
    const EntityType &m_type;
    const CalendarFile &m_file;
    const CalendarImportOptions &m_options;
    qint64 m_now;
    EventPeopleSearch m_people;
    QSet<QString> m_isWhole;                ///< UIDs of which the file has more than times that stand by themselves
    QHash<QString, QStringList> m_ownTimes; ///< of series, by UID: the times that stand by themselves
    QSet<QString> m_parted;                 ///< series here that go on from a time of a series in the file
};

} // namespace

qsizetype CalendarPreview::count(CalendarFate fate) const
{
    return std::ranges::count_if(changes, [fate](const CalendarChange &change) { return change.fate == fate; });
}

bool CalendarPreview::isEmpty() const
{
    return std::ranges::all_of(changes, [](const CalendarChange &change) { return change.changes.isEmpty(); });
}

CalendarChange begunChange(const CalendarEvent &event)
{
    CalendarChange change;
    change.event = event;
    change.title = event.title.isEmpty() ? Texts::tr("Untitled event") : event.title.left(longestTitle);
    change.day = event.first;
    if (!event.allDay && (event.starts != 0 || event.due)) {
        change.starts = QDateTime::fromMSecsSinceEpoch(event.starts != 0 ? event.starts : *event.due);
        change.day = change.starts.date();
    }
    return change;
}

Result<CalendarPreview> previewCalendar(const ReadContext &context, const CalendarFile &file,
                                        const CalendarImportOptions &options)
{
    if (file.method == CalendarMethod::Reply || file.method == CalendarMethod::Counter
        || file.method == CalendarMethod::Refresh)
        return previewReplies(context, file, options);
    return CalendarComparison(context, file, options).run();
}

Result<QByteArray> readCalendarFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::File, Texts::tr("Cannot read “%1”: %2").arg(path, file.errorString()), {}, {}};
    return file.read(largestCalendarFile + 1);
}

} // namespace Kartoteka
