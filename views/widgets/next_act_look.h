// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/next_act.h"
#include "views/theme/theme.h"

namespace Kartoteka {

/// The picture before what is to be done next, and the colour that says how near it is.
QString iconOf(NextAct::Kind kind);
ColourRole roleOf(NextAct::Kind kind);

} // namespace Kartoteka
