// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// Installs the program's texts for a language ("ru", "en"; empty: the system's) in the running application,
/// and sets the language of the built-in names. @return the language chosen.
QString installLanguage(const QString &wanted);

} // namespace Kartoteka
