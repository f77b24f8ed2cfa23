// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// Colours that stages have until somebody chooses others, #rrggbb.
namespace StageColours {

/// The stage in progress that @p before others stand before; the colours come again once all are used.
QString inProgress(qsizetype before);

inline const QString won = QStringLiteral("#1F9D61");
inline const QString lost = QStringLiteral("#D6403A");

} // namespace StageColours

} // namespace Kartoteka
