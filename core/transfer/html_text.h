// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// What a formatted text (HTML) says, without its marks: paragraphs, lines and items of lists are lines of their own. What is no
/// text, as styles and scripts, is left out; nothing is loaded.
QString htmlText(const QString &html);

} // namespace Kartoteka
