// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/notice_queries.h"

#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/schema/text_pictures.h"
#include "core/store/change/journal_reader.h"
#include "core/store/record/read_ids.h"
#include "core/store/record/record_reader.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

constexpr qsizetype longestText = 160;
constexpr qsizetype longestRead = 4000; ///< of a comment, for its beginning

/// A comment as its words, for one line: what Markdown says by signs is left out.
QString wordsOf(QString text)
{
    static const QRegularExpression link(u"!?\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)"_s);
    static const QRegularExpression begin(u"^\\s{0,3}(#{1,6}|>|[-*+]|```\\w*)(\\s+|$)"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression sign(u"(\\*\\*|__|`)"_s);
    return text.replace(link, u"\\1"_s).remove(begin).remove(sign).simplified();
}

constexpr int rowsOfAct = 8; ///< that a record may have in the journal of one act: followers write too

const QString columns =
    u"SELECT id, item_type, item_id, comment, created_at, created_by, read_at, kind, how_many FROM notice "_s;

Result<void> describeMention(const ReadContext &context, const QUuid &uid, Notice &notice)
{
    auto comment = context.connection.query(
        u"SELECT id, substr(text, 1, ?) FROM comment WHERE uid = ? AND deleted_at IS NULL"_s, {longestRead, uidBytes(uid)});
    if (!comment)
        return comment.error();
    if (!comment->next())
        return {};
    notice.comment = comment->integer(0);
    notice.text = wordsOf(plainComment(comment->text(1), context.schema.get()));
    if (notice.text.size() > longestText)
        notice.text = notice.text.left(longestText - 1) + u'…';
    return {};
}

Result<void> describeActivity(const ReadContext &context, const QUuid &uid, Notice &notice)
{
    auto title = context.connection.scalar(u"SELECT title FROM activity WHERE uid = ?"_s, {uidBytes(uid)});
    if (!title)
        return title.error();
    notice.text = title->toString();
    return {};
}

Result<QList<Notice>> described(const ReadContext &context, const QString &sql, const QVariantList &bound)
{
    QList<Notice> notices;
    QList<QUuid> subjects;
    {
        auto cursor = context.connection.query(sql, bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            Notice notice;
            notice.id = cursor->integer(0);
            notice.item = {cursor->integer(1), cursor->integer(2), {}};
            notice.at = cursor->integer(4);
            notice.author = cursor->integer(5);
            notice.isRead = !cursor->isNull(6);
            notice.kind = noticeKindFromName(cursor->text(7)).value_or(NoticeKind::Mention);
            notice.count = qMax(1, int(cursor->integer(8)));
            notices.append(notice);
            subjects << uidFromText(cursor->text(3));
        }
    }
    for (qsizetype i = 0; i < notices.size(); ++i) {
        Notice &notice = notices[i];
        const bool isActivity = notice.kind == NoticeKind::Activity || notice.kind == NoticeKind::ActivityDone;
        auto done = isActivity                   ? describeActivity(context, subjects[i], notice)
            : notice.kind == NoticeKind::Mention ? describeMention(context, subjects[i], notice)
                                                 : Result<void>();
        if (!done)
            return done.error();
        notice.title = itemTitle(context, notice.item);
    }
    return notices;
}

} // namespace

QString noticeKindName(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Mention: return u"mention"_s;
    case NoticeKind::Responsible: return u"handed_over"_s;
    case NoticeKind::Observer: return u"observer"_s;
    case NoticeKind::Activity: return u"activity"_s;
    case NoticeKind::ActivityDone: return u"activity_done"_s;
    }
    return {};
}

std::optional<NoticeKind> noticeKindFromName(const QString &name)
{
    for (const NoticeKind kind : {NoticeKind::Mention, NoticeKind::Responsible, NoticeKind::Observer, NoticeKind::Activity,
                                  NoticeKind::ActivityDone}) {
        if (noticeKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

Result<qint64> countUnread(const ReadContext &context, qint64 person)
{
    auto count = context.connection.scalar(
        u"SELECT count(*) FROM notice WHERE person = ? AND read_at IS NULL AND deleted_at IS NULL"_s, {person});
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<QList<Notice>> readNotices(const ReadContext &context, qint64 person, const NoticePlace &behind, int limit)
{
    return described(context,
                     columns
                         + u"WHERE person = ? AND deleted_at IS NULL AND (created_at, id) < (?, ?) "
                           "ORDER BY created_at DESC, id DESC LIMIT ?"_s,
                     {person, behind.at, behind.id, limit});
}

Result<QList<Notice>> readUnread(const ReadContext &context, qint64 person, int limit)
{
    return described(context,
                     columns
                         + u"WHERE person = ? AND read_at IS NULL AND deleted_at IS NULL "
                           "ORDER BY created_at DESC, id DESC LIMIT ?"_s,
                     {person, limit});
}

Result<QList<qint64>> unreadAmong(const ReadContext &context, qint64 person, const QList<qint64> &notices)
{
    return readIds(context,
                   u"SELECT id FROM notice WHERE id IN (SELECT value FROM json_each(?)) AND person = ? "
                   "AND read_at IS NULL AND deleted_at IS NULL"_s,
                   {idList(notices), person});
}

Result<QList<qint64>> ownAmong(const ReadContext &context, qint64 person, const QList<qint64> &notices)
{
    return readIds(
        context,
        u"SELECT id FROM notice WHERE id IN (SELECT value FROM json_each(?)) AND person = ? AND deleted_at IS NULL"_s,
        {idList(notices), person});
}

Result<QList<qint64>> allUnread(const ReadContext &context, qint64 person)
{
    return readIds(context, u"SELECT id FROM notice WHERE person = ? AND read_at IS NULL AND deleted_at IS NULL"_s,
                   {person});
}

Result<QList<WrittenComment>> writtenComments(const ReadContext &context, const QList<qint64> &ids)
{
    // Whoever wrote it last: another one may have written it anew than made it.
    auto cursor = context.connection.query(
        u"SELECT c.uid, c.owner_type, c.owner_id, c.text, c.deleted_at, coalesce(c.edited_at, c.created_at), "
        "coalesce((SELECT j.author FROM journal j WHERE j.entity = 'comment' AND j.record = c.id "
        "AND j.operation <> 'create' ORDER BY j.id DESC LIMIT 1), c.created_by) "
        "FROM comment c WHERE c.id IN (SELECT value FROM json_each(?))"_s,
        {idList(ids)});
    if (!cursor)
        return cursor.error();
    QList<WrittenComment> comments;
    while (cursor->next()) {
        comments.append({uidFromBytes(cursor->bytes(0)),
                         {cursor->integer(1), cursor->integer(2), {}},
                         cursor->text(3),
                         cursor->isNull(4),
                         cursor->integer(5),
                         cursor->integer(6)});
    }
    return comments;
}

Result<QHash<qint64, ToldPerson>> toldOf(const ReadContext &context, NoticeKind kind, const QUuid &subject)
{
    auto cursor = context.connection.query(
        u"SELECT id, person, read_at, how_many FROM notice WHERE comment = ? AND kind = ? AND deleted_at IS NULL"_s,
        {uidText(subject), noticeKindName(kind)});
    if (!cursor)
        return cursor.error();
    QHash<qint64, ToldPerson> told;
    while (cursor->next())
        told.insert(cursor->integer(1), {cursor->integer(0), !cursor->isNull(2), qMax(1, int(cursor->integer(3)))});
    return told;
}

Result<std::optional<WrittenField>> lastWritten(const ReadContext &context, const RecordTable &table, qint64 id,
                                                const QString &column)
{
    using Found = std::optional<WrittenField>;
    // Each by an index of its own: rows of an item stand under it, those of an activity under what it is for.
    auto rows = table.isItem
        ? readIds(context,
                  u"SELECT id FROM journal WHERE owner_type = ? AND owner_id = ? AND entity = ? AND record = ? "
                  "ORDER BY at DESC, id DESC LIMIT ?"_s,
                  {table.typeId, id, table.entity, id, rowsOfAct})
        : readIds(context, u"SELECT id FROM journal WHERE entity = 'activity' AND record = ? ORDER BY id DESC LIMIT ?"_s,
                  {id, rowsOfAct});
    if (!rows)
        return rows.error();
    auto entries = journalRows(context.connection, *context.catalog, *rows);
    if (!entries)
        return entries.error();
    for (const JournalEntry &entry : std::as_const(*entries)) {
        if (entry.act != entries->constFirst().act)
            break;
        for (const FieldChange &change : entry.fields) {
            if (change.field != column)
                continue;
            auto act = context.connection.scalar(u"SELECT uid FROM act WHERE id = ?"_s, {entry.act});
            if (!act)
                return act.error();
            return Found(
                {change.before, change.after, entry.at, entry.author, uidFromBytes(act->toByteArray()), entry.actKind});
        }
    }
    return Found();
}

} // namespace Kartoteka
