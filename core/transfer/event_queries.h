// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Activities, by their ids, that stand for one time of an event that others know by a UID: not those of a series here.
Result<QList<qint64>> timesOfUid(const ReadContext &context, const QString &icsUid);

} // namespace Kartoteka
