// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// Records that belong to an item and have no card of their own (comments, files, products, links), as its history tells them.

/// Whether people write this column: the others are kept by the program.
bool isToldOfPart(const QString &table, const QString &column);
QString partColumnName(const QString &table, const QString &column);
QString partValueText(const Schema &schema, const QString &table, const QString &column, const Value &value);

} // namespace Kartoteka
