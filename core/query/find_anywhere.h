// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/value.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// An item that a person names in the palette.
struct FoundItem
{
    ItemRef ref;
    QString number;
    QString title;
    QString client; ///< whose it is; may be empty
    int score = 0;  ///< QuickMatch of the title, 100 for its number
    bool operator==(const FoundItem &) const = default;
};

/// Items of all types that answer to a text, bear the number it is or have the link it is, the best ones first and of equals the
/// newest. Shorter texts than three signs find numbers only: most items would answer.
Result<QList<FoundItem>> findAnywhere(const ReadContext &context, const QString &text, int limit);

/// The same of one type, from two signs on, the newest first.
Result<QList<FoundItem>> findOfType(const ReadContext &context, qint64 typeId, const QString &text, int limit);

/// The same of items that are known, in their order; what is gone or deleted is left out.
Result<QList<FoundItem>> describeItems(const ReadContext &context, const QList<ItemRef> &refs);

} // namespace Kartoteka
