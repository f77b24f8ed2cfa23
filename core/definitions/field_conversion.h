// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"

namespace Kartoteka {

/// What a field is to become. The journal names values by their field, which therefore never changes its kind: a new field of
/// the same name and code takes its place.
struct FieldConversion
{
    FieldType type = FieldType::String;
    QString target = {}; ///< of a link: the type it leads to
};

/// Whether values of a field can be taken over into one of another kind.
bool canConvert(const Field &field, FieldType type);

/// Makes the new field, copies the values of all items as people read and write them, and hides the old one, which keeps what
/// did not fit. A list is made of the values that stand. One act, one undo. What did not fit is in the report. Waits: for a
/// thread of its own. Stopped before the end it leaves nothing behind.
Result<BulkReport> convertField(Store &store, const Field &field, const FieldConversion &conversion,
                                const BulkOptions &options = {});

} // namespace Kartoteka
