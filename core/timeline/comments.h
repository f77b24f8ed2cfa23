// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/change/commit_rule.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What somebody wrote about an item, in Markdown. planComment() writes one.
struct Comment
{
    qint64 id = 0;
    ItemRef owner;
    QString text;
    qint64 author = 0;
};

/// NotFound also where it was deleted.
Result<Comment> readComment(const ReadContext &context, qint64 id);
/// The text before stays in the history. Empty where the text is the same.
ChangeSet planEditComment(const Comment &comment, const QString &text);
ChangeSet planDeleteComment(const Comment &comment, qint64 nowMs);

/// Completes comments (author, time, time of the last edit) at the one door; refuses one without a text.
Result<void> commentRule(RuleContext &context, PendingChange &pending);

} // namespace Kartoteka
