// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/repeat_rule.h"

#include <QTimeZone>

namespace Kartoteka {

/// What a rule comes to. All moments are those of a clock on the wall: a date and a time without a time zone, as QDateTime in
/// UTC, so that no change of the clocks moves them.

/// The first ones after @p start, with which the rule begins, its count and end respected.
QList<QDateTime> occurrencesAfter(const RepeatRule &rule, const QDateTime &start, int most = 1);

/// The day of @p start where the rule has it, else the first one after it that the rule has; invalid: none.
QDate nearestDay(const RepeatRule &rule, const QDateTime &start);

/// A rule that can be followed from @p start on: refused in words where it ends before, or never comes to a day.
Result<RepeatRule> usableRule(const QString &text, const QDateTime &start);

/// The moment a clock on the wall shows, and the wall's moment of an instant, in the time zone of this computer unless told
/// otherwise. A time that the clock skips is the one after it, one that it shows twice the first.
qint64 instantOfWall(const QDateTime &wall, const QTimeZone &zone = QTimeZone::systemTimeZone());
QDateTime wallOf(qint64 instant, const QTimeZone &zone = QTimeZone::systemTimeZone());
/// The zone in which a series is counted, by its IANA name; that of this computer where there is no such zone.
QTimeZone seriesZone(const QString &name);

/// The moment that an `occurrence` names.
QDateTime wallOfCode(const QString &code);

/// The rule of what is moved from one moment of it to another that it does not have: of a week the day of the week, of a month the
/// day of the month or which weekday of it. A rule of several days stays as it is.
RepeatRule movedRule(const RepeatRule &rule, const QDateTime &from, const QDateTime &to);

} // namespace Kartoteka
