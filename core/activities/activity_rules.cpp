// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_rules.h"

#include <QCoreApplication>

namespace Kartoteka {

Result<void> activityRule(RuleContext &context, PendingChange &pending)
{
    if (context.isMerging()) {
        if (pending.table.code == u"activity" && pending.value(u"incoming"_s).toBool())
            pending.set(u"deadline"_s, {});
        return {};
    }
    const Value author = context.author() == 0 ? Value() : Value(context.author());
    const bool created = pending.operation == Operation::Create;
    if (pending.table.code == u"comment" && created) {
        if (pending.value(u"text"_s).toString().trimmed().isEmpty()) {
            return Error{ErrorCode::Refused,
                         QCoreApplication::translate("Kartoteka::Activities", "A comment needs a text."),
                         {},
                         u"text"_s};
        }
        pending.set(u"created_at"_s, context.now());
        pending.set(u"created_by"_s, author);
    }
    if (pending.table.code != u"activity")
        return {};
    if (pending.value(u"title"_s).toString().trimmed().isEmpty())
        pending.set(u"title"_s, QCoreApplication::translate("Kartoteka::Activities", "Contact the client"));
    if (created) {
        if (!pending.value(u"responsible"_s).isValid())
            pending.set(u"responsible"_s, author);
        if (!pending.value(u"created_at"_s).isValid())
            pending.set(u"created_at"_s, context.now());
        pending.set(u"created_by"_s, author);
    }
    if (pending.changes(u"done"_s))
        pending.set(u"done_at"_s, pending.value(u"done"_s).toBool() ? Value(context.now()) : Value());
    if (!created || !pending.value(u"modified_at"_s).isValid()) {
        pending.set(u"modified_at"_s, context.now());
        pending.set(u"modified_by"_s, author);
    }
    // An incoming activity has no deadline: it stays lit until it is closed.
    if (pending.value(u"incoming"_s).toBool())
        pending.set(u"deadline"_s, {});
    return {};
}

} // namespace Kartoteka
