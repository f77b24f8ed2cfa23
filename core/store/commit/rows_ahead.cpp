// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/rows_ahead.h"

namespace Kartoteka {

Result<void> RowsAhead::read(const Schema &schema, const RecordTable &table, const QList<qint64> &ids)
{
    m_records.clear();
    m_table = table.code;
    if (ids.size() < 2)
        return {}; // one by itself is read as cheaply when it is needed
    auto records = readRecordsById(m_connection, schema, table, ids);
    if (!records)
        return records.error();
    m_records = std::move(*records);
    return {};
}

std::optional<StoredRecord> RowsAhead::take(const RecordTable &table, qint64 id)
{
    const auto found = table.code == m_table ? m_records.constFind(id) : m_records.cend();
    if (found == m_records.cend())
        return {};
    const StoredRecord record = *found;
    m_records.erase(found);
    return record;
}

void RowsAhead::forget(const RecordTable &table, qint64 id)
{
    if (table.code == m_table)
        m_records.remove(id);
}

} // namespace Kartoteka
