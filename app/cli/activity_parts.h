// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace Kartoteka::Cli {

/// What an activity has besides, as scripts get it: nothing of what is empty.
void addParts(const Session &session, const Activity &activity, QJsonObject &object);

/// Says when it begins and how long it is where a resource is booked or whole days are taken: without that nothing would be. Begins
/// when it is due, lasts as its kind does. @p standing: as it is, @p values: what is said of it.
Result<void> completeTimes(const Schema &schema, const Activity &standing, QHash<QString, Value> &values);

} // namespace Kartoteka::Cli
