// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "core/calendar/seats.h"
#include "views/calendar/calendar_scene.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

namespace Kartoteka {

class CalendarSurface;

/// What the mouse has taken hold of in a calendar: an entry that is moved or stretched, or an empty span in which something is to
/// be made. It shows where that would stand, near an edge it scrolls and then turns the page, and Esc lets go of it.
class CalendarGesture final : public QObject
{
    Q_OBJECT
public:
    CalendarGesture(CalendarSurface &surface, CalendarScene &scene);

    void press(const QPoint &point, const CalendarHit &hit);
    /// @return whether something is held.
    bool move(const QPoint &point, Qt::KeyboardModifiers modifiers);
    /// @return whether something was held.
    bool release(const QPoint &point, Qt::KeyboardModifiers modifiers);
    void cancel();
    /// Other days lie under the pointer than before.
    void followPointer();

    bool isActive() const { return m_ghost.has_value(); }
    bool isCopying() const { return m_copies; }
    /// What is held, where it would stand; nothing while nothing is held.
    const std::optional<CalendarEntry> &ghost() const { return m_ghost; }
    qint64 lane() const { return m_spot.lane; }
    const QPoint &at() const { return m_at; }
    /// The edge at which it is held until the page turns: -1 the one before, 1 the one after; 0: at none.
    int turning() const { return m_turning; }
    /// The entry that is held, as it stands; null for a new one.
    const CalendarEntry *held() const { return isActive() && m_kind != Kind::Create ? &m_entry : nullptr; }
    /// What has the time already, in words; empty when nothing has.
    const QString &clash() const { return m_clash; }

signals:
    void changed();
    void made(const Kartoteka::CalendarPlace &from, const Kartoteka::CalendarPlace &until, qint64 lane);
    void moved(const Kartoteka::CalendarEntry &entry, const Kartoteka::CalendarPlace &to, bool copies, qint64 lane);
    void stretched(const Kartoteka::CalendarEntry &entry, const Kartoteka::CalendarPlace &from,
                   const Kartoteka::CalendarPlace &until);
    /// It is held at an edge: the days before (-1) or after (1) are wanted.
    void turnWanted(int steps);
    /// It was let go, and something is done with it.
    void dropped();
    /// … and nothing is.
    void cancelled();
    /// An entry that cannot be moved was dragged.
    void stuck(const Kartoteka::CalendarEntry &entry);
    /// An entry was dragged out of the view.
    void leftWith(const Kartoteka::CalendarEntry &entry);

private:
    enum class Kind { None, Create, Move, Begin, End };
    /// What else may have the time of what is held, of whom it is.
    struct Unseen
    {
        QList<qint64> people;
        QList<qint64> resources;
        QList<CalendarEntry> entries;
        QHash<qint64, QList<TakenSeats>> taken; ///< of rooms whose places are counted
        qsizetype seats = 1;                    ///< that it takes itself
    };

    void follow(Qt::KeyboardModifiers modifiers);
    void moveTo(const CalendarPlace &at);
    void stretchTo(const CalendarPlace &at, int snap);
    void spanTo(const CalendarPlace &at, int snap);
    void readUnseen();
    QList<qint64> countedRooms() const;
    void findClash();
    void scrollNearEdges();
    bool mayTurn() const;
    void watchEdges();
    void letGo();

    CalendarSurface &m_surface;
    CalendarScene &m_scene;
    Kind m_kind = Kind::None;
    CalendarEntry m_entry;  ///< as it was taken hold of
    CalendarSpot m_pressed; ///< where
    CalendarSpot m_spot;    ///< where it is held
    QPoint m_pressedAt;
    QPoint m_at;
    Qt::KeyboardModifiers m_modifiers;
    std::optional<CalendarEntry> m_ghost;
    CalendarPlace m_from; ///< what is made or stretched
    CalendarPlace m_until;
    CalendarPlace m_to; ///< where what is moved would stand
    bool m_copies = false;
    QString m_clash;
    Unseen m_unseen;       ///< what may have the time, too, and is not among the entries of the scene
    CancelToken m_reading; ///< of that
    QTimer m_autoScroll;
    QTimer m_turn;
    int m_turning = 0;
};

/// An entry as it is in the column of a person or resource: theirs, in place of the first one.
CalendarEntry inLane(CalendarEntry entry, qint64 lane, bool isResource);

} // namespace Kartoteka
