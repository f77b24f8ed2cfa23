// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replica/signature.h"

#include <QtGlobal>

#include <sodium.h>

namespace Kartoteka {

namespace {

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

static_assert(publicKeyBytes == crypto_sign_PUBLICKEYBYTES && signatureBytes == crypto_sign_BYTES);

} // namespace

KeyPair makeKeyPair()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used"); // the system gives no random numbers
    KeyPair pair{QByteArray(publicKeyBytes, '\0'), QByteArray(qsizetype(crypto_sign_SECRETKEYBYTES), '\0')};
    crypto_sign_keypair(bytes(pair.publicKey), bytes(pair.secretKey));
    return pair;
}

KeyPair derivedKeyPair(const QByteArray &secretKey, const QByteArray &name)
{
    QByteArray seed(qsizetype(crypto_sign_SEEDBYTES), '\0');
    crypto_generichash(bytes(seed), size_t(seed.size()), bytes(name), quint64(name.size()), bytes(secretKey),
                       size_t(qMin(secretKey.size(), qsizetype(crypto_generichash_KEYBYTES_MAX))));
    KeyPair pair{QByteArray(publicKeyBytes, '\0'), QByteArray(qsizetype(crypto_sign_SECRETKEYBYTES), '\0')};
    crypto_sign_seed_keypair(bytes(pair.publicKey), bytes(pair.secretKey), bytes(seed));
    return pair;
}

QByteArray signatureOf(const QByteArray &message, const QByteArray &secretKey)
{
    if (secretKey.size() != qsizetype(crypto_sign_SECRETKEYBYTES))
        return {};
    QByteArray signature(signatureBytes, '\0');
    crypto_sign_detached(bytes(signature), nullptr, bytes(message), quint64(message.size()), bytes(secretKey));
    return signature;
}

bool isSignedBy(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey)
{
    return signature.size() == signatureBytes && publicKey.size() == publicKeyBytes
        && crypto_sign_verify_detached(bytes(signature), bytes(message), quint64(message.size()), bytes(publicKey)) == 0;
}

} // namespace Kartoteka
