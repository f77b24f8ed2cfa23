// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/day_queries.h"

namespace Kartoteka {

/// The activity with a number, as people say it: "17", "#17", "s2-17".
Result<Activity> findActivity(const ReadContext &context, const QString &number);

/// Activities whose words answer to a text, as the palette offers them: the one with that number first, then what the person has to
/// do, by its deadline, then what others have to do and what is done, the newest first; what begins with the text goes before. Words
/// have three signs at least.
Result<QList<DayEntry>> findActivities(const ReadContext &context, qint64 person, const QString &text, int limit);

} // namespace Kartoteka
