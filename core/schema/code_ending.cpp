// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/code_ending.h"

#include "core/base/uid.h"

namespace Kartoteka {

QString codeWithSuffix(const QString &code, const QUuid &uid)
{
    constexpr int endingDigits = 4;
    return code + u'_' + uidText(uid).right(endingDigits);
}

} // namespace Kartoteka
