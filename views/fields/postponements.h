// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

#include <QList>

namespace Kartoteka {

/// By how much people put an activity off.
struct PostponeChoice
{
    QString name; ///< of its action
    QString text;
    Postponement by;
};

/// The same ones wherever it is done from a menu.
QList<PostponeChoice> postponements();
/// The few of them that are a press away, in few letters: "+1 h", "+1 d", "Monday".
QList<PostponeChoice> nearPostponements();

} // namespace Kartoteka
