// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_pane.h"

#include "core/query/item_query.h"
#include "views/acts/bulk_desk.h"
#include "views/calendar/agenda_view.h"
#include "views/calendar/calendar_accessible.h"
#include "views/calendar/calendar_acts.h"
#include "views/calendar/calendar_bar.h"
#include "views/calendar/calendar_desk.h"
#include "views/calendar/calendar_keys.h"
#include "views/calendar/calendar_resources.h"
#include "views/calendar/calendar_side.h"
#include "views/calendar/day_grid.h"
#include "views/calendar/entry_form.h"
#include "views/calendar/go_to_panel.h"
#include "views/calendar/held_turn.h"
#include "views/calendar/mini_month.h"
#include "views/calendar/month_view.h"
#include "views/calendar/year_view.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int tickMs = 60'000;
constexpr int sideFrom = 900; ///< width from which the small month has room
constexpr qsizetype mostLanes = 40;

} // namespace

CalendarPane::CalendarPane(Store &store, BulkDesk &bulk, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_bulk(bulk)
    , m_model(new CalendarModel(store, this))
    , m_scene{store, *m_model, {}, CalendarColours(store.schema(), CalendarColour::Kind)}
    , m_resources(new CalendarResources(store, this))
    , m_acts(new CalendarActs(m_scene, this))
    , m_keys(new CalendarKeys(*this))
    , m_turn(new HeldTurn(*this))
    , m_desk(new CalendarDesk(*this, *m_acts, bulk))
    , m_bar(new CalendarBar(this))
    , m_side(new CalendarSide(m_scene, this))
    , m_stack(new QStackedWidget(this))
    , m_month(new MonthView(m_scene, m_stack))
    , m_days(new DayGrid(m_scene, m_stack))
    , m_agenda(new AgendaView(m_scene, m_stack))
    , m_year(new YearView(store, m_stack))
    , m_goTo(new GoToPanel(store, this))
    , m_empty(new EmptyState(m_stack, true))
    , m_today(m_scene.today())
{
    setObjectName(u"calendarPane"_s);
    m_scene.canCreate = store.access().isWritable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(m_stack, 1);
    layout->addLayout(row, 1);
    m_empty->hide();
    for (CalendarSurface *surface : std::initializer_list<CalendarSurface *>{m_month, m_days, m_agenda}) {
        m_stack->addWidget(surface);
        connectSurface(*surface);
    }
    m_stack->addWidget(m_year);
    m_keys->watch(m_year);
    m_keys->watchBeside(m_bar);
    m_keys->watchBeside(m_side);
    connect(m_agenda, &AgendaView::daysWanted, this, &CalendarPane::readWindow);
    connect(m_agenda, &AgendaView::topChanged, this, [this](const QDate &day) {
        m_scene.period.day = day;
        m_bar->show(m_scene.period);
        m_side->follow();
    });
    connect(m_year, &YearView::dayWanted, this, [this](const QDate &day) {
        m_scene.at = day;
        setLook(CalendarLook::Day);
    });
    const auto showMonth = [this](const QDate &month) {
        m_scene.at = month;
        setLook(CalendarLook::Month);
    };
    connect(m_year, &YearView::monthWanted, this, showMonth);
    connect(m_side, &CalendarSide::monthWanted, this, showMonth);
    connect(m_side, &CalendarSide::dayWanted, this, [this](const QDate &day) { goTo(day); });
    connect(m_bar, &CalendarBar::todayWanted, this, [this] { goTo(m_scene.today()); });
    connect(m_bar, &CalendarBar::stepWanted, this, &CalendarPane::step);
    connect(m_bar, &CalendarBar::lookWanted, this, &CalendarPane::setLook);
    connect(m_bar, &CalendarBar::goToWanted, this, &CalendarPane::askDay);
    connect(m_bar, &CalendarBar::createWanted, this, &CalendarPane::makeAtHand);
    connect(m_bar, &CalendarBar::moreWanted, m_desk, &CalendarDesk::showMore);
    connect(m_desk, &CalendarDesk::opened, this, &CalendarPane::opened);
    connect(m_desk, &CalendarDesk::itemMenuWanted, this, &CalendarPane::itemMenuWanted);
    connect(m_desk, &CalendarDesk::menuWanted, this, &CalendarPane::menuWanted);
    connect(m_desk, &CalendarDesk::done, this, &CalendarPane::done);
    connect(m_desk, &CalendarDesk::told, this, &CalendarPane::told);
    connect(m_desk, &CalendarDesk::failed, this, &CalendarPane::failed);
    connect(m_goTo, &GoToPanel::chosen, this, [this](const QDate &day) {
        goTo(day);
        focusView();
    });
    connect(m_goTo, &GoToPanel::closed, this, &CalendarPane::focusView);
    connect(m_model, &CalendarModel::changed, this, &CalendarPane::relayout);
    connect(m_resources, &CalendarResources::changed, this, [this] { setColour(m_scene.colours.by()); });
    connect(m_model, &CalendarModel::readFailed, this, &CalendarPane::failed);
    connect(m_acts, &CalendarActs::done, this, &CalendarPane::done);
    connect(m_acts, &CalendarActs::failed, this, &CalendarPane::failed);
    connect(m_acts, &CalendarActs::deleteWanted, this, [this](const ItemRef &item) { m_bulk.remove(item.type, {item.id}); });
    connect(&store, &Store::schemaChanged, this, &CalendarPane::turn);
    m_minute.setInterval(tickMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (m_scene.today() != m_today)
            turn();
        else if (CalendarSurface *seen = surface())
            seen->tick();
    });
    m_scene.period.day = m_scene.at = m_today;
    turn();
    setLook(CalendarLook::Month);
}

void CalendarPane::connectSurface(CalendarSurface &surface)
{
    m_keys->watch(&surface);
    connect(&surface, &CalendarSurface::chosen, this, &CalendarPane::choose);
    connect(&surface, &CalendarSurface::opened, this, [this](const EntryKey &key) {
        choose(key, m_scene.at);
        openCurrent();
    });
    connect(&surface, &CalendarSurface::makeWanted, m_desk, &CalendarDesk::make);
    connect(&surface, &CalendarSurface::dayWanted, this, [this](const QDate &day) {
        m_scene.at = day;
        setLook(CalendarLook::Day);
    });
    connect(&surface, &CalendarSurface::menuWanted, m_desk, &CalendarDesk::showMenu);
    connect(&surface, &CalendarSurface::turned, this, &CalendarPane::step);
    connect(&surface.gesture(), &CalendarGesture::made, m_desk, &CalendarDesk::make);
    connect(&surface.gesture(), &CalendarGesture::moved, m_acts, &CalendarActs::move);
    connect(&surface.gesture(), &CalendarGesture::leftWith, m_desk, &CalendarDesk::dragOut);
    connect(&surface.gesture(), &CalendarGesture::stuck, m_acts, &CalendarActs::refuseMove);
    connect(&surface.gesture(), &CalendarGesture::stretched, m_acts, &CalendarActs::stretch);
    m_turn->watch(surface.gesture());
}

CalendarSurface *CalendarPane::surface() const
{
    return qobject_cast<CalendarSurface *>(m_stack->currentWidget());
}

void CalendarPane::setQuery(const CalendarQuery &query)
{
    m_model->setQuery(query);
    m_side->setQuery(query);
}

void CalendarPane::setColour(CalendarColour by)
{
    m_scene.colours = CalendarColours(m_store.schema(), by, m_resources->all());
    relayout();
}

void CalendarPane::setLanes(const QList<CalendarLane> &lanes, bool areResources)
{
    m_scene.lanes = lanes.mid(0, mostLanes);
    m_scene.lanesAreResources = areResources;
    relayout();
    m_days->revealDay(m_scene.at);
}

void CalendarPane::setActive(bool active)
{
    m_model->setShown(active);
    m_side->setShown(active);
    m_resources->setShown(active);
    if (active) {
        m_minute.start();
        turn();
    } else {
        m_minute.stop();
        m_desk->form()->hide();
        m_goTo->hide();
    }
}

void CalendarPane::turn()
{
    const SchemaPtr schema = m_store.schema();
    const bool isNewDay = std::exchange(m_today, m_scene.today()) != m_scene.today();
    m_scene.period.weekStart = firstDayOfWeek(*schema);
    m_scene.period.workdays = officeWorkdays(*schema);
    m_scene.colours = CalendarColours(schema, m_scene.colours.by(), m_resources->all());
    m_side->follow();
    readWindow();
    if (isNewDay)
        m_model->refresh(); // what is overdue is another matter now
}

void CalendarPane::setLook(CalendarLook look)
{
    m_scene.period.look = look;
    m_scene.period.day = m_scene.at;
    m_desk->form()->hide();
    m_goTo->hide();
    switch (look) {
    case CalendarLook::Month: m_stack->setCurrentWidget(m_month); break;
    case CalendarLook::Week:
    case CalendarLook::WorkWeek:
    case CalendarLook::Day: m_stack->setCurrentWidget(m_days); break;
    case CalendarLook::Agenda: m_stack->setCurrentWidget(m_agenda); break;
    case CalendarLook::Year: m_stack->setCurrentWidget(m_year); break;
    }
    if (look == CalendarLook::WorkWeek && !m_scene.period.workdays.contains(m_scene.period.day.dayOfWeek()))
        m_scene.at = m_scene.period.day = m_scene.period.first();
    if (look == CalendarLook::Agenda)
        m_agenda->start(m_scene.period.day);
    show();
    if (surface() == m_days) {
        m_days->relayout(); // as the days are that it shows now
        m_days->revealDay(m_scene.at);
    }
    if (isVisible())
        focusView();
}

/// The period that is at hand now.
void CalendarPane::show()
{
    m_bar->show(m_scene.period);
    m_side->follow();
    readWindow();
}

void CalendarPane::readWindow()
{
    const CalendarPeriod &period = m_scene.period;
    if (period.look == CalendarLook::Agenda) {
        m_model->setWindow(m_agenda->first(), m_agenda->last(), listedPerDay(period.look));
        return;
    }
    const CalendarPeriod before = period.moved(-1);
    const CalendarPeriod after = period.moved(1);
    m_model->setWindow(period.first(), period.last(), listedPerDay(period.look),
                       {{after.first(), after.last()}, {before.first(), before.last()}});
}

void CalendarPane::relayout()
{
    fitCurrent();
    if (CalendarSurface *seen = surface()) {
        seen->relayout();
    } else {
        m_year->show(m_scene.period, m_model->shown(), m_scene.at);
    }
    m_side->follow();
    showEmpty();
}

/// The current entry is one of what is seen, or none.
void CalendarPane::fitCurrent()
{
    if (m_place) {
        const QList<EntryKey> here = entriesOf(m_scene.at);
        if (m_model->isRead() || !here.isEmpty()) {
            const int last = int(here.size()) - 1;
            m_scene.current = here.isEmpty() ? EntryKey() : here[*m_place < 0 ? last : qMin(*m_place, last)];
            m_place.reset();
        }
    }
    if (!m_scene.current.isNull() && !m_scene.currentEntry() && m_model->isRead())
        m_scene.current = {};
}

void CalendarPane::setEmptyText(const EmptyText &text, bool anyhow)
{
    m_isVoid = anyhow;
    m_empty->setText(text);
    showEmpty();
}

/// A calendar without entries is a calendar all the same: only one without any at all says so.
void CalendarPane::showEmpty()
{
    const QList<int> &counts = m_model->shown().counts; // a year lists no entries
    const bool isNothing = m_model->isRead() && std::ranges::all_of(counts, [](int count) { return count == 0; })
        && !m_empty->text().title.isEmpty();
    m_empty->setVisible(m_isVoid || (isNothing && m_empty->text().drawing == Drawing::NoHit));
    m_empty->raise(); // the view that was shown last lies on top of all
}

void CalendarPane::step(int periods)
{
    m_scene.current = {};
    m_place = 0;
    m_desk->form()->hide();
    CalendarPeriod from = m_scene.period;
    if (from.look != CalendarLook::Agenda && from.holds(m_scene.at))
        from.day = m_scene.at; // the day at hand goes along
    showPeriod(from.moved(periods));
}

void CalendarPane::showPeriod(const CalendarPeriod &period)
{
    m_scene.period = period;
    m_scene.at = period.day;
    if (m_scene.period.look == CalendarLook::Agenda)
        m_agenda->start(m_scene.period.day);
    show();
}

void CalendarPane::goTo(const QDate &day, int place)
{
    if (!day.isValid() || day < earliestCalendarDay() || day > latestCalendarDay())
        return;
    m_scene.at = day;
    if (!m_scene.period.holds(day))
        m_scene.period.day = day;
    if (!m_scene.period.holds(day)) // a work week has no weekend
        m_scene.at = m_scene.period.first();
    m_scene.current = {};
    m_place = place;
    show();
    if (CalendarSurface *seen = surface()) {
        seen->revealDay(day);
        revealCurrent(*seen);
    }
}

void CalendarPane::revealCurrent(CalendarSurface &seen)
{
    const QList<EntryPart> parts = seen.parts();
    const auto part = std::ranges::find_if(
        parts, [this](const EntryPart &one) { return EntryKey::of(m_scene.entries()[one.entry]) == m_scene.current; });
    if (part != parts.end() && (part->isBlock || &seen != m_days))
        seen.reveal(part->rect);
    CalendarAccessible::tellCurrent(seen);
}

void CalendarPane::choose(const EntryKey &key, const QDate &day)
{
    m_place.reset();
    m_scene.current = key;
    if (day.isValid())
        m_scene.at = day;
    m_side->follow();
    if (CalendarSurface *seen = surface()) {
        revealCurrent(*seen);
        seen->viewport()->update();
    }
}

QList<EntryKey> CalendarPane::entriesOf(const QDate &day) const
{
    QList<EntryKey> keys;
    for (const CalendarEntry &entry : m_scene.entries()) {
        if (entry.covers(day))
            keys << EntryKey::of(entry);
    }
    return keys;
}

int CalendarPane::daysToNext(int direction) const
{
    constexpr int farthest = 400;
    for (int days = direction; qAbs(days) < farthest; days += direction) {
        if (!entriesOf(m_scene.at.addDays(days)).isEmpty())
            return days;
    }
    return direction;
}

void CalendarPane::askDay()
{
    const QWidget *title = m_bar->titleButton();
    m_goTo->ask(title->mapTo(this, QPoint(0, title->height())), m_scene.at);
}

void CalendarPane::dismissPress()
{
    if (CalendarSurface *seen = surface())
        seen->dismissPress();
}

/// Right of the span, or left of it where that has no room.
QRect CalendarPane::roomBeside(const CalendarPlace &from, const CalendarPlace &until, const QSize &size) const
{
    const CalendarSurface *seen = surface();
    const QRect span = seen ? seen->spanRect(from, until) : QRect();
    const QRect beside = span.isEmpty() ? QRect(rect().center(), QSize(1, 1))
                                        : QRect(seen->viewport()->mapTo(this, span.topLeft()), span.size());
    QPoint at(beside.right() - OverPanel::shadow + Space::s, beside.top() - OverPanel::shadow);
    if (at.x() + size.width() > width())
        at.setX(beside.left() - size.width() + OverPanel::shadow - Space::s);
    return {qBound(0, at.x(), qMax(0, width() - size.width())), qBound(0, at.y(), qMax(0, height() - size.height())),
            size.width(), size.height()};
}

void CalendarPane::openCurrent()
{
    if (const CalendarEntry *entry = m_scene.currentEntry())
        m_desk->open(*entry);
    else if (look() != CalendarLook::Day && look() != CalendarLook::Agenda)
        setLook(CalendarLook::Day);
}

void CalendarPane::makeAtHand()
{
    m_desk->makeOn(m_scene.at);
}

void CalendarPane::removeCurrent()
{
    if (const CalendarEntry *entry = m_scene.currentEntry())
        m_acts->remove(*entry);
}

void CalendarPane::shiftCurrent(int days, int minutes)
{
    const CalendarEntry *entry = m_scene.currentEntry();
    if (!entry)
        return;
    const CalendarEntry moved = *entry;
    if (days != 0)
        m_scene.at = m_scene.at.addDays(days);
    if (!m_scene.period.holds(m_scene.at))
        m_scene.period.day = m_scene.at;
    m_acts->shift(moved, days, minutes);
    show();
}

void CalendarPane::lengthenCurrent(int minutes)
{
    if (const CalendarEntry *entry = m_scene.currentEntry()) {
        const CalendarEntry one = *entry;
        m_acts->lengthen(one, minutes);
    }
}

bool CalendarPane::leaveOff()
{
    CalendarSurface *seen = surface();
    if (!seen || !seen->gesture().isActive())
        return false;
    seen->gesture().cancel();
    return true;
}

void CalendarPane::focusView()
{
    m_stack->currentWidget()->setFocus();
}

void CalendarPane::fillMenu(QMenu &menu)
{
    m_bar->addGivenUp(menu);
    QAction *side = menu.addAction(tr("Side pane"), this, [this](bool shown) {
        m_wantsSide = shown;
        showSide();
    });
    side->setCheckable(true);
    side->setChecked(!m_side->isHidden());
    side->setObjectName(u"calendarSideShown"_s);
}

void CalendarPane::showSide()
{
    m_side->setVisible(m_wantsSide.value_or(width() >= scaled(sideFrom, fontMetrics())));
}

void CalendarPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSide();
}

} // namespace Kartoteka
