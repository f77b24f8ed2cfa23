// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/comments.h"

#include "core/base/texts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/text_pictures.h"

namespace Kartoteka {

namespace {

QString subjectOf(const QString &text)
{
    return plainComment(text, nullptr).left(60).simplified();
}

} // namespace

ChangeSet planEditComment(const Comment &comment, const QString &text)
{
    ChangeSet changes = ChangeSet::of(ActKinds::editComment, subjectOf(text));
    if (text.trimmed() != comment.text)
        changes.update(u"comment"_s, comment.id, {{u"text"_s, textValue(text.trimmed())}});
    return changes;
}

ChangeSet planDeleteComment(const Comment &comment, qint64 nowMs)
{
    ChangeSet changes = ChangeSet::of(ActKinds::deleteComment, subjectOf(comment.text));
    changes.update(u"comment"_s, comment.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

Result<void> commentRule(RuleContext &context, PendingChange &pending)
{
    if (pending.table.code != u"comment" || context.isMerging() || pending.operation == Operation::Erase)
        return {};
    const bool created = pending.operation == Operation::Create;
    if (!created && !pending.changes(u"text"_s))
        return {};
    if (pending.value(u"text"_s).toString().trimmed().isEmpty())
        return Error{ErrorCode::Refused, Texts::tr("A comment cannot be empty."), {}, u"text"_s};
    if (created) {
        pending.set(Codes::createdAt, context.now());
        pending.set(Codes::createdBy, context.author() == 0 ? Value() : Value(context.author()));
    } else {
        pending.set(u"edited_at"_s, context.now());
    }
    return {};
}

} // namespace Kartoteka
