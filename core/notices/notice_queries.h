// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

#include <limits>
#include <optional>

namespace Kartoteka {

enum class NoticeKind {
    Mention,      ///< somebody named the person in a comment
    Responsible,  ///< … made them answer for an item
    Observer,     ///< … made them observe an item
    Activity,     ///< … gave them an activity
    ActivityDone, ///< … completed an activity of theirs
};
/// As the file and scripts have it.
QString noticeKindName(NoticeKind kind);
std::optional<NoticeKind> noticeKindFromName(const QString &name);

/// What a person of the office is told of.
struct Notice
{
    qint64 id = 0;
    NoticeKind kind = NoticeKind::Mention;
    ItemRef item;       ///< on which; of an activity the first that it is for
    qint64 comment = 0; ///< of a mention: row id; 0: it is gone
    qint64 at = 0;      ///< UTC ms
    qint64 author = 0;  ///< 0: not known
    bool isRead = false;
    int count = 1; ///< how many records it tells of, `item` being the first
    QString text;  ///< beginning of the comment as people read it, title of the activity; empty when it is gone
    QString title; ///< of the item

    bool operator==(const Notice &) const = default;
};

/// Behind which notice a page begins.
struct NoticePlace
{
    qint64 at = std::numeric_limits<qint64>::max();
    qint64 id = std::numeric_limits<qint64>::max();
};

/// How many a person has not read yet.
Result<qint64> countUnread(const ReadContext &context, qint64 person);
/// Those of a person, the newest first.
Result<QList<Notice>> readNotices(const ReadContext &context, qint64 person, const NoticePlace &behind, int limit);
/// Those that a person has not read yet, the newest first.
Result<QList<Notice>> readUnread(const ReadContext &context, qint64 person, int limit);
/// Which of some notices a person is still to read.
Result<QList<qint64>> unreadAmong(const ReadContext &context, qint64 person, const QList<qint64> &notices);
/// Which of some notices are a person's.
Result<QList<qint64>> ownAmong(const ReadContext &context, qint64 person, const QList<qint64> &notices);
/// All that a person is still to read.
Result<QList<qint64>> allUnread(const ReadContext &context, qint64 person);

/// A comment with who wrote it last.
struct WrittenComment
{
    QUuid uid;
    ItemRef owner;
    QString text;
    bool stands = true; ///< not deleted
    qint64 at = 0;      ///< UTC ms
    qint64 author = 0;  ///< 0: not known
};

/// The notice of a person about a comment, an item, an activity.
struct ToldPerson
{
    qint64 notice = 0;
    bool hasRead = false;
    int count = 1;
};

/// Those that are there, deleted ones too.
Result<QList<WrittenComment>> writtenComments(const ReadContext &context, const QList<qint64> &ids);
/// Who is told of something in one way, by person: of a comment that names them, say. @p subject: its uid.
Result<QHash<qint64, ToldPerson>> toldOf(const ReadContext &context, NoticeKind kind, const QUuid &subject);

/// How a field of a record changed in the last act that wrote it.
struct WrittenField
{
    Value before;
    Value after;
    qint64 at = 0;     ///< UTC ms
    qint64 author = 0; ///< 0: not known
    QUuid act;
    QString actKind;
};
/// Nothing where that act did not write it. Cost does not depend on how long the history is.
Result<std::optional<WrittenField>> lastWritten(const ReadContext &context, const RecordTable &table, qint64 id,
                                                const QString &column);

} // namespace Kartoteka
