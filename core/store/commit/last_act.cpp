// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/last_act.h"

#include "core/base/uid.h"
#include "core/store/commit/transaction.h"

#include <QCoreApplication>

namespace Kartoteka {

Result<Receipt> turnLastAct(Transaction &transaction, const Catalog &catalog, qint64 user, bool redo)
{
    auto step = redo ? nextRedo(transaction.connection(), user) : nextUndo(transaction.connection(), user);
    if (!step)
        return step.error();
    if (step->act == 0) {
        return Error{ErrorCode::NotFound,
                     redo ? QCoreApplication::translate("Kartoteka::Store", "There is nothing to redo.")
                          : QCoreApplication::translate("Kartoteka::Store", "There is nothing to undo."),
                     {},
                     {}};
    }
    return redo ? redoAct(transaction, catalog, *step) : undoAct(transaction, catalog, *step);
}

Result<Receipt> takeOutAct(Transaction &transaction, const Catalog &catalog, const QUuid &act)
{
    auto id = transaction.connection().scalar(u"SELECT id FROM act WHERE uid = ? AND undone_by IS NULL"_s, {uidBytes(act)});
    if (!id)
        return id.error();
    if (!id->isValid())
        return Receipt{};
    if (auto done = transaction.markFinished(id->toLongLong()); !done)
        return done.error();
    return undoAct(transaction, catalog, UndoStep{.act = id->toLongLong(), .kind = {}, .subject = {}});
}

} // namespace Kartoteka
