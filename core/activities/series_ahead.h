// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/series_edit.h"

namespace Kartoteka {

/// What is done to one that will follow in a series by its dates, before there is a row of it (docs/decisions/0111). It is named by the
/// open one and the moment of the rule. Refused where the rule has no such moment (any more).

/// As it would be: the open one at that moment. Its `id` is that of the open one.
Result<Activity> readAhead(const ReadContext &context, qint64 open, const QString &occurrence);

/// Whether an activity is one that readAhead() gave.
bool isAhead(const ReadContext &context, const Activity &activity);

/// Changes it as planSeriesChange() does. Alone it becomes an activity by itself, and the series passes over its moment; with the
/// following it begins another series, and the one before ends; of all it is the open one that changes, times by as much.
Result<ChangeSet> planChangeAhead(const ReadContext &context, qint64 open, const QString &occurrence,
                                  const QHash<QString, Value> &values, SeriesScope scope);
/// Takes it away: its moment is passed over, the series ends before it, or all of it goes.
Result<ChangeSet> planDeleteAhead(const ReadContext &context, qint64 open, const QString &occurrence, SeriesScope scope);

} // namespace Kartoteka
