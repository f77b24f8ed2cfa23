// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/own_pages.h"

#include "views/calendar/calendar_page.h"
#include "views/calendar/calendar_pane.h"
#include "views/day/day_page.h"
#include "views/shell/sidebar.h"

#include <QSettings>
#include <QStackedWidget>

namespace Kartoteka {

OwnPages::OwnPages(Store &store, BulkDesk &bulk, QStackedWidget &pages)
    : QObject(&pages)
    , m_pages(pages)
    , m_day(new DayPage(store, bulk, &pages))
    , m_calendar(new CalendarPage(store, bulk, &pages))
{
    pages.addWidget(m_day);
    pages.addWidget(m_calendar);
    connect(m_day, &DayPage::opened, this, &OwnPages::opened);
    connect(m_day, &DayPage::planWanted, this, &OwnPages::planWanted);
    connect(m_day, &DayPage::createWanted, this, &OwnPages::createWanted);
    connect(m_day, &DayPage::done, this, &OwnPages::done);
    connect(m_day, &DayPage::told, this, &OwnPages::told);
    connect(m_day, &DayPage::failed, this, &OwnPages::failed);
    connect(m_calendar, &CalendarPage::opened, this, &OwnPages::opened);
    connect(m_calendar, &CalendarPage::done, this, &OwnPages::done);
    connect(m_calendar, &CalendarPage::told, this, &OwnPages::told);
    connect(m_calendar, &CalendarPage::failed, this, &OwnPages::failed);
}

bool OwnPages::isDaySeen() const
{
    return m_pages.currentWidget() == m_day;
}

bool OwnPages::isSeen() const
{
    return isDaySeen() || m_pages.currentWidget() == m_calendar;
}

std::optional<ItemQuery> OwnPages::query() const
{
    return m_pages.currentWidget() == m_calendar ? std::optional(m_calendar->activities()) : std::nullopt;
}

void OwnPages::show(qint64 key)
{
    if (key == Sidebar::day)
        m_pages.setCurrentWidget(m_day);
    else
        m_pages.setCurrentWidget(m_calendar);
    focus();
}

void OwnPages::focus()
{
    if (isDaySeen())
        m_day->focusQueue();
    else
        m_calendar->pane()->focusView();
}

QString OwnPages::passing() const
{
    return isDaySeen() ? m_day->queue().lastPassing() : QString();
}

void OwnPages::takeBack()
{
    m_day->takeBack();
}

QList<KeyGroup> OwnPages::keys()
{
    return {DayPage::keys(), CalendarPage::keys()};
}

void OwnPages::save(QSettings &settings) const
{
    m_calendar->save(settings);
}

void OwnPages::restore(const QSettings &settings)
{
    m_calendar->restore(settings);
}

} // namespace Kartoteka
