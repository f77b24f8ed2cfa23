// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

namespace Codes {
/// Setting of the office: how many minutes before its deadline an activity without a reminder turns red.
inline const QString counterLead = QStringLiteral("counter_lead");
} // namespace Codes

constexpr qint64 usualCounterLead = 15; ///< minutes

/// The minutes that the setting says.
inline qint64 counterLeadOf(const QString &setting)
{
    bool ok = false;
    const qint64 minutes = setting.toLongLong(&ok);
    return ok && minutes >= 0 ? minutes : usualCounterLead;
}

} // namespace Kartoteka
