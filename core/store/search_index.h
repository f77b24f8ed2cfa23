// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/commit_rule.h"
#include "core/store/connection.h"

namespace Kartoteka {

/// What a search finds an item by: all its texts, folded, one field a line.
QString searchText(const RecordTable &table, const Row &row, const QString &phoneRegion);

/// Keeps the full-text index of an item in step with its row. @p before and @p after are empty when
/// there is no such row.
Result<void> updateSearchIndex(Connection &connection, const RecordTable &table, qint64 id, const Row &before,
                               const Row &after, const QString &phoneRegion);

} // namespace Kartoteka
