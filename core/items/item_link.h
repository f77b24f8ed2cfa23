// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// A link to an item that leads to it on every seat of the office, `kartoteka:item/uid`. Empty when the item is gone.
QString itemLink(const ReadContext &context, const ItemRef &item);
/// Whether a text has the form of such a link.
bool isItemLink(const QString &text);
/// The item that a text is the link of; null where the text is no link, or the file has no such item.
ItemRef itemOfLink(const ReadContext &context, const QString &text);

} // namespace Kartoteka
