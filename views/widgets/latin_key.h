// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

#include <Qt>

namespace Kartoteka {

/// The letter that stands on a key where the letters are Latin: keys that are letters are found by their place.
inline int latinKey(int key)
{
    if (key < 0x80 || key > 0xffff)
        return key;
    const QString other = otherKeyboardLayout(QString(QChar(char16_t(key))));
    return other.size() == 1 ? other[0].toUpper().unicode() : key;
}

} // namespace Kartoteka
