// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/record/record_table.h"

#include <optional>

namespace Kartoteka {

/// A record as it stands in the file.
struct StoredRecord
{
    qint64 id = 0;
    QUuid uid;
    Row row;
};

/// The record with row id @p id, or nothing.
Result<std::optional<StoredRecord>> readRecord(Connection &connection, const Schema &schema, const RecordTable &table,
                                               qint64 id);

/// Several records, at most recordsPerRead, in two statements; those that are not there are left out.
Result<QHash<QUuid, StoredRecord>> readRecords(Connection &connection, const Schema &schema, const RecordTable &table,
                                               const QList<QUuid> &uids);

/// The same by row id, any number of them.
Result<QHash<qint64, StoredRecord>> readRecordsById(Connection &connection, const Schema &schema, const RecordTable &table,
                                                    const QList<qint64> &ids);

/// Row ids as a JSON array: `IN (SELECT value FROM json_each(?))` takes any number of them as one bound value.
QString idList(const QList<qint64> &ids);
/// The same of texts.
QString textList(const QStringList &texts);

} // namespace Kartoteka
