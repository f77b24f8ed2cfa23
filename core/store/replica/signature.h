// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Kartoteka {

/// Ed25519 keys (libsodium). The secret one never leaves the file of its replica.
struct KeyPair
{
    QByteArray publicKey; ///< 32 bytes
    QByteArray secretKey; ///< 64 bytes
};

constexpr qsizetype publicKeyBytes = 32;
constexpr qsizetype signatureBytes = 64;
constexpr qsizetype chainBytes = 32;

KeyPair makeKeyPair();
/// The same pair for the same secret and name.
KeyPair derivedKeyPair(const QByteArray &secretKey, const QByteArray &name);
QByteArray signatureOf(const QByteArray &message, const QByteArray &secretKey);
/// False for what is no signature or no key.
bool isSignedBy(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey);

} // namespace Kartoteka
