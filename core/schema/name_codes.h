// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// Codes of the parts of a person's name in the order in which forms ask for them: in Russian the last name first, else
/// the given name.
QStringList nameCodes();

} // namespace Kartoteka
