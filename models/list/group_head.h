// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/rates.h"
#include "models/list/group_layout.h"

#include <QVariant>

namespace Kartoteka {

/// What the row over a group says, by the roles of an ItemTableModel. The words stand in the first column; amounts of several
/// currencies are one sum by @p rates.
QVariant groupHeadData(const GroupLayout::Group &group, int column, int role, const Rates &rates);

} // namespace Kartoteka
