// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

namespace Kartoteka {

/// What exchange files cost: many changes and few, between the file of @p leads leads and a copy of it for a laptop.
void benchExchange(Report &report, const QString &folder, int leads);

/// Resident memory of this process in kB.
qint64 residentKb();

} // namespace Kartoteka
