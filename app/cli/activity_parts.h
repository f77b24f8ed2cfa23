// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace Kartoteka::Cli {

/// What an activity has besides, as scripts get it: nothing of what is empty.
void addParts(const Session &session, const Activity &activity, QJsonObject &object);

} // namespace Kartoteka::Cli
