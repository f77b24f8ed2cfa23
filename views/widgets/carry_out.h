// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

/// Commits what was planned for an object with the signals failed() and done(), which say how it ended. Nothing is said where
/// nothing is to be changed.
template<typename Teller>
void carryOut(Store &store, Teller *teller, const Result<ChangeSet> &changes, const QString &said)
{
    if (!changes) {
        emit teller->failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    store.commit(*changes).then(teller, [teller, said](const Result<Receipt> &receipt) {
        if (receipt)
            emit teller->done(said);
        else
            emit teller->failed(receipt.error());
    });
}

} // namespace Kartoteka
