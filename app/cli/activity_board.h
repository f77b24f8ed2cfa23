// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace Kartoteka::Cli {

/// `activities --board TYPE`: which items of a type have something planned when, as the board of activities shows them.
int runActivityBoard(const Session &session);

} // namespace Kartoteka::Cli
