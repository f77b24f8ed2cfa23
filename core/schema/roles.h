// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// What a type is to others: a client that is a person, a client that is an organisation, or neither. It is said by the
/// fields in which items name their clients: what `client_contact` leads to, and `client_company`.
enum class TypeRole { Other, Person, Organisation };

/// Whether the rows of a type are activities: listed as items are, but without cards of their own.
bool isActivities(const EntityType &type);

TypeRole roleOf(const Schema &schema, const EntityType &type);
/// Code of the type with a role; empty when there is none.
QString typeOf(const Schema &schema, TypeRole role);
/// The fields in which items of a type name their clients, a person's first. They point into the schema.
QList<const Field *> clientFields(const Schema &schema, qint64 typeId);
/// The field in which items of a type name a client of type @p client; null when they have none. Points into the schema.
const Field *clientField(const Schema &schema, qint64 typeId, const QString &client);

} // namespace Kartoteka
