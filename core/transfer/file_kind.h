// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>

namespace Kartoteka {

/// Refuses a file that is no table of text, told by its first bytes whatever its name: says what it is and what to do.
/// The device is left at its start.
Result<void> requireTextTable(QIODevice &device, const QString &path);

} // namespace Kartoteka
