// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/next_step.h"

#include "core/activities/series.h"
#include "core/items/item_queries.h"
#include "core/items/person_setting.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

const QString never = u"never"_s;

QString settingOf(const Schema &schema, qint64 typeId)
{
    return u"next_step/"_s + schema.type(typeId)->code;
}

/// What has no stages is not worked through.
bool isAskedAbout(const EntityType &type)
{
    return type.isItem && !type.hidden && type.hasActivities && type.hasStages;
}

Result<NextStepAsking> askingOf(const ReadContext &context, qint64 person, qint64 typeId, qint64 now)
{
    auto until = personSetting(context, person, settingOf(*context.schema, typeId));
    if (!until)
        return until.error();
    if (*until == never)
        return NextStepAsking{typeId, false, {}};
    const qint64 again = until->toLongLong();
    return again > now ? NextStepAsking{typeId, false, again} : NextStepAsking{typeId, true, {}};
}

Result<std::optional<NextStep>> wanted(const ReadContext &context, const ItemRef &ref, qint64 person, qint64 now,
                                       bool evenPlanned)
{
    using Found = std::optional<NextStep>;
    const EntityType *type = context.schema->type(ref.type);
    if (!type || !isAskedAbout(*type))
        return Found();
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    const Stage *stage = context.schema->stage(item->reference(Codes::stage));
    if (item->deleted || !stage || stage->group != StageGroup::InProgress)
        return Found();
    auto planned = countPlanned(context, ref);
    if (!planned)
        return planned.error();
    if (*planned > 0 && !evenPlanned)
        return Found();
    auto asking = askingOf(context, person, ref.type, now);
    if (!asking)
        return asking.error();
    if (!asking->asks)
        return Found();
    return Found({ref, item->text(Codes::title)});
}

} // namespace

Result<std::optional<NextStep>> missingNextStep(const ReadContext &context, const ItemRef &item, qint64 person, qint64 now)
{
    return wanted(context, item, person, now, false);
}

Result<std::optional<NextStep>> nextStepLeft(const ReadContext &context, const ItemRef &item, qint64 person, qint64 now,
                                             qint64 since)
{
    auto next = missingNextStep(context, item, person, now);
    if (!next || !*next)
        return next;
    auto left = readItem(context, item);
    if (!left)
        return left.error();
    const qint64 responsible = left->reference(Codes::responsible);
    if (responsible == 0 || responsible == person)
        return next;
    auto wrote = wroteSince(context, item, person, since);
    if (!wrote)
        return wrote.error();
    return *wrote ? next : std::optional<NextStep>();
}

Result<std::optional<NextStep>> nextStepAfter(const ReadContext &context, qint64 activity, qint64 person, qint64 now)
{
    auto completed = readActivity(context, activity);
    if (!completed)
        return completed.error();
    if (completed->items.isEmpty())
        return std::optional<NextStep>();
    if (!completed->recurrence.isEmpty()) { // the next one may not stand there yet
        auto whole = readItem(context, {context.schema->type(u"activity"_s)->id, activity, {}});
        if (!whole)
            return whole.error();
        auto again = comesAgain(context, *whole);
        if (!again)
            return again.error();
        if (*again)
            return std::optional<NextStep>();
    }
    const auto suggested = suggestedNext(*context.schema, completed->kind, QDateTime::fromMSecsSinceEpoch(now));
    auto step = wanted(context, completed->items.constFirst().ref, person, now, completed->incoming || suggested);
    if (step && *step)
        (*step)->suggested = suggested;
    return step;
}

Result<std::optional<Activity>> missingResult(const ReadContext &context, qint64 activity)
{
    auto completed = readActivity(context, activity);
    if (!completed)
        return completed.error();
    const bool isMissing = completed->done && completed->details.resultKind == 0 && completed->details.result.isEmpty()
        && kindProperties(*context.schema, completed->kind).asksResult;
    return isMissing ? std::optional(*completed) : std::nullopt;
}

ChangeSet planDoNotAsk(const Schema &schema, qint64 person, qint64 typeId, std::optional<qint64> until)
{
    return planPersonSetting(schema, person, settingOf(schema, typeId), until ? QString::number(*until) : never);
}

ChangeSet planAskAgain(const Schema &schema, qint64 person, qint64 typeId)
{
    return planPersonSetting(schema, person, settingOf(schema, typeId), {});
}

Result<QList<NextStepAsking>> nextStepAsking(const ReadContext &context, qint64 person, qint64 now)
{
    QList<NextStepAsking> all;
    for (const EntityType &type : context.schema->types()) {
        if (!isAskedAbout(type))
            continue;
        auto asking = askingOf(context, person, type.id, now);
        if (!asking)
            return asking.error();
        all << *asking;
    }
    return all;
}

} // namespace Kartoteka
