// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// The beginning of a text that is longer than @p most, and that there is more.
inline QString shortened(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : QString(text.left(most).trimmed() + u'…');
}

} // namespace Kartoteka
