// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <functional>

class QWidget;

namespace Kartoteka {

/// What becomes of an act that was refused because something is taken then, or cannot be had: it is done at one of the times that are
/// free near by, or all the same. Nothing where the person thought better of it.
std::optional<ChangeSet> askAboutBooking(QWidget *parent, const ChangeSet &changes, const Error &refusal);

/// Commits, and asks that where something stands in the way. @p answer: how it ended; Cancelled, with nothing to be told, where the
/// person left it. Not called once @p context is gone.
void commitBooking(Store &store, QObject *context, QWidget *window, const ChangeSet &changes,
                   const std::function<void(const Result<Receipt> &)> &answer);
/// The same for an object with the signals failed() and done(), which say how it ended (views/widgets/carry_out.h).
template<typename Teller>
void carryOutBooking(Store &store, Teller *teller, QWidget *window, const ChangeSet &changes, const QString &said)
{
    commitBooking(store, teller, window, changes, [teller, said](const Result<Receipt> &receipt) {
        if (receipt)
            emit teller->done(said);
        else if (receipt.error().code != ErrorCode::Cancelled)
            emit teller->failed(receipt.error());
    });
}

} // namespace Kartoteka
