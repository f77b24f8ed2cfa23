// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/repeat_rule.h"

#include <QDate>

namespace Kartoteka {

/// The days to which a rule comes, period after period, from that of its beginning on: RFC 5545, section 3.3.10, the table of what
/// expands and what limits. COUNT and UNTIL are for who takes them.
class RuleDays
{
public:
    RuleDays(const RepeatRule &rule, const QDate &start);

    /// Those of the next period, in order; days before the beginning are among those of the first one.
    QList<QDate> next();
    /// No more is looked at: days are too far away, or none fits the rule.
    bool isOver() const;

private:
    QList<QDate> period() const;
    bool fits(const QDate &day) const;
    bool fitsWeekday(const QDate &day) const;
    bool fitsWeek(const QDate &day) const;

    RepeatRule m_rule;
    QDate m_first;  ///< of the next period
    int m_startDay; ///< of the month
    int m_looked = 0;
};

} // namespace Kartoteka
