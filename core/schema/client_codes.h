// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka::Codes {

/// The people of an item beside the primary one; of a company, those who belong to it.
inline const QString contacts = QStringLiteral("contacts");
/// The number by which the tax office knows an organisation.
inline const QString taxId = QStringLiteral("tax_id");

} // namespace Kartoteka::Codes
