// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_choices.h"

#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isWanted(const QString &key)
{
    return QSettings().value(key).toString() != u"no";
}

DesktopOffers &offered()
{
    static DesktopOffers offers;
    return offers;
}

} // namespace

bool isReminderWindowWanted()
{
    return isWanted(reminderWindowKey);
}

bool areBubblesWanted()
{
    return isWanted(reminderBubblesKey);
}

void setDesktopOffers(const DesktopOffers &offers)
{
    offered() = offers;
}

const DesktopOffers &desktopOffers()
{
    return offered();
}

} // namespace Kartoteka
