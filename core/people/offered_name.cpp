// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/offered_name.h"

#include "core/base/texts.h"
#include "core/people/user_acts.h"

#include <QLocale>

namespace Kartoteka {

QString offeredName(const User &user, const QDate &today)
{
    if (!isAbsent(user, today))
        return user.name;
    return user.absentUntil.isValid()
        ? Texts::tr("%1 (away until %2)").arg(user.name, QLocale().toString(user.absentUntil, QLocale::ShortFormat))
        : Texts::tr("%1 (away)").arg(user.name);
}

} // namespace Kartoteka
