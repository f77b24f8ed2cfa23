// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace Kartoteka {

/// Where the program learns what time it is, so that tests need not wait. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    virtual qint64 now() const = 0;

    QDateTime localNow() const { return QDateTime::fromMSecsSinceEpoch(now()); }
};

class SystemClock final : public Clock
{
public:
    qint64 now() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

/// The process-wide system clock, the default wherever no other is given.
inline const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace Kartoteka
