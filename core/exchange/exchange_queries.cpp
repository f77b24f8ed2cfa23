// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_queries.h"

#include "core/base/uid.h"
#include "core/exchange/exchange_texts.h"
#include "core/exchange/seats.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

Result<Cursor> journalOfOrigin(Connection &connection, qint64 origin, qint64 from, qint64 to)
{
    // The origin stands in the text: each has a cursor of its own.
    return connection.query(
        u"SELECT id, sequence, clock, coalesce(wrote_at, at), author, act, entity, uid, operation, patch, knows, author_uid "
        "FROM journal WHERE origin = %1 AND sequence > ? AND sequence <= ? ORDER BY sequence"_s.arg(origin),
        {from, to});
}

Result<std::optional<ActRow>> actThatTravels(Connection &connection, qint64 id, RecordIdentity &identity)
{
    auto c = connection.query(u"SELECT a.uid, a.kind, a.subject, a.author, a.at, u.uid FROM act a LEFT JOIN act u "
                              "ON u.id = a.undoes WHERE a.id = ?"_s,
                              {id});
    if (!c)
        return c.error();
    if (!c->next())
        return std::optional<ActRow>();
    ActRow act{uidFromBytes(c->bytes(0)), c->text(1), c->text(2), {}, c->integer(4), uidFromBytes(c->bytes(5))};
    act.author = identity.uidOf(u"user"_s, c->integer(3));
    return std::optional(act);
}

Result<QList<std::pair<qint64, qint64>>> rowsThatBring(Connection &connection, const QString &digest)
{
    auto c = connection.query(u"SELECT j.origin, j.sequence FROM attachment a JOIN journal j ON j.owner_type = a.owner_type "
                              "AND j.owner_id = a.owner_id AND j.entity = 'attachment' AND j.record = a.id "
                              "AND j.operation = 'create' WHERE a.digest = ?"_s,
                              {digest});
    if (!c)
        return c.error();
    QList<std::pair<qint64, qint64>> rows;
    while (c->next())
        rows.append({c->integer(0), c->integer(1)});
    return rows;
}

Result<QList<OriginReach>> reachOf(Connection &connection, const QList<qint64> &seats)
{
    QStringList ids;
    for (const qint64 id : seats)
        ids << QString::number(id);
    // What all of them have: the least of what each is known to have, nothing for one that is not known.
    auto c = connection.query(
        u"SELECT o.id, (SELECT min(coalesce(h.sequence, 0)) FROM replica r LEFT JOIN replica_has h ON h.replica = r.id "
        "AND h.origin = o.id WHERE r.id IN (%1) AND r.id <> o.id), (SELECT min(b.branch_after) FROM replica b "
        "WHERE b.branch_of = o.id) FROM replica o ORDER BY o.id"_s.arg(ids.join(u',')));
    if (!c)
        return c.error();
    const auto number = [&](int column) { return c->isNull(column) ? std::nullopt : std::optional(c->integer(column)); };
    QList<OriginReach> reaches;
    while (c->next())
        reaches.append({c->integer(0), number(1), number(2)});
    return reaches;
}

Result<void> noteWritten(Connection &connection, const WrittenNote &note)
{
    return connection.run(u"INSERT INTO exchange_log (direction, replica, at, file, changes) VALUES "
                          "('written', (SELECT id FROM replica WHERE uid = ?), ?, ?, ?)"_s,
                          {uidBytes(note.receiver), note.at, note.file, note.rows});
}

Result<void> noteRead(Connection &connection, const ReadNote &note)
{
    const bool isAny = note.firstRow != 0;
    return connection.run(
        u"INSERT INTO exchange_log (direction, replica, at, file, changes, act, first_row, last_row) VALUES "
        "('read', (SELECT id FROM replica WHERE uid = ?), ?, ?, ?, ?, ?, ?)"_s,
        {uidBytes(note.sender), note.at, note.file, note.taken, note.act, isAny ? QVariant(note.firstRow) : QVariant(),
         isAny ? QVariant(note.lastRow) : QVariant()});
}

Result<std::optional<PossibleDuplicate>> duplicateOf(const ReadContext &context, const ItemRef &item, const EntityType &type)
{
    auto c = context.connection.query(
        u"SELECT b.item, b.value FROM multi_value a JOIN multi_value b ON b.key = a.key AND b.entity_type = a.entity_type "
        "AND b.item <> a.item JOIN field f ON f.id = a.field AND f.type IN ('phone', 'email') JOIN %1 t ON t.id = b.item "
        "AND t.deleted_at IS NULL WHERE a.entity_type = ? AND a.item = ? AND a.key IS NOT NULL LIMIT 1"_s.arg(
            sqlName(type.table)),
        {item.type, item.id});
    if (!c)
        return c.error();
    if (!c->next())
        return std::optional<PossibleDuplicate>();
    return std::optional(PossibleDuplicate{item, {item.type, c->integer(0), {}}, c->text(1)});
}

Result<QList<AsideRow>> rowsAside(const ReadContext &context, int limit)
{
    auto c = context.connection.query(
        u"SELECT j.entity, j.at, o.seat_code, o.name, s.reason FROM set_aside s JOIN journal j ON j.id = s.journal "
        "JOIN replica o ON o.id = j.origin ORDER BY j.id LIMIT ?"_s,
        {limit});
    if (!c)
        return c.error();
    QList<AsideRow> rows;
    while (c->next()) {
        const RecordTable *table = context.catalog->table(c->text(0));
        rows.append({recordsName(*context.schema, table ? table->code : c->text(0)), c->integer(1),
                     seatName(ReplicaInfo{{}, c->text(2), c->text(3)}), c->text(4)});
    }
    return rows;
}

} // namespace Kartoteka
