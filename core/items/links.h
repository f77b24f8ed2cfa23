// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// The kind of link that a person makes.
inline const QString relatedKind = QStringLiteral("related");

/// Links two items. Nothing to do where they are linked; refused for an item and itself.
Result<ChangeSet> planLink(const ReadContext &context, const ItemRef &item, const ItemRef &other);
/// Names an item in a link field of another one, beside whom it names already where it has room for several.
Result<ChangeSet> planLinkBy(const ReadContext &context, const Field &field, const ItemRef &item, const ItemRef &other);
/// The value of a link field that names one item.
Value linkValue(const Field &field, qint64 id);
/// Takes what links two items away: links that people made, and by fields that can be edited. Refused where nothing but
/// history links them (a conversion, a merge), or nothing at all.
Result<ChangeSet> planUnlink(const ReadContext &context, const ItemRef &item, const ItemRef &other);

} // namespace Kartoteka
