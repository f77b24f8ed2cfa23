// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rates.h"

namespace Kartoteka {

/// Minor units by currency as one text. Amounts of several currencies are one sum in the base currency, "≈ 15 300 ₽"; where a rate
/// is missing that is said instead of a wrong number. Unless @p brief, the parts stand behind it. @p closed: as for inBase().
QString sumText(const Rates &rates, const QHash<QString, qint64> &sums, const ClosedSums &closed, bool brief = false);
/// The parts alone, the largest number first: "10 500 ₽ + 50 $".
QString partsText(const QHash<QString, qint64> &sums, bool brief = false);

} // namespace Kartoteka
