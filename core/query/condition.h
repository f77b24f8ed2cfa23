// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace Kartoteka {

enum class Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    NotContains,
    In,
    Empty,
    NotEmpty,
    Ever, ///< "was ever in stage"
};

/// One condition of a filter as people write it; values are texts, read when it is compiled.
struct Condition
{
    QString field;
    Comparison comparison = Comparison::Equal;
    QStringList values;
    qsizetype column = 0; ///< where the value stands in the text it was read from, for messages

    bool operator==(const Condition &other) const
    {
        return field == other.field && comparison == other.comparison && values == other.values;
    }
};

/// Reads one --where expression (SPEC section 9). The error says at which column it went wrong.
Result<Condition> parseCondition(const QString &text);
/// The expression that reads back as the same condition.
QString conditionText(const Condition &condition);

/// Days [first, last] of a relative period such as "today", "this week", "last 7 days", "next 30 days",
/// "2026-01-01..2026-03-31" or a single date; an open end is a null date. nullopt: no period.
/// Weeks begin on @p firstDay.
struct DateSpan
{
    QDate first;
    QDate last;
    bool operator==(const DateSpan &) const = default;
};
std::optional<DateSpan> parseDateSpan(const QString &text, const QDate &today, Qt::DayOfWeek firstDay);

} // namespace Kartoteka
