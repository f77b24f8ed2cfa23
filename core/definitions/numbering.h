// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/number_patterns.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The numbers of a type look so from now on, old ones too; empty: as they are given.
Result<ChangeSet> planNumberPattern(const EntityType &type, const QString &pattern);

/// The number that this file gives next to an item of each type, by type, as it is kept: that of a seat begins with its code.
/// A number that is taken by then is passed over.
Result<QHash<qint64, QString>> nextNumbers(const ReadContext &context);

} // namespace Kartoteka
