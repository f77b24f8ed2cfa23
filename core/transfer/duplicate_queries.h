// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/value.h"
#include "core/store/record/read_context.h"

#include <utility>

namespace Kartoteka {

/// The first item of a type that has each of these E.164 phones and folded e-mails, not deleted. Keys that nobody has are
/// left out.
Result<QHash<QString, qint64>> firstByKeys(const ReadContext &context, qint64 typeId, const QStringList &keys);

/// Number and title of an item; empty where there is none.
Result<std::pair<QString, QString>> numberAndTitle(const ReadContext &context, const EntityType &type, qint64 id);

} // namespace Kartoteka
