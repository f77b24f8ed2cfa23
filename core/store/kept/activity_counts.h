// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/value.h"
#include "core/store/db/connection.h"

#include <QHash>
#include <QSet>

namespace Kartoteka {

/// Milliseconds of a day in lit_day.
constexpr qint64 litDayMs = 86'400'000;

/// The column of activity_link that says whose counters count an activity, by the setting `counter_mode`: who is responsible
/// for the item, or for the activity.
QString countedPerson(const QString &counterMode);
/// What activity_count and lit_day hold, counted from activity_link.
QString activityCountsQuery(const QString &person);
QString litDaysQuery(const QString &person);

/// Keeps what is counted of open activities, from what activity_link says before and after: item_plan by item, and by person
/// and section activity_count and lit_day.
class ActivityCounts
{
public:
    /// Whose counters count, from now on.
    void setPerson(const QString &person) { m_person = person; }
    /// Adds what the links of an activity count for now; @p sign -1 before they change, 1 after.
    Result<void> add(Connection &connection, qint64 activity, int sign);
    Result<void> write(Connection &connection);
    /// Counts everybody's anew, because others' counters count now.
    Result<void> recount(Connection &connection);
    /// Items whose plans change when it is written.
    QSet<ItemRef> planned() const { return {m_plans.keyBegin(), m_plans.keyEnd()}; }

private:
    struct Plan
    {
        qint64 open = 0;
        qint64 incoming = 0;
    };
    Result<void> writePlans(Connection &connection);

    QString m_person;
    QHash<ItemRef, Plan> m_plans;
    struct Delta
    {
        qint64 planned = 0;
        qint64 incoming = 0;
        QHash<qint64, qint64> days;
    };
    QHash<QPair<qint64, qint64>, Delta> m_deltas; ///< by person and item type
};

} // namespace Kartoteka
