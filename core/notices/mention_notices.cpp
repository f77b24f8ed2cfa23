// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/mention_notices.h"

#include "core/base/uid.h"
#include "core/notices/notice_queries.h"
#include "core/schema/codes.h"
#include "core/schema/mentions.h"

namespace Kartoteka {

namespace {

bool namesSomebody(const NotedChange &change, const Row &row)
{
    return !row.isEmpty() && row[change.table.indexOf(u"text"_s)].toString().contains(mentionScheme);
}

bool differs(const NotedChange &change, const QString &column)
{
    const int at = change.table.indexOf(column);
    return change.before.isEmpty() || change.before[at] != change.after[at];
}

bool mayMention(const NotedChange &change)
{
    return change.table.code == u"comment" && !change.after.isEmpty()
        && (namesSomebody(change, change.before) || namesSomebody(change, change.after))
        && (differs(change, u"text"_s) || differs(change, u"deleted_at"_s));
}

/// The people whom a comment names, each once.
QList<const User *> namedIn(const Schema &schema, const WrittenComment &comment)
{
    QList<const User *> people;
    if (!comment.stands)
        return people;
    const QList<Mention> mentions = mentionsIn(comment.text);
    for (const Mention &mention : mentions) {
        const User *person = personOf(schema, mention.person);
        if (person && !people.contains(person))
            people << person;
    }
    return people;
}

Result<void> tell(const ReadContext &context, const WrittenComment &comment, ChangeSet &changes)
{
    auto told = toldOf(context, NoticeKind::Mention, comment.uid);
    if (!told)
        return told.error();
    const QList<const User *> named = namedIn(*context.schema, comment);
    for (const User *person : named) {
        if (told->remove(person->id) || !person->active || person->id == comment.author)
            continue;
        changes.create(u"notice"_s,
                       {{u"person"_s, person->id},
                        {u"kind"_s, noticeKindName(NoticeKind::Mention)},
                        {u"item"_s, toValue(comment.owner)},
                        {u"comment"_s, uidText(comment.uid)},
                        {Codes::createdAt, comment.at},
                        {Codes::createdBy, comment.author == 0 ? Value() : Value(comment.author)},
                        {u"read_at"_s, {}}},
                       derivedUid(u"notice", uidText(person->uid) + u'/' + uidText(comment.uid)));
    }
    for (const ToldPerson &one : std::as_const(*told)) {
        if (!one.hasRead)
            changes.update(u"notice"_s, one.notice, {{u"deleted_at"_s, context.clock->now()}});
    }
    return {};
}

Result<QList<Change>> mentionNotices(const ReadContext &context, const RecordTable &, const QList<qint64> &ids)
{
    auto comments = writtenComments(context, ids);
    if (!comments)
        return comments.error();
    ChangeSet changes;
    for (const WrittenComment &comment : std::as_const(*comments)) {
        if (auto done = tell(context, comment, changes); !done)
            return done.error();
    }
    return changes.changes;
}

} // namespace

Follower mentionFollower()
{
    return {u"mentions"_s, mayMention, mentionNotices};
}

} // namespace Kartoteka
