// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"

namespace Kartoteka {

/// What is heeded outside the pages and their cards, for the overview of the keys: the sidebar, the settings, what reminds, and lists
/// that people put in order.
QList<KeyGroup> windowKeys();

} // namespace Kartoteka
