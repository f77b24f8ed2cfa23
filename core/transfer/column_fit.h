// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// How many of the values of a column can be values of a field: 0 to 1. Cells that say that there is nothing do not
/// count; 1 where nothing is left. A phone that a spreadsheet has rounded counts as one.
double fitOf(const Schema &schema, const Field &field, const QStringList &values);

/// How many are values that the list of a field knows, or words as "Mr." that its kind usually holds.
double knownShare(const Schema &schema, const Field &field, const QStringList &values);

} // namespace Kartoteka
