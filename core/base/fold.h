// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// Key by which text sorts, filters and is searched: compatibility-decomposed (Unicode NFKD),
/// case-folded, without combining marks, Ё as Е, Й kept apart from И, runs of space as one; Ґ and І behind
/// Г and И, typographic apostrophes as ', Turkish ı as i.
/// Two texts with equal keys are the same to a person who searches.
QString fold(QStringView text);

} // namespace Kartoteka
