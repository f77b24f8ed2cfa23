// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/activity_span.h"

namespace Kartoteka {

/// A time at which more places of a resource that several may have are taken than it has.
struct OverfullTime
{
    qint64 resource = 0;
    TimeSpan span;
    qsizetype taken = 0;
    qsizetype places = 0;

    bool operator==(const OverfullTime &) const = default;
};

} // namespace Kartoteka
