// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka::Codes {

/// The setting that says by which rates amounts of closed items count, and the value of it that is not the usual one.
inline const QString closedRates = QStringLiteral("closed_rates");
inline const QString ratesOfToday = QStringLiteral("today");

} // namespace Kartoteka::Codes
