// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/act_table.h"

#include <QTemporaryDir>

namespace Kartoteka {

/// A copy of the office in @p work, with its leads in 5 pipelines of 8 stages, a tenth of them in one. Written past the store:
/// it is the set-up, not what is measured.
QString dailyOffice(const QString &folder, int leads, const QTemporaryDir &work);

/// The first page of filters that people set, beside the best plan for each, written by hand.
void benchFilters(Report &report, Growth &growth, const QString &folder, int leads);

} // namespace Kartoteka
