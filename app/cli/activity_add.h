// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/store/change/change_set.h"

namespace Kartoteka::Cli {

/// "activity add [TYPE ID] [FIELD=VALUE…]"
int runActivityAdd(const Session &session);

/// A moment that somebody typed, as the program writes it or in words; UTC ms.
Result<qint64> instantOf(const Session &session, const QString &text);
/// A resource that somebody else has, or that has other hours, is booked all the same where that is said.
ChangeSet asWanted(const Session &session, const ChangeSet &changes);

} // namespace Kartoteka::Cli
