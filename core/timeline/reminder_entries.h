// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace Kartoteka {

/// Puts the reminders that came due between its ends among the entries of a page that begins below @p from: no row of the journal
/// tells of them. Of many without anything between them the newest are told, the others as one.
Result<void> addReminders(const ReadContext &context, const ItemRef &item, const TimelinePosition &from,
                          const TimelineFilter &filter, const std::function<bool(const TimelineEntry &)> &fits,
                          TimelinePage &page);

} // namespace Kartoteka
