// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calendar/calendar_scene.h"

#include <QAccessibleWidget>

namespace Kartoteka {

class CalendarSurface;

/// A calendar as a screen reader walks it: a list of what is seen, each entry with its day, time and what it is with.
class CalendarAccessible final : public QAccessibleWidget
{
public:
    /// Makes the calendars of this program speak.
    static void install();
    /// Says that another entry, or another day, is the current one.
    static void tellCurrent(CalendarSurface &surface);

    explicit CalendarAccessible(CalendarSurface &surface);
    ~CalendarAccessible() override;

    CalendarSurface &surface() const { return m_surface; }
    QString text(QAccessible::Text kind) const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    /// What is seen, each once, in its order.
    QList<EntryKey> keys() const;
    QAccessibleInterface *part(const EntryKey &key) const;

    CalendarSurface &m_surface;
    mutable QList<QPair<EntryKey, QAccessible::Id>> m_parts;
};

} // namespace Kartoteka
