// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/resource_acts.h"

#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

ChangeSet planResourceHours(const Item &resource, int weekday, const std::optional<WorkHours> &hours)
{
    const QString day = QString::number(weekday);
    ChangeSet changes = ChangeSet::of(ActKinds::edit, resource.text(Codes::title));
    changes.create(
        Codes::resourceHours,
        {{u"resource"_s, resource.id}, {u"weekday"_s, day}, {u"hours"_s, hours ? Value(workHoursCode(*hours)) : Value()}},
        derivedUid(Codes::resourceHours, uidText(resource.uid) + u'/' + day));
    return changes;
}

} // namespace Kartoteka
