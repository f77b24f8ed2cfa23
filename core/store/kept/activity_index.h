// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/activity_counts.h"
#include "core/store/kept/derived_table.h"
#include "core/store/kept/stage_plans.h"

#include <QSet>

namespace Kartoteka {

/// Keeps activity_link (which lights burn where) in step, and what is counted of it.
class ActivityIndex final : public DerivedTable
{
public:
    ActivityIndex(Connection &connection, const Catalog &catalog)
        : m_connection(connection), m_catalog(&catalog), m_stagePlans(connection)
    {}

    Result<void> note(const NotedChange &change) override;
    void setDefinitions(const Schema &, const Catalog &catalog) override { m_catalog = &catalog; }
    Result<void> write() override;

private:
    Connection &m_connection;
    const Catalog *m_catalog;
    QSet<qint64> m_activities;
    ActivityCounts m_counts;
    StagePlans m_stagePlans;
    QSet<ItemRef> m_responsible; ///< whose responsible or existence changed
    bool m_otherMode = false;    ///< the setting that says whose counters count was written
};

/// UTC ms from which an activity's red light burns; invalid: never.
/// From the deadline less its longest reminder, or less 15 minutes without one.
Value litAt(const Value &deadline, const QString &reminders);

} // namespace Kartoteka
