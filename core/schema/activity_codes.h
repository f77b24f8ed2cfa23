// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Fields of an activity, besides those that items have too (codes.h) and those of what comes again (repeat_rule.h).
namespace Kartoteka::Codes {

inline const QString start = QStringLiteral("start");               ///< when it begins; none: it has a deadline alone
inline const QString duration = QStringLiteral("duration");         ///< minutes
inline const QString allDay = QStringLiteral("all_day");            ///< whole days, those of `time_zone`
inline const QString participants = QStringLiteral("participants"); ///< besides who is responsible
inline const QString resources = QStringLiteral("resources");       ///< that it books
inline const QString location = QStringLiteral("location");
inline const QString colour = QStringLiteral("colour");
inline const QString timeZone = QStringLiteral("time_zone");        ///< in which it was planned; none: this computer's
inline const QString transparency = QStringLiteral("transparency"); ///< list: busy, free, tentative
inline const QString holdUntil = QStringLiteral("hold_until");      ///< it keeps its time free until then
inline const QString icsUid = QStringLiteral("ics_uid");
inline const QString icsSequence = QStringLiteral("ics_sequence");
inline const QString overlapAccepted = QStringLiteral(
    "overlap_accepted"); ///< it may stand beside what has its resource already

} // namespace Kartoteka::Codes
