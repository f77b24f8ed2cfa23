// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Codes of resources (rooms, equipment, people, services) and of what books them.
namespace Kartoteka::Codes {

inline const QString resourceType = QStringLiteral("resource");        ///< entity type
inline const QString resourceHours = QStringLiteral("resource_hours"); ///< records: when one can be booked, by weekday
inline const QString capacity = QStringLiteral("capacity");
inline const QString overlap = QStringLiteral("overlap");            ///< several bookings may stand at one time
inline const QString bufferBefore = QStringLiteral("buffer_before"); ///< minutes that are kept free
inline const QString bufferAfter = QStringLiteral("buffer_after");   ///< …
inline const QString slot = QStringLiteral("slot");                  ///< minutes: bookings begin every so often
inline const QString resourceActive = QStringLiteral("active");      ///< it is offered

/// Fields of activities.
inline const QString resources = QStringLiteral("resources");              ///< that it books
inline const QString overlapAccepted = QStringLiteral("overlap_accepted"); ///< it may stand beside what has them already

} // namespace Kartoteka::Codes
