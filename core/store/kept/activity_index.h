// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"
#include "core/store/db/connection.h"
#include "core/store/kept/activity_counts.h"

#include <QSet>

namespace Kartoteka {

/// Keeps activity_link (which lights burn where) in step, and what is counted of it.
class ActivityIndex
{
public:
    explicit ActivityIndex(const Catalog &catalog) : m_catalog(&catalog) {}
    void setCatalog(const Catalog &catalog) { m_catalog = &catalog; }

    void note(const RecordTable &table, qint64 id, const Row &before, const Row &after);
    Result<void> write(Connection &connection);

private:
    const Catalog *m_catalog;
    QSet<qint64> m_activities;
    ActivityCounts m_counts;
    QSet<ItemRef> m_responsible; ///< whose responsible or existence changed
};

/// UTC ms from which an activity's red light burns; invalid: never.
/// From the deadline less its longest reminder, or less 15 minutes without one.
Value litAt(const Value &deadline, const QString &reminders);

} // namespace Kartoteka
