// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/group_layout.h"

#include "core/schema/schema.h"

#include <QVariant>

namespace Kartoteka {

/// What the row over a group says, by the roles of an ItemTableModel. The words stand in the first column.
QVariant groupHeadData(const Schema &schema, const ItemQuery &query, const GroupLayout::Group &group, int column, int role);

} // namespace Kartoteka
