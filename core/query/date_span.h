// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace Kartoteka {

/// Days [first, last]; an open end is a null date.
struct DateSpan
{
    QDate first;
    QDate last;
    bool operator==(const DateSpan &) const = default;
};

/// Days of a period as people and scripts write it: "today", "yesterday", "tomorrow";
/// "this|last|next week|month|quarter|year"; "last 7 days" (today included), "next 30 days" (from tomorrow on);
/// "5 days ago", "in 5 days"; "more than 5 days ago", "more than 5 days ahead"; a month "2026-03", a quarter "2026-Q1",
/// a year "2026"; a date; "2026-01-01..2026-03-31" with either end open. nullopt: no period.
/// Weeks begin on @p firstDay.
std::optional<DateSpan> parseDateSpan(const QString &text, const QDate &today, Qt::DayOfWeek firstDay);

} // namespace Kartoteka
