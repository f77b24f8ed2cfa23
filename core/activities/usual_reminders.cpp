// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/usual_reminders.h"

#include "core/activities/kinds.h"
#include "core/activities/reminders.h"
#include "core/items/item_queries.h"
#include "core/items/person_setting.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

const QString none = u"none"_s;

/// "reminders/call/deal/…": of a kind, on items of a type, in a pipeline where the type has several.
Result<QString> settingOf(const ReadContext &context, const ItemRef &item, qint64 kind)
{
    const Schema &schema = *context.schema;
    const ListValue *value = schema.listValue(kind);
    QString code = u"reminders/"_s + (value ? uidText(value->uid) : QString());
    const EntityType *type = schema.type(item.type);
    if (!type)
        return code;
    code += u'/' + type->code;
    if (item.id == 0 || schema.pipelines(type->id).size() < 2)
        return code;
    auto read = readItem(context, item);
    if (!read)
        return read.error();
    const Stage *stage = schema.stage(read->reference(Codes::stage));
    const Pipeline *pipeline = stage ? schema.pipeline(stage->pipeline) : nullptr;
    return pipeline ? code + u'/' + uidText(pipeline->uid) : code;
}

} // namespace

Result<QString> usualReminders(const ReadContext &context, qint64 person, const ItemRef &item, qint64 kind)
{
    const auto setting = settingOf(context, item, kind);
    if (!setting)
        return setting;
    auto chosen = personSetting(context, person, *setting);
    if (!chosen)
        return chosen;
    if (*chosen == none)
        return QString();
    return chosen->isEmpty() || !areReminders(*chosen) ? kindProperties(*context.schema, kind).reminders : *chosen;
}

Result<ChangeSet> planUsualReminders(const ReadContext &context, qint64 person, const ItemRef &item, qint64 kind,
                                     const QString &reminders)
{
    auto usual = usualReminders(context, person, item, kind);
    if (!usual)
        return usual.error();
    if (*usual == reminders)
        return ChangeSet();
    auto setting = settingOf(context, item, kind);
    if (!setting)
        return setting.error();
    return planPersonSetting(*context.schema, person, *setting, reminders.isEmpty() ? none : reminders);
}

} // namespace Kartoteka
