// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sealed_file.h"

#include "core/base/texts.h"

#include <QFile>
#include <QtEndian>

#include <sodium.h>

namespace Kartoteka {

namespace {

constexpr qsizetype blockBytes = 65'536;
constexpr qsizetype sealedBlockBytes = blockBytes + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr quint64 mostMemory = 1ULL << 30; // a file may not make this program allocate more
constexpr quint64 mostPasses = 16;
constexpr quint64 mostWork = 4ULL << 30; // … nor keep it busy for minutes: passes times memory
const QByteArray magic = QByteArrayLiteral("KARTOTEKA-SEALED-1\n");

using Key = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES>;
using StreamHeader = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

struct Lock
{
    QByteArray salt;
    quint64 passes = crypto_pwhash_OPSLIMIT_MODERATE;
    quint64 memory = crypto_pwhash_MEMLIMIT_MODERATE;
};

bool makeKey(const QString &passphrase, const Lock &lock, Key &key)
{
    const QByteArray words = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    return crypto_pwhash(key.data(), key.size(), words.constData(), size_t(words.size()),
                         reinterpret_cast<const unsigned char *>(lock.salt.constData()), lock.passes, size_t(lock.memory),
                         crypto_pwhash_ALG_ARGON2ID13)
        == 0;
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

Error fileError(const QFile &file)
{
    return {ErrorCode::File, Texts::tr("“%1”: %2").arg(file.fileName(), file.errorString()), {}, file.fileName()};
}

Error noMemory()
{
    return {ErrorCode::File, Texts::tr("There is not enough memory to work with the passphrase."), {}, {}};
}

Result<void> open(QFile &source, QFile &target)
{
    if (sodium_init() < 0)
        return noMemory();
    if (!source.open(QIODevice::ReadOnly))
        return fileError(source);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fileError(target);
    return {};
}

} // namespace

bool isSealed(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magic.size()) == magic;
}

Result<void> judgePassphrase(const QString &passphrase)
{
    const QString words = passphrase.normalized(QString::NormalizationForm_C).trimmed();
    const bool varies = std::any_of(words.begin(), words.end(), [&](QChar c) { return c != words.front(); });
    if (words.size() >= minimalPassphrase && varies)
        return {};
    return Error{ErrorCode::Refused,
                 Texts::tr("The passphrase is too short: use several words, at least %1 characters.").arg(minimalPassphrase),
                 {},
                 {},
                 Needs::Passphrase};
}

Result<void> sealFile(const QString &sourcePath, const QString &targetPath, const QString &passphrase)
{
    QFile source(sourcePath);
    QFile target(targetPath);
    if (auto done = open(source, target); !done)
        return done;
    Lock lock;
    lock.salt.resize(crypto_pwhash_SALTBYTES);
    randombytes_buf(lock.salt.data(), size_t(lock.salt.size()));
    Key key{};
    if (!makeKey(passphrase, lock, key))
        return noMemory();
    crypto_secretstream_xchacha20poly1305_state state;
    StreamHeader header{};
    crypto_secretstream_xchacha20poly1305_init_push(&state, header.data(), key.data());
    sodium_memzero(key.data(), key.size());
    QByteArray numbers(16, '\0');
    qToLittleEndian(lock.passes, numbers.data());
    qToLittleEndian(lock.memory, numbers.data() + 8);
    target.write(magic + lock.salt + numbers);
    target.write(reinterpret_cast<const char *>(header.data()), qint64(header.size()));
    bool atEnd = false;
    while (!atEnd) {
        const QByteArray block = source.read(blockBytes);
        atEnd = source.atEnd();
        QByteArray sealed(block.size() + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), Qt::Uninitialized);
        crypto_secretstream_xchacha20poly1305_push(&state, reinterpret_cast<unsigned char *>(sealed.data()), nullptr,
                                                   bytes(block), quint64(block.size()), nullptr, 0,
                                                   atEnd ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        if (target.write(sealed) != sealed.size())
            return fileError(target);
    }
    return target.flush() ? Result<void>() : Result<void>(fileError(target));
}

Result<void> unsealFile(const QString &sourcePath, const QString &targetPath, const QString &passphrase)
{
    QFile source(sourcePath);
    QFile target(targetPath);
    if (auto done = open(source, target); !done)
        return done;
    const Error changed{ErrorCode::Damaged,
                        Texts::tr("The file is damaged: it was changed or cut off after it was encrypted."),
                        {},
                        sourcePath};
    if (source.read(magic.size()) != magic)
        return changed;
    Lock lock;
    lock.salt = source.read(crypto_pwhash_SALTBYTES);
    const QByteArray numbers = source.read(16);
    const QByteArray header = source.read(qint64(StreamHeader().size()));
    if (header.size() != qsizetype(StreamHeader().size()))
        return changed;
    lock.passes = qFromLittleEndian<quint64>(numbers.constData());
    lock.memory = qFromLittleEndian<quint64>(numbers.constData() + 8);
    if (lock.memory > mostMemory || lock.passes > mostPasses || lock.passes * lock.memory > mostWork
        || lock.memory < crypto_pwhash_MEMLIMIT_MIN || lock.passes < crypto_pwhash_OPSLIMIT_MIN) {
        return changed;
    }
    Key key{};
    if (!makeKey(passphrase, lock, key))
        return noMemory();
    crypto_secretstream_xchacha20poly1305_state state;
    const bool started = crypto_secretstream_xchacha20poly1305_init_pull(&state, bytes(header), key.data()) == 0;
    sodium_memzero(key.data(), key.size());
    if (!started)
        return changed;
    unsigned char tag = 0;
    for (bool first = true; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; first = false) {
        const QByteArray sealed = source.read(sealedBlockBytes);
        QByteArray block(qMax<qsizetype>(0, sealed.size() - qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES)),
                         Qt::Uninitialized);
        const bool whole = sealed.size() >= qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES)
            && crypto_secretstream_xchacha20poly1305_pull(&state, reinterpret_cast<unsigned char *>(block.data()), nullptr,
                                                          &tag, bytes(sealed), quint64(sealed.size()), nullptr, 0)
                == 0;
        if (!whole && first) {
            return Error{ErrorCode::Refused,
                         Texts::tr("The passphrase is not the one the file was encrypted with, or the file is damaged."),
                         {},
                         {},
                         Needs::Passphrase};
        }
        if (!whole)
            return changed;
        if (target.write(block) != block.size())
            return fileError(target);
    }
    if (!source.atEnd())
        return changed;
    return target.flush() ? Result<void>() : Result<void>(fileError(target));
}

} // namespace Kartoteka
