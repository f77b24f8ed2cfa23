// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/timeline/comments.h"
#include "core/timeline/pins.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

/// The entry of a timeline that word 2 names by the "id" which `show` tells.
Result<qint64> entryId(const Session &session)
{
    bool isNumber = false;
    const QString word = session.arguments.words.value(2);
    const qint64 id = word.toLongLong(&isNumber);
    if (!isNumber)
        return Error{ErrorCode::Usage, Texts::tr("“%1” is not a timeline entry: give its number.").arg(word), {}, word};
    return id;
}

int commitAndTell(const Session &session, const ItemRef &item, Result<ChangeSet> changes)
{
    if (!changes)
        return session.output.fail(changes.error());
    if (!changes->isEmpty()) {
        if (auto receipt = session.store.commitAndWait(std::move(*changes)); !receipt)
            return session.output.fail(receipt.error());
    }
    auto pins = readPins(session.reader(), item);
    if (!pins)
        return session.output.fail(pins.error());
    QJsonArray pinned;
    for (const Pin &pin : std::as_const(*pins))
        pinned.append(QString::number(pin.entry));
    session.output.line(u"#%1 %2"_s.arg(session.number(item), itemTitle(session.reader(), item)));
    session.output.document(QJsonObject{{u"id"_s, session.number(item)}, {u"pins"_s, pinned}});
    return 0;
}

using Plan = Result<ChangeSet> (*)(const ReadContext &, const ItemRef &, qint64);

int changePin(const Session &session, Plan plan)
{
    auto item = session.item(1);
    auto entry = entryId(session);
    if (!item || !entry)
        return session.output.fail(item ? entry.error() : item.error());
    return commitAndTell(session, *item, plan(session.reader(), *item, *entry));
}

/// The comment that an entry of the item's timeline tells.
Result<Comment> commentOf(const Session &session, const ItemRef &item)
{
    auto entry = entryId(session);
    if (!entry)
        return entry.error();
    auto rows = journalRows(session.reader().connection, *session.store.catalog(), {*entry});
    if (!rows)
        return rows.error();
    auto owners = timelineOwners(session.reader(), item);
    if (!owners)
        return owners.error();
    if (rows->isEmpty() || rows->constFirst().table != u"comment" || !owners->contains(rows->constFirst().owner))
        return Error{ErrorCode::NotFound, Texts::tr("That entry is not a comment of the item."), {}, {}};
    return readComment(session.reader(), rows->constFirst().record);
}

int changeComment(const Session &session, ChangeSet (*plan)(const Session &rest, const Comment &comment))
{
    // "edit TYPE ID ENTRY …": the rest is a command line of its own.
    Arguments rest = session.arguments;
    rest.words.removeFirst();
    const Session inner{session.store, rest, session.output};
    auto item = inner.item(1);
    if (!item)
        return session.output.fail(item.error());
    auto comment = commentOf(inner, *item);
    if (!comment)
        return session.output.fail(comment.error());
    return commitAndTell(session, *item, plan(inner, *comment));
}

int runPin(const Session &session)
{
    return changePin(session, planPin);
}

int runUnpin(const Session &session)
{
    return changePin(session, planUnpin);
}

int runCommentEdit(const Session &session)
{
    return changeComment(session, [](const Session &rest, const Comment &comment) {
        return planEditComment(comment, rest.arguments.words.mid(3).join(u' '));
    });
}

int runCommentDelete(const Session &session)
{
    return changeComment(session, [](const Session &rest, const Comment &comment) {
        return planDeleteComment(comment, rest.store.clock().now());
    });
}

} // namespace

QList<Verb> timelineVerbs()
{
    return {
        {u"comment"_s,
         u"TYPE ID TEXT…"_s,
         3,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "write a comment; [@Name](person:UID) mentions a person of `user list`"),
         runComment},
        {u"comment edit"_s,
         u"TYPE ID ENTRY TEXT…"_s,
         4,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "rewrite a comment; its old text stays in the history"),
         runCommentEdit},
        {u"comment delete"_s,
         u"TYPE ID ENTRY"_s,
         3,
         3,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "delete a comment"),
         runCommentDelete},
        {u"pin"_s,
         u"TYPE ID ENTRY"_s,
         3,
         3,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "pin an entry on top of the timeline"),
         runPin},
        {u"unpin"_s, u"TYPE ID ENTRY"_s, 3, 3, {}, QT_TRANSLATE_NOOP("Kartoteka", "let it go to its place again"), runUnpin},
    };
}

} // namespace Kartoteka::Cli
