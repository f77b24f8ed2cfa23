// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QRandomGenerator>

namespace Kartoteka {

/// What a person of the simulation does to resources: makes one, says its hours, books it, or moves a booking; now and then although it
/// is taken.
Result<ChangeSet> randomBooking(Store &store, QRandomGenerator &random, const QString &word);

} // namespace Kartoteka
