// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clients.h"

#include "core/base/fold.h"
#include "core/base/phone.h"
#include "core/clients/client_queries.h"
#include "core/clients/typed_client.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/query/search_query.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"

namespace Kartoteka {

namespace {

constexpr qsizetype shortest = 2; ///< signs that find by their beginning; from three on anywhere

QString exactKey(const Schema &schema, const QString &typed)
{
    if (typed.contains(u'@'))
        return fold(typed);
    return digitsOf(typed).size() >= shortestPhone ? normalizePhone(typed, schema.phoneRegion()) : QString();
}

/// Digits of a phone as somebody types its beginning or its middle, without what stands for the country.
QString typedDigits(const QString &typed)
{
    const QString digits = digitsOf(typed);
    return digits.size() > shortestPhone && digits.startsWith(u'8') ? digits.mid(1) : digits;
}

/// The phone or e-mail that has what was typed in it.
QString reachedBy(const Item &item, const QString &typed)
{
    const QString digits = typedDigits(typed);
    for (const Member &phone : digits.size() < shortest + 1 ? Members() : item.members(Codes::phone)) {
        if (digitsOf(phone.key.isEmpty() ? phone.text : phone.key).contains(digits))
            return phone.key.isEmpty() ? phone.text : phoneText(phone.key);
    }
    const QString folded = fold(typed);
    for (const Member &email : folded.size() < shortest + 1 ? Members() : item.members(Codes::email)) {
        if (fold(email.text).contains(folded))
            return email.text;
    }
    return {};
}

FoundClient described(const ReadContext &context, const Item &item, const QString &typed)
{
    FoundClient found{item.ref(), item.text(Codes::title), {}, {}, {}, reachedBy(item, typed)};
    if (const Members phones = item.members(Codes::phone); !phones.isEmpty())
        found.phone = phones.first().key.isEmpty() ? phones.first().text : phoneText(phones.first().key);
    if (const Members emails = item.members(Codes::email); !emails.isEmpty())
        found.email = emails.first().text;
    const Field *companies = context.schema->field(item.typeId, Codes::companies);
    const EntityType *company = companies ? context.schema->type(companies->target) : nullptr;
    if (const Members all = item.members(Codes::companies); company && !all.isEmpty())
        found.note = itemTitle(context, {company->id, all.first().ref.id, {}});
    return found;
}

} // namespace

const Field *otherContactsField(const Schema &schema, qint64 typeId)
{
    const Field *primary = schema.field(typeId, Codes::clientContact);
    const Field *others = schema.field(typeId, Codes::contacts);
    const bool isThat = primary && others && others->multiple && others->type == FieldType::Link
        && others->target == primary->target;
    return isThat ? others : nullptr;
}

QStringList clientFieldCodes(const Schema &schema, qint64 typeId)
{
    QStringList codes;
    for (const Field *field : clientFields(schema, typeId))
        codes << field->code;
    if (const Field *others = otherContactsField(schema, typeId); others && !codes.isEmpty())
        codes << others->code;
    return codes;
}

Clients clientsIn(const Schema &schema, const Item &item)
{
    Clients clients;
    const auto refOf = [&](const QString &code, qint64 id) {
        const Field *field = schema.field(item.typeId, code);
        const EntityType *type = field ? schema.type(field->target) : nullptr;
        return type && id != 0 ? ItemRef{type->id, id, {}} : ItemRef();
    };
    clients.company = refOf(Codes::clientCompany, item.reference(Codes::clientCompany));
    if (const ItemRef primary = refOf(Codes::clientContact, item.reference(Codes::clientContact)); !primary.isNull())
        clients.contacts << primary;
    if (const Field *others = otherContactsField(schema, item.typeId)) {
        for (const Member &member : item.members(others->code)) {
            if (const ItemRef other = refOf(others->code, member.ref.id); !clients.contacts.contains(other))
                clients.contacts << other;
        }
    }
    return clients;
}

QHash<QString, Value> clientValues(const Schema &schema, qint64 typeId, const Clients &clients)
{
    QHash<QString, Value> values;
    const auto valueOf = [](const ItemRef &ref) {
        return ref.isNull() ? Value() : ref.id != 0 ? Value(ref.id) : QVariant::fromValue(ref.uid);
    };
    if (schema.field(typeId, Codes::clientContact))
        values.insert(Codes::clientContact, valueOf(clients.contacts.value(0)));
    if (schema.field(typeId, Codes::clientCompany))
        values.insert(Codes::clientCompany, valueOf(clients.company));
    if (const Field *others = otherContactsField(schema, typeId)) {
        Members members;
        for (const ItemRef &one : clients.contacts.mid(1))
            members.append({.text = {}, .label = {}, .ref = {0, one.id, one.uid}, .key = {}});
        values.insert(others->code, membersValue(members));
    }
    return values;
}

Result<QList<ClientReach>> clientsOf(const ReadContext &context, const Item &item)
{
    QList<ClientReach> reached;
    const Clients clients = clientsIn(*context.schema, item);
    for (const ItemRef &ref : clients.contacts + QList<ItemRef>{clients.company}) {
        if (ref.isNull())
            continue;
        auto client = readItem(context, ref);
        if (!client && client.error().code != ErrorCode::NotFound)
            return client.error();
        if (!client)
            continue; // it was erased since
        reached.append({ref, client->text(Codes::title), client->members(Codes::phone), client->members(Codes::email)});
    }
    return reached;
}

Result<QList<FoundClient>> findClients(const ReadContext &context, const QString &text, const QList<qint64> &typeIds,
                                       int limit)
{
    const QString typed = text.trimmed();
    if (typed.size() < shortest)
        return QList<FoundClient>();
    QList<ItemRef> refs;
    const auto add = [&](qint64 typeId, const QList<qint64> &ids) {
        for (const qint64 id : ids) {
            if (const ItemRef ref{typeId, id, {}}; !refs.contains(ref))
                refs << ref;
        }
    };
    if (const QString key = exactKey(*context.schema, typed); !key.isEmpty()) {
        for (const qint64 typeId : typeIds) {
            auto ids = findByKey(context, typeId, key, limit);
            if (!ids)
                return ids.error();
            add(typeId, *ids);
        }
    }
    QStringList beginnings{fold(typed)};
    if (const QString other = otherKeyboardLayout(typed); !other.isEmpty())
        beginnings << other;
    for (const QString &beginning : std::as_const(beginnings)) {
        for (const qint64 typeId : typeIds) {
            const RecordTable *table = context.table(typeId);
            if (!table || refs.size() >= limit)
                continue;
            auto ids = idsByBeginning(context, *table, beginning, limit);
            if (!ids)
                return ids.error();
            add(typeId, *ids);
        }
    }
    for (const qint64 typeId : typeIds) {
        if (refs.size() >= limit || typed.size() <= shortest)
            break;
        ItemQuery query;
        query.typeId = typeId;
        query.search = typed;
        auto ids = queryIds(context, query, limit);
        if (!ids)
            return ids.error();
        add(typeId, *ids);
    }
    auto found = describeClients(context, refs, typed);
    if (found && found->size() > limit)
        found->resize(limit);
    return found;
}

Result<QList<FoundClient>> describeClients(const ReadContext &context, const QList<ItemRef> &refs, const QString &typed)
{
    QList<FoundClient> found;
    for (const ItemRef &ref : refs) {
        auto item = readItem(context, ref);
        if (!item && item.error().code != ErrorCode::NotFound)
            return item.error();
        if (item && !item->deleted)
            found << described(context, *item, typed);
    }
    return found;
}

Result<QList<FoundClient>> clientsBeside(const ReadContext &context, const ItemRef &client, int limit)
{
    const Schema &schema = *context.schema;
    const EntityType *own = schema.type(client.type);
    auto item = readItem(context, client);
    if (!item && item.error().code != ErrorCode::NotFound)
        return item.error();
    if (!own || !item)
        return QList<FoundClient>();
    const TypeRole role = roleOf(schema, *own);
    const QString code = role == TypeRole::Person ? Codes::companies : Codes::contacts;
    const Field *field = role == TypeRole::Other ? nullptr : schema.field(own->id, code);
    const EntityType *target = field ? schema.type(field->target) : nullptr;
    if (!target)
        return QList<FoundClient>();
    QList<ItemRef> refs;
    for (const Member &member : item->members(code).mid(0, limit))
        refs << ItemRef{target->id, member.ref.id, {}};
    return describeClients(context, refs);
}

} // namespace Kartoteka
