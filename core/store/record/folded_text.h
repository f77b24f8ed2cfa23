// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// fold() of a text that was perhaps folded a moment ago: a row's texts are, once for its columns and once for the search
/// index. Remembers the last few of this thread.
QString foldedText(const QString &text);

} // namespace Kartoteka
