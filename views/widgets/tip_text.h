// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// The lines of a tool tip, each broken to a readable width and cut after a few rows: what people typed may be of any length,
/// and the toolkit would make the tip as wide as the screen.
QString tipText(const QStringList &lines);

} // namespace Kartoteka
