// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/activity_icon.h"

#include "core/activities/kinds.h"

namespace Kartoteka {

QString activityIcon(const Schema &schema, qint64 kind)
{
    return kindProperties(schema, kind).icon;
}

} // namespace Kartoteka
