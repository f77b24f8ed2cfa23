// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// A day that is not as its weekday is, before it is written down.
struct OddDay
{
    QDate day;
    CalendarDay::Kind kind = CalendarDay::Kind::Off;
    QString name;

    bool operator==(const OddDay &) const = default;
};

/// "off", "work", "short"; nothing for another word.
std::optional<CalendarDay::Kind> dayKindFromName(const QString &name);
QString dayKindName(CalendarDay::Kind kind);
/// As people say it.
QString dayKindText(CalendarDay::Kind kind);

/// Writes days down, in place of what was said of them before. Usage error for none and for a day out of the calendar.
Result<ChangeSet> planDays(const QList<OddDay> &days);
/// The day is as its weekday again. Not found when it is already.
Result<ChangeSet> planUsualDay(const Schema &schema, const QDate &day, qint64 nowMs);

} // namespace Kartoteka
