// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

struct Card;

/// Card::idleSince of those that rot at @p nowMs, a moment; their stages and last changes must be filled in. Asks
/// three indexes for those that might.
Result<void> markRotting(const ReadContext &context, qint64 typeId, const QList<Card *> &cards, qint64 nowMs);

} // namespace Kartoteka
