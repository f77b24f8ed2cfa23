// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

#include <limits>

namespace Kartoteka {

/// What a person of the office is told of: somebody named them in a comment.
struct Notice
{
    qint64 id = 0;
    ItemRef item;       ///< on which
    qint64 comment = 0; ///< row id; 0: it is gone
    qint64 at = 0;      ///< UTC ms
    qint64 author = 0;  ///< 0: not known
    bool isRead = false;
    QString text;  ///< beginning of the comment as people read it; empty when it is gone
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

/// The notice of a person about a comment.
struct ToldPerson
{
    qint64 notice = 0;
    bool hasRead = false;
};

/// Those that are there, deleted ones too.
Result<QList<WrittenComment>> writtenComments(const ReadContext &context, const QList<qint64> &ids);
/// Who is told that they are named in a comment, by person.
Result<QHash<qint64, ToldPerson>> toldOf(const ReadContext &context, const QUuid &comment);

} // namespace Kartoteka
