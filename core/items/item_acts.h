// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// The acts on any item. Pure: the result goes to Store::commit.
/// @p uid receives the identity of the new item.
ChangeSet planCreate(const Schema &schema, const EntityType &type, const QHash<QString, Value> &values,
                     QUuid *uid = nullptr);
/// Only the fields of @p values that differ from @p item.
ChangeSet planEdit(const Schema &schema, const Item &item, const QHash<QString, Value> &values);
/// The same for what a person typed over the values of @p started: a field that somebody else has changed since is left as it
/// is and counted in Receipt::keptNewer.
ChangeSet planEdit(const Schema &schema, const Item &item, const QHash<QString, Value> &values,
                   const QHash<QString, Value> &started);
/// Into the recycle bin, and back.
ChangeSet planDelete(const EntityType &type, const QList<qint64> &ids, const QString &subject, qint64 nowMs);
ChangeSet planRestore(const EntityType &type, const QList<qint64> &ids, const QString &subject);
ChangeSet planComment(const ItemRef &item, const QString &text);

} // namespace Kartoteka
