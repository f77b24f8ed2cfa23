// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Whose an item is: people, the first of them the one it is spoken with first, and an organisation. In the file the first
/// person is the field `client_contact`, the others are the field `contacts`: each merges by itself, and what two seats add
/// both stays (docs/decisions/0073).
struct Clients
{
    ItemRef company;         ///< null: none
    QList<ItemRef> contacts; ///< each once, the primary first

    bool operator==(const Clients &) const = default;
};

/// The field for the people beside the primary one; null where a type has room for one only. Points into the schema.
const Field *otherContactsField(const Schema &schema, qint64 typeId);
/// Codes of the fields that say whose an item is: what shows its clients shows these, and no field row does.
QStringList clientFieldCodes(const Schema &schema, qint64 typeId);
Clients clientsIn(const Schema &schema, const Item &item);
/// The values that make these the clients of an item of a type. Who is made by the same change set is named by the uid.
QHash<QString, Value> clientValues(const Schema &schema, qint64 typeId, const Clients &clients);

/// How a client of an item is reached.
struct ClientReach
{
    ItemRef client;
    QString title;
    Members phones;
    Members emails;
    bool operator==(const ClientReach &) const = default;
};

/// The contacts, the primary first, and the company that an item belongs to, with all their phones and addresses.
Result<QList<ClientReach>> clientsOf(const ReadContext &context, const Item &item);

/// Somebody who can be an item's client.
struct FoundClient
{
    ItemRef ref;
    QString title;
    QString phone; ///< the first, as people read it
    QString email; ///< the first
    QString note;  ///< a contact's company
    QString found; ///< the phone or e-mail by which it was looked for; empty: by its name
    bool operator==(const FoundClient &) const = default;
};

/// People and organisations (of the types of @p roles) that answer to what a person types, at most @p limit: first who has
/// just this phone, in whatever form, or e-mail; then whose last name or title begins with it; then who has it anywhere. In
/// either keyboard layout. Shorter texts than two signs find nobody.
Result<QList<FoundClient>> findClients(const ReadContext &context, const QString &text, const QList<qint64> &typeIds,
                                       int limit);
/// The same of clients that are known, in their order; what is gone or deleted is left out. @p typed: what they were found by.
Result<QList<FoundClient>> describeClients(const ReadContext &context, const QList<ItemRef> &refs,
                                           const QString &typed = {});

/// Who belongs to a client: a contact's companies, a company's contacts; without those in the recycle bin.
Result<QList<FoundClient>> clientsBeside(const ReadContext &context, const ItemRef &client, int limit);

} // namespace Kartoteka
