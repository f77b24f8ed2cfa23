// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Notes that a person has read some of what they are told. NotFound where one is not theirs. What was read is remembered as a view
/// last chosen is: it is no act that anybody takes back.
Result<ChangeSet> planRead(const ReadContext &context, qint64 person, const QList<qint64> &notices);
Result<ChangeSet> planReadAll(const ReadContext &context, qint64 person);

} // namespace Kartoteka
