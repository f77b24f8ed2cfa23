// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durations.h"
#include "core/exchange/exchange_format.h"
#include "core/store/db/connection.h"

namespace Kartoteka {

/// How far ahead of this computer's clock another one may be.
constexpr qint64 mostAheadMs = dayMs;

/// What the sender has is known now; a file that was overtaken by a later one tells nothing new. @p aliases: under which
/// names this file keeps what the sender calls otherwise.
Result<void> noteSender(Connection &connection, const ExchangeManifest &manifest, qint64 now,
                        const QHash<QUuid, QUuid> &aliases);

/// The office says under which code a seat goes on: two that were one may not both give its numbers.
Result<void> takeSeatCode(Connection &connection, const ExchangeManifest &manifest);

/// The next file for a sender holds everything: so that both find where their histories part.
Result<void> forgetSender(Connection &connection, const QUuid &sender);

} // namespace Kartoteka
