// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/value.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The first item of a type that has each of these E.164 phones and folded e-mails, not deleted. Keys that nobody has are
/// left out.
Result<QHash<QString, qint64>> firstByKeys(const ReadContext &context, qint64 typeId, const QStringList &keys);

} // namespace Kartoteka
