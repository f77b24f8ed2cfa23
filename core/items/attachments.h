// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/change/commit_rule.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// A file attached to an item.
struct Attachment
{
    qint64 id = 0;
    ItemRef owner;
    QString name;
    qint64 size = 0; ///< bytes
    QString digest;  ///< names its contents (core/store/record/contents.h)
    qint64 author = 0;
    qint64 at = 0; ///< UTC ms
};

/// What is to be attached.
struct FileContents
{
    QString name;
    QString digest;
    QByteArray bytes;
};
/// Reads the file at @p path whole; refused when it cannot be read or is larger than largestContent.
Result<FileContents> readFile(const QString &path);
/// Bytes that are no file yet; refused as those of a file are.
Result<FileContents> contentsOf(const QString &name, const QByteArray &bytes);

/// Attaches the file at @p path. As readFile().
Result<ChangeSet> planAttach(const ItemRef &item, const QString &path);
/// The same contents under another item; the bytes are not copied.
void attachSame(ChangeSet &changes, const Attachment &attachment, const ItemRef &to);
/// A picture that stands within a comment of @p item: it comes with the comment and is no file of its own.
void attachPicture(ChangeSet &changes, const FileContents &picture, const ItemRef &item);
ChangeSet planDetach(const Attachment &attachment, qint64 nowMs);

/// @p field of @p item holds the file at @p path from now on: beside the others where it holds several, else instead of the
/// one before, which goes as a detached one does. As planAttach().
Result<ChangeSet> planHold(const Schema &schema, const Item &item, const Field &field, const QString &path, qint64 nowMs);
/// @p field of @p item holds the file no more.
ChangeSet planLetGo(const Schema &schema, const Item &item, const Field &field, const Attachment &attachment, qint64 nowMs);
/// The attached files that a field of an item holds, by row id.
QList<qint64> filesIn(const Field &field, const Value &value);

/// Not deleted ones, oldest first; those that fields hold, or that stand in comments, are left out.
Result<QList<Attachment>> readAttachments(const ReadContext &context, const ItemRef &item);
/// Also a deleted one.
Result<Attachment> readAttachment(const ReadContext &context, qint64 id);
/// One whose contents have a digest, rather one that is attached; NotFound where nothing is.
Result<Attachment> readAttachment(const ReadContext &context, const QString &digest);
/// Writes the contents to @p path, replacing what is there only when all is written.
Result<void> saveAttachment(const ReadContext &context, const Attachment &attachment, const QString &path);

/// Clears the fields, of whatever item, that hold one of @p attachments: they are about to go for good.
Result<void> clearHolders(const ReadContext &context, const QList<qint64> &attachments, ChangeSet &changes);

/// Completes attachments (author, time) at the one door; refuses one without a name.
Result<void> attachmentRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
