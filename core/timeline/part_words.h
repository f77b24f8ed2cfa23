// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Records that belong to an item and have no card of their own (comments, files, products, links), as its history tells them.

/// Whether people write this column: the others are kept by the program.
bool isToldOfPart(const QString &table, const QString &column);
QString partColumnName(const QString &table, const QString &column);
QString partValueText(const Schema &schema, const QString &table, const QString &column, const Value &value);
/// Which of them it is: a file's or a product's name, what a link links. Empty where nothing says so.
Result<QString> partName(const ReadContext &context, const QString &table, qint64 record);

} // namespace Kartoteka
