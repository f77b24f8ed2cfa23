// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/commit_rule.h"
#include "core/store/db/connection.h"

#include <QSet>

namespace Kartoteka {

/// Keeps journal_item: an activity of several items has its history in each of them, though a row of the journal stands
/// under one.
class SharedHistory
{
public:
    void note(const RecordTable &table, qint64 id, const Row &before, const Row &after);
    /// A row of the journal came, or found its place, without a change of the record.
    void noteJournal(const RecordTable &table, qint64 id);
    Result<void> write(Connection &connection, const Catalog &catalog);

private:
    QSet<qint64> m_activities;
};

} // namespace Kartoteka
