// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <QSet>

namespace Kartoteka {

/// Keeps stage_visit: when an item came into which stage, a function of the journal's rows that stand under it
/// (docs/decisions/0054).
class StageVisits final : public DerivedTable
{
public:
    StageVisits(Connection &connection, const Catalog &catalog) : m_connection(connection), m_catalog(&catalog) {}

    Result<void> note(const NotedChange &change) override;
    void noteJournal(const RecordTable &table, qint64 id) override;
    void setDefinitions(const Schema &, const Catalog &catalog) override { m_catalog = &catalog; }
    Result<void> write() override;

private:
    struct Visit
    {
        ItemRef item;
        qint64 at = 0;
        qint64 journal = 0;
        qint64 stage = 0;
    };
    Result<void> add(const Visit &visit);
    Result<void> readAnew(const RecordTable &table, qint64 item);

    Connection &m_connection;
    const Catalog *m_catalog;
    QList<Visit> m_visits;                   ///< of this transaction's own rows
    QSet<QPair<qint64, qint64>> m_unsettled; ///< items, by type, whose rows came from elsewhere or stand elsewhere now
};

/// SQL for the visits that the journal tells of, of the items of a type.
QString stageVisitsOf(const RecordTable &table);

/// Reads the visits of all items out of the journal, which older files do not keep.
Result<void> readStageVisits(Connection &connection, const Catalog &catalog);

} // namespace Kartoteka
