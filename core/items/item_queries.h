// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/items/item.h"
#include "core/store/record/read_context.h"

#include <QSet>

#include <functional>

namespace Kartoteka {

/// One item, also a deleted one. NotFound when there is none.
Result<Item> readItem(const ReadContext &context, const ItemRef &ref);

/// Several items of one type in the order asked for; missing ones are left out.
Result<QList<Item>> readItems(const ReadContext &context, qint64 typeId, const QList<qint64> &ids);

/// The item that people call "number" (or "#128", "S2-15"); of what two seats made under one identity each one's number will do.
Result<qint64> findByNumber(const ReadContext &context, qint64 typeId, const QString &number);
/// The number that an item bears which was made under @p number on another seat; empty: there is none.
Result<QString> numberInPlaceOf(const ReadContext &context, const RecordTable &table, const QString &number);

/// Title of an item, or name of an attached file (attachedFile); empty when there is none.
QString itemTitle(const ReadContext &context, const ItemRef &ref);
/// Titles of many by one statement for each type; those that do not exist are left out.
Result<QHash<ItemRef, QString>> itemTitles(const ReadContext &context, const QSet<ItemRef> &refs);

/// Items of a type with exactly this title (folded), at most @p limit.
Result<QList<qint64>> findByTitle(const ReadContext &context, qint64 typeId, const QString &title, int limit = 2);

/// Items of a type that bear the name of this company in any spelling, at most @p limit.
Result<QList<qint64>> findCompany(const ReadContext &context, qint64 typeId, const QString &name, int limit = 5);

/// Titles of all items of a type that are not deleted, one after another.
Result<void> forEachTitle(const ReadContext &context, qint64 typeId,
                          const std::function<void(qint64 id, const QString &title)> &take);

/// Items of a type that have this E.164 phone or folded e-mail, not deleted.
Result<QList<qint64>> findByKey(const ReadContext &context, qint64 typeId, const QString &key, int limit = 5);

/// What came from what (conversion): both directions.
struct ItemLink
{
    QString kind;
    ItemRef source;
    ItemRef target;
};
Result<QList<ItemLink>> readLinks(const ReadContext &context, const ItemRef &ref);

} // namespace Kartoteka
