// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Items whose folded title begins so, in the order of their titles: a walk of the index.
Result<QList<qint64>> idsByBeginning(const ReadContext &context, const RecordTable &table, const QString &folded, int limit);

} // namespace Kartoteka
