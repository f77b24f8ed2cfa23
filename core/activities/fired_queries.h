// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

namespace Kartoteka {

/// A reminder of an activity of an item that came due while it was to be done.
struct FiredReminder
{
    qint64 at = 0; ///< UTC ms
    qint64 activity = 0;
    QString title;
    qint64 deadline = 0; ///< UTC ms
    qint64 person = 0;   ///< responsible for it
};

/// Those that came due after @p after and by @p until (UTC ms), the latest first. Nobody writes them down: they are told by the
/// deadlines that activities have now.
Result<QList<FiredReminder>> firedReminders(const ReadContext &context, const ItemRef &item, qint64 after, qint64 until);

} // namespace Kartoteka
