// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"

namespace Kartoteka {

/// Brings the folded texts of a file of format 8 or less to what fold() makes today of letters that it knew less of: Ґ and І
/// of other Cyrillic alphabets, the Turkish ı, typographic apostrophes. Works on the folded texts alone.
Result<void> refoldOlderTexts(Connection &connection);

/// Puts the sign behind the texts of the items in @p table, in a file of format 11 or less.
Result<void> endSearchTexts(Connection &connection, const QString &table);

} // namespace Kartoteka
