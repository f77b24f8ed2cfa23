// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// The picture of a kind of activity, a list value.
QString activityIcon(const Schema &schema, qint64 kind);

} // namespace Kartoteka
