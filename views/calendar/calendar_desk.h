// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "views/calendar/calendar_scene.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

class QMenu;

namespace Kartoteka {

class ActivityDesk;
class BulkDesk;
class CalendarActs;
class CalendarPane;
class CalendarPrint;
class CalendarSurface;
class EntryForm;

/// What is opened from a calendar: its entries, something new, menus, the free times, the pages for paper.
class CalendarDesk final : public QObject
{
    Q_OBJECT
public:
    using Maker = std::function<void(const CalendarPlace &from, const CalendarPlace &until)>;

    CalendarDesk(CalendarPane &pane, CalendarActs &acts, BulkDesk &bulk);

    void setMaker(const Maker &maker) { m_maker = maker; }
    EntryForm *form() const { return m_form; }

    /// Asks for something new in a span. @p lane: of the person or resource in whose column it is; 0: nobody's.
    void make(const CalendarPlace &from, const CalendarPlace &until, qint64 lane);
    /// … on a day, at the next hour of it.
    void makeOn(const QDate &day);
    void open(const CalendarEntry &entry);
    void showMenu(const EntryKey &key, const QDate &day, const QPoint &global);
    void showMore(QWidget *button);
    /// An activity leaves the window as a calendar file.
    void dragOut(const CalendarEntry &entry);

signals:
    void opened(const Kartoteka::ItemRef &item);
    void itemMenuWanted(const Kartoteka::ItemRef &item, const QPoint &global);
    void menuWanted(QMenu &menu);
    void done(const QString &what);
    void told(const QString &what);
    void failed(const Kartoteka::Error &error);

private:
    void print();
    void showFreeTimes();
    void showPlanned(const CalendarPlace &from, const CalendarPlace &until);
    void showAgain();
    void plan(const QHash<QString, Value> &values, const CalendarPlace &from, const CalendarPlace &until);
    void goOn(const QHash<QString, Value> &values, const CalendarPlace &from, const CalendarPlace &until);

    CalendarPane &m_pane;
    CalendarActs &m_acts;
    BulkDesk &m_bulk;
    ActivityDesk *m_activities;
    CalendarPrint *m_print;
    EntryForm *m_form;
    std::optional<CalendarEntry> m_planned; ///< for which time the form asks
    qint64 m_plannedLane = 0;
    QPointer<CalendarSurface> m_plannedOn; ///< where that is shown
    Maker m_maker;
    std::unique_ptr<QTemporaryDir> m_outbox; ///< of what was dragged out: who takes it may read it later
};

} // namespace Kartoteka
