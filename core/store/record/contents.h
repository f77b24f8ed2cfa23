// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

namespace Kartoteka {

/// Bytes of attached files, kept once however many attachments name them. A digest names its bytes for ever, so they are
/// neither journalled nor changed.

/// The largest file that can be attached: it passes through memory and exchange files whole.
constexpr qint64 largestContent = 64LL << 20;

/// SHA-256, hexadecimal.
QString contentDigest(const QByteArray &bytes);

/// Does nothing when the bytes are there. Within the caller's transaction.
Result<void> storeContent(Connection &connection, const QString &digest, const QByteArray &bytes);

/// NotFound when nothing is kept under the digest.
Result<QByteArray> readContent(Connection &connection, const QString &digest);

} // namespace Kartoteka
