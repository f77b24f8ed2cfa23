// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// What can be searched for in a section, as an empty search field says it.
QString searchHint(const Schema &schema, qint64 typeId);
/// That nothing there has what was searched for.
QString nothingHas(const Schema &schema, qint64 typeId, const QString &words);

} // namespace Kartoteka
