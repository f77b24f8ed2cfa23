// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/series.h"

namespace Kartoteka {

/// Acts on many activities (core/items/bulk). What a rule refuses of one, a deadline of an incoming activity, passes it over.

/// Completes them, or opens them again; those that are so already are left as they are.
BulkAct bulkComplete(bool done);
/// Puts their deadlines off, each from where it stands, or from @p now (local time) if that has passed.
BulkAct bulkPostpone(const QDateTime &now, const Postponement &by);
/// Puts them off to the next working day after that, each at its own time of day.
BulkAct bulkNextWorkingDay(const QDateTime &now);
/// Their deadlines go to a day, each at its own time of day; without one at 9:00.
BulkAct bulkSetDay(const QDate &day);
/// Those that come again go on to the next time of theirs, or to the first that is not over.
BulkAct bulkSkip(SkipTo to);

} // namespace Kartoteka
