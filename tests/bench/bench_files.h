// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A CSV of leads as an office would bring it: @p rows rows, the same each time.
QString benchCsv(const QString &folder, int rows);

} // namespace Kartoteka
