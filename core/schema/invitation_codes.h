// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka::Codes {

/// Field of activities: the e-mails of those who were invited, the organizer among them. What they answered is the label.
inline const QString guests = QStringLiteral("guests");

/// Labels of guests; none: has not answered.
inline const QString guestOrganizer = QStringLiteral("organizer");
inline const QString guestAccepted = QStringLiteral("accepted");
inline const QString guestDeclined = QStringLiteral("declined");
inline const QString guestTentative = QStringLiteral("tentative");

} // namespace Kartoteka::Codes
