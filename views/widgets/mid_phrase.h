// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// A name of a kind as it stands inside a phrase: "Contact" as "contact". What is written in capitals, such as "VIP", stays.
inline QString midPhrase(const QString &name)
{
    const bool isInCapitals = name.size() > 1 && name[1].isUpper();
    return isInCapitals ? name : name.left(1).toLower() + name.mid(1);
}

} // namespace Kartoteka
