// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/attachments.h"

namespace Kartoteka {

/// Items of a type that hold one of some attachments in a field, each once.
Result<QList<qint64>> holdersOf(const ReadContext &context, const EntityType &type, const Field &field,
                                const QList<qint64> &attachments);

/// Attachments of some items, also deleted ones and those that fields hold.
Result<QList<qint64>> attachmentsOf(const ReadContext &context, qint64 typeId, const QList<qint64> &items);

} // namespace Kartoteka
