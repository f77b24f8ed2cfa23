// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka::Codes {

/// The setting that says what becomes of a call from the card of which nobody wrote what came of it, and the value of it that
/// keeps each.
inline const QString contactNotes = QStringLiteral("contact_notes");
inline const QString contactsKept = QStringLiteral("kept");

} // namespace Kartoteka::Codes
