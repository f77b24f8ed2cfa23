// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/timeline_acts.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/notices/reading.h"
#include "core/schema/codes.h"
#include "core/schema/mentions.h"
#include "core/store/commit/take_back.h"
#include "core/timeline/comments.h"
#include "core/timeline/pins.h"

namespace Kartoteka {

namespace {

/// Any row of a table for which @p where holds; 0 when there is none.
qint64 anyRow(Store &store, QRandomGenerator &random, const QString &table, const QString &where)
{
    auto id = store.reader().connection.scalar(
        u"SELECT id FROM %1 WHERE %2 ORDER BY uid LIMIT 1 OFFSET (SELECT abs(%3) % max(1, count(*)) FROM %1 WHERE %2)"_s
            .arg(table, where)
            .arg(random.bounded(1'000'000)));
    return id ? id->toLongLong() : 0;
}

} // namespace

Result<ChangeSet> randomPin(Store &store, const ItemRef &item, QRandomGenerator &random)
{
    auto page = readTimeline(store.reader(), item, {}, 5);
    if (!page)
        return page.error();
    return page->entries.isEmpty()
        ? Result<ChangeSet>(ChangeSet())
        : planPin(store.reader(), item, page->entries[random.bounded(int(page->entries.size()))].id);
}

Result<ChangeSet> randomUnpin(Store &store, QRandomGenerator &random)
{
    auto pinned = store.reader().connection.query(u"SELECT item_type, item_id FROM pin WHERE id = ?"_s,
                                                  {anyRow(store, random, u"pin"_s, u"deleted_at IS NULL"_s)});
    if (!pinned || !pinned->next())
        return ChangeSet();
    const ItemRef item{pinned->integer(0), pinned->integer(1), {}};
    auto pins = readPins(store.reader(), item);
    if (!pins)
        return pins.error();
    return pins->isEmpty() ? Result<ChangeSet>(ChangeSet()) : planUnpin(store.reader(), item, pins->constFirst().entry);
}

Result<ChangeSet> randomCommentChange(Store &store, QRandomGenerator &random, const QString &word)
{
    auto comment = readComment(store.reader(), anyRow(store, random, u"comment"_s, u"deleted_at IS NULL"_s));
    if (!comment)
        return comment.error();
    return random.bounded(3) == 0 ? planDeleteComment(*comment, store.clock().now()) : planEditComment(*comment, word);
}

Result<ChangeSet> randomMention(Store &store, const ItemRef &item, QRandomGenerator &random, const QString &word)
{
    const QList<User> &users = store.schema()->users();
    const User &person = users[random.bounded(int(users.size()))];
    const QString text = word + u' ' + mentionText(person.name, person.uid);
    if (random.bounded(3) != 0)
        return planComment(item, text);
    auto comment = readComment(store.reader(), anyRow(store, random, u"comment"_s, u"deleted_at IS NULL"_s));
    return comment ? Result<ChangeSet>(planEditComment(*comment, text)) : Result<ChangeSet>(comment.error());
}

Result<ChangeSet> randomHandOver(Store &store, const ItemRef &item, QRandomGenerator &random)
{
    const QList<User> &users = store.schema()->users();
    const qint64 person = users[random.bounded(int(users.size()))].id;
    if (random.bounded(3) == 0) {
        ActivityDraft draft;
        draft.items = {item};
        draft.responsible = person;
        return planActivity(*store.schema(), draft);
    }
    auto known = readItem(store.reader(), item);
    if (!known)
        return known.error();
    if (random.bounded(2) == 0)
        return planEdit(*store.schema(), *known, {{Codes::responsible, person}});
    Members observers = known->members(Codes::observers);
    observers.append({.text = {}, .label = {}, .ref = {0, person, {}}, .key = {}});
    return planEdit(*store.schema(), *known, {{Codes::observers, membersValue(observers)}});
}

Result<ChangeSet> randomReading(Store &store, QRandomGenerator &random)
{
    const qint64 notice = anyRow(store, random, u"notice"_s, u"deleted_at IS NULL"_s);
    auto person = store.reader().connection.scalar(u"SELECT person FROM notice WHERE id = ?"_s, {notice});
    if (!person)
        return person.error();
    return random.bounded(3) == 0 ? planReadAll(store.reader(), person->toLongLong())
                                  : planRead(store.reader(), person->toLongLong(), {notice});
}

Result<ChangeSet> randomTakeBack(Store &store, QRandomGenerator &random)
{
    return planTakeBack(store.reader(), {anyRow(store, random, u"act"_s, u"undoable = 1 AND undone_by IS NULL"_s)});
}

} // namespace Kartoteka
