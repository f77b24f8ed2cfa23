// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_container.h"
#include "core/store/replica/chain.h"
#include "core/store/store.h"

namespace Kartoteka {

struct ExchangeWriteOptions
{
    QString path;
    QString seat; ///< code or name of who it is for; empty: the office, or everybody when this is the office
    QString passphrase;
    bool evenIfEmpty = true; ///< false: when the receiver lacks nothing, no file is written
    CancelToken cancel;
    ExchangeProgress progress; ///< rows written, rows in all
};

struct ExchangeWritten
{
    ExchangeManifest manifest;
    QString receiver; ///< in words
    qint64 bytes = 0;
    bool written = true;
    QList<ChainMark> marks = {}; ///< of the chains, to be kept
};

/// Writes every journal row that the receiver is not known to have. Any thread; commits go on meanwhile.
Result<ExchangeWritten> writeExchange(Store &store, const ExchangeWriteOptions &options);

} // namespace Kartoteka
