// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/moment_text.h"

#include "core/base/texts.h"
#include "core/items/value_text.h"

#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString momentText(const QDateTime &at, const QDate &today)
{
    const QString hour = QLocale().toString(at.time(), QLocale::ShortFormat);
    switch (today.daysTo(at.date())) {
    case -1: return Texts::tr("yesterday %1", "and the hour").arg(hour);
    case 0: return Texts::tr("today %1", "and the hour").arg(hour);
    case 1: return Texts::tr("tomorrow %1", "and the hour").arg(hour);
    default: return shortDate(at.date(), QLocale(), today) + u' ' + hour;
    }
}

} // namespace Kartoteka
