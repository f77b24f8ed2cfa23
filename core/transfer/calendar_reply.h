// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/calendar_import.h"

namespace Kartoteka {

/// What answers to invitations would change (METHOD REPLY, COUNTER and REFRESH of RFC 5546): who answered what is kept with the guests
/// of the activity. What somebody proposes or asks for is told, and nothing is written.
Result<CalendarPreview> previewReplies(const ReadContext &context, const CalendarFile &file,
                                       const CalendarImportOptions &options);

} // namespace Kartoteka
