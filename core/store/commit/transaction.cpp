// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/transaction.h"
#include "core/base/texts.h"

#include "core/base/uid.h"
#include "core/schema/code_ending.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/store/commit/definition_codes.h"
#include "core/store/commit/item_tables.h"
#include "core/store/commit/product_sums.h"
#include "core/store/commit/unique_numbers.h"
#include "core/store/commit/unique_values.h"
#include "core/store/db/sql_name.h"
#include "core/store/db/write_times.h"
#include "core/store/kept/activity_index.h"
#include "core/store/kept/busy_times.h"
#include "core/store/kept/closed_totals.h"
#include "core/store/kept/reminder_due.h"
#include "core/store/kept/search_index.h"
#include "core/store/kept/shared_history.h"
#include "core/store/kept/stage_totals.h"
#include "core/store/kept/stage_visits.h"
#include "core/store/record/contents.h"
#include "core/store/record/record_reader.h"

namespace Kartoteka {

namespace {

Error gone(const QString &table, qint64 id)
{
    return {ErrorCode::NotFound, Texts::tr("The record no longer exists."), u"%1 %2"_s.arg(table).arg(id), {}};
}

QList<FieldChange> changedFields(const RecordTable &table, const Row &before, const Row &after)
{
    QList<FieldChange> fields;
    for (int i = 0; i < table.columns.size(); ++i) {
        if (before[i] != after[i])
            fields.append({table.columns[i].code, before[i], after[i]});
    }
    return fields;
}

} // namespace

Transaction::Transaction(Connection &connection, TransactionSetting setting)
    : m_connection(connection)
    , m_setting(std::move(setting))
    , m_identity(connection, *m_setting.catalog)
    , m_values(m_identity)
    , m_rows(connection)
    , m_ahead(connection)
    , m_journal(connection, m_identity)
    , m_numbers(connection, m_journal.own.seat)
    , m_own(connection, m_setting, m_journal, m_numbers, m_notice)
{
    m_derived.push_back(std::make_unique<ProductSums>(*this)); // writes amounts, which the others are told of
    m_derived.push_back(std::make_unique<SearchIndex>(connection, *m_setting.schema));
    m_derived.push_back(std::make_unique<StageTotals>(connection));
    m_derived.push_back(std::make_unique<ClosedTotals>(connection));
    m_derived.push_back(std::make_unique<ActivityIndex>(connection, *m_setting.catalog));
    m_derived.push_back(std::make_unique<ReminderDue>(connection));
    m_derived.push_back(std::make_unique<BusyTimes>(connection));
    m_derived.push_back(std::make_unique<SharedHistory>(connection, *m_setting.catalog));
    m_derived.push_back(std::make_unique<StageVisits>(connection, *m_setting.catalog));
    if (m_setting.followers) {
        auto followUps = std::make_unique<FollowUps>(connection, *m_setting.followers, m_act.id);
        m_followUps = followUps.get();
        m_derived.push_back(std::move(followUps));
    }
    if (m_setting.closingRules && !m_setting.closingRules->isEmpty()) {
        m_derived.push_back(std::make_unique<ClosingRules>(*m_setting.closingRules, connection, m_setting.schema,
                                                           m_setting.catalog, m_setting.now));
    }
}

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
    m_act.author = header.author != 0 ? header.author : m_setting.author;
    m_act.at = header.at.value_or(m_setting.now);
    if (auto done = m_journal.begin(m_setting.now); !done)
        return done;
    if (m_setting.newIdentity) {
        if (auto done = m_own.renew(m_setting.newSeat); !done)
            return done;
    } else if (m_journal.own.machine.isEmpty() && !m_setting.machine.isEmpty()) {
        auto done = m_connection.run(u"UPDATE replica SET machine = ? WHERE id = ?"_s,
                                     {m_setting.machine, m_journal.own.id});
        if (!done)
            return done;
    }
    if (auto done = m_rows.begin(); !done)
        return done;
    const QUuid act = header.act.isNull() ? makeUid(m_setting.now) : header.act;
    if (auto done = begin(header, act); !done)
        return done;
    for (auto it = header.contents.cbegin(); it != header.contents.cend(); ++it) {
        if (auto done = storeContent(m_connection, it.key(), it.value()); !done)
            return done;
    }
    m_receipt.act = act;
    m_receipt.actId = m_act.id;
    m_notice.act = act;
    m_notice.kind = header.kind;
    m_notice.author = m_act.author;
    m_notice.at = m_act.at;
    return {};
}

/// Finds the act that goes on, or writes down a new one.
Result<void> Transaction::begin(const ChangeSet &header, const QUuid &act)
{
    if (!header.act.isNull()) {
        auto known = m_connection.scalar(u"SELECT id FROM act WHERE uid = ?"_s, {uidBytes(act)});
        if (!known)
            return known.error();
        m_act.id = known->toLongLong();
    }
    if (m_act.id == 0) {
        auto done = m_connection.run(
            u"INSERT INTO act (uid, kind, subject, author, at, undoable) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {uidBytes(act), header.kind.isEmpty() ? u"edit"_s : header.kind,
             header.subject.isNull() ? u""_s : header.subject, m_act.author == 0 ? QVariant() : QVariant(m_act.author),
             m_act.at, header.undoable ? 1 : 0});
        if (!done)
            return done;
        m_act.id = m_connection.lastInsertId();
    }
    return header.goesOn ? m_connection.run(u"UPDATE act SET unfinished = 1 WHERE id = ?"_s, {m_act.id}) : Result<void>();
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

Result<void> Transaction::runRules(PendingChange &pending)
{
    const PartTimer timer(Part::Rules);
    for (const CommitRule &rule : *m_setting.rules) {
        if (auto done = rule(*this, pending); !done)
            return done;
    }
    return pending.table.isItem && !m_merging ? requireUnique(m_connection, schema(), pending) : Result<void>();
}

Result<void> Transaction::create(const RecordTable &table, const Change &change)
{
    auto known = standing(table, change);
    if (!known)
        return known.error();
    if (*known != 0) {
        Change update = change;
        update.operation = Operation::Update;
        update.id = *known;
        m_values.noteCreated(change.uid, *known);
        if (table.indexOf(u"deleted_at"_s) >= 0)
            update.values.append({u"deleted_at"_s, {}}); // it may be away
        return this->update(table, update);
    }
    PendingChange pending(table, Operation::Create, change.id, {}, Row(table.columns.size()));
    if (auto done = m_values.assign(table, change, pending.after); !done)
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
    m_values.noteCreated(change.uid, *inserted);
    m_receipt.created.insert(change.uid, *inserted);
    // A row that comes back under its old id had been erased: replicas tell that from a new one.
    const QString operation = change.id != 0 ? u"restore"_s : u"create"_s;
    return record({table, operation, *inserted, change.uid, {}, pending.after});
}

Result<qint64> Transaction::standing(const RecordTable &table, const Change &change)
{
    // A derived uid is the record's natural key; settings had others, and are known by their codes.
    if (change.id == 0 && change.uid.version() == QUuid::Sha1) {
        if (const qint64 id = m_identity.idOf(table.code, change.uid))
            return id;
    }
    for (const FieldValue &value : change.values) {
        if (table.code != u"setting" || value.field != u"code")
            continue;
        auto known = m_connection.scalar(u"SELECT id FROM setting WHERE code = ?"_s, {value.value});
        return known ? Result<qint64>(known->toLongLong()) : Result<qint64>(known.error());
    }
    return 0;
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
    const int at = table.typeId != 0 ? table.indexOf(u"number"_s) : -1;
    const QString given = at < 0 ? QString() : std::as_const(row)[at].toString();
    if (!given.isEmpty() && !m_numbers.takeNew(table.typeId, given)) {
        auto number = numberFor(*this, table, uid, given);
        if (!number)
            return number.error();
        if (*number != given)
            row[at] = *number;
        m_numbers.noteWritten(table.typeId, *number);
    }
    return m_rows.insert(schema(), table, id, uid, row);
}

Result<void> Transaction::update(const RecordTable &table, const Change &change)
{
    QUuid uid;
    auto before = readRow(table, change.id, uid);
    if (!before)
        return before.error();
    PendingChange pending(table, Operation::Update, change.id, *before, *before);
    if (auto done = m_values.assign(table, change, pending.after); !done)
        return done;
    for (const FieldValue &expected : change.onlyIf) {
        const int at = table.indexOf(expected.field);
        // What gives way to another is called as it wanted, for all that an act knows.
        const bool isCode = table.definesSchema && expected.field == u"code";
        const Value stands = isCode && at >= 0 ? Value(wantedCode(pending.before[at].toString(), uid)) : Value();
        if (at >= 0 && pending.before[at] != expected.value && (!isCode || stands != expected.value)) {
            pending.after[at] = pending.before[at];
            // A sum that somebody has written since stands, whatever the products came to.
            if (const int sum = table.indexOf(Codes::amount); sum >= 0 && expected.field == Codes::amountAuto)
                pending.after[sum] = pending.before[sum];
            m_receipt.keptNewer += expected.field.startsWith(u"modified_") ? 0 : 1;
        }
    }
    if (pending.after == pending.before && !change.touch)
        return {};
    if (!change.verbatim) {
        if (auto done = runRules(pending); !done)
            return done;
    }
    Row stored = pending.after;
    if (const int code = table.definesSchema ? table.indexOf(u"code"_s) : -1;
        code >= 0 && stored[code] != pending.before[code]) {
        if (auto done = keepApart(*this, table, uid, stored); !done)
            return done;
    }
    if (auto done = m_rows.update(schema(), table, change.id, pending.before, stored); !done)
        return done;
    WrittenRecord written{table, u"update"_s, change.id, uid, pending.before, pending.after};
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
    auto done = m_rows.erase(table, id);
    if (done) // nobody can settle them; who brings it back starts anew
        done = m_connection.run(u"DELETE FROM conflict WHERE entity = ? AND record = ?"_s, {table.entity, id});
    if (!done || table.typeId == 0)
        return done;
    return giveNumberBack(*this, table, uid, before.value(table.indexOf(u"number"_s)).toString());
}

Result<Row> Transaction::readRow(const RecordTable &table, qint64 id, QUuid &uid)
{
    if (const auto ahead = m_ahead.take(table, id)) {
        uid = ahead->uid;
        return ahead->row;
    }
    auto record = readRecord(m_connection, schema(), table, id);
    if (!record)
        return record.error();
    if (!*record)
        return gone(table.code, id);
    uid = (*record)->uid;
    return (*record)->row;
}

Result<void> Transaction::record(const WrittenRecord &written)
{
    auto row = m_journal.write(m_act, written);
    if (!row)
        return row.error();
    if (auto done = m_journal.settleConflicts(written); !done)
        return done;
    const Operation operation = written.after.isEmpty() ? Operation::Erase
        : written.before.isEmpty()                      ? Operation::Create
                                                        : Operation::Update;
    return derive(operation, written.uid, {written.table, written.id, written.before, written.after, *row, m_act.at});
}

Result<void> Transaction::derive(Operation operation, const QUuid &uid, const NotedChange &change)
{
    m_ahead.forget(change.table, change.id);
    for (const auto &derived : m_derived) {
        if (auto done = derived->note(change); !done)
            return done;
    }
    ++m_receipt.changedRecords;
    announce(change.table, operation, change.id, uid, change.before, change.after);
    return {};
}

void Transaction::announce(const RecordTable &table, Operation operation, qint64 id, const QUuid &uid, const Row &before,
                           const Row &after)
{
    m_notice.schemaChanged = m_notice.schemaChanged || table.definesSchema;
    if (m_notice.whole)
        return;
    if (m_notice.records.size() >= listedRecords) {
        m_notice.whole = true;
        m_notice.records.clear();
        return;
    }
    m_notice.records.append({operation, table.code, table.typeId, id, uid,
                             ownerOf(table, id, after.isEmpty() ? before : after),
                             operation == Operation::Update ? changedFields(table, before, after) : QList<FieldChange>()});
}

void Transaction::noteJournal(const RecordTable &table, qint64 id)
{
    for (const auto &derived : m_derived)
        derived->noteJournal(table, id);
}

double Transaction::nextRank()
{
    // Milliseconds in a double leave room for some 4,000 ranks in each; half a thousandth keeps them apart.
    return double(m_setting.now) + 0.0005 * ++m_ranks;
}

Result<void> Transaction::markUndone(qint64 act, bool undone)
{
    auto done = m_connection.run(u"UPDATE act SET undoes = ?, undoable = 0 WHERE id = ?"_s, {act, m_act.id});
    if (done)
        done = m_connection.run(u"UPDATE act SET undone_by = ? WHERE id = ?"_s,
                                {undone ? QVariant(m_act.id) : QVariant(), act});
    return done;
}

Result<void> Transaction::markFinished(qint64 act)
{
    return m_connection.run(u"UPDATE act SET unfinished = 0 WHERE id = ?"_s, {act});
}

Result<QString> Transaction::nextNumber(qint64 typeId)
{
    return m_numbers.next(*catalog()->table(typeId));
}

Result<Receipt> Transaction::commit()
{
    const PartTimer timer(Part::Commit);
    if (m_notice.schemaChanged) {
        if (auto done = settleCodes(*this, *m_setting.catalog); !done)
            return done.error();
        if (auto done = ensureItemTables(m_connection); !done)
            return done.error();
    }
    for (const auto &derived : m_derived) {
        if (auto done = derived->write(); !done)
            return done.error();
    }
    auto done = m_numbers.finish();
    if (done)
        done = m_rows.finish();
    if (done)
        done = m_journal.finish();
    if (done)
        done = m_connection.run(u"COMMIT"_s);
    if (!done)
        return done.error();
    m_open = false;
    return std::move(m_receipt);
}

} // namespace Kartoteka
