// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_scene.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QStackedWidget;

namespace Kartoteka {

class AgendaView;
class BulkDesk;
class CalendarActs;
class CalendarBar;
class CalendarDesk;
class CalendarKeys;
class CalendarResources;
class CalendarSide;
class CalendarSurface;
class DayGrid;
class EmptyState;
class GoToPanel;
class HeldTurn;
class MonthView;
class YearView;
struct EmptyText;

/// A calendar with all there is to it: its bar, the small month beside it, and the view of the days. What it shows is asked for by
/// whoever has it, a section or the page of all activities.
class CalendarPane final : public QWidget
{
    Q_OBJECT
public:
    CalendarPane(Store &store, BulkDesk &bulk, QWidget *parent);

    /// What is shown, whatever the days.
    void setQuery(const CalendarQuery &query);
    const CalendarQuery &query() const { return m_model->query(); }
    void setColour(CalendarColour by);
    /// What can be booked.
    CalendarResources *resources() const { return m_resources; }
    /// Columns of their own in a day or week; none: the days alone.
    void setLanes(const QList<CalendarLane> &lanes, bool areResources);
    void setActive(bool active);
    /// What is said where a filter leaves nothing; @p anyhow: whatever stands in these days.
    void setEmptyText(const EmptyText &text, bool anyhow = false);
    CalendarBar *bar() const { return m_bar; }
    CalendarSide *side() const { return m_side; }
    CalendarModel *model() const { return m_model; }
    const CalendarScene &scene() const { return m_scene; }
    /// The view that is seen; null for the year.
    CalendarSurface *surface() const;
    CalendarDesk *desk() const { return m_desk; }
    /// Another day may have come, or another setting.
    void turn();

    CalendarLook look() const { return m_scene.period.look; }
    void setLook(CalendarLook look);
    void step(int periods);
    /// The days of a period, without letting go of what is held.
    void showPeriod(const CalendarPeriod &period);
    /// Shows a day; @p place: the entry of it that becomes the current one, -1: the last; none of a day without.
    void goTo(const QDate &day, int place = 0);
    void choose(const EntryKey &key, const QDate &day);
    QList<EntryKey> entriesOf(const QDate &day) const;
    /// How many days it is to the next one with entries.
    int daysToNext(int direction) const;
    void askDay();
    void makeAtHand();
    void openCurrent();
    void removeCurrent();
    void shiftCurrent(int days, int minutes);
    void lengthenCurrent(int minutes);
    /// Lets go of what is held. @return whether there was anything.
    bool leaveOff();
    void focusView();
    /// The press that is under way shuts something that lies over the calendar, and makes nothing new.
    void dismissPress();
    /// Where something of a size lies beside a span, within the calendar.
    QRect roomBeside(const CalendarPlace &from, const CalendarPlace &until, const QSize &size) const;
    /// The calendar's acts: what menus of its owners add.
    void fillMenu(QMenu &menu);

signals:
    void opened(const Kartoteka::ItemRef &item);
    /// The menu of an item that is no activity.
    void itemMenuWanted(const Kartoteka::ItemRef &item, const QPoint &global);
    void menuWanted(QMenu &menu);
    void done(const QString &what);
    void told(const QString &what); ///< nothing of the file was changed
    void failed(const Kartoteka::Error &error);

private:
    void connectSurface(CalendarSurface &surface);
    void show();
    void readWindow();
    void relayout();
    void fitCurrent();
    void revealCurrent(CalendarSurface &seen);
    void showEmpty();
    void showSide();
    void resizeEvent(QResizeEvent *event) override;

    Store &m_store;
    BulkDesk &m_bulk;
    CalendarModel *m_model;
    CalendarScene m_scene;
    CalendarResources *m_resources;
    CalendarActs *m_acts;
    CalendarKeys *m_keys;
    HeldTurn *m_turn;
    CalendarDesk *m_desk;
    CalendarBar *m_bar;
    CalendarSide *m_side;
    QStackedWidget *m_stack;
    MonthView *m_month;
    DayGrid *m_days;
    AgendaView *m_agenda;
    YearView *m_year;
    GoToPanel *m_goTo;
    EmptyState *m_empty;
    std::optional<int> m_place;      ///< entry of the day that is to be the current one when it is there
    std::optional<bool> m_wantsSide; ///< what a person said; nothing: as there is room
    bool m_isVoid = false;           ///< there is nothing that it could show
    QTimer m_minute;
    QDate m_today;
};

} // namespace Kartoteka
