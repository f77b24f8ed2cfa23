// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

#include <QVariant>

namespace Kartoteka {

/// What the head of a list's column says, by the roles of an ItemTableModel. @p code: models/list/list_columns.h.
QVariant columnHeadData(const Schema &schema, const ItemQuery &query, const QString &code, int role);

/// Place of a column among the sort keys, from 1; 0: not sorted by it.
int sortPlace(const ItemQuery &query, const QString &code);
/// The query sorted by a column; a second time the other way round. @p add: after those it is sorted by already.
ItemQuery sortedBy(ItemQuery query, const QString &code, bool add);

} // namespace Kartoteka
