// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"

#include <optional>

namespace Kartoteka {

/// What a field is to become. The journal names values by their field, which therefore never changes its kind: a new field of
/// the same name and code takes its place.
struct FieldConversion
{
    FieldType type = FieldType::String;
    QString target = {};               ///< of a link: the type it leads to
    std::optional<bool> multiple = {}; ///< holds several values; nothing: as the field did, where the kind can
};

/// Whether values of a field can be taken over into such a one.
bool canConvert(const Field &field, const FieldConversion &conversion);

/// What taking the values over would lose, known before it is done.
struct ConversionOutlook
{
    qsizetype values = 0; ///< items that hold one
    qsizetype judged = 0; ///< the first of them, which were looked at
    qsizetype lost = 0;   ///< of those: the values that do not fit
    QStringList examples; ///< some of them
};
/// Refused as the conversion itself would be.
Result<ConversionOutlook> conversionOutlook(const ReadContext &context, const Field &field,
                                            const FieldConversion &conversion);

/// Makes the new field, copies the values of all items as people read and write them, and hides the old one, which keeps what
/// did not fit. A list is made of the values that stand; what a stage requires goes over to the new field. One act, one undo.
/// What did not fit is in the report. Waits: for a thread of its own. Stopped before the end it leaves nothing behind.
Result<BulkReport> convertField(Store &store, const Field &field, const FieldConversion &conversion,
                                const BulkOptions &options = {});

} // namespace Kartoteka
