// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// How many items of a query have each choice of a field, by the value that a condition on it names the choice by; of stages by
/// their groups, too ("group won"). Nothing for a field that has no choices or holds several of them.
Result<QHash<QString, qint64>> queryChoiceCounts(const ReadContext &context, const ItemQuery &query, const QString &path);

} // namespace Kartoteka
