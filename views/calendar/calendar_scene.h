// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_plan.h"
#include "models/calendar/calendar_model.h"
#include "models/calendar/calendar_period.h"
#include "views/calendar/calendar_colours.h"

#include <QRect>

#include <memory>
#include <optional>

namespace Kartoteka {

/// By what an entry is known although the list of them was read anew.
struct EntryKey
{
    ItemRef ref;
    QDate ghost = {}; ///< of one that will follow: its day

    static EntryKey of(const CalendarEntry &entry) { return {entry.ref, entry.isGhost ? entry.first : QDate()}; }
    bool isNull() const { return ref.id == 0; }
    bool operator==(const EntryKey &) const = default;
};

/// What the views of one calendar have in common.
struct CalendarScene
{
    Store &store;
    CalendarModel &model;
    CalendarPeriod period;
    CalendarColours colours;
    QList<CalendarLane> lanes = {}; ///< people or resources that have columns of their own; none: days alone
    bool lanesAreResources = false;
    EntryKey current = {};  ///< the entry at which the keys are
    QDate at = {};          ///< … and the day
    bool isFocused = false; ///< the view of the days has the keyboard
    bool canCreate = true;
    std::shared_ptr<const CalendarEntries> printed = {}; ///< on paper, where nothing is at hand and no time passes

    QDate today() const { return printed ? QDate() : store.clock().localNow().date(); }
    bool isOnPaper() const { return printed != nullptr; }
    const CalendarEntries &shown() const { return printed ? *printed : model.shown(); }
    const QList<CalendarEntry> &entries() const { return shown().entries; }
    const CalendarEntry *entry(const EntryKey &key) const
    {
        for (const CalendarEntry &one : entries()) {
            if (EntryKey::of(one) == key)
                return &one;
        }
        return nullptr;
    }
    const CalendarEntry *currentEntry() const { return current.isNull() ? nullptr : entry(current); }
    /// Name of a day that is not as its weekday is; nothing where it has none.
    QString dayName(const QDate &day) const
    {
        for (const CalendarDay &one : store.schema()->calendarDays()) {
            if (one.day == day)
                return one.name;
        }
        return {};
    }
};

/// A place of a calendar: a day, a time of it where it has times, and the lane.
struct CalendarSpot
{
    CalendarPlace place;
    qint64 lane = 0;
};

/// A piece of an entry as it is seen.
struct EntryPart
{
    QRect rect; ///< in the viewport
    int entry = 0;
    bool beginsHere = true;
    bool endsHere = true;
    bool isBlock = false; ///< in the hours of a day, and not a bar over days
};

/// What is under the pointer.
struct CalendarHit
{
    enum class Kind {
        None,
        Entry,
        Begin, ///< the edge at which an entry begins
        End,   ///< … ends
        Spot,  ///< an empty place
        More,  ///< what tells how many are not shown of a day
        Day    ///< the number of a day, or its head
    };
    Kind kind = Kind::None;
    int entry = -1;
    QDate day = {};

    bool isOfEntry() const { return kind == Kind::Entry || kind == Kind::Begin || kind == Kind::End; }
    bool operator==(const CalendarHit &) const = default;
};

} // namespace Kartoteka
