// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/activity_counts.h"
#include "core/store/kept/derived_table.h"

#include <QSet>

namespace Kartoteka {

/// Keeps stage_plan: how many items of a stage have an open activity. Told of items that change their stage, and of those
/// whose plans change.
class StagePlans
{
public:
    explicit StagePlans(Connection &connection) : m_connection(connection) {}

    void note(const NotedChange &change);
    /// No item has changed its stage.
    bool isEmpty() const { return m_places.isEmpty(); }
    /// After item_plan was written: @p plans are its items that changed.
    Result<void> write(const Catalog &catalog, const QHash<ItemRef, PlanChange> &plans);

private:
    /// Where an item stands, before and after; 0: nowhere.
    struct Place
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    Result<PlanChange> unchangedPlan(const ItemRef &item) const;

    Connection &m_connection;
    QHash<ItemRef, Place> m_places;
};

/// SQL for the rows of stage_plan of the items of a type with stages.
QString stagePlansOf(const RecordTable &table);

/// Counts all of them anew.
Result<void> countStagePlans(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
