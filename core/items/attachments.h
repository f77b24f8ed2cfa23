// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/change/commit_rule.h"
#include "core/store/read_pool.h"

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

/// Attaches the file at @p path. Reads it whole; refused when it cannot be read or is larger than largestContent.
Result<ChangeSet> planAttach(const ItemRef &item, const QString &path);
/// The same contents under another item; the bytes are not copied.
void attachSame(ChangeSet &changes, const Attachment &attachment, const ItemRef &to);
ChangeSet planDetach(const Attachment &attachment, qint64 nowMs);

/// Not deleted ones, oldest first.
Result<QList<Attachment>> readAttachments(const ReadContext &context, const ItemRef &item);
/// Also a deleted one.
Result<Attachment> readAttachment(const ReadContext &context, qint64 id);
/// Writes the contents to @p path, replacing what is there only when all is written.
Result<void> saveAttachment(const ReadContext &context, const Attachment &attachment, const QString &path);

/// Completes attachments (author, time) at the one door; refuses one without a name.
Result<void> attachmentRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
