// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"

namespace Kartoteka {

/// Which activities of a series a change or a deletion is for.
enum class SeriesScope {
    This,      ///< this one; the others are as before
    Following, ///< this one and those that come after it
    All,       ///< also what was done: what it is called and says, never when it was
};

/// Changes fields of an activity that comes again, by their codes, as planChangeActivity() does. A change of this one alone parts it
/// from its series, unless it is only when this one is; one of the following moves the rule along. Without a series the scope
/// means nothing. One that has a later occurrence than its row has yet to be made (core/activities/series_ahead).
Result<ChangeSet> planSeriesChange(const ReadContext &context, const Activity &activity, const QHash<QString, Value> &values,
                                   SeriesScope scope);

/// The series that goes on by another rule from one moment of a series on: the same wherever that is done.
QString followingSeries(const QString &series, const QString &occurrence);

/// Ends a series before a moment of its rule: what is open of it from there on goes, but for the activity @p kept, and the rule of the
/// earlier ones ends. @p sequence: of the file that says so, if one does; what files said before it brings nothing back.
Result<void> endSeriesBefore(const ReadContext &context, ChangeSet &changes, const QString &series,
                             const QString &occurrence, qint64 kept = 0, qint64 sequence = 0);

/// Deletes: this one by going on to the next, this and the following by ending the series, all with what was done.
Result<ChangeSet> planSeriesDelete(const ReadContext &context, const Activity &activity, SeriesScope scope);

} // namespace Kartoteka
