// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/activity_span.h"
#include "core/store/change/change_set.h"

#include <QList>

#include <optional>

namespace Kartoteka {

/// Free times as Error::offers has them.
QVariantList offers(const QList<TimeSpan> &times);
/// Those that a refusal of a booking offers instead; none where it offers none.
QList<TimeSpan> offeredTimes(const Error &refusal);

/// The same act with its booking at another time. Nothing where it is not one booking alone that says when it begins.
std::optional<ChangeSet> bookedAt(const ChangeSet &changes, const TimeSpan &time);

} // namespace Kartoteka
