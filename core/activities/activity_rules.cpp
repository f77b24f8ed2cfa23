// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_rules.h"

#include "core/activities/series.h"
#include "core/base/texts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 2199;

/// Years that nobody means: of a slip of the pen, of a clock that is wrong.
Result<void> requireSensibleYear(const PendingChange &pending)
{
    for (const QString &code : {Codes::deadline, Codes::start}) {
        const Value at = pending.value(code);
        if (!pending.changes(code) || !at.isValid())
            continue;
        const int year = QDateTime::fromMSecsSinceEpoch(at.toLongLong(), Qt::UTC).date().year();
        if (year < firstYear || year > lastYear) {
            return Error{ErrorCode::Refused,
                         Texts::tr("Nothing is to be done in the year %1: a deadline lies between %2 and %3.")
                             .arg(year)
                             .arg(firstYear)
                             .arg(lastYear),
                         {},
                         code};
        }
    }
    return {};
}

} // namespace

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
    if (auto sensible = requireSensibleYear(pending); !sensible)
        return sensible;
    return recurrenceRule(pending);
}

} // namespace Kartoteka
