// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/key_hint.h"

namespace Kartoteka {

/// What the card heeds, for the overview of the keys.
KeyGroup cardKeys();

} // namespace Kartoteka
