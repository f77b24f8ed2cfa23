// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// In words, the values of an item that another one has too, of fields that are to warn of that. @p columns: only these fields;
/// none: all.
Result<QStringList> sameValues(const ReadContext &context, const ItemRef &item, const QStringList &columns = {});

} // namespace Kartoteka
