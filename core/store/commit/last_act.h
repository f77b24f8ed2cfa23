// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/undo.h"

namespace Kartoteka {

/// Takes back (@p redo: puts back) the last act of a person; NotFound when there is none.
Result<Receipt> turnLastAct(Transaction &transaction, const Catalog &catalog, qint64 user, bool redo);

/// Takes back what a long act has written so far. Without an act in the receipt where that was nothing.
Result<Receipt> takeOutAct(Transaction &transaction, const Catalog &catalog, const QUuid &act);

} // namespace Kartoteka
