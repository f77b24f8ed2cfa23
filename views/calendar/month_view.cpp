// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/month_view.h"

#include "core/base/durations.h"
#include "core/schema/work_calendar.h"
#include "views/theme/focus_ring.h"

#include <QLocale>
#include <QScrollBar>
#include <QWheelEvent>

#include <utility>

namespace Kartoteka {

namespace {

constexpr int leastRow = 96;
constexpr int wheelStep = 120;
constexpr int edgeGrip = 6; ///< of a bar's end, by which it is stretched

void paintHead(QPainter &painter, const MonthPlaces &places, const CalendarScene &scene, const EntryPainter &entries)
{
    const Theme &theme = entries.theme();
    painter.setFont(Theme::caption(entries.base()));
    const QLocale locale;
    const QDate first = scene.period.first();
    const auto nameOf = [&](int column, QLocale::FormatType format) {
        return locale.standaloneDayName(first.addDays(column).dayOfWeek(), format);
    };
    QLocale::FormatType format = QLocale::LongFormat; // of all days alike
    for (int column = 0; column < weekDays; ++column) {
        const int room = places.columnLeft(column + 1) - places.columnLeft(column) - 2 * Space::s;
        if (painter.fontMetrics().horizontalAdvance(nameOf(column, QLocale::LongFormat)) > room)
            format = QLocale::ShortFormat;
    }
    for (int column = 0; column < weekDays; ++column) {
        const QDate day = first.addDays(column);
        const QRect rect(places.columnLeft(column), places.headRect().top(),
                         places.columnLeft(column + 1) - places.columnLeft(column), places.headRect().height());
        QString name = nameOf(column, format);
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
        const bool isToday = scene.today().dayOfWeek() == day.dayOfWeek() && scene.period.first() <= scene.today()
            && scene.today() <= scene.period.last();
        painter.setPen(theme.colour(isToday ? ColourRole::Accent : ColourRole::Muted));
        painter.drawText(rect.adjusted(Space::s, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

/// "1 Dec", "Dec 1": as the language orders them.
QString shortDay(const QDate &day)
{
    const bool dayLeads = dayAndMonth(day, false).at(0).isDigit();
    return QLocale().toString(day, dayLeads ? u"d MMM"_s : u"MMM d"_s);
}

void paintCell(QPainter &painter, const QDate &day, const MonthPlaces &places, const CalendarScene &scene,
               const EntryPainter &entries, bool isWorking, const CalendarHit &hovered)
{
    const Theme &theme = entries.theme();
    const QRect cell = places.cellRect(day);
    const bool isOwn = scene.period.isOwn(day);
    if (!isOwn || !isWorking)
        painter.fillRect(cell, theme.colour(isOwn ? ColourRole::Window : ColourRole::Lane));
    const QRect number = places.numberRect(day);
    const bool isOver = hovered.kind == CalendarHit::Kind::Day && hovered.day == day;
    if (isOver && day != scene.today()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover());
        painter.drawEllipse(number.center(), number.height() / 2, number.height() / 2);
    }
    const QString text = day.day() == 1 && !isOwn ? shortDay(day) : QString::number(day.day());
    const QRect room = text.size() > 2 ? number.adjusted(0, 0, entries.length(24), 0) : number;
    entries.paintDayNumber(painter, room, text, day == scene.today(), !isOwn || !isWorking);
    const QString name = scene.dayName(day);
    if (!name.isEmpty()) {
        const QRect rest(room.right() + 2, cell.top() + 1, cell.right() - room.right() - Space::s, number.height());
        painter.setFont(entries.small());
        painter.setPen(theme.colour(ColourRole::Muted));
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, rest.width()));
    }
    if (day == scene.at && scene.current.isNull() && scene.isFocused) // the keys are at the day itself
        paintFocusRing(painter, QRectF(cell).adjusted(2, 2, -2, -2), Space::chipRadius, entries.palette());
}

} // namespace

void paintMonth(QPainter &painter, const MonthPlaces &places, const CalendarScene &scene, const EntryPainter &entries,
                const CalendarHit &hovered, const LookOfPart &lookOf)
{
    const Theme &theme = entries.theme();
    painter.fillRect(places.headRect().united(places.bodyRect()), theme.colour(ColourRole::Surface));
    paintHead(painter, places, scene, entries);
    painter.save();
    painter.setClipRect(places.bodyRect(), Qt::IntersectClip);
    const WorkCalendar calendar(*scene.store.schema());
    const QPen line(theme.colour(ColourRole::Line));
    for (const MonthPlaces::Week &week : places.weeks()) {
        if (!week.rect.intersects(places.bodyRect()))
            continue;
        for (int column = 0; column < weekDays; ++column) {
            const QDate day = week.begin.addDays(column);
            paintCell(painter, day, places, scene, entries, calendar.isWorkingDay(day), hovered);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(line);
        painter.drawLine(places.bodyRect().left(), week.rect.top(), places.bodyRect().right(), week.rect.top());
        for (int column = 0; column < weekDays; ++column)
            painter.drawLine(places.columnLeft(column), week.rect.top(), places.columnLeft(column), week.rect.bottom());
        painter.setFont(entries.small());
        painter.setPen(theme.colour(ColourRole::Muted));
        painter.drawText(QRect(places.bodyRect().left(), week.rect.top() + 1,
                               places.columnLeft(0) - places.bodyRect().left(), entries.length(24)),
                         Qt::AlignCenter, QString::number(weekNumber(week.begin)));
        for (int column = 0; column < weekDays; ++column) {
            const QDate day = week.begin.addDays(column);
            if (const int more = places.moreOf(day); more > 0)
                entries.paintMore(painter, places.moreRect(day), more,
                                  hovered.kind == CalendarHit::Kind::More && hovered.day == day);
        }
    }
    for (const EntryPart &part : places.parts()) {
        if (part.rect.intersects(places.bodyRect())) {
            const CalendarEntry &entry = scene.entries()[part.entry];
            entries.paintBar(painter, part.rect, entry, lookOf(entry, part));
        }
    }
    painter.restore();
}

MonthView::MonthView(CalendarScene &scene, QWidget *parent) : CalendarSurface(scene, parent)
{
    setObjectName(u"calendarMonth"_s);
    setAccessibleName(tr("Month"));
}

void MonthView::layOut()
{
    const QRect area = viewport()->rect();
    m_places.build(scene().period, scene().shown(), area, verticalScrollBar()->value(), painter().length(leastRow),
                   painter());
    const int seen = m_places.bodyRect().height();
    verticalScrollBar()->setPageStep(seen);
    verticalScrollBar()->setSingleStep(painter().length(leastRow) / 2);
    verticalScrollBar()->setRange(0, qMax(0, m_places.contentHeight() - seen));
    const Page page{scene().period.first(), verticalScrollBar()->maximum()};
    if (std::exchange(m_page, page) == page || page.scrolled == 0)
        return;
    revealDay(scene().at);
    const int row = qMax(1, m_places.cellRect(scene().at).height());
    verticalScrollBar()->setValue((verticalScrollBar()->value() + row - 1) / row * row); // by whole weeks
}

CalendarHit MonthView::hitAt(const QPoint &point) const
{
    const QDate day = m_places.dayAt(point);
    if (!day.isValid())
        return {};
    for (const EntryPart &part : m_places.parts()) {
        if (!part.rect.contains(point))
            continue;
        CalendarHit hit{CalendarHit::Kind::Entry, part.entry, day};
        const CalendarEntry &entry = scene().entries()[part.entry];
        const bool isBar = !entry.starts.isValid() || entry.days() > 1; // hours are stretched where hours are seen
        if (isBar && part.beginsHere && point.x() < part.rect.left() + edgeGrip)
            hit.kind = CalendarHit::Kind::Begin;
        else if (isBar && part.endsHere && point.x() > part.rect.right() - edgeGrip)
            hit.kind = CalendarHit::Kind::End;
        return hit;
    }
    if (m_places.moreRect(day).contains(point))
        return {CalendarHit::Kind::More, -1, day};
    if (m_places.numberRect(day).contains(point))
        return {CalendarHit::Kind::Day, -1, day};
    return {CalendarHit::Kind::Spot, -1, day};
}

std::optional<CalendarSpot> MonthView::spotAt(const QPoint &point) const
{
    const QRect body = m_places.bodyRect();
    const QPoint inside(qBound(m_places.columnLeft(0), point.x(), m_places.columnLeft(weekDays) - 2),
                        qBound(body.top(), point.y(), body.bottom()));
    const QDate day = m_places.dayAt(inside);
    if (!day.isValid())
        return std::nullopt;
    return CalendarSpot{{day, {}}, 0};
}

QRect MonthView::spanRect(const CalendarPlace &from, const CalendarPlace &) const
{
    return m_places.cellRect(from.day);
}

void MonthView::revealDay(const QDate &day)
{
    if (const QRect cell = m_places.cellRect(day); !cell.isNull())
        reveal(cell);
}

QList<EntryPart> MonthView::partsOf(const CalendarEntry &entry, qint64, int y) const
{
    return m_places.piecesOf(entry, y);
}

void MonthView::paintContent(QPainter &painter)
{
    paintMonth(painter, m_places, scene(), this->painter(), hovered(),
               [this](const CalendarEntry &entry, const EntryPart &part) { return lookOf(entry, part); });
}

/// The wheel scrolls the rows where they do not fit, and else turns the page.
void MonthView::wheelEvent(QWheelEvent *event)
{
    if (verticalScrollBar()->maximum() > 0) {
        CalendarSurface::wheelEvent(event);
        return;
    }
    m_wheel += event->angleDelta().y();
    if (qAbs(m_wheel) >= wheelStep)
        emit turned(m_wheel > 0 ? -1 : 1);
    m_wheel %= wheelStep;
    event->accept();
}

} // namespace Kartoteka
