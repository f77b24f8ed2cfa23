// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/rotting.h"

#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 14;

QString settingOf(const Stage &stage)
{
    return u"stage.idle_days."_s + uidText(stage.uid);
}

} // namespace

int allowedIdleDays(const Schema &schema, const Stage &stage)
{
    bool isSet = false;
    const int days = schema.setting(settingOf(stage)).toInt(&isSet);
    if (isSet)
        return qMax(0, days);
    return stage.group == StageGroup::InProgress ? usualDays : 0;
}

ChangeSet planAllowedIdleDays(const Schema &schema, const Stage &stage, int days)
{
    ChangeSet changes;
    changes.kind = ActKinds::stages;
    changes.subject = displayName(schema, stage);
    const QString code = settingOf(stage);
    changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, QString::number(days)}}, derivedUid(u"setting", code));
    return changes;
}

} // namespace Kartoteka
