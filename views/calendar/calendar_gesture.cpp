// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_gesture.h"

#include "core/base/durations.h"
#include "core/calendar/clash.h"
#include "core/calendar/seats.h"
#include "core/items/item_queries.h"
#include "core/schema/schema.h"
#include "views/calendar/calendar_surface.h"
#include "views/calendar/entry_painter.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int scrollStepMs = 16;
constexpr int edgeZone = 32;
constexpr int turnZone = 20;     ///< at the sides, in which the page turns
constexpr int turnMs = 700;      ///< that it is held there first
constexpr int nextTurnMs = 1200; ///< … and again, when the page that came has been seen
constexpr int usualSnap = 15;    // minutes
constexpr int fineSnap = 5;      // … with Alt
constexpr int secondsAMinute = 60;

int minuteOf(const QTime &time)
{
    return time.msecsSinceStartOfDay() / 1000 / secondsAMinute;
}

/// So many minutes after the beginning of a day, which may lie on another one.
CalendarPlace placeOf(const QDate &day, int minutes)
{
    const int days = minutes >= 0 ? minutes / minutesOfDay : -((minutesOfDay - 1 - minutes) / minutesOfDay);
    return {day.addDays(days), QTime::fromMSecsSinceStartOfDay((minutes - days * minutesOfDay) * secondsAMinute * 1000)};
}

bool isBefore(const CalendarPlace &a, const CalendarPlace &b)
{
    return a.day != b.day ? a.day < b.day : a.time < b.time;
}

/// Minutes from one place to another, on the clock on the wall.
qint64 minutesBetween(const CalendarPlace &from, const CalendarPlace &until)
{
    return from.day.daysTo(until.day) * minutesOfDay + minuteOf(until.time) - minuteOf(from.time);
}

/// What is known of each resource.
QHash<qint64, Sharing> sharingOf(const QList<CalendarLane> &resources)
{
    QHash<qint64, Sharing> sharing;
    for (const CalendarLane &lane : resources)
        sharing.insert(lane.id, {lane.isShared, lane.gapMs});
    return sharing;
}

/// Why the one that is held cannot stand where so many have places already; empty: it can.
QString crowdText(const CalendarLane &room, const QList<TakenSeats> &taken, const TimeSpan &wanted, qsizetype own)
{
    for (const TakenSeats &crowd : crowdedTimes(taken, room.capacity - own + 1)) {
        if (crowd.span.overlaps(wanted) && crowd.seats > 0)
            return CalendarSurface::tr("more people than places: %1 of %2").arg(crowd.seats + own).arg(room.capacity);
    }
    return {};
}

} // namespace

CalendarEntry inLane(CalendarEntry entry, qint64 lane, bool isResource)
{
    QList<qint64> &has = isResource ? entry.resources : entry.people;
    if (lane == 0 || has.contains(lane))
        return entry;
    has = QList<qint64>{lane} + has.mid(1);
    if (!isResource)
        entry.person = lane;
    return entry;
}

CalendarGesture::CalendarGesture(CalendarSurface &surface, CalendarScene &scene)
    : QObject(&surface), m_surface(surface), m_scene(scene)
{
    m_autoScroll.setInterval(scrollStepMs);
    connect(&m_autoScroll, &QTimer::timeout, this, &CalendarGesture::scrollNearEdges);
    m_turn.setSingleShot(true);
    m_turn.setInterval(turnMs);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        emit turnWanted(m_turning);
        m_turning = 0;
        m_turn.setInterval(nextTurnMs);
        watchEdges(); // and once more, as long as it is held there
    });
}

void CalendarGesture::press(const QPoint &point, const CalendarHit &hit)
{
    m_kind = Kind::None;
    m_pressedAt = point;
    const auto spot = m_surface.spotAt(point);
    if (!spot)
        return;
    m_pressed = *spot;
    if (hit.kind == CalendarHit::Kind::Spot && m_scene.canCreate) {
        m_kind = Kind::Create;
    } else if (hit.isOfEntry()) {
        m_entry = m_scene.entries()[hit.entry];
        const bool stretches = m_entry.isStretchable;
        m_kind = stretches && hit.kind == CalendarHit::Kind::Begin ? Kind::Begin
            : stretches && hit.kind == CalendarHit::Kind::End      ? Kind::End
                                                                   : Kind::Move;
    }
}

bool CalendarGesture::move(const QPoint &point, Qt::KeyboardModifiers modifiers)
{
    if (m_kind == Kind::None)
        return false;
    m_at = point;
    if (!isActive()) {
        if ((point - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return false;
        if (m_kind == Kind::Move && !m_entry.isMovable) {
            m_kind = Kind::None;
            emit stuck(m_entry);
            return false;
        }
        m_autoScroll.start();
    }
    if (m_kind == Kind::Move
        && !m_surface.viewport()->rect().adjusted(-edgeZone, -edgeZone, edgeZone, edgeZone).contains(point)) {
        const CalendarEntry entry = m_entry;
        cancel();
        emit leftWith(entry);
        return false;
    }
    follow(modifiers);
    watchEdges();
    return true;
}

/// Hours are made and stretched on their own day.
bool CalendarGesture::mayTurn() const
{
    if (!isActive() || m_kind == Kind::Move)
        return isActive();
    return m_kind == Kind::Create ? !m_pressed.place.time.isValid() : !m_entry.starts.isValid();
}

/// At the sides, where nothing can be scrolled any further.
void CalendarGesture::watchEdges()
{
    const QRect zone = m_surface.scrollZone();
    const QScrollBar &along = *m_surface.horizontalScrollBar();
    int edge = 0;
    if (mayTurn() && m_at.x() < zone.left() && along.value() == along.minimum())
        edge = -1;
    else if (mayTurn() && m_at.x() > zone.right() - turnZone && along.value() == along.maximum())
        edge = 1;
    if (std::exchange(m_turning, edge) == edge)
        return;
    if (edge == 0) {
        m_turn.stop();
        m_turn.setInterval(turnMs);
    } else {
        m_turn.start();
    }
    emit changed();
}

/// What those whom it is of have planned although the view does not show it: others' calendars, and what books its rooms. Places of
/// rooms that several may have are counted over who takes part, which no view knows.
void CalendarGesture::readUnseen()
{
    m_unseen = {};
    m_reading.cancel();
    const CalendarEntry &held = *m_ghost;
    m_unseen.people = held.people;
    m_unseen.resources = held.resources;
    const EntityType *activities = m_scene.store.schema()->type(u"activity"_s);
    if (!m_scene.canCreate || !held.starts.isValid() || held.ref.type != activities->id)
        return;
    CalendarQuery people;
    people.mode = CalendarMode::People;
    people.items.typeId = activities->id;
    people.items.user = m_scene.store.user();
    people.people = held.people;
    people.from = m_scene.period.first();
    people.to = m_scene.period.last();
    CalendarQuery resources = people;
    resources.mode = CalendarMode::Resources;
    resources.people.clear();
    resources.resources = held.resources;
    m_reading = CancelToken();
    m_scene.store
        .read<Unseen>(m_reading,
                      [people, resources, held, shared = countedRooms(),
                       now = m_scene.store.clock().now()](const ReadContext &context) -> Result<Unseen> {
                          Unseen unseen;
                          unseen.people = held.people;
                          unseen.resources = held.resources;
                          for (const CalendarQuery &query : {people, resources}) {
                              if (query.people.isEmpty() && query.resources.isEmpty()) // would be all
                                  continue;
                              auto read = readCalendar(context, query);
                              if (!read)
                                  return read.error();
                              unseen.entries += read->entries;
                          }
                          // The others take nothing, and this is gone through at each step of the pointer.
                          unseen.entries.removeIf([](const CalendarEntry &one) {
                              return one.isDone || one.isReleased || !one.starts.isValid() || one.ends <= one.starts;
                          });
                          unseen.seats = qMax(qsizetype(1), held.people.size());
                          if (held.ref.id != 0 && !shared.isEmpty()) {
                              auto item = readItem(context, held.ref);
                              if (!item)
                                  return item.error();
                              unseen.seats = seatsOf(*context.schema, *item);
                          }
                          const TimeSpan days{people.from.startOfDay().toMSecsSinceEpoch(),
                                              people.to.addDays(1).startOfDay().toMSecsSinceEpoch()};
                          for (const qint64 room : shared) {
                              auto taken = readTakenSeats(context, room, days, now, {});
                              if (!taken)
                                  return taken.error();
                              unseen.taken.insert(room, *taken);
                          }
                          return unseen;
                      })
        .then(this, [this, token = m_reading](const Result<Unseen> &read) {
            if (!read || !isActive() || !(token == m_reading))
                return;
            m_unseen = *read;
            findClash();
            emit changed();
        });
}

/// Those of its rooms that several may have and whose places are counted.
QList<qint64> CalendarGesture::countedRooms() const
{
    QList<qint64> rooms;
    for (const CalendarLane &room : m_scene.colours.resources()) {
        if (room.isShared && room.capacity > 0 && m_ghost->resources.contains(room.id))
            rooms << room.id;
    }
    return rooms;
}

/// Shows it where the pointer is.
void CalendarGesture::follow(Qt::KeyboardModifiers modifiers)
{
    m_modifiers = modifiers;
    const auto spot = m_surface.spotAt(m_at);
    if (!spot)
        return;
    m_spot = *spot;
    const int snap = modifiers & Qt::AltModifier ? fineSnap : usualSnap;
    m_copies = m_kind == Kind::Move && modifiers & Qt::ControlModifier;
    switch (m_kind) {
    case Kind::Move: {
        CalendarPlace at = m_spot.place;
        if (at.time.isValid()) {
            // The point that was taken hold of stays under the pointer.
            int held = 0;
            if (m_pressed.place.time.isValid() && m_entry.starts.isValid())
                held = int(minutesBetween({m_entry.starts.date(), m_entry.starts.time()}, m_pressed.place));
            const int minutes = minuteOf(at.time) - held;
            at = placeOf(at.day, int(std::lround(double(minutes) / snap)) * snap);
        } else {
            at.day = at.day.addDays(-m_entry.first.daysTo(m_pressed.place.day));
        }
        moveTo(at);
        break;
    }
    case Kind::Begin:
    case Kind::End: stretchTo(m_spot.place, snap); break;
    case Kind::Create: spanTo(m_spot.place, snap); break;
    case Kind::None: return;
    }
    // Over the column of another one it is theirs.
    if (m_ghost && (m_ghost->people != m_unseen.people || m_ghost->resources != m_unseen.resources))
        readUnseen();
    findClash();
    m_surface.viewport()->setCursor(m_kind == Kind::Move ? Qt::ClosedHandCursor : m_surface.viewport()->cursor());
    emit changed();
}

void CalendarGesture::moveTo(const CalendarPlace &at)
{
    if (at.day < earliestCalendarDay() || at.day > latestCalendarDay())
        return;
    m_to = at;
    m_ghost = inLane(movedEntry(m_entry, at), m_spot.lane, m_scene.lanesAreResources);
}

void CalendarGesture::stretchTo(const CalendarPlace &at, int snap)
{
    const bool isTimed = m_entry.starts.isValid();
    CalendarPlace from{m_entry.first, isTimed ? m_entry.starts.time() : QTime()};
    CalendarPlace until{m_entry.last, isTimed ? m_entry.ends.time() : QTime()};
    if (isTimed)
        until.day = m_entry.ends.date();
    CalendarPlace &edge = m_kind == Kind::Begin ? from : until;
    if (isTimed && at.time.isValid())
        edge = placeOf(at.day, int(std::lround(double(minuteOf(at.time)) / snap)) * snap);
    else
        edge.day = at.day;
    // It never becomes shorter than a step of the grid, or than a day.
    if (isTimed && minutesBetween(from, until) < snap) {
        edge = m_kind == Kind::Begin ? placeOf(until.day, minuteOf(until.time) - snap)
                                     : placeOf(from.day, minuteOf(from.time) + snap);
    } else if (!isTimed && until.day < from.day) {
        edge.day = m_kind == Kind::Begin ? until.day : from.day;
    }
    m_from = from;
    m_until = until;
    m_ghost = stretchedEntry(m_entry, from, until);
}

void CalendarGesture::spanTo(const CalendarPlace &at, int snap)
{
    CalendarPlace from = m_pressed.place;
    CalendarPlace until = at;
    const bool isDayEnd = at.time == QTime(0, 0) && at.day == from.day.addDays(1);
    if (from.time.isValid() && at.time.isValid() && !isDayEnd) // more days are taken in the strip above
        until.day = from.day;
    if (from.time.isValid() != until.time.isValid()) // between whole days and hours
        until = from;
    if (isBefore(until, from))
        std::swap(from, until);
    if (from.time.isValid()) {
        from = placeOf(from.day, minuteOf(from.time) / snap * snap);
        until = placeOf(until.day, (minuteOf(until.time) + snap - 1) / snap * snap);
        if (minutesBetween(from, until) < snap)
            until = placeOf(from.day, minuteOf(from.time) + snap);
    }
    m_from = from;
    m_until = until;
    CalendarEntry made = m_surface.newEntry(from, until);
    made.people = {m_scene.lanesAreResources || m_spot.lane == 0 ? made.person : m_spot.lane};
    if (m_scene.lanesAreResources && m_spot.lane != 0)
        made.resources = {m_spot.lane};
    m_ghost = made;
}

void CalendarGesture::findClash()
{
    m_clash.clear();
    if (!m_ghost || !m_scene.canCreate)
        return;
    CalendarEntry wanted = *m_ghost;
    if (m_copies)
        wanted.ref.id = 0; // it stands beside the one that is copied
    const QHash<qint64, Sharing> sharing = sharingOf(m_scene.colours.resources());
    const CalendarEntry *other = clashOf(wanted, m_scene.entries(), sharing);
    if (!other)
        other = clashOf(wanted, m_unseen.entries, sharing);
    if (other)
        m_clash = tr("busy: %1, %2", "when, what").arg(EntryPainter::timeText(*other, true), other->title);
    if (other || !wanted.starts.isValid() || wanted.ends <= wanted.starts)
        return;
    const TimeSpan span{wanted.starts.toMSecsSinceEpoch(), wanted.ends.toMSecsSinceEpoch()};
    for (const CalendarLane &room : m_scene.colours.resources()) {
        QList<TakenSeats> taken = m_unseen.taken.value(room.id);
        if (!wanted.resources.contains(room.id))
            continue;
        taken.removeIf([&wanted](const TakenSeats &one) { return one.activity == wanted.ref.id; });
        if (m_clash = crowdText(room, taken, span, m_unseen.seats); !m_clash.isEmpty())
            return;
    }
}

void CalendarGesture::followPointer()
{
    follow(m_modifiers);
    if (isActive())
        readUnseen();
}

bool CalendarGesture::release(const QPoint &point, Qt::KeyboardModifiers modifiers)
{
    if (!isActive()) {
        m_kind = Kind::None;
        return false;
    }
    m_at = point;
    follow(modifiers);
    const Kind kind = m_kind;
    const CalendarEntry entry = m_entry;
    const bool copies = m_copies;
    letGo();
    emit dropped();
    switch (kind) {
    case Kind::Create: emit made(m_from, m_until, m_spot.lane); break;
    case Kind::Move: emit moved(entry, m_to, copies, m_spot.lane); break;
    case Kind::Begin:
    case Kind::End: emit stretched(entry, m_from, m_until); break;
    case Kind::None: break;
    }
    return true;
}

void CalendarGesture::cancel()
{
    const bool wasHeld = isActive();
    if (m_kind != Kind::None)
        letGo();
    if (wasHeld)
        emit cancelled();
}

void CalendarGesture::letGo()
{
    m_kind = Kind::None;
    m_ghost.reset();
    m_unseen = {};
    m_reading.cancel();
    m_clash.clear();
    m_autoScroll.stop();
    m_turn.stop();
    m_turn.setInterval(turnMs);
    m_turning = 0;
    m_surface.viewport()->unsetCursor();
    emit changed();
}

/// Towards the edge, faster the nearer it is.
void CalendarGesture::scrollNearEdges()
{
    const QRect zone = m_surface.scrollZone();
    const auto speed = [](int distance) { return distance < edgeZone ? (edgeZone - distance) / 3 : 0; };
    QScrollBar &down = *m_surface.verticalScrollBar();
    QScrollBar &along = *m_surface.horizontalScrollBar();
    const int before = down.value() + along.value();
    if (zone.contains(m_at.x(), qBound(zone.top(), m_at.y(), zone.bottom()))) {
        down.setValue(down.value() + speed(zone.bottom() - m_at.y())
                      - (m_at.y() < zone.top() ? 0 : speed(m_at.y() - zone.top())));
        along.setValue(along.value() + speed(zone.right() - m_at.x()) - speed(m_at.x() - zone.left()));
    }
    if (down.value() + along.value() != before)
        follow(m_modifiers);
}

} // namespace Kartoteka
