// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// "1.5 MB", "12 bytes", for people.
QString sizeText(qint64 bytes);

} // namespace Kartoteka
