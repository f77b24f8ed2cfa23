// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_views.h"

namespace Kartoteka {

/// The views of a type that a person can have to do with: the common one, their own, all named ones.
Result<QList<CardView>> readCardViews(const ReadContext &context, qint64 typeId, qint64 person);

} // namespace Kartoteka
