// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_gesture.h"
#include "views/calendar/calendar_scene.h"
#include "views/calendar/entry_painter.h"

#include <QAbstractScrollArea>

namespace Kartoteka {

/// A calendar that shows entries: a month, the days of a week, an agenda. What the mouse does in it is the same everywhere; where
/// things stand, and what they look like, is each one's own.
class CalendarSurface : public QAbstractScrollArea
{
    Q_OBJECT
public:
    CalendarSurface(CalendarScene &scene, QWidget *parent);

    /// The entries, the period or the room for them changed.
    void relayout();
    /// What is seen of the entries, and what could be scrolled into view, in their order.
    virtual QList<EntryPart> parts() const = 0;
    virtual CalendarHit hitAt(const QPoint &point) const = 0;
    /// The nearest place to a point, to the minute; nothing where the view has no places.
    virtual std::optional<CalendarSpot> spotAt(const QPoint &) const { return std::nullopt; }
    /// What a span takes in the viewport: its first day where it has several.
    virtual QRect spanRect(const CalendarPlace &, const CalendarPlace &) const { return {}; }
    /// The part of the viewport that is scrolled, at whose edges a gesture scrolls it.
    virtual QRect scrollZone() const { return viewport()->rect(); }
    /// Brings a rectangle of the viewport into view.
    void reveal(const QRect &rect);
    /// The day at hand, with its entries, into view.
    virtual void revealDay(const QDate &) {}
    /// A minute has passed.
    virtual void tick() {}

    const CalendarScene &scene() const { return m_scene; }
    CalendarGesture &gesture() { return m_gesture; }
    const CalendarGesture &gesture() const { return m_gesture; }
    /// The press that is under way shuts something that lies over the calendar, and makes nothing new.
    void dismissPress();
    /// Something new in a span, as it is shown before it has a name.
    CalendarEntry newEntry(const CalendarPlace &from, const CalendarPlace &until) const;
    /// What is being asked about in a form, where it would stand; nothing: nothing is. @p lane: whose column it is in.
    void setPlanned(const std::optional<CalendarEntry> &entry, qint64 lane = 0);
    const std::optional<CalendarEntry> &planned() const { return m_planned; }
    EntryLook lookOf(const CalendarEntry &entry, const EntryPart &part) const;
    /// What a place without an entry tells who points at it: the name of its day.
    virtual QStringList wordsAt(const QPoint &point) const;
    /// What an entry is to people who point at it or hear it.
    QStringList wordsOf(const CalendarEntry &entry) const;

signals:
    void chosen(const Kartoteka::EntryKey &key, const QDate &day);
    void opened(const Kartoteka::EntryKey &key);
    void makeWanted(const Kartoteka::CalendarPlace &from, const Kartoteka::CalendarPlace &until, qint64 lane);
    void dayWanted(const QDate &day);
    void menuWanted(const Kartoteka::EntryKey &key, const QDate &day, const QPoint &global);
    /// The calendar is scrolled or turned by the wheel: so many periods further.
    void turned(int steps);

protected:
    /// Finds the places of everything anew.
    virtual void layOut() = 0;
    virtual void paintContent(QPainter &painter) = 0;
    /// What would be seen of an entry in a lane, at about that height where several fit.
    virtual QList<EntryPart> partsOf(const CalendarEntry &, qint64, int) const { return {}; }
    /// The span of a click that makes something.
    virtual QPair<CalendarPlace, CalendarPlace> clickSpan(const CalendarPlace &at) const { return {at, at}; }
    const EntryPainter &painter() const { return *m_painter; }
    const CalendarHit &hovered() const { return m_hovered; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setLook();
    void hover(const QPoint &point);
    void paintHeld(QPainter &painter);
    void paintPlanned(QPainter &painter);
    void paintPieces(QPainter &painter, const CalendarEntry &entry, const QList<EntryPart> &pieces, bool clashes);
    void paintTurning(QPainter &painter);
    void paintStill(QPainter &painter);
    QRegion regionOf(const CalendarHit &hit) const;

    CalendarScene &m_scene;
    std::optional<EntryPainter> m_painter;
    CalendarGesture m_gesture;
    QPixmap m_still; ///< what lies under something that is held: it is painted once
    bool m_stillCopies = false;
    std::optional<CalendarEntry> m_planned;
    qint64 m_plannedLane = 0;
    CalendarHit m_hovered;
    CalendarHit m_pressed;
    bool m_dismisses = false;      ///< the press that comes shut a form
    bool m_pressDismissed = false; ///< … and so did the one that is held
};

} // namespace Kartoteka
