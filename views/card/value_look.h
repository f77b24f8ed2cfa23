// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QFont>
#include <QPalette>

namespace Kartoteka {

/// How and where a value is shown on a card.
struct ValueLook
{
    QFont font;
    QPalette palette;
    int width = 0;           ///< of the text, in device-independent pixels
    qreal ratio = 1;         ///< device pixels per device-independent one
    bool isUnfolded = false; ///< a long text or list is shown whole
};

/// A value of a field as rich text. What can be followed are links: "item:TYPE:ID", "attached:ID", tel:, mailto:, https:; the
/// link "more:" stands where something is folded.
QString richValue(Store &store, const Field &field, const Value &value, const ValueLook &look);

} // namespace Kartoteka
