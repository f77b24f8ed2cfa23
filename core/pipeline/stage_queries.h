// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Items of a type, in the recycle bin too, whose stage or pipeline (@p column) this is.
Result<qint64> countStanding(const ReadContext &context, qint64 typeId, const QString &column, qint64 id);

} // namespace Kartoteka
