// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka::Codes {

inline const QString activity = QStringLiteral("activity"); ///< their type

/// Codes of the fields that activities alone have.
inline const QString kind = QStringLiteral("kind");
inline const QString start = QStringLiteral("start");       ///< UTC ms
inline const QString allDay = QStringLiteral("all_day");    ///< the days of start and deadline count, their times do not
inline const QString duration = QStringLiteral("duration"); ///< minutes
inline const QString participants = QStringLiteral("participants");
inline const QString priority = QStringLiteral("priority");
inline const QString link = QStringLiteral("link");
inline const QString location = QStringLiteral("location");
inline const QString result = QStringLiteral("result");
inline const QString resultKind = QStringLiteral("result_kind");
inline const QString colour = QStringLiteral("colour");      ///< #rrggbb
inline const QString timeZone = QStringLiteral("time_zone"); ///< IANA, of a series or a calendar entry from elsewhere
inline const QString transparency = QStringLiteral("transparency");
inline const QString holdUntil = QStringLiteral("hold_until"); ///< UTC ms: until then it is tentative
inline const QString icsUid = QStringLiteral("ics_uid");
inline const QString icsSequence = QStringLiteral("ics_sequence");

/// Record tables beside the activities.
inline const QString activityKind = QStringLiteral("activity_kind");
inline const QString checklistItem = QStringLiteral("checklist_item");
inline const QString seriesException = QStringLiteral("series_exception");

} // namespace Kartoteka::Codes
