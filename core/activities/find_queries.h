// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/day_queries.h"

namespace Kartoteka {

/// What a person has to do whose words answer to a text, as the palette offers it: what begins with it first, of equals what is due
/// first. Nothing for fewer than three signs.
Result<QList<DayEntry>> findOwnActivities(const ReadContext &context, qint64 person, const QString &text, int limit);

} // namespace Kartoteka
