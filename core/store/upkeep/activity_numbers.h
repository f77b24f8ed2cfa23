// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

namespace Kartoteka {

/// Numbers the activities of a file that had none (until file format 35), and puts their texts into the search index. At every seat
/// the same ones: what an origin made in its order, as its journal has it; of several that made one, the last. What comes in later:
/// core/store/merge/made_numbers.h
Result<void> numberActivities(Connection &connection);

} // namespace Kartoteka
