// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

#include <QHash>

namespace Kartoteka {

/// What of these series is not as the rule says: "series/occurrence" → kind.
Result<QHash<QString, QString>> seriesExceptions(const ReadContext &context, const QStringList &series);
/// Activities of a series that are not deleted, by their ids in the order of their occurrences.
Result<QList<qint64>> activitiesOfSeries(const ReadContext &context, const QString &series);

} // namespace Kartoteka
