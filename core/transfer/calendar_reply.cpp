// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/calendar_reply.h"

#include "core/activities/recurrence.h"
#include "core/base/texts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/invitation_codes.h"
#include "core/transfer/event_people.h"
#include "core/transfer/event_standing.h"
#include "core/transfer/event_turn.h"

#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

class ReplyReading
{
public:
    ReplyReading(const ReadContext &context, CalendarMethod method) : m_context(context), m_method(method), m_people(context)
    {}

    Result<CalendarChange> read(CalendarEvent event)
    {
        if (auto counted = countAsStanding(m_context, event); !counted)
            return counted.error();
        CalendarChange change = begunChange(event);
        if (auto told = tell(change); !told)
            return told.error();
        auto standing = standingFor(event);
        if (!standing)
            return standing.error();
        change.fate = CalendarFate::Same;
        if (!*standing) {
            change.answer = Texts::tr("%1 (the invitation is not known here)").arg(change.answer);
            return change;
        }
        const Item &here = **standing;
        change.title = here.text(Codes::title);
        change.fate = here.deleted ? CalendarFate::Deleted : CalendarFate::Same;
        if (here.deleted || m_method != CalendarMethod::Reply)
            return change;
        if (event.sequence < here.value(Codes::icsSequence).toLongLong()) {
            change.answer = Texts::tr("%1 (of what was planned before)").arg(change.answer);
            return change;
        }
        take(change, here);
        return change;
    }

private:
    /// Of one time of a series the one by itself, or the open one if that is its time.
    Result<std::optional<Item>> standingFor(const CalendarEvent &event)
    {
        auto standing = standingOf(m_context, event);
        if (!standing || *standing || event.recurrenceId.isEmpty())
            return standing;
        CalendarEvent series = event;
        series.recurrenceId.clear();
        auto open = standingOf(m_context, series);
        const bool isIt = open && *open && !(*open)->deleted
            && occurrenceCode(wallOfCode((*open)->text(Codes::occurrence)).addSecs(secondsToStart(**open)))
                == event.recurrenceId;
        return !open || isIt ? open : Result<std::optional<Item>>(std::optional<Item>());
    }

    Result<void> tell(CalendarChange &change)
    {
        QStringList words;
        for (const QString &email : change.event.attendees) {
            auto name = m_people.nameOf(email);
            if (!name)
                return name.error();
            words << (m_method == CalendarMethod::Reply
                          ? u"%1: %2"_s.arg(*name, answerText(change.event.answers.value(email)))
                          : m_method == CalendarMethod::Counter ? proposed(*name, change)
                                                                : Texts::tr("%1 asks for the invitation").arg(*name));
        }
        change.answer = words.join(u", "_s);
        return {};
    }
    static QString proposed(const QString &name, const CalendarChange &change)
    {
        const QString when = change.starts.isValid() ? QLocale().toString(change.starts, QLocale::ShortFormat)
                                                     : QLocale().toString(change.day, QLocale::ShortFormat);
        return Texts::tr("%1 proposes %2").arg(name, when);
    }

    void take(CalendarChange &change, const Item &here) const
    {
        Members told;
        for (const QString &email : change.event.attendees) {
            if (const QString answer = change.event.answers.value(email); !answer.isEmpty())
                told.append({.text = email, .label = answer, .ref = {}, .key = {}});
        }
        const Members guests = mergedGuests(here.members(Codes::guests), told, false);
        const Field *field = m_context.schema->field(here.typeId, Codes::guests);
        if (!field || guests == here.members(Codes::guests))
            return;
        ChangeSet changes;
        changes.update(u"activity"_s, here.id, {{field->column, membersValue(guests)}});
        change.changes = std::move(changes.changes);
        change.fields = {Codes::guests};
        change.fate = CalendarFate::Answered;
    }

    const ReadContext &m_context;
    CalendarMethod m_method;
    EventPeopleSearch m_people;
};

} // namespace

Result<CalendarPreview> previewReplies(const ReadContext &context, const CalendarFile &file,
                                       const CalendarImportOptions &options)
{
    ReplyReading reading(context, file.method);
    CalendarPreview preview;
    preview.remarks = file.remarks;
    for (const CalendarEvent &event : file.events) {
        if (context.token.isCancelled() || options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        auto change = reading.read(event);
        if (!change)
            return change.error();
        preview.changes.append(std::move(*change));
    }
    return preview;
}

} // namespace Kartoteka
