// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/day_painter.h"

#include "core/activities/recurrence.h"
#include "core/base/durations.h"
#include "views/theme/focus_ring.h"

#include <QLocale>

#include <algorithm>

namespace Kartoteka {

namespace {
constexpr int hours = 24;
} // namespace

void DayPainter::paint(const LookOfPart &lookOf)
{
    const Theme &theme = m_entries.theme();
    m_painter.fillRect(m_places.headRect().united(m_places.bodyRect()), theme.colour(ColourRole::Surface));
    m_painter.save();
    m_painter.setClipRect(m_places.bodyRect(), Qt::IntersectClip);
    paintHours();
    QRect beside = m_places.bodyRect();
    beside.setLeft(beside.left() + m_places.timeWidth());
    m_painter.setClipRect(beside, Qt::IntersectClip);
    paintNow(); // and on the ground of each block, beneath its words
    paintParts(true, lookOf);
    for (int column = 0; column < m_places.columns().size(); ++column) {
        paintCrowds(column);
        paintOverfull(column);
    }
    m_painter.restore();
    m_painter.save();
    QRect top = m_places.headRect().united(m_places.stripRect());
    top.setLeft(top.left() + m_places.timeWidth());
    m_painter.setClipRect(top, Qt::IntersectClip);
    paintHeads();
    paintStrip();
    paintParts(false, lookOf);
    m_painter.restore();
    m_painter.setPen(theme.colour(ColourRole::Line));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.drawLine(m_places.stripRect().bottomLeft(), m_places.stripRect().bottomRight());
    m_painter.setFont(m_entries.small());
    m_painter.setPen(theme.colour(ColourRole::Muted));
    const QRect corner(m_places.headRect().left(), m_places.headRect().top(), m_places.timeWidth(),
                       m_places.headRect().height());
    m_painter.drawText(corner, Qt::AlignCenter,
                       QString::number(weekNumber(weekBegin(m_scene.period.first(), m_scene.period.weekStart))));
}

void DayPainter::paintHeads()
{
    for (int column = 0; column < m_places.columns().size(); ++column)
        paintHead(column);
}

void DayPainter::paintHead(int column)
{
    const Theme &theme = m_entries.theme();
    const DayPlaces::Column &of = m_places.columns()[column];
    const QRect rect = m_places.headOf(column);
    const bool isToday = of.day == m_scene.today();
    const bool isWorking = m_calendar.isWorkingDay(of.day);
    if (m_hovered.kind == CalendarHit::Kind::Day && m_hovered.day == of.day) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme.hover());
        m_painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), Space::controlRadius, Space::controlRadius);
    }
    QRect line = rect.adjusted(Space::s, Space::xs, -Space::s, 0);
    if (of.lane != 0) { // whose column it is stands below the day
        QRect name = rect.adjusted(Space::s, rect.height() - m_entries.length(24), -Space::s, -2);
        m_painter.setFont(m_entries.strong());
        m_painter.setPen(theme.colour(ColourRole::Text));
        m_painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(m_entries.strong()).elidedText(of.laneName, Qt::ElideMiddle, name.width()));
        if (column > 0 && m_places.columns()[column - 1].day == of.day)
            return; // the day is said once
        line.setBottom(name.top());
    }
    const int side = m_entries.length(26);
    const QRect number(line.left(), line.center().y() - side / 2, side, side);
    m_entries.paintDayNumber(m_painter, number, QString::number(of.day.day()), isToday, !isWorking);
    QString weekday = QLocale().standaloneDayName(of.day.dayOfWeek(), QLocale::ShortFormat);
    if (!weekday.isEmpty())
        weekday[0] = weekday[0].toUpper();
    m_painter.setFont(m_entries.small());
    m_painter.setPen(theme.colour(isToday ? ColourRole::Accent : ColourRole::Muted));
    const QString name = m_scene.dayName(of.day);
    const QRect words = line.adjusted(side + Space::xs, 0, 0, 0);
    const QString told = name.isEmpty() ? weekday : weekday + u" · "_s + name;
    m_painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                       m_painter.fontMetrics().elidedText(told, Qt::ElideRight, words.width()));
    if (m_places.columns().size() > 1 && of.day == m_scene.at && m_scene.current.isNull() && m_scene.isFocused)
        paintFocusRing(m_painter, QRectF(rect).adjusted(2, 2, -2, -2), Space::controlRadius, m_entries.palette());
}

void DayPainter::paintStrip()
{
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(m_entries.theme().colour(ColourRole::Line));
    for (int column = 0; column < m_places.columns().size(); ++column) {
        const int left = m_places.columnLeft(column);
        m_painter.drawLine(left, m_places.stripRect().top(), left, m_places.stripRect().bottom());
        if (const int more = m_places.hiddenOf(column); more > 0) {
            const bool isOver = m_hovered.kind == CalendarHit::Kind::More && m_hovered.day == m_places.columns()[column].day;
            m_entries.paintMore(m_painter, m_places.hiddenRect(column), more, isOver);
        }
    }
}

/// Hours as lines with their names at the left, the time without work darker.
void DayPainter::paintHours()
{
    for (int column = 0; column < m_places.columns().size(); ++column)
        paintColumn(column);
    const Theme &theme = m_entries.theme();
    const QRect body = m_places.bodyRect();
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    for (int hour = 0; hour <= hours; ++hour) {
        const int y = m_places.minuteY(hour * 60);
        m_painter.setPen(theme.colour(ColourRole::Line));
        m_painter.drawLine(body.left() + m_places.timeWidth() - Space::xs, y, body.right(), y);
        if (hour != 0 && hour != hours)
            paintHourName(y, hour * 60);
    }
    if (const HourRows &rows = m_places.rows(); rows.isTwice()) { // what comes once more
        const int y = m_places.rowY(rows.secondFrom());
        m_painter.setPen(theme.colour(ColourRole::Line));
        m_painter.drawLine(body.left() + m_places.timeWidth() - Space::xs, y, body.right(), y);
        paintHourName(y, rows.minuteOfSecond());
    }
}

void DayPainter::paintHourName(int y, int minute)
{
    const QRect body = m_places.bodyRect();
    const QRect name(body.left(), y - m_entries.length(10), m_places.timeWidth() - Space::s, m_entries.length(20));
    if (name.top() < body.top()) // half a number is none
        return;
    m_painter.setFont(m_entries.small());
    m_painter.setPen(m_entries.theme().colour(ColourRole::Muted));
    QString time = QLocale().toString(QTime(0, 0).addSecs(minute * 60), QLocale::ShortFormat);
    if (time.contains(u' ')) // "10 AM" is enough
        time.remove(u":00"_s);
    m_painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter, time);
}

const CalendarLane *DayPainter::laneOf(int column) const
{
    const auto lane = std::ranges::find(m_scene.lanes, m_places.columns()[column].lane, &CalendarLane::id);
    return lane == m_scene.lanes.end() ? nullptr : &*lane;
}

/// Of a resource its own, but for days that are not as their weekday is.
WorkHours DayPainter::hoursOf(int column) const
{
    const DayPlaces::Column &of = m_places.columns()[column];
    const CalendarLane *lane = laneOf(column);
    const QList<CalendarDay> &odd = m_scene.store.schema()->calendarDays();
    if (!lane || !lane->hours.contains(of.day.dayOfWeek()) || std::ranges::find(odd, of.day, &CalendarDay::day) != odd.end())
        return m_calendar.hours(of.day);
    return lane->hours.value(of.day.dayOfWeek());
}

void DayPainter::paintColumn(int column)
{
    const Theme &theme = m_entries.theme();
    const QDate day = m_places.columns()[column].day;
    const QRect rect = m_places.columnRect(column);
    const auto fillOff = [&](int from, int to) {
        m_painter.fillRect(
            QRect(rect.left(), m_places.minuteY(from), rect.width(), m_places.minuteY(to) - m_places.minuteY(from)),
            theme.colour(ColourRole::Lane));
    };
    int done = 0;
    const WorkHours working = hoursOf(column);
    for (const WorkInterval &part : working) {
        fillOff(done, part.from);
        done = part.to;
    }
    fillOff(done, minutesOfDay);
    if (working.isEmpty()) // nobody works on this day at all
        m_painter.fillRect(rect, QBrush(theme.colour(ColourRole::Line), Qt::BDiagPattern));
    // An hour that the clock skips.
    const bool isShort = day.startOfDay().secsTo(day.addDays(1).startOfDay()) < minutesOfDay * 60;
    for (int minute = 0; isShort && minute < minutesOfDay; minute += 30) {
        const QTime time(minute / 60, minute % 60);
        if (QDateTime::fromMSecsSinceEpoch(instantOfWall(QDateTime(day, time, Qt::UTC))).time() != time)
            m_painter.fillRect(QRect(rect.left(), m_places.minuteY(minute), rect.width(), m_places.hourHeight() / 2),
                               QBrush(theme.colour(ColourRole::QuietEdge), Qt::DiagCrossPattern));
    }
    // And one that comes twice, but not on this day.
    if (const HourRows &rows = m_places.rows(); rows.isTwice() && rows.day() != day) {
        const int top = m_places.rowY(rows.secondFrom());
        m_painter.fillRect(QRect(rect.left(), top, rect.width(), m_places.rowY(rows.secondTo()) - top),
                           QBrush(theme.colour(ColourRole::QuietEdge), Qt::DiagCrossPattern));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    const bool isNewDay = column == 0 || m_places.columns()[column - 1].day != day;
    m_painter.setPen(
        theme.colour(isNewDay && m_places.columns()[column].lane != 0 ? ColourRole::QuietEdge : ColourRole::Line));
    m_painter.drawLine(rect.left(), m_places.bodyRect().top(), rect.left(), m_places.bodyRect().bottom());
}

void DayPainter::paintCrowds(int column)
{
    const DayPlaces::Column &of = m_places.columns()[column];
    for (const Crowd &crowd : of.layout.crowds) {
        QRect rect = m_places.crowdRect(column, crowd);
        rect.setHeight(qMin(rect.height(), m_entries.barHeight()));
        m_entries.paintMore(m_painter, rect, crowd.count,
                            m_hovered.kind == CalendarHit::Kind::More && m_hovered.day == of.day);
    }
}

/// When more places of a resource are taken than it has: a line at the side, and how many.
void DayPainter::paintOverfull(int column)
{
    if (!m_scene.lanesAreResources)
        return;
    const DayPlaces::Column &of = m_places.columns()[column];
    QList<OverfullTime> times; // all that stand in one tell of it
    for (const int index : of.entries) {
        for (const OverfullTime &one : m_scene.entries()[index].overfull) {
            if (one.resource == of.lane && !times.contains(one))
                times << one;
        }
    }
    const Theme &theme = m_entries.theme();
    for (const OverfullTime &one : std::as_const(times)) {
        const auto [from, to] = m_places.rows().rowsOf(QDateTime::fromMSecsSinceEpoch(one.span.starts),
                                                       QDateTime::fromMSecsSinceEpoch(one.span.ends), of.day);
        const QRect rect = m_places.columnRect(column);
        const int top = m_places.rowY(from);
        const int wide = m_entries.length(4);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme.dangerFill());
        m_painter.drawRoundedRect(QRect(rect.right() - wide - 1, top, wide, m_places.rowY(to) - top), 2, 2);
        const QString words = u"%1/%2"_s.arg(one.taken).arg(one.places);
        m_painter.setFont(m_entries.small());
        const QFontMetrics metrics(m_entries.small());
        QRect plate(QPoint(), QSize(metrics.horizontalAdvance(words) + Space::s, metrics.height() + 2));
        plate.moveBottomRight({rect.right() - wide - 2, m_places.rowY(to) - 3}); // words of entries stand at their tops
        m_painter.drawRoundedRect(plate, Space::chipRadius, Space::chipRadius);
        m_painter.setPen(Qt::white);
        m_painter.drawText(plate, Qt::AlignCenter, words);
    }
}

void DayPainter::paintNow()
{
    if (m_scene.isOnPaper())
        return;
    const QDateTime now = m_scene.store.clock().localNow();
    for (int column = 0; column < m_places.columns().size(); ++column) {
        if (m_places.columns()[column].day != now.date())
            continue;
        const QRect rect = m_places.columnRect(column);
        const int y = m_places.rowY(m_places.rows().rowsOf(now, now, now.date()).first);
        const QColor colour = m_entries.theme().colour(ColourRole::Danger);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(colour, 1));
        m_painter.drawLine(QPointF(rect.left(), y + 0.5), QPointF(rect.right(), y + 0.5));
        m_painter.setBrush(colour);
        m_painter.setPen(Qt::NoPen);
        if (column == 0 || m_places.columns()[column - 1].day != now.date())
            m_painter.drawEllipse(QPointF(rect.left() + 1, y + 0.5), 4, 4);
    }
}

void DayPainter::paintParts(bool blocks, const LookOfPart &lookOf)
{
    for (const EntryPart &part : m_places.parts()) {
        if (part.isBlock != blocks || !part.rect.intersects(blocks ? m_places.bodyRect() : m_places.stripRect()))
            continue;
        const CalendarEntry &entry = m_scene.entries()[part.entry];
        if (blocks)
            m_entries.paintBlock(m_painter, part.rect, entry, lookOf(entry, part), [this] { paintNow(); });
        else
            m_entries.paintBar(m_painter, part.rect, entry, lookOf(entry, part));
    }
}

} // namespace Kartoteka
