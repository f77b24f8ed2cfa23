// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringList>

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
    NotIn,
    Empty,
    NotEmpty,
    Ever,   ///< "was ever in stage"; a second value is the period in which it came there
    All,    ///< a group: all parts hold
    Any,    ///< a group: at least one part holds
    Neither ///< a group: no part holds
};

/// A condition of a filter as people write it; values are texts, read when it is compiled. A field is named by its code,
/// one of a linked item by "client_company.industry", one of the item's open activities by "activity.deadline".
/// Values may be "me" (a user), "group won" (a stage), periods (date_span.h) and ranges "100..200".
struct Condition
{
    QString field;
    Comparison comparison = Comparison::Equal;
    QStringList values;
    qsizetype column = 0;        ///< where the value stands in the text it was read from, for messages
    QList<Condition> parts = {}; ///< of a group

    bool isGroup() const
    {
        return comparison == Comparison::All || comparison == Comparison::Any || comparison == Comparison::Neither;
    }
    bool operator==(const Condition &other) const
    {
        return field == other.field && comparison == other.comparison && values == other.values && parts == other.parts;
    }
};

/// Reads a --where expression: one comparison, or several joined by and, or, not and brackets.
/// The error says at which column it went wrong.
Result<Condition> parseCondition(const QString &text);
/// The expression that reads back as the same condition.
QString conditionText(const Condition &condition);

/// All must hold; a conjunction on top is taken apart. Empty text: no condition.
Result<QList<Condition>> parseConditions(const QString &text);
QString conditionsText(const QList<Condition> &conditions);

} // namespace Kartoteka
