// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

namespace Kartoteka {

/// Writes the items of a query as CSV, in portions. @p columns: paths of fields (field_path.h); none: all fields of the type,
/// and what is written reads back by import. @return the number of items.
Result<qint64> exportCsv(const ReadContext &context, const ItemQuery &query, const QString &path,
                         const QStringList &columns = {});
/// The same for chosen items.
Result<qint64> exportCsv(const ReadContext &context, qint64 typeId, const QList<qint64> &ids, const QString &path,
                         const QStringList &columns = {});

} // namespace Kartoteka
