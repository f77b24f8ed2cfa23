// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/day_grid.h"

#include "core/schema/work_calendar.h"
#include "views/calendar/day_painter.h"

#include <QScrollBar>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int edgeGrip = 6;      ///< of a block or bar, by which it is stretched
constexpr int clickMinutes = 60; ///< that a click takes
constexpr int clickSnap = 30;
constexpr int usualMorning = 9 * 60;
constexpr int lastMinute = 24 * 60;

QTime timeOf(int minute)
{
    return QTime(0, 0).addSecs(qMin(minute, lastMinute - 1) * 60);
}

} // namespace

DayGrid::DayGrid(CalendarScene &scene, QWidget *parent) : CalendarSurface(scene, parent)
{
    setObjectName(u"calendarDays"_s);
    setAccessibleName(tr("Days"));
}

void DayGrid::layOut()
{
    const auto build = [this] {
        m_places.build(scene(), {viewport()->rect(), horizontalScrollBar()->value(), verticalScrollBar()->value()},
                       painter());
    };
    build();
    const int seen = m_places.bodyRect().height();
    const int wide = m_places.bodyRect().width() - m_places.timeWidth();
    verticalScrollBar()->setPageStep(seen);
    verticalScrollBar()->setSingleStep(m_places.hourHeight() / 2);
    verticalScrollBar()->setRange(0, qMax(0, m_places.contentHeight() - seen));
    horizontalScrollBar()->setPageStep(wide);
    horizontalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setRange(0, qMax(0, m_places.contentWidth() - wide));
}

void DayGrid::showEvent(QShowEvent *event)
{
    CalendarSurface::showEvent(event);
    if (!m_isPlaced)
        showWorkingHours();
    m_isPlaced = true;
    revealDay(scene().at);
}

void DayGrid::showWorkingHours()
{
    const WorkCalendar calendar(*scene().store.schema());
    int from = lastMinute;
    const QList<QDate> days = scene().period.days();
    for (const QDate &day : days) {
        const WorkHours hours = calendar.hours(day);
        if (!hours.isEmpty())
            from = qMin(from, hours.constFirst().from);
    }
    if (from == lastMinute)
        from = usualMorning;
    relayout();
    verticalScrollBar()->setValue((from - 60) * m_places.hourHeight() / 60);
}

QRect DayGrid::scrollZone() const
{
    return m_places.bodyRect().adjusted(m_places.timeWidth(), 0, 0, 0);
}

CalendarHit DayGrid::hitAt(const QPoint &point) const
{
    const int column = m_places.columnAt(point.x());
    if (column < 0)
        return {};
    const DayPlaces::Column &of = m_places.columns()[column];
    if (m_places.headRect().contains(point))
        return {CalendarHit::Kind::Day, -1, of.day};
    const bool isBody = m_places.bodyRect().contains(point);
    // What was laid out last lies on top.
    const QList<EntryPart> &all = m_places.parts();
    for (auto part = all.crbegin(); part != all.crend(); ++part) {
        if (part->isBlock != isBody || !part->rect.contains(point))
            continue;
        CalendarHit hit{CalendarHit::Kind::Entry, part->entry, of.day};
        const int before = isBody ? point.y() - part->rect.top() : point.x() - part->rect.left();
        const int behind = isBody ? part->rect.bottom() - point.y() : part->rect.right() - point.x();
        const int grip = qMin(edgeGrip, (isBody ? part->rect.height() : part->rect.width()) / 4);
        if (part->endsHere && behind < grip)
            hit.kind = CalendarHit::Kind::End;
        else if (part->beginsHere && before < grip)
            hit.kind = CalendarHit::Kind::Begin;
        return hit;
    }
    if (m_places.hiddenRect(column).contains(point))
        return {CalendarHit::Kind::More, -1, of.day};
    for (const Crowd &crowd : of.layout.crowds) {
        if (isBody && m_places.crowdRect(column, crowd).contains(point))
            return {CalendarHit::Kind::More, -1, of.day};
    }
    return {CalendarHit::Kind::Spot, -1, of.day};
}

std::optional<CalendarSpot> DayGrid::spotAt(const QPoint &point) const
{
    if (m_places.columns().isEmpty())
        return std::nullopt;
    const int left = m_places.columnLeft(0);
    const int right = m_places.columnLeft(int(m_places.columns().size())) - 1;
    const int column = qMax(0, m_places.columnAt(qBound(qMax(left, scrollZone().left()), point.x(), right)));
    const DayPlaces::Column &of = m_places.columns()[column];
    if (point.y() < m_places.stripRect().bottom())
        return CalendarSpot{{of.day, {}}, of.lane};
    return CalendarSpot{{of.day, timeOf(m_places.minuteAt(point.y(), of.day))}, of.lane};
}

/// An hour from the half hour that was clicked.
QPair<CalendarPlace, CalendarPlace> DayGrid::clickSpan(const CalendarPlace &at) const
{
    if (!at.time.isValid())
        return {at, at};
    const int begin = at.time.msecsSinceStartOfDay() / 60'000 / clickSnap * clickSnap;
    const int end = begin + clickMinutes;
    return {{at.day, timeOf(begin)},
            {at.day.addDays(end >= lastMinute ? 1 : 0), QTime(0, 0).addSecs(end % lastMinute * 60)}};
}

QRect DayGrid::spanRect(const CalendarPlace &from, const CalendarPlace &until) const
{
    const int column = m_places.columnOf(from.day);
    if (column < 0)
        return {};
    QRect rect = m_places.columnRect(column);
    if (!from.time.isValid())
        return {rect.left(), m_places.stripRect().top(), rect.width(), m_places.stripRect().height()};
    const auto minuteOf = [](const QTime &time) { return time.msecsSinceStartOfDay() / 60'000; };
    rect.setTop(m_places.minuteY(minuteOf(from.time)));
    rect.setBottom(m_places.minuteY(until.day > from.day ? lastMinute : minuteOf(until.time)));
    return rect;
}

void DayGrid::revealDay(const QDate &day)
{
    if (const int column = m_places.columnOf(day); column >= 0 && horizontalScrollBar()->maximum() > 0) {
        QRect rect = m_places.columnRect(column);
        for (int lane = column + 1; lane < m_places.columns().size() && m_places.columns()[lane].day == day; ++lane)
            rect |= m_places.columnRect(lane);
        rect.setWidth(qMin(rect.width(), scrollZone().width())); // it is read from its first one on
        rect.setTop(scrollZone().top());
        rect.setBottom(scrollZone().top());
        reveal(rect);
    }
}

void DayGrid::tick()
{
    // Only the column in which the line moves.
    if (const int column = m_places.columnOf(scene().today()); column >= 0)
        viewport()->update(m_places.columnRect(column).adjusted(-6, 0, 2, 0));
}

/// In a head also whose column it is, which may be cut there.
QStringList DayGrid::wordsAt(const QPoint &point) const
{
    QStringList words = CalendarSurface::wordsAt(point);
    const int column = m_places.columnAt(point.x());
    if (column >= 0 && m_places.headRect().contains(point) && m_places.columns()[column].lane != 0)
        words.prepend(m_places.columns()[column].laneName);
    return words;
}

QList<EntryPart> DayGrid::partsOf(const CalendarEntry &entry, qint64 lane, int) const
{
    return m_places.piecesOf(entry, scene().lanes.isEmpty() ? 0 : lane);
}

void DayGrid::paintContent(QPainter &painter)
{
    DayPainter(painter, m_places, scene(), this->painter(), hovered())
        .paint([this](const CalendarEntry &entry, const EntryPart &part) { return lookOf(entry, part); });
}

} // namespace Kartoteka
