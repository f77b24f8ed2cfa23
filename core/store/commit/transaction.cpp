// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/transaction.h"
#include "core/base/texts.h"

#include "core/base/uid.h"
#include "core/schema/limits.h"
#include "core/store/commit/item_tables.h"
#include "core/store/commit/unique_numbers.h"
#include "core/store/commit/write_times.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/contents.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

Error gone(const QString &table, qint64 id)
{
    return {ErrorCode::NotFound, Texts::tr("The record no longer exists."), u"%1 %2"_s.arg(table).arg(id), {}};
}

} // namespace

QString codeWithSuffix(const QString &code, const QUuid &uid)
{
    return code + u'_' + uidText(uid).right(4);
}

ItemRef ownerOf(const RecordTable &table, qint64 id, const Row &row)
{
    if (table.isItem)
        return {table.typeId, id, {}};
    if (const int at = table.indexOf(u"owner"_s); at >= 0)
        return row[at].value<ItemRef>();
    if (const int at = table.indexOf(u"items"_s); at >= 0) {
        const auto items = row[at].value<Members>();
        return items.isEmpty() ? ItemRef() : items.first().ref;
    }
    if (const int at = table.indexOf(u"source"_s); at >= 0 && table.columns[at].isAnyItem())
        return row[at].value<ItemRef>();
    return {};
}

Transaction::Transaction(Connection &connection, TransactionSetting setting)
    : m_connection(connection)
    , m_setting(std::move(setting))
    , m_identity(connection, *m_setting.catalog)
    , m_filled(connection)
    , m_activities(*m_setting.catalog)
{}

Transaction::~Transaction()
{
    if (m_open) {
        // Nothing can be done about a failed rollback: SQLite rolls back by itself when the file is next opened.
        (void)m_connection.run(u"ROLLBACK"_s);
    }
}

Result<void> Transaction::begin(const ChangeSet &header)
{
    if (auto done = m_connection.beginWriting(); !done)
        return done;
    m_open = true;
    m_author = header.author != 0 ? header.author : m_setting.author;
    m_at = header.at.value_or(m_setting.now);

    qint64 clock = 0;
    QString machine;
    {
        auto replica = m_connection.query(
            u"SELECT r.id, r.last_sequence, r.seat_code, r.machine, c.last, c.news, EXISTS (SELECT 1 FROM conflict "
            "WHERE open = 1) FROM replica r, hybrid_clock c WHERE r.is_self = 1"_s);
        if (!replica)
            return replica.error();
        if (!replica->next())
            return Error{ErrorCode::Damaged, Texts::tr("The file does not say which copy of the office it is."), {}, {}};
        m_replica = replica->integer(0);
        m_sequence = replica->integer(1);
        m_seat = replica->text(2);
        machine = replica->text(3);
        clock = replica->integer(4);
        m_news = replica->integer(5) != 0;
        m_conflicts = replica->integer(6) != 0;
    }
    // Hybrid logical clock (Kulkarni et al. 2014): wall time, or one past the greatest seen.
    m_clock = qMax(clock + 1, m_setting.now << 16);
    if (m_setting.newIdentity) {
        if (auto done = renewIdentity(m_setting.newSeat); !done)
            return done;
    } else if (machine.isEmpty() && !m_setting.machine.isEmpty()) {
        auto done = m_connection.run(u"UPDATE replica SET machine = ? WHERE id = ?"_s, {m_setting.machine, m_replica});
        if (!done)
            return done;
    }

    {
        auto erased = m_connection.query(u"SELECT table_name, last FROM erased_id"_s);
        if (!erased)
            return erased.error();
        while (erased->next())
            m_erasedIds.insert(erased->text(0), erased->integer(1));
    }
    const QUuid act = header.act.isNull() ? makeUid(m_setting.now) : header.act;
    if (!header.act.isNull()) {
        auto known = m_connection.scalar(u"SELECT id FROM act WHERE uid = ?"_s, {uidBytes(act)});
        if (!known)
            return known.error();
        m_actId = known->toLongLong();
    }
    if (m_actId == 0) {
        auto done = m_connection.run(
            u"INSERT INTO act (uid, kind, subject, author, at, undoable) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {uidBytes(act), header.kind.isEmpty() ? u"edit"_s : header.kind,
             header.subject.isNull() ? u""_s : header.subject, m_author == 0 ? QVariant() : QVariant(m_author), m_at,
             header.undoable ? 1 : 0});
        if (!done)
            return done;
        m_actId = m_connection.lastInsertId();
    }
    if (header.goesOn) {
        if (auto done = m_connection.run(u"UPDATE act SET unfinished = 1 WHERE id = ?"_s, {m_actId}); !done)
            return done;
    }
    for (auto it = header.contents.cbegin(); it != header.contents.cend(); ++it) {
        if (auto done = storeContent(m_connection, it.key(), it.value()); !done)
            return done;
    }
    m_receipt.act = act;
    m_receipt.actId = m_actId;
    m_notice.act = act;
    m_notice.kind = header.kind;
    m_notice.author = m_author;
    m_notice.at = m_at;
    return {};
}

Result<void> Transaction::apply(const Change &change)
{
    const RecordTable *table = m_setting.catalog->table(change.table);
    if (!table)
        return Error{ErrorCode::Usage, Texts::tr("There is no type “%1”.").arg(change.table), {}, {}};
    switch (change.operation) {
    case Operation::Create: return create(*table, change);
    case Operation::Update: return update(*table, change);
    case Operation::Erase: return erase(*table, change);
    }
    return {};
}

Result<Value> Transaction::resolved(const RecordColumn &column, Value value)
{
    if (value.typeId() == QMetaType::QString)
        return textValue(value.toString()); // an empty text is no value, everywhere alike
    const auto rowOf = [this](const QUuid &uid, const QString &table) {
        const auto it = m_created.constFind(uid);
        return it != m_created.cend() ? *it : m_identity.idOf(table, uid);
    };
    const Error missing{ErrorCode::NotFound, Texts::tr("A record that is referred to does not exist."), column.code,
                        column.code};
    if (value.typeId() == QMetaType::QUuid) {
        const qint64 id = rowOf(value.toUuid(), column.target);
        return id == 0 ? Result<Value>(missing) : Result<Value>(Value(id));
    }
    if (column.isAnyItem() && value.isValid()) {
        auto ref = value.value<ItemRef>();
        if (ref.id == 0)
            ref.id = rowOf(ref.uid, m_identity.tableOfType(ref.type));
        ref.uid = {};
        return ref.id == 0 ? Result<Value>(missing) : Result<Value>(toValue(ref));
    }
    if (column.multiple && value.isValid() && !holdsTexts(column.type)) {
        auto members = value.value<Members>();
        for (Member &member : members) {
            if (member.ref.id == 0 && !member.ref.uid.isNull()) {
                const QString table = column.target.isEmpty() ? m_identity.tableOfType(member.ref.type) : column.target;
                member.ref.id = rowOf(member.ref.uid, table);
                if (member.ref.id == 0)
                    return missing;
            }
            member.ref.uid = {};
        }
        return membersValue(members);
    }
    return value;
}

Result<void> Transaction::assign(const RecordTable &table, const Change &change, Row &row)
{
    for (const FieldValue &field : change.values) {
        const int at = table.indexOf(field.field);
        if (at < 0)
            return Error{ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(field.field), table.code, field.field};
        auto value = resolved(table.columns[at], field.value);
        if (!value)
            return value.error();
        if (table.columns[at].computed)
            return Error{ErrorCode::Refused, Texts::tr("The field “%1” is kept by the program.").arg(field.field), {}, {}};
        if (!change.verbatim && !isWithinLimits(table.columns[at].type, table.columns[at].multiple, *value)) {
            return Error{ErrorCode::Refused, Texts::tr("“%1” is longer or greater than a value may be.").arg(field.field),
                         table.code, field.field};
        }
        row[at] = *value;
    }
    return {};
}

Result<void> Transaction::runRules(PendingChange &pending)
{
    const PartTimer timer(Part::Rules);
    for (const CommitRule &rule : *m_setting.rules) {
        if (auto done = rule(*this, pending); !done)
            return done;
    }
    return {};
}

Result<void> Transaction::create(const RecordTable &table, const Change &change)
{
    // What two may make independently of each other has one identity: who comes second changes it.
    if (const qint64 known = table.code == u"setting" ? m_identity.idOf(table.code, change.uid) : 0; known != 0) {
        Change update = change;
        update.operation = Operation::Update;
        update.id = known;
        return this->update(table, update);
    }
    PendingChange pending(table, Operation::Create, change.id, {}, Row(table.columns.size()));
    if (auto done = assign(table, change, pending.after); !done)
        return done;
    if (!change.verbatim) {
        if (auto done = runRules(pending); !done)
            return done;
    }
    if (table.definesSchema) {
        if (auto done = freeCode(table, pending.after); !done)
            return done;
    }
    auto inserted = insertRecord(table, change.id, change.uid, pending.after);
    if (!inserted)
        return inserted.error();
    m_created.insert(change.uid, *inserted);
    m_receipt.created.insert(change.uid, *inserted);
    // A row that comes back under its old id had been erased: replicas tell that from a new one.
    const QString operation = change.id != 0 ? u"restore"_s : u"create"_s;
    return record({table, operation, *inserted, change.uid, {}, pending.after});
}

Result<void> Transaction::freeCode(const RecordTable &table, const Row &row)
{
    // What was deleted keeps its row, but not its code, which must be unique.
    const int code = table.indexOf(u"code"_s);
    const int type = table.indexOf(u"entity_type"_s);
    if (code < 0 || table.indexOf(u"deleted_at"_s) < 0 || (type < 0 && table.code != u"entity_type"))
        return {};
    const QString where = type < 0 ? QString() : u" AND entity_type = %1"_s.arg(row[type].toLongLong());
    auto hidden = m_connection.query(
        u"SELECT id, uid FROM %1 WHERE code = ? AND deleted_at IS NOT NULL%2"_s.arg(sqlName(table.name), where),
        {row[code]});
    if (!hidden)
        return hidden.error();
    if (!hidden->next())
        return {};
    Change rename{.operation = Operation::Update,
                  .table = table.code,
                  .id = hidden->integer(0),
                  .uid = {},
                  .values = {},
                  .onlyIf = {}};
    rename.values = {{u"code"_s, codeWithSuffix(row[code].toString(), uidFromBytes(hidden->bytes(1)))}};
    return update(table, rename);
}

Result<qint64> Transaction::insertRecord(const RecordTable &table, qint64 id, const QUuid &uid, Row &row)
{
    const PartTimer timer(Part::Rows);
    if (id == 0 && m_erasedIds.contains(table.name)) {
        auto last = m_connection.scalar(u"SELECT max(id) FROM %1"_s.arg(sqlName(table.name)));
        if (!last)
            return last.error();
        id = qMax(last->toLongLong(), m_erasedIds.value(table.name)) + 1;
    }
    auto inserted = table.isItem ? insertNumbered(table, id, uid, row) : insertRow(table, id, uid, row);
    if (!inserted)
        return inserted.error();
    if (id == 0)
        id = m_connection.lastInsertId();
    for (int i = 0; table.hasMultiple && i < table.columns.size(); ++i) {
        if (!table.columns[i].multiple || !row[i].isValid())
            continue;
        if (auto done = writeMembers(table, table.columns[i], id, row[i], false); !done)
            return done.error();
    }
    return id;
}

Result<void> Transaction::insertNumbered(const RecordTable &table, qint64 id, const QUuid &uid, Row &row)
{
    const int at = table.indexOf(u"number"_s);
    const QString given = std::as_const(row)[at].toString();
    if (given.isEmpty())
        return insertRow(table, id, uid, row);
    auto number = numberFor(*this, table, uid, given);
    if (!number)
        return number.error();
    if (*number != given)
        row[at] = *number;
    return insertRow(table, id, uid, row);
}

Result<void> Transaction::update(const RecordTable &table, const Change &change)
{
    QUuid uid;
    auto before = readRow(table, change.id, uid);
    if (!before)
        return before.error();
    PendingChange pending(table, Operation::Update, change.id, *before, *before);
    if (auto done = assign(table, change, pending.after); !done)
        return done;
    for (const FieldValue &expected : change.onlyIf) {
        const int at = table.indexOf(expected.field);
        if (at >= 0 && pending.before[at] != expected.value) {
            pending.after[at] = pending.before[at];
            m_receipt.keptNewer += expected.field.startsWith(u"modified_") ? 0 : 1;
        }
    }
    if (pending.after == pending.before && !change.touch)
        return {};
    if (!change.verbatim) {
        if (auto done = runRules(pending); !done)
            return done;
    }
    if (auto done = updateRow(table, change.id, pending.before, pending.after); !done)
        return done;
    Written written{table, u"update"_s, change.id, uid, pending.before, pending.after};
    for (const FieldValue &field : change.values) {
        if (change.touch)
            written.touched << table.indexOf(field.field);
    }
    return record(written);
}

Result<void> Transaction::erase(const RecordTable &table, const Change &change)
{
    QUuid uid;
    auto before = readRow(table, change.id, uid);
    if (!before)
        return before.error();
    if (auto done = eraseRecord(table, change.id, uid, *before); !done)
        return done;
    return record({table, u"erase"_s, change.id, uid, *before, {}});
}

Result<void> Transaction::eraseRecord(const RecordTable &table, qint64 id, const QUuid &uid, const Row &before)
{
    if (auto done = m_connection.run(u"DELETE FROM %1 WHERE id = ?"_s.arg(sqlName(table.name)), {id}); !done)
        return done;
    m_erasedIds[table.name] = qMax(m_erasedIds.value(table.name), id);
    if (table.isItem) {
        if (auto done = giveNumberBack(*this, table, uid, before.value(table.indexOf(u"number"_s)).toString()); !done)
            return done;
    }
    if (!table.hasMultiple)
        return {};
    return m_connection.run(u"DELETE FROM multi_value WHERE entity_type = ? AND item = ?"_s, {table.typeId, id});
}

Result<Row> Transaction::readRow(const RecordTable &table, qint64 id, QUuid &uid)
{
    auto record = readRecord(m_connection, schema(), table, id);
    if (!record)
        return record.error();
    if (!*record)
        return gone(table.code, id);
    uid = (*record)->uid;
    return (*record)->row;
}

Result<void> Transaction::insertRow(const RecordTable &table, qint64 id, const QUuid &uid, const Row &row)
{
    QVariantList bound{id == 0 ? QVariant() : QVariant(id), uidBytes(uid)};
    bound.reserve(3 + row.size() * 2);
    for (int i = 0; i < table.columns.size(); ++i)
        appendBound(table.columns[i], row[i], bound);
    if (table.typeId != 0) {
        auto filled = m_filled.setOf(table, row);
        if (!filled)
            return filled.error();
        bound << *filled;
    }
    return m_connection.run(table.insertSql, bound);
}

Result<void> Transaction::updateRow(const RecordTable &table, qint64 id, const Row &before, const Row &after)
{
    QString sql = u"UPDATE "_s + sqlName(table.name) + u" SET "_s;
    sql.reserve(400);
    QVariantList bound;
    const auto assign = [&](const QString &assignment) {
        if (!bound.isEmpty())
            sql += u", "_s;
        sql += assignment;
    };
    for (int i = 0; i < table.columns.size(); ++i) {
        const RecordColumn &column = table.columns[i];
        if (before[i] == after[i])
            continue;
        if (column.multiple) {
            if (auto done = writeMembers(table, column, id, after[i], true); !done)
                return done;
            continue;
        }
        assign(column.assignmentSql);
        appendBound(column, after[i], bound);
    }
    if (filledDiffers(table, before, after)) {
        auto filled = m_filled.setOf(table, after);
        if (!filled)
            return filled.error();
        assign(u"filled = ?"_s);
        bound << *filled;
    }
    if (bound.isEmpty())
        return {};
    bound << id;
    return m_connection.run(sql + u" WHERE id = ?"_s, bound);
}

Result<void> Transaction::writeMembers(const RecordTable &table, const RecordColumn &column, qint64 id, const Value &value,
                                       bool replace)
{
    if (replace) {
        auto done = m_connection.run(u"DELETE FROM multi_value WHERE entity_type = ? AND item = ? AND field = ?"_s,
                                     {table.typeId, id, column.field});
        if (!done)
            return done;
    }
    const bool texts = holdsTexts(column.type);
    int position = 0;
    const QString region = texts ? schema().phoneRegion() : QString();
    for (const Member &member : value.value<Members>()) {
        QVariantList bound{id, position++, textValue(member.text)};
        if (texts)
            bound << textValue(member.label) << textValue(memberKey(column.type, member, region));
        else
            bound << member.ref.id << (member.ref.type == 0 ? QVariant() : QVariant(member.ref.type));
        if (auto done = m_connection.run(column.insertMemberSql, bound); !done)
            return done;
    }
    return {};
}

Result<void> Transaction::record(const Written &written)
{
    if (auto done = journal(written); !done)
        return done;
    if (m_conflicts) {
        if (auto done = settleConflicts(written); !done)
            return done;
    }
    const Operation operation = written.after.isEmpty() ? Operation::Erase
        : written.before.isEmpty()                      ? Operation::Create
                                                        : Operation::Update;
    return derive(written.table, operation, written.id, written.uid, written.before, written.after);
}

Result<void> Transaction::derive(const RecordTable &table, Operation operation, qint64 id, const QUuid &uid,
                                 const Row &before, const Row &after)
{
    if (table.isItem) {
        const PartTimer timer(Part::Search);
        auto done = m_search.note(m_connection, table, id, before, after, schema().phoneRegion());
        if (!done)
            return done;
    }
    m_totals.note(table, before, after);
    m_activities.note(table, id, before, after);
    m_shared.note(table, id, before, after);

    m_notice.schemaChanged = m_notice.schemaChanged || table.definesSchema;
    ++m_receipt.changedRecords;
    if (m_notice.whole)
        return {};
    if (m_notice.records.size() >= listedRecords) {
        m_notice.whole = true;
        m_notice.records.clear();
        return {};
    }
    RecordChange change{operation, table.code, table.typeId, id, uid, ownerOf(table, id, after.isEmpty() ? before : after),
                        {}};
    for (int i = 0; operation == Operation::Update && i < table.columns.size(); ++i) {
        if (before[i] != after[i])
            change.fields.append({table.columns[i].code, before[i], after[i]});
    }
    m_notice.records.append(std::move(change));
    return {};
}

Result<void> Transaction::journal(const Written &written)
{
    const PartTimer timer(Part::Journal);
    const auto &[table, operation, id, uid, before, after, touched] = written;
    // What leaves its item is told of there.
    ItemRef owner = after.isEmpty() ? ItemRef() : ownerOf(table, id, after);
    if (owner.isNull() && !before.isEmpty())
        owner = ownerOf(table, id, before);
    PatchText patch(m_identity);
    const bool isUpdate = !before.isEmpty() && !after.isEmpty();
    const bool moved = isUpdate && table.stageColumn >= 0 && before[table.stageColumn] != after[table.stageColumn];
    const Row &whole = after.isEmpty() ? before : after;
    for (int i = 0; i < table.columns.size(); ++i) {
        const RecordColumn &column = table.columns[i];
        if (!isUpdate && whole[i].isValid())
            patch.add(column, whole[i]);
        else if (isUpdate && (before[i] != after[i] || (moved && table.withStage.contains(i)) || touched.contains(i)))
            patch.add(column, before[i], after[i]);
    }
    // Said though it be none: what a record belongs to may be another item where the row is read.
    const auto belongs = [&table] {
        return table.indexOf(u"owner"_s) >= 0 || table.indexOf(u"items"_s) >= 0 || table.code == u"link";
    };
    if (!table.isItem && operation != u"create" && belongs())
        patch.addOwner(owner);
    // Records without an owner stand under type 0, where their creations are found too.
    const qint64 ownerType = owner.isNull() ? 0 : owner.type;
    const qint64 ownerId = owner.isNull() ? id : owner.id;
    QVariant knows;
    if (m_news) {
        auto news = newsText();
        if (!news)
            return news.error();
        knows = *news;
        m_news = false;
    }
    return m_connection.run(
        u"INSERT INTO journal (origin, sequence, clock, at, author, act, entity, record, uid, owner_type, owner_id, "
        "operation, patch, knows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)"_s,
        {m_replica, ++m_sequence, m_clock++, m_at, m_author == 0 ? QVariant() : QVariant(m_author), m_actId, table.entity,
         id, uidBytes(uid), ownerType, ownerId, operation, patch.text(), knows});
}

double Transaction::nextRank()
{
    // Milliseconds in a double leave room for some 4,000 ranks in each; half a thousandth keeps them apart.
    return double(m_setting.now) + 0.0005 * ++m_ranks;
}

Result<void> Transaction::markUndone(qint64 act, bool undone)
{
    auto done = m_connection.run(u"UPDATE act SET undoes = ?, undoable = 0 WHERE id = ?"_s, {act, m_actId});
    if (done)
        done = m_connection.run(u"UPDATE act SET undone_by = ? WHERE id = ?"_s,
                                {undone ? QVariant(m_actId) : QVariant(), act});
    return done;
}

Result<void> Transaction::markFinished(qint64 act)
{
    return m_connection.run(u"UPDATE act SET unfinished = 0 WHERE id = ?"_s, {act});
}

Result<qint64> Transaction::lastNumber(qint64 typeId)
{
    auto known = m_numbers.find(typeId);
    if (known == m_numbers.end()) {
        auto last = m_connection.scalar(u"SELECT last FROM number_counter WHERE entity_type = ?"_s, {typeId});
        if (!last)
            return last.error();
        known = m_numbers.insert(typeId, last->toLongLong());
    }
    return *known;
}

Result<QString> Transaction::nextNumber(qint64 typeId)
{
    auto last = lastNumber(typeId);
    if (!last)
        return last.error();
    const RecordTable *table = catalog()->table(typeId);
    for (qint64 next = *last + 1;; ++next) {
        const QString number = m_seat.isEmpty() ? QString::number(next) : m_seat + u'-' + QString::number(next);
        // A file that was put back, or moved, may have given it before.
        auto taken = table ? m_connection.scalar(u"SELECT 1 FROM %1 WHERE number = ?"_s.arg(sqlName(table->name)), {number})
                           : Result<QVariant>(QVariant());
        if (!taken)
            return taken.error();
        m_numbers[typeId] = next;
        if (!taken->isValid())
            return number;
    }
}

Result<Receipt> Transaction::commit()
{
    {
        const PartTimer searchTimer(Part::Search);
        if (auto done = m_search.write(m_connection); !done)
            return done.error();
    }
    const PartTimer timer(Part::Commit);
    if (m_notice.schemaChanged) {
        if (auto done = ensureItemTables(m_connection); !done)
            return done.error();
    }
    if (auto done = m_totals.write(m_connection); !done)
        return done.error();
    if (auto done = m_activities.write(m_connection); !done)
        return done.error();
    if (auto done = m_shared.write(m_connection, *m_setting.catalog); !done)
        return done.error();
    for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
        auto done = m_connection.run(u"INSERT INTO number_counter (entity_type, last) VALUES (?, ?) "
                                     "ON CONFLICT (entity_type) DO UPDATE SET last = excluded.last"_s,
                                     {it.key(), it.value()});
        if (!done)
            return done.error();
    }
    for (auto it = m_erasedIds.cbegin(); it != m_erasedIds.cend(); ++it) {
        auto done = m_connection.run(u"INSERT INTO erased_id (table_name, last) VALUES (?, ?) "
                                     "ON CONFLICT (table_name) DO UPDATE SET last = max(last, excluded.last)"_s,
                                     {it.key(), *it});
        if (!done)
            return done.error();
    }
    auto done = m_connection.run(u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {m_sequence, m_replica});
    if (done)
        done = m_connection.run(u"UPDATE hybrid_clock SET last = ?, news = ?"_s, {m_clock, m_news ? 1 : 0});
    if (done)
        done = m_connection.run(u"COMMIT"_s);
    if (!done)
        return done.error();
    m_open = false;
    return std::move(m_receipt);
}

} // namespace Kartoteka
