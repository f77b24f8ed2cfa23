// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/field_path.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What a new item takes over from the one that it belongs to. The default of a field says so: "from deal.client_company" is
/// the company of the deal that the new item's own field "deal" leads to.

/// The path that a default names; none where it is another default, or where the field cannot take over what stands there.
FieldPath inheritedFrom(const Schema &schema, const Field &field);
/// The default that names a path: the reverse of inheritedFrom().
QString inheritingDefault(const FieldPath &path);
/// Whether a text is meant as such a default, be there such a field or not.
bool isInheriting(const QString &defaultValue);
/// The same of a text that has the very form "from code.code": it is no value of any field, also when nothing stands there any
/// more.
bool isInheritingForm(const QString &defaultValue);

/// Fields of what the links of a type lead to that @p field could take over. Points into the schema.
QList<FieldPath> inheritable(const Schema &schema, const Field &field);

/// Values of a new item by field code, with what its links give to fields that are not named among them. What a link leads to
/// and cannot be read gives nothing.
QHash<QString, Value> withInherited(const ReadContext &context, qint64 typeId, QHash<QString, Value> values);
/// The same once a person has filled it in: what is still empty is taken over from links that were chosen since the item was
/// begun with the values @p begun. What they made empty stays so.
QHash<QString, Value> withInheritedSince(const ReadContext &context, qint64 typeId, const QHash<QString, Value> &begun,
                                         QHash<QString, Value> values);

} // namespace Kartoteka
