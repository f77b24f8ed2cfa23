// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_rules.h"

#include "core/activities/series.h"
#include "core/schema/codes.h"

#include <QCoreApplication>

namespace Kartoteka {

Result<void> activityRule(RuleContext &context, PendingChange &pending)
{
    if (context.isMerging()) {
        if (pending.table.code == u"activity" && pending.value(u"incoming"_s).toBool())
            pending.set(Codes::deadline, {});
        return {};
    }
    const Value author = context.author() == 0 ? Value() : Value(context.author());
    const bool created = pending.operation == Operation::Create;
    if (pending.table.code != u"activity")
        return {};
    if (pending.value(Codes::title).toString().trimmed().isEmpty())
        pending.set(Codes::title, QCoreApplication::translate("Kartoteka::Activities", "Contact the client"));
    if (created) {
        if (!pending.value(Codes::responsible).isValid())
            pending.set(Codes::responsible, author);
        if (!pending.value(Codes::createdAt).isValid())
            pending.set(Codes::createdAt, context.now());
        pending.set(Codes::createdBy, author);
    }
    if (pending.changes(u"done"_s))
        pending.set(u"done_at"_s, pending.value(u"done"_s).toBool() ? Value(context.now()) : Value());
    if (!created || !pending.value(Codes::modifiedAt).isValid()) {
        pending.set(Codes::modifiedAt, context.now());
        pending.set(Codes::modifiedBy, author);
    }
    // An incoming activity has no deadline: it stays lit until it is closed.
    if (pending.value(u"incoming"_s).toBool())
        pending.set(Codes::deadline, {});
    return recurrenceRule(pending);
}

} // namespace Kartoteka
