// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace Kartoteka {

/// Files encrypted to a passphrase: key by Argon2id, contents by XChaCha20-Poly1305 as libsodium's secretstream, in
/// blocks of 64 KiB, so that a changed, missing or reordered byte is noticed.
/// The layout stands in docs/file-format.md.

bool isSealed(const QString &path);

/// Refused for what is no protection: fewer than minimalPassphrase characters, or one of them again and again.
constexpr qsizetype minimalPassphrase = 6;
Result<void> judgePassphrase(const QString &passphrase);

/// Replaces the contents of @p target.
Result<void> sealFile(const QString &source, const QString &target, const QString &passphrase);

/// Refused when the passphrase is not the one; Damaged when a byte was changed or is missing.
Result<void> unsealFile(const QString &source, const QString &target, const QString &passphrase);

} // namespace Kartoteka
