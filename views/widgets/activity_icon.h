// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// The picture of a kind of activity, a list value; kinds of the office's own have the one of a to-do.
QString activityIcon(const Schema &schema, qint64 kind);

} // namespace Kartoteka
