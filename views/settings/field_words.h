// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// A kind of field as people call it.
QString fieldKindName(FieldType type);
/// What there is to say of a field in a list of fields: its kind, and what is special about it.
QString fieldNote(const Field &field);

} // namespace Kartoteka
