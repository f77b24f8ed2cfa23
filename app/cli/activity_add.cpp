// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activity_add.h"

#include "app/cli/activity_parts.h"
#include "core/activities/deadline_words.h"
#include "core/activities/kinds.h"
#include "core/activities/overlap.h"
#include "core/activities/recurrence.h"
#include "core/activities/reminders.h"
#include "core/base/texts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/repeat_rule.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace Kartoteka::Cli {

ChangeSet asWanted(const Session &session, const ChangeSet &changes)
{
    return session.arguments.has(u"--anyway"_s) ? acceptingOverlap(changes) : changes;
}

Result<qint64> instantOf(const Session &session, const QString &text)
{
    // As the program itself writes it.
    if (const auto at = parseInstant(text, typedReading(), QTimeZone::systemTimeZone()))
        return *at;
    if (const auto at = parseDeadline(text, session.store.clock().localNow(), WorkCalendar(session.schema())))
        return at->toMSecsSinceEpoch();
    return Error{ErrorCode::Usage,
                 Texts::tr("“%1” is not a future date and time: say 2026-03-15 10:00, fri 15:00 or +3d.").arg(text),
                 {},
                 u"deadline"_s};
}

namespace {

/// The responsible that --responsible names; 0 when it is not given.
Result<qint64> responsibleOf(const Session &session)
{
    const QString name = session.arguments.value(u"--responsible"_s);
    const qint64 user = name.isEmpty() ? 0 : findUser(session.schema(), name);
    if (!name.isEmpty() && user == 0)
        return Error{ErrorCode::Usage, Texts::tr("There is no user “%1”.").arg(name), {}, u"responsible"_s};
    return user;
}

/// What --items names besides: "deal:7,contact:3".
Result<QList<ItemRef>> itemsOf(const Session &session)
{
    QList<ItemRef> items;
    for (const QString &part : session.arguments.value(u"--items"_s).split(u',', Qt::SkipEmptyParts)) {
        Arguments named = session.arguments;
        named.words = {part.section(u':', 0, 0).trimmed(), part.section(u':', 1).trimmed()};
        auto item = Session{session.store, named, session.output}.item(1);
        if (!item)
            return item.error();
        items << *item;
    }
    return items;
}

/// The first one counts though its rule has no such day: whoever planned it is to know. Empty: it has.
QString firstOutsideItsRule(const Activity &activity)
{
    const auto rule = parseRepeatRule(activity.recurrence);
    const Value begins = activity.details.start.isValid() ? activity.details.start : activity.deadline;
    if (activity.recurrence.isEmpty() || !rule || !begins.isValid())
        return {};
    const QDateTime wall = wallOf(begins.toLongLong());
    const QDate nearest = nearestDay(*rule, wall);
    if (!nearest.isValid() || nearest == wall.date())
        return {};
    return Texts::tr("The first one, on %1, is outside its rule; the others follow it. The nearest day of the rule is %2.")
        .arg(QLocale().toString(wall.date(), QLocale::ShortFormat), QLocale().toString(nearest, QLocale::ShortFormat));
}

} // namespace

int runActivityAdd(const Session &session)
{
    // "add TYPE ID": the rest is a command line of its own.
    Arguments rest = session.arguments;
    rest.words.removeFirst();
    const Session inner{session.store, rest, session.output};
    ActivityDraft draft;
    const bool isForItem = !rest.words.isEmpty()
        && !rest.words.constFirst().contains(u'='); // else for none, or for those of --items
    if (isForItem) {
        auto ref = inner.item(1);
        if (!ref)
            return session.output.fail(ref.error());
        draft.items = {*ref};
    }
    auto responsible = responsibleOf(session);
    if (!responsible)
        return session.output.fail(responsible.error());
    auto others = itemsOf(inner);
    if (!others)
        return session.output.fail(others.error());
    draft.items += *others;
    auto more = inner.fieldValues(*session.schema().type(u"activity"_s), isForItem ? 2 : 0);
    if (!more)
        return session.output.fail(more.error());
    draft.more = *more;
    draft.title = rest.value(u"--title"_s);
    draft.description = rest.value(u"--description"_s);
    draft.kind = rest.value(u"--kind"_s, draft.kind);
    draft.incoming = rest.has(u"--incoming"_s);
    draft.responsible = *responsible;
    const Field *kind = session.schema().field(session.schema().type(u"activity"_s)->id, u"kind"_s);
    const ListValue *known = session.schema().listValue(findListValue(session.schema(), *kind, draft.kind));
    if (!known) {
        return session.output.fail(
            {ErrorCode::Usage, Texts::tr("There is no kind of activity “%1”.").arg(draft.kind), {}, u"kind"_s});
    }
    draft.kind = known->code;
    if (rest.has(u"--deadline"_s) && draft.incoming) {
        return session.output.fail({ErrorCode::Usage,
                                    Texts::tr("An incoming activity has no deadline: it waits until it is done."),
                                    {},
                                    u"deadline"_s});
    }
    if (rest.has(u"--deadline"_s)) {
        const auto at = instantOf(session, rest.value(u"--deadline"_s));
        if (!at)
            return session.output.fail(at.error());
        draft.deadline = *at;
    } else if (!draft.incoming) {
        draft.deadline = kindDeadline(session.schema(), kindProperties(session.schema(), known->id),
                                      session.store.clock().localNow())
                             .toMSecsSinceEpoch();
    }
    Activity asItIs;
    asItIs.kind = known->id;
    asItIs.incoming = draft.incoming;
    // The usual deadline is none of what begins at another time.
    if (rest.has(u"--deadline"_s) || !draft.more.contains(Codes::start))
        asItIs.deadline = draft.deadline;
    if (auto done = completeTimes(session.schema(), asItIs, draft.more); !done)
        return session.output.fail(done.error());
    if (const Value due = draft.more.take(u"deadline"_s); due.isValid())
        draft.deadline = due;
    if (rest.has(u"--remind"_s))
        draft.reminders = rest.value(u"--remind"_s);
    if (!areReminders(draft.reminders.value_or(QString()))) {
        return session.output.fail({ErrorCode::Usage,
                                    Texts::tr("Reminders are minutes before the deadline, for example 0,15."),
                                    {},
                                    u"reminders"_s});
    }
    draft.recurrence = rest.value(u"--repeat"_s);
    draft.repeatWhenDone = rest.has(u"--repeat-when-done"_s);
    if (draft.recurrence.isEmpty() && (draft.repeatWhenDone || rest.has(u"--repeat"_s))) {
        return session.output.fail({ErrorCode::Usage,
                                    Texts::tr("Say by --repeat how it repeats, for example FREQ=DAILY;INTERVAL=3."),
                                    {},
                                    Codes::recurrence});
    }
    ChangeSet changes = planActivity(session.schema(), draft);
    const QUuid uid = changes.changes.first().uid;
    auto receipt = session.store.commitAndWait(asWanted(session, changes));
    if (!receipt)
        return session.output.fail(receipt.error());
    const auto made = readActivity(session.reader(), receipt->created.value(uid));
    if (!made)
        return session.output.fail(made.error());
    session.output.line(Texts::tr("Activity %1 planned.").arg(made->number));
    QJsonObject document{{u"id"_s, made->number}};
    if (const QString told = firstOutsideItsRule(*made); !told.isEmpty()) {
        session.output.line(told);
        document[u"warnings"_s] = QJsonArray{told};
    }
    session.output.document(document);
    return 0;
}

} // namespace Kartoteka::Cli
