// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/size_text.h"

#include "core/base/texts.h"

#include <QLocale>

namespace Kartoteka {

QString sizeText(qint64 bytes)
{
    constexpr qint64 kilobyte = 1024;
    // Qt has one form of the word, whatever the number.
    if (bytes < kilobyte)
        return Texts::tr("%n byte(s)", nullptr, int(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace Kartoteka
