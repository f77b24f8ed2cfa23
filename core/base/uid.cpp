// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uid.h"

#include "core/base/clock.h"

#include <QRandomGenerator>

#include <array>
#include <atomic>

namespace Kartoteka {

namespace {

constexpr int countBits = 12;

/// The millisecond, and behind it a number that counts on within it.
quint64 nextStamp(quint64 nowMs)
{
    static std::atomic<quint64> last = 0;
    const quint64 fresh = nowMs << countBits | QRandomGenerator::global()->bounded(256U);
    quint64 before = last.load();
    quint64 next = 0;
    do
        next = before >> countBits == nowMs ? before + 1 : fresh;
    while (!last.compare_exchange_weak(before, next));
    return next;
}

} // namespace

QUuid makeUid(qint64 nowMs)
{
    std::array<quint8, 16> bytes{};
    const quint64 stamp = nextStamp(quint64(nowMs));
    const quint64 random = QRandomGenerator::global()->generate64();
    for (int i = 0; i < 6; ++i)
        bytes[size_t(i)] = quint8(stamp >> (countBits + 8 * (5 - i)));
    bytes[6] = quint8((stamp >> 8 & 0x0f) | 0x70);
    bytes[7] = quint8(stamp);
    for (int i = 0; i < 8; ++i)
        bytes[8 + size_t(i)] = quint8(random >> (8 * i));
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), 16));
}

QUuid makeUid()
{
    return makeUid(systemClock().now());
}

QUuid derivedUid(QStringView kind, QStringView key)
{
    static const QUuid space = QUuid::createUuidV5(QUuid(), QByteArrayLiteral("kartoteka"));
    return QUuid::createUuidV5(space, (kind.toString() + u'/' + key.toString()).toUtf8());
}

} // namespace Kartoteka
