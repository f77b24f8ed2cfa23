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

/// What the column done of activity_link says. What is held is no work to be done: nothing counts it (docs/decisions/0112).
enum class LinkState { Open, Done, Held };
LinkState linkState(bool done, const Value &holdUntil);
/// … of an activity (a).
QString linkStateQuery();

/// What the links of an activity say of it, alike of each item.
struct LinkedActivity
{
    Value responsible;
    bool incoming = false;
    LinkState state = LinkState::Open;
    Value deadline; ///< UTC ms
    Value litAt;    ///< … from which on it is red
    bool operator==(const LinkedActivity &) const = default;
};
struct ActivityLink
{
    ItemRef item;
    Value responsible; ///< for the item
};

/// Whether an item had an open activity, and has one.
struct PlanChange
{
    bool had = false;
    bool has = false;
};

/// Keeps what is counted of open activities, from what activity_link says before and after: item_plan by item, and by person
/// and section activity_count and lit_day.
class ActivityCounts
{
public:
    /// Whose counters count, from now on.
    void setPerson(const QString &person) { m_isOfItem = person == countedPerson({}); }
    /// Adds what the links of an activity count for; @p sign -1 for those that there were, 1 for those that there are.
    void count(const LinkedActivity &activity, const QList<ActivityLink> &links, int sign);
    /// Writes item_plan. @return the items in it that changed.
    Result<QHash<ItemRef, PlanChange>> writePlans(Connection &connection);
    /// Writes what is counted by person.
    Result<void> write(Connection &connection);
    /// Counts everybody's anew, because others' counters count now.
    Result<void> recount(Connection &connection);

private:
    struct Plan
    {
        qint64 open = 0;
        qint64 incoming = 0;
    };
    struct Delta
    {
        qint64 planned = 0;
        qint64 incoming = 0;
        QHash<qint64, qint64> days;
    };
    Result<void> writeDays(Connection &connection, qint64 person, qint64 type, const Delta &delta);

    bool m_isOfItem = true; ///< who is responsible for the item counts, else who is for the activity
    QHash<ItemRef, Plan> m_plans;
    QHash<QPair<qint64, qint64>, Delta> m_deltas; ///< by person and item type
};

} // namespace Kartoteka
