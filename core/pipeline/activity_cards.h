// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/card_queries.h"

namespace Kartoteka {

/// Of each activity the card of the item with which it is seen, under the activity's id: whose it is, in which stage it stands. What is
/// for no item, or for deleted ones alone, is left out.
Result<QList<Card>> cardsBehind(const ReadContext &context, const QList<qint64> &activities, qint64 nowMs);

} // namespace Kartoteka
