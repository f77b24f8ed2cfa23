// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uid.h"

#include "core/base/clock.h"

#include <QRandomGenerator>

#include <array>

namespace Kartoteka {

QUuid makeUid(qint64 nowMs)
{
    std::array<quint8, 16> bytes{};
    const quint64 random[2] = {QRandomGenerator::global()->generate64(), QRandomGenerator::global()->generate64()};
    for (int i = 0; i < 6; ++i)
        bytes[size_t(i)] = quint8(quint64(nowMs) >> (8 * (5 - i)));
    for (int i = 0; i < 10; ++i)
        bytes[6 + size_t(i)] = quint8(random[i / 8] >> (8 * (i % 8)));
    bytes[6] = quint8((bytes[6] & 0x0f) | 0x70);
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
