// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Where the file uses a field: stages that require it, saved filters, titles, fields that take its values or fill it. Each in
/// words, for whoever is about to delete it.
Result<QStringList> usesOf(const ReadContext &context, const Field &field);

} // namespace Kartoteka
