// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// Fields that the program looks for by their codes in a type that the office made itself: their columns are called so.
/// Every other field's column has its name from the uid.
const QStringList &systemFieldCodes();

/// Whether a record came with the program: uids of those are fixed texts.
bool isBuiltIn(const QByteArray &uid);

} // namespace Kartoteka
