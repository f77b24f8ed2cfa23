// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>

namespace Kartoteka {

namespace Codes {
/// Fields of an activity that comes again.
inline const QString recurrence = QStringLiteral("recurrence"); ///< the rule, see parseRepeatRule()
inline const QString repeatWhenDone = QStringLiteral(
    "repeat_when_done");                                        ///< the next one is counted from when this one is done
inline const QString series = QStringLiteral("series");         ///< what the occurrences of one rule have in common: a uid
inline const QString occurrence = QStringLiteral("occurrence"); ///< which of them it is, see occurrenceCode()
} // namespace Codes

enum class Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
};

/// A day of the week in a rule, perhaps only the how manieth of its month or year: -1 is the last.
struct RuleDay
{
    int nth = 0; ///< 0: each
    int day = 1; ///< 1: Monday

    bool operator==(const RuleDay &) const = default;
};

/// When something comes again: as much of a RRULE (RFC 5545, section 3.3.10) as days of a calendar need. The time of day is
/// that of what comes again. A plain value.
struct RepeatRule
{
    Frequency every = Frequency::Daily;
    int interval = 1;
    int count = 0;   ///< how many there are, the one that bears the rule included; 0: no end
    QDateTime until; ///< the last moment, as a clock on the wall shows it; invalid: no end
    QList<RuleDay> days = {};
    QList<int> monthDays = {};
    QList<int> yearDays = {};
    QList<int> weeks = {}; ///< of the year
    QList<int> months = {};
    QList<int> positions = {}; ///< which of those that the others name within a period
    int weekStart = 1;

    bool operator==(const RepeatRule &) const = default;
};

constexpr qsizetype longestRule = 200;
constexpr int mostOccurrences = 1000;

/// Reads "FREQ=WEEKLY;BYDAY=MO", with or without "RRULE:" before it. Refused in words: what comes several times a day, numbers
/// beyond what makes sense, and what contradicts itself.
Result<RepeatRule> parseRepeatRule(const QString &text);
/// The rule as it is written in the file: the same text for the same rule.
QString repeatRuleCode(const RepeatRule &rule);

/// A moment of a rule as the file has it, a clock on the wall without a time zone: "2026-03-02T10:00:00".
QString occurrenceCode(const QDateTime &local);
bool isOccurrenceCode(const QString &text);

} // namespace Kartoteka
