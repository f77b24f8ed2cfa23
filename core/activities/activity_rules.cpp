// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_rules.h"

#include "core/activities/series.h"
#include "core/base/texts.h"
#include "core/schema/activity_codes.h"
#include "core/schema/activity_limits.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace Kartoteka {

namespace {

Result<void> requireSensibleYears(const QHash<QString, Value> &values)
{
    for (const QString &code : {Codes::deadline, Codes::start}) {
        const Value at = values.value(code);
        if (!at.isValid())
            continue;
        const int year = QDateTime::fromMSecsSinceEpoch(at.toLongLong()).date().year(); // as it was said
        if (year < firstYearOfDeadlines || year > lastYearOfDeadlines) {
            return Error{ErrorCode::Refused,
                         Texts::tr("The year %1 is out of range: a deadline lies between %2 and %3.")
                             .arg(year)
                             .arg(firstYearOfDeadlines)
                             .arg(lastYearOfDeadlines),
                         {},
                         code};
        }
    }
    return {};
}

QHash<QString, Value> changedTimes(const PendingChange &pending)
{
    QHash<QString, Value> values;
    for (const QString &code : {Codes::deadline, Codes::start, Codes::duration, Codes::timeZone}) {
        if (pending.changes(code))
            values.insert(code, pending.value(code));
    }
    // What a series makes has its zone from an office where it was known.
    if (pending.operation == Operation::Create && pending.value(Codes::series).isValid())
        values.remove(Codes::timeZone);
    return values;
}

} // namespace

Result<void> requireSensibleTimes(const QHash<QString, Value> &values)
{
    if (auto sensible = requireSensibleYears(values); !sensible)
        return sensible;
    const qint64 minutes = values.value(Codes::duration).toLongLong();
    if (minutes < 0 || minutes > longestDuration)
        return Error{ErrorCode::Refused,
                     Texts::tr("An activity takes between no minutes and ten years, not %1 minutes.").arg(minutes),
                     {},
                     Codes::duration};
    const QString zone = values.value(Codes::timeZone).toString();
    if (!zone.isEmpty() && !QTimeZone(zone.toLatin1()).isValid())
        return Error{ErrorCode::Refused,
                     Texts::tr("There is no time zone “%1”: say it as in Europe/Moscow.").arg(zone.left(60)),
                     {},
                     Codes::timeZone};
    return {};
}

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
        if (!pending.value(u"number"_s).isValid()) {
            auto number = context.nextNumber(pending.table.typeId);
            if (!number)
                return number.error();
            pending.set(u"number"_s, *number);
        }
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
    if (auto sensible = requireSensibleTimes(changedTimes(pending)); !sensible)
        return sensible;
    return recurrenceRule(pending);
}

Error isDoneAlready(const QString &title)
{
    return {ErrorCode::Refused,
            QCoreApplication::translate("Kartoteka::Activities", "“%1” is done. Reopen it first.").arg(title),
            {},
            {}};
}

} // namespace Kartoteka
