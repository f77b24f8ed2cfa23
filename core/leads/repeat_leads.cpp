// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/repeat_leads.h"

#include "core/items/item_queries.h"
#include "core/leads/repeat_queries.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// How an item names its client.
struct ClientField
{
    QString column;
    qint64 typeId = 0; ///< of the client
};

QList<ClientField> clientColumns(const Schema &schema, qint64 typeId)
{
    QList<ClientField> columns;
    for (const Field *field : clientFields(schema, typeId))
        columns.append({field->column, schema.type(field->target)->id});
    return columns;
}

/// An item that may become a repeat one, with its clients by the column that names them.
struct Candidate
{
    qint64 id = 0;
    QStringList keys;
    QHash<QString, qint64> clients;
    bool isNamed = false; ///< it names a client itself
};

bool wantsRepeat(const NotedChange &change)
{
    const RecordTable &table = change.table;
    const int repeat = table.indexOf(Codes::repeat);
    if (!table.isItem || repeat < 0 || change.after[repeat].toBool())
        return false;
    if (!change.before.isEmpty() && change.before[repeat].toBool())
        return false; // somebody says that it is none
    for (const QString &code : {Codes::clientContact, Codes::clientCompany, Codes::phone, Codes::email}) {
        const int at = table.indexOf(code);
        if (at >= 0 && change.after[at].isValid() && (change.before.isEmpty() || change.before[at] != change.after[at]))
            return true;
    }
    return false;
}

Result<QList<Candidate>> candidatesOf(const ReadContext &context, const QList<ClientField> &fields, qint64 typeId,
                                      const QList<qint64> &ids)
{
    QStringList columns;
    QList<qint64> clientTypes;
    for (const ClientField &field : fields) {
        columns << field.column;
        clientTypes << field.typeId;
    }
    auto some = itemsWithClients(context, *context.table(typeId), columns, clientTypes, ids);
    if (!some)
        return some.error();
    auto items = readItems(context, typeId, *some);
    if (!items)
        return items.error();
    QList<Candidate> candidates;
    for (const Item &item : std::as_const(*items)) {
        const Stage *stage = context.schema->stage(item.reference(Codes::stage));
        if (item.deleted || !stage || stage->group != StageGroup::InProgress || item.value(Codes::repeat).toBool())
            continue;
        Candidate candidate{.id = item.id, .keys = {}, .clients = {}};
        for (const ClientField &field : fields) {
            if (const qint64 client = item.reference(field.column); client != 0)
                candidate.clients.insert(field.column, client);
        }
        candidate.isNamed = !candidate.clients.isEmpty();
        if (!candidate.isNamed)
            candidate.keys = tellingKeys(*context.schema, item, FieldType::Phone)
                + tellingKeys(*context.schema, item, FieldType::Email);
        candidates.append(candidate);
    }
    return candidates;
}

/// Those who have its phones and e-mails, where it is one of a kind.
Result<void> findClients(const ReadContext &context, const QList<ClientField> &fields, QList<Candidate> &candidates)
{
    QStringList keys;
    for (const Candidate &candidate : std::as_const(candidates))
        keys += candidate.keys;
    for (const ClientField &field : fields) {
        auto owners = ownersOfKeys(context, field.typeId, keys);
        if (!owners)
            return owners.error();
        for (Candidate &candidate : candidates) {
            QSet<qint64> matching;
            for (const QString &key : std::as_const(candidate.keys))
                matching += owners->value(key);
            if (matching.size() == 1)
                candidate.clients.insert(field.column, *matching.cbegin());
        }
    }
    return {};
}

/// Leaves those whose clients have no other open item. What was written together and came later does not count.
Result<void> keepRepeat(const ReadContext &context, const RecordTable &table, const QList<ClientField> &fields,
                        QList<Candidate> &candidates)
{
    QList<qint64> written;
    for (const Candidate &candidate : std::as_const(candidates))
        written << candidate.id;
    QHash<QString, QSet<qint64>> busy; // by column
    for (const ClientField &field : fields) {
        QSet<qint64> clients;
        for (const Candidate &candidate : std::as_const(candidates)) {
            if (candidate.clients.contains(field.column))
                clients.insert(candidate.clients.value(field.column));
        }
        auto found = busyClients(context, table, field.column, clients.values(), written);
        if (!found)
            return found.error();
        busy.insert(field.column, *found);
    }
    QHash<QPair<QString, qint64>, qint64> first; // the first of the candidates by client
    for (const Candidate &candidate : std::as_const(candidates)) {
        for (auto it = candidate.clients.cbegin(); it != candidate.clients.cend(); ++it) {
            qint64 &id = first[{it.key(), it.value()}];
            id = id == 0 ? candidate.id : qMin(id, candidate.id);
        }
    }
    candidates.removeIf([&](const Candidate &candidate) {
        const auto isBusy = [&](const QString &column) {
            const qint64 client = candidate.clients.value(column);
            return first.value({column, client}) < candidate.id || busy.value(column).contains(client);
        };
        const QStringList columns = candidate.clients.keys();
        return columns.isEmpty() || std::any_of(columns.cbegin(), columns.cend(), isBusy);
    });
    return {};
}

/// Leaves out the clients that were made together with who names them.
Result<void> forgetNewClients(const ReadContext &context, qint64 typeId, const QList<ClientField> &fields,
                              QList<Candidate> &candidates)
{
    for (Candidate &candidate : candidates) {
        for (const ClientField &field : fields) {
            const qint64 client = candidate.isNamed ? candidate.clients.value(field.column) : 0;
            auto isNew = client == 0 ? Result<bool>(false)
                                     : isMadeWith(context, {typeId, candidate.id, {}}, {field.typeId, client, {}});
            if (!isNew)
                return isNew.error();
            if (*isNew)
                candidate.clients.remove(field.column);
        }
    }
    candidates.removeIf([](const Candidate &candidate) { return candidate.clients.isEmpty(); });
    return {};
}

Result<QList<Change>> repeatChanges(const ReadContext &context, const RecordTable &table, const QList<qint64> &ids)
{
    const QList<ClientField> fields = clientColumns(*context.schema, table.typeId);
    auto candidates = candidatesOf(context, fields, table.typeId, ids);
    if (!candidates)
        return candidates.error();
    if (auto done = findClients(context, fields, *candidates); !done)
        return done.error();
    if (auto done = keepRepeat(context, table, fields, *candidates); !done)
        return done.error();
    if (auto done = forgetNewClients(context, table.typeId, fields, *candidates); !done)
        return done.error();
    ChangeSet changes;
    for (const Candidate &candidate : std::as_const(*candidates)) {
        QList<FieldValue> values{{Codes::repeat, true}};
        for (auto it = candidate.clients.cbegin(); !candidate.isNamed && it != candidate.clients.cend(); ++it)
            values.append({it.key(), it.value()});
        changes.update(table.code, candidate.id, values);
    }
    return changes.changes;
}

} // namespace

Result<SharedMarks> sharedMarks(const ReadContext &context, const Item &item)
{
    SharedMarks shared;
    const Schema &schema = *context.schema;
    for (const Field *field : clientFields(schema, item.typeId)) {
        const qint64 id = item.reference(field->code);
        if (id == 0)
            continue;
        auto client = readItem(context, {schema.type(field->target)->id, id, {}});
        if (!client)
            return client.error();
        const SharedMarks both = sharedMarks(schema, item, *client);
        shared.phone = shared.phone || both.phone;
        shared.email = shared.email || both.email;
    }
    return shared;
}

Follower repeatFollower()
{
    return {Codes::repeat, wantsRepeat, repeatChanges};
}

} // namespace Kartoteka
