// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit/transaction.h"

namespace Kartoteka {

/// An act that undo or redo would turn back.
struct UndoStep
{
    qint64 act = 0; ///< the act of the person; 0: there is none
    qint64 undoneBy = 0;
    QString kind;
    QString subject;
};

/// The last act of @p author that can be taken back.
Result<UndoStep> nextUndo(Connection &connection, qint64 author);
/// The last act of @p author that was taken back, unless something new was done since.
Result<UndoStep> nextRedo(Connection &connection, qint64 author);

/// Takes back every journalled write of an act in one transaction, newest first, reading the journal in
/// portions. A value that somebody else has changed since is left and counted in Receipt::keptNewer.
Result<Receipt> undoAct(Transaction &transaction, const Catalog &catalog, const UndoStep &step);
Result<Receipt> redoAct(Transaction &transaction, const Catalog &catalog, const UndoStep &step);

} // namespace Kartoteka
