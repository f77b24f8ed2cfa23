// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_entry.h"
#include "views/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRegion>

#include <functional>

namespace Kartoteka {

/// How an entry is drawn at the moment.
struct EntryLook
{
    QColor colour;
    bool isCurrent = false; ///< the keys are at it
    bool isHovered = false;
    bool isHeld = false;    ///< in a person's hand, at the place where it would land
    bool isLeaving = false; ///< … and this is where it stood
    bool clashes = false;   ///< something else has the time in which it is held
    bool beginsHere = true; ///< this piece shows its beginning
    bool endsHere = true;   ///< … its end
    bool isFocused = false; ///< the view has the keyboard
};

/// Draws entries of a calendar: bars over days, blocks in the hours of a day. On paper and on the screen alike.
class EntryPainter
{
public:
    /// On paper there is no text too small to be read, and more in little room.
    enum class Ground { Screen, Paper };

    EntryPainter(const QFont &base, const QPalette &palette, Ground ground = Ground::Screen);

    const Theme &theme() const { return m_theme; }
    const QPalette &palette() const { return m_palette; }
    const QFont &base() const { return m_base; }
    const QFont &small() const { return m_small; }
    const QFont &strong() const { return m_strong; }
    /// Height of a bar, and from one bar to the next.
    int barHeight() const;
    int barPitch() const { return barHeight() + (m_ground == Ground::Paper ? 1 : 2); }
    /// A length that was drawn for a usual font.
    int length(int pixels) const { return scaled(pixels, m_metrics); }

    /// Only what lies in this region is to be seen anew; an empty one: everything.
    void setExposed(const QRegion &region) { m_exposed = region; }
    void paintBar(QPainter &painter, const QRect &rect, const CalendarEntry &entry, const EntryLook &look) const;
    /// @p onPlate draws on its ground, beneath its words.
    void paintBlock(QPainter &painter, const QRect &rect, const CalendarEntry &entry, const EntryLook &look,
                    const std::function<void()> &onPlate = {}) const;
    /// "+12": so many more are not shown.
    void paintMore(QPainter &painter, const QRect &rect, int count, bool isHovered) const;
    /// The number of a day; in a circle when it is today.
    void paintDayNumber(QPainter &painter, const QRect &rect, const QString &text, bool isToday, bool isMuted) const;

    /// "14:00", "14:00–15:30" or the words for whole days.
    static QString timeText(const CalendarEntry &entry, bool withEnd);

private:
    struct Ink
    {
        QColor fill;
        QColor edge;
        QColor text;
        QColor quiet; ///< of the second line
    };
    bool isExposed(const QRect &rect) const { return m_exposed.isEmpty() || m_exposed.intersects(rect); }
    const Ink &inkOf(const CalendarEntry &entry, const EntryLook &look) const;
    void paintPlate(QPainter &painter, const QRectF &rect, const CalendarEntry &entry, const EntryLook &look,
                    const Ink &ink) const;
    const QIcon &icon(const QString &name, const QColor &colour) const;
    int paintMarks(QPainter &painter, const QRect &line, const CalendarEntry &entry, const EntryLook &look,
                   const Ink &ink) const;

    Ground m_ground;
    QFont m_base;
    QFont m_small;
    QFont m_strong; ///< of the titles of blocks
    QPalette m_palette;
    const Theme &m_theme;
    QRegion m_exposed;
    QFontMetrics m_metrics;
    QFontMetrics m_smallMetrics;
    QFontMetrics m_strongMetrics;
    mutable QHash<QPair<QRgb, int>, Ink> m_inks; ///< by colour and state: what can be read on what takes long to say
    mutable QHash<QString, QIcon> m_icons;       ///< by name and colour: one is drawn many times
};

} // namespace Kartoteka
