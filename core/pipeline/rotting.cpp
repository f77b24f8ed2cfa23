// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/rotting.h"

#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 14;

QString settingOf(const QUuid &stage)
{
    return u"stage.idle_days."_s + uidText(stage);
}

void createSetting(ChangeSet &changes, const QString &code, const QString &days)
{
    changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, days}}, derivedUid(u"setting", code));
}

} // namespace

int allowedIdleDays(const Schema &schema, const Stage &stage)
{
    bool isSet = false;
    const int days = schema.setting(settingOf(stage.uid)).toInt(&isSet);
    if (isSet)
        return qMax(0, days);
    return stage.group == StageGroup::InProgress ? usualDays : 0;
}

ChangeSet planAllowedIdleDays(const Schema &schema, const Stage &stage, int days)
{
    ChangeSet changes = ChangeSet::of(ActKinds::stages, displayName(schema, stage));
    createSetting(changes, settingOf(stage.uid), QString::number(days));
    return changes;
}

void copyAllowedIdleDays(const Schema &schema, const Stage &stage, const QUuid &copy, ChangeSet &changes)
{
    if (const QString days = schema.setting(settingOf(stage.uid)); !days.isEmpty())
        createSetting(changes, settingOf(copy), days);
}

} // namespace Kartoteka
