// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace Kartoteka {

/// "1.5 MB", for people.
inline QString sizeText(qint64 bytes)
{
    // Qt's Russian has one form of the word, whatever the number.
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat).replace(u"байты"_s, u"Б"_s);
}

} // namespace Kartoteka
