// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

/// So many rows are read between two looks whether somebody still waits for them.
constexpr int cancelCheckRows = 4096;

/// Reads one column of ids, unless nobody waits for it any more: Cancelled then.
Result<QList<qint64>> readIds(const ReadContext &context, const QString &sql, const QVariantList &bound = {});

} // namespace Kartoteka
