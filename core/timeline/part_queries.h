// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Which record that belongs to an item it is: a file's or a product's name, what a link links. Empty where nothing says so.
Result<QString> partName(const ReadContext &context, const QString &table, qint64 record);

} // namespace Kartoteka
