// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

namespace Kartoteka {

/// Rows a second into an empty file by a program just started, and where the time goes.
void benchImport(Report &report, const QString &folder, int rows);

} // namespace Kartoteka
