// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/field_path.h"
#include "core/query/item_query.h"

namespace Kartoteka {

/// The items of a query that share a value of ItemQuery::groupBy (of a date: that fall into one month).
struct ItemGroup
{
    QString title; ///< as people read it; empty: the field is empty
    qint64 count = 0;
    QList<std::pair<QString, qint64>> sums = {}; ///< as ItemTotals::sums: a hash in each of many groups takes 2 KB
    ClosedSums closed = {};                      ///< as ItemTotals::closed
    qint64 stage = 0;                            ///< that its items share; 0 where they are not grouped by stages
    bool operator==(const ItemGroup &) const = default;
};

/// Whether items can be grouped by a field: by one value that some of them share.
bool canGroup(const Field &field);
/// … of what links lead to, each of them to one.
bool canGroup(const FieldPath &path);

/// Groups in the order in which queryIds lists their items.
Result<QList<ItemGroup>> queryGroups(const ReadContext &context, const ItemQuery &query);

/// The group that each of some items is in, as it stands. Reads all items of those groups, and no others.
Result<QHash<qint64, ItemGroup>> groupsOfItems(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids);

/// What each of some items shares with its group.
Result<QHash<qint64, QVariant>> groupKeys(const ReadContext &context, const ItemQuery &query, const QList<qint64> &ids);

/// What items of a group share, as SQL; groups sort by it.
Result<QString> groupExpression(const ReadContext &context, const ItemQuery &query);

/// What a field comes to, by currency ("" for numbers): whole numbers and minor units are exact (qint64), others a double.
struct FieldSum
{
    QHash<QString, Value> values;
    ClosedSums closed = {}; ///< as ItemTotals::closed
};
using FieldSums = QHash<QString, FieldSum>; ///< by field code

/// Sums of the number and money fields of @p fields over a query.
Result<FieldSums> querySums(const ReadContext &context, const ItemQuery &query, const QStringList &fields);

} // namespace Kartoteka
