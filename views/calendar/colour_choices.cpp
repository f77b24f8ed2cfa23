// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/colour_choices.h"

#include "views/widgets/menu_heading.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace Kartoteka {

namespace {

QString textOf(CalendarColour by)
{
    switch (by) {
    case CalendarColour::Kind: return QCoreApplication::translate("Kartoteka::CalendarColours", "By kind");
    case CalendarColour::Stage: return QCoreApplication::translate("Kartoteka::CalendarColours", "By stage");
    case CalendarColour::Person: return QCoreApplication::translate("Kartoteka::CalendarColours", "By person");
    case CalendarColour::Resource: return QCoreApplication::translate("Kartoteka::CalendarColours", "By room or equipment");
    case CalendarColour::Choice: break;
    }
    return {};
}

} // namespace

QActionGroup *addColourChoices(QMenu &menu, const QList<CalendarColour> &offered, CalendarColour now,
                               const std::function<void(CalendarColour)> &choose)
{
    addMenuHeading(menu, QCoreApplication::translate("Kartoteka::CalendarColours", "Colours"));
    auto *one = new QActionGroup(&menu);
    for (const CalendarColour by : offered) {
        QAction *action = menu.addAction(textOf(by), &menu, [choose, by] { choose(by); });
        action->setObjectName(u"calendarColour_"_s + calendarColourName(by));
        action->setCheckable(true);
        action->setChecked(by == now);
        one->addAction(action);
    }
    return one;
}

} // namespace Kartoteka
