// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace Kartoteka {

/// A field as conditions, columns, sorts and exports name it: one of the type itself ("amount"), or one of what links lead
/// to ("client_contact.phone", "client_contact.companies.industry"). Points into the schema.
struct FieldPath
{
    QList<const Field *> links;   ///< that lead to the field, in order
    const Field *field = nullptr; ///< null: there is no such field

    explicit operator bool() const { return field != nullptr; }
    bool isOwn() const { return links.isEmpty(); }
    /// False where a link or the field holds several values.
    bool isSingle() const;
    /// The path by codes, which is the form that is kept.
    QString code() const;
    /// As people read it: "Amount", "Phone (Client: contact)".
    QString name() const;
};

/// The field of a path that consists of codes.
FieldPath pathOf(const Schema &schema, qint64 typeId, const QString &codes);

/// @p path: as people write it, names between points, each a code or what they see (findField). "contact" (or "client") and
/// "company" will do for the fields in which items name their clients, and "name" for the title of what a link leads to.
FieldPath findPath(const Schema &schema, qint64 typeId, const QString &path);

/// The link that a name before a point means; null when there is none.
const Field *findLink(const Schema &schema, qint64 typeId, const QString &name);

/// Codes of what items of a type can show of the one that each of their links leads to.
QStringList linkedPaths(const Schema &schema, qint64 typeId);

} // namespace Kartoteka
