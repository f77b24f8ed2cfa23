// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change/journal_reader.h"

#include "core/base/uid.h"
#include "core/store/record/record_identity.h"
#include "core/store/record/record_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Kartoteka {

namespace {

const QString head = u"j.id, j.at, j.author, j.act, a.kind, a.subject, j.entity, j.record, j.uid, j.owner_type, "
                     "j.owner_id, j.operation, j.patch, j.origin"_s;
const QString columns = head + u" FROM journal j CROSS JOIN act a ON a.id = j.act"_s;

Operation operationFromName(const QString &name)
{
    return name == u"create" || name == u"restore" ? Operation::Create
        : name == u"erase"                         ? Operation::Erase
                                                   : Operation::Update;
}

/// Reads rows before their values are decoded: decoding asks the same connection for ids.
struct RawEntry
{
    JournalEntry entry;
    QByteArray patch;
};

RawEntry readRaw(const Cursor &c)
{
    RawEntry raw;
    JournalEntry &e = raw.entry;
    e.id = c.integer(0);
    e.at = c.integer(1);
    e.author = c.integer(2);
    e.act = c.integer(3);
    e.actKind = c.text(4);
    e.actSubject = c.text(5);
    e.table = c.text(6);
    e.record = c.integer(7);
    e.uid = uidFromBytes(c.bytes(8));
    e.owner = {c.integer(9), c.integer(10), {}};
    e.operation = operationFromName(c.text(11));
    raw.patch = c.text(12).toUtf8();
    e.origin = c.integer(13);
    return raw;
}

JournalEntry decode(RawEntry raw, const Catalog &catalog, Identity &identity)
{
    JournalEntry &entry = raw.entry;
    const RecordTable *table = catalog.table(entry.table);
    if (!table)
        return entry;
    entry.table = table->code;
    const QJsonObject patch = QJsonDocument::fromJson(raw.patch).object();
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const int at = table->indexOf(it.key());
        if (at < 0)
            continue;
        const RecordColumn &column = table->columns[at];
        if (entry.operation == Operation::Update) {
            if (it.value()[0] == it.value()[1])
                continue; // confirmed, or written along with the stage
            entry.fields.append(
                {column.code, fromJournal(column, it.value()[0], identity), fromJournal(column, it.value()[1], identity)});
        } else {
            entry.fields.append({column.code, {}, fromJournal(column, it.value(), identity)});
        }
    }
    return entry;
}

} // namespace

namespace {

Result<QList<JournalEntry>> entriesOf(Connection &connection, const Catalog &catalog, const QString &sql,
                                      const QVariantList &bound)
{
    QList<RawEntry> raw;
    {
        auto cursor = connection.query(sql, bound);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            raw.append(readRaw(*cursor));
    }
    RecordIdentity identity(connection, catalog);
    QList<JournalEntry> entries;
    for (RawEntry &one : raw)
        entries.append(decode(std::move(one), catalog, identity));
    return entries;
}

} // namespace

namespace {

QString also(const JournalCondition &wanted)
{
    return wanted.sql.isEmpty() ? QString() : u" AND (%1)"_s.arg(wanted.sql);
}

} // namespace

Result<QList<JournalEntry>> journalOf(Connection &connection, const Catalog &catalog, const ItemRef &owner, qint64 beforeAt,
                                      qint64 beforeId, int limit, const JournalCondition &wanted)
{
    return entriesOf(connection, catalog,
                     u"SELECT "_s + columns + u" WHERE j.owner_type = ? AND j.owner_id = ? AND (j.at, j.id) < (?, ?)"_s
                         + also(wanted) + u" ORDER BY j.at DESC, j.id DESC LIMIT ?"_s,
                     QVariantList{owner.type, owner.id, beforeAt, beforeId} + wanted.bound + QVariantList{limit});
}

Result<QList<JournalEntry>> sharedJournalOf(Connection &connection, const Catalog &catalog, const ItemRef &item,
                                            qint64 beforeAt, qint64 beforeId, int limit, const JournalCondition &wanted)
{
    return entriesOf(connection, catalog,
                     u"SELECT "_s + head
                         + u" FROM journal_item s CROSS JOIN journal j ON j.id = s.journal CROSS JOIN act a ON a.id = j.act "
                           "WHERE s.item_type = ? AND s.item = ? AND (s.at, s.journal) < (?, ?)"_s
                         + also(wanted) + u" ORDER BY s.at DESC, s.journal DESC LIMIT ?"_s,
                     QVariantList{item.type, item.id, beforeAt, beforeId} + wanted.bound + QVariantList{limit});
}

Result<QList<JournalEntry>> journalRows(Connection &connection, const Catalog &catalog, const QList<qint64> &ids)
{
    return entriesOf(connection, catalog,
                     u"SELECT "_s + columns
                         + u" WHERE j.id IN (SELECT value FROM json_each(?)) ORDER BY j.at DESC, j.id DESC"_s,
                     {idList(ids)});
}

Result<CommitNotice> noticeSince(Connection &connection, const Catalog &catalog, qint64 &last)
{
    QList<RawEntry> raw;
    {
        auto cursor = connection.query(u"SELECT "_s + columns + u" WHERE j.id > ? ORDER BY j.id LIMIT ?"_s,
                                       {last, listedRecords + 1});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            raw.append(readRaw(*cursor));
    }
    CommitNotice notice;
    notice.external = true;
    if (raw.size() > listedRecords) {
        auto end = connection.scalar(u"SELECT max(id) FROM journal"_s);
        if (!end)
            return end.error();
        last = end->toLongLong();
        notice.whole = notice.schemaChanged = true;
        return notice;
    }
    RecordIdentity identity(connection, catalog);
    for (RawEntry &one : raw) {
        const JournalEntry entry = decode(std::move(one), catalog, identity);
        last = entry.id;
        notice.kind = entry.actKind;
        notice.author = entry.author;
        notice.at = entry.at;
        const RecordTable *table = catalog.table(entry.table);
        RecordChange change{entry.operation, entry.table, table ? table->typeId : 0, entry.record, entry.uid,
                            entry.owner,     {}};
        if (entry.operation == Operation::Update)
            change.fields = entry.fields;
        notice.schemaChanged = notice.schemaChanged || (table && table->definesSchema);
        notice.records.append(std::move(change));
    }
    return notice;
}

Result<qint64> lastJournalRow(Connection &connection)
{
    auto last = connection.scalar(u"SELECT max(id) FROM journal"_s);
    return last ? Result<qint64>(last->toLongLong()) : Result<qint64>(last.error());
}

Result<QList<TouchedRecord>> touchedSince(Connection &connection, const Catalog &catalog, qint64 last, qsizetype limit)
{
    QList<TouchedRecord> touched;
    {
        auto cursor = connection.query(
            u"SELECT id, entity, record, owner_type, owner_id, operation, patch LIKE '%\"items\"%' "
            "OR patch LIKE '%\"deleted_at\"%' "
            "FROM journal WHERE id > ? ORDER BY id LIMIT ?"_s,
            {last, limit});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            TouchedRecord one{
                .journal = cursor->integer(0), .table = {}, .record = cursor->integer(2), .owner = {}, .items = {}};
            if (const RecordTable *table = catalog.table(cursor->text(1)))
                one.table = table->code;
            one.owner = {cursor->integer(3), cursor->integer(4), {}};
            const Operation operation = operationFromName(cursor->text(5));
            one.changesLinks = operation == Operation::Erase || (operation == Operation::Update && cursor->integer(6) != 0);
            touched.append(one);
        }
    }
    for (TouchedRecord &one : touched) {
        if (one.table != u"activity")
            continue;
        auto cursor = connection.query(u"SELECT item_type, item FROM activity_link WHERE activity = ?"_s, {one.record});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            one.items.append({cursor->integer(0), cursor->integer(1), {}});
    }
    return touched;
}

} // namespace Kartoteka
