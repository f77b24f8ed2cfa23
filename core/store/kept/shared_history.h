// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <QSet>

namespace Kartoteka {

/// Keeps journal_item: an activity of several items has its history in each of them, though a row of the journal stands
/// under one.
class SharedHistory final : public DerivedTable
{
public:
    SharedHistory(Connection &connection, const Catalog &catalog) : m_connection(connection), m_catalog(&catalog) {}

    Result<void> note(const NotedChange &change) override;
    void noteJournal(const RecordTable &table, qint64 id) override;
    void setDefinitions(const Schema &, const Catalog &catalog) override { m_catalog = &catalog; }
    Result<void> write() override;

private:
    Connection &m_connection;
    const Catalog *m_catalog;
    QSet<qint64> m_activities;
};

} // namespace Kartoteka
