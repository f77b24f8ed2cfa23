// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

struct Card;

/// Card::hasPhone and Card::hasMail: whether the item itself or its client says how it is reached.
Result<void> markReachable(const ReadContext &context, qint64 typeId, const QHash<qint64, Card *> &cards);

} // namespace Kartoteka
