// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// How wide a column is until somebody makes it otherwise, for a font of 19 pixels' height: so that eight columns fit a window
/// of 1,240. The name has what is left. @p field: null for columns that are none.
int usualWidth(const Field *field, const QString &code);

} // namespace Kartoteka
