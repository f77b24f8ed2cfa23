// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

namespace Kartoteka {

/// Filter, board and list of a file with that many leads in 5 pipelines of 8 stages: keystrokes, scrolling from end to end,
/// acts on many, memory.
void benchDaily(Report &report, const QString &folder, int leads);

/// Opens a file in a window and prints the resident memory in MB.
int memoryOnly(const QString &path);

} // namespace Kartoteka
