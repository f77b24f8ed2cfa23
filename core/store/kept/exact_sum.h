// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <limits>

namespace Kartoteka {

/// SQL for the sum of whole numbers that does not fail where it leaves 64 bits: exact as long as it fits, else a floating
/// number near it. sum() of SQLite fails, even where only a part on the way does not fit.
inline QString sumOf(const QString &column)
{
    return QStringLiteral("(sum(%1 / 1000000000) * 1000000000 + sum(%1 % 1000000000))").arg(column);
}

/// Adds what such a sum gave; a total beyond 64 bits stays at their end.
inline void addSum(qint64 &total, const QVariant &sum)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    qint64 value = 0;
    if (sum.typeId() == QMetaType::Double)
        value = sum.toDouble() >= double(most) ? most : sum.toDouble() <= -double(most) ? -most : qint64(sum.toDouble());
    else
        value = sum.toLongLong();
    if (__builtin_add_overflow(total, value, &total))
        total = value > 0 ? most : -most;
}

} // namespace Kartoteka
