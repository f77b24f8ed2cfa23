// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

#include <QHash>

namespace Kartoteka {

/// An open activity of a series.
struct OpenOccurrence
{
    qint64 id = 0;
    QString occurrence;  ///< the moment of the rule that it stands for
    qint64 deadline = 0; ///< UTC ms
};
/// Those of a series that are to be done, in the order of their occurrences; @p after: those that come later than that.
Result<QList<OpenOccurrence>> openOfSeries(const ReadContext &context, const QString &series, const QString &after = {});
/// An open activity that comes again by its dates, and how many of its series are open: the last one of each series.
struct LastOccurrence
{
    qint64 id = 0;
    QString occurrence;
    QString recurrence;
    QString timeZone;
    QString reminders;
    int open = 0;
};
Result<QList<LastOccurrence>> lastOccurrences(const ReadContext &context);
/// Open activities, by their ids, that a series made and nobody has changed, though it had ended by then.
Result<QList<qint64>> madeAfterTheEnd(const ReadContext &context);
/// Activities, by their ids, that are done and from which a series was to go on by another rule, though nothing did.
Result<QList<qint64>> doneBeforeItWentOn(const ReadContext &context);

/// What of these series is not as the rule says: "series/occurrence" → kind.
Result<QHash<QString, QString>> seriesExceptions(const ReadContext &context, const QStringList &series);
/// Activities of a series that are not deleted, by their ids in the order of their occurrences.
Result<QList<qint64>> activitiesOfSeries(const ReadContext &context, const QString &series);

} // namespace Kartoteka
