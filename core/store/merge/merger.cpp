// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/merger.h"

#include "core/base/texts.h"
#include "core/store/commit/definition_codes.h"
#include "core/store/merge/row_check.h"
#include "core/store/record/references.h"

namespace Kartoteka {

namespace {

constexpr qsizetype listedItems = 500;

} // namespace

Merger::Merger(Transaction &transaction, AheadReader reader)
    : m_transaction(transaction)
    , m_reader(std::move(reader))
    , m_ahead(transaction)
    , m_history(transaction)
    , m_writes(transaction, m_history)
    , m_journal(transaction, m_history, m_report)
    , m_conflicts(transaction, m_history, m_report)
    , m_clocks(transaction, m_history, m_writes.clocks())
    , m_revival(transaction, m_journal, m_ahead, m_report, m_contents,
                [this](const RecordTable &table, qint64 id) { return m_records.mergeAnew(table, id, m_current); })
    , m_merge(transaction, m_writes, m_conflicts, m_revival)
    , m_settings(transaction, m_writes, m_journal, m_conflicts, m_clocks, m_report)
    , m_definitions(transaction, m_report)
    , m_records(transaction, {m_history, m_writes, m_journal, m_merge, m_settings, m_definitions}, m_ahead, m_revival,
                m_report)
    , m_names(transaction, m_history, m_writes, m_ahead, m_records, m_report)
{}

Result<void> Merger::addReplicas(const QList<ReplicaInfo> &replicas)
{
    for (const ReplicaInfo &replica : replicas)
        m_writes.clocks().addBranch(replica.uid, replica.branchOf);
    return m_history.addReplicas(replicas);
}

Result<void> Merger::loadHistory()
{
    return m_history.isLoaded() ? Result<void>() : m_history.reload();
}

Result<void> Merger::lookAhead(const QList<JournalRow> &rows, KnownRecords before)
{
    if (auto done = loadHistory(); !done)
        return done;
    if (auto done = m_ahead.read(rows, std::move(before)); !done)
        return done;
    // What was known at the last of them is as a rule what was known at all of them.
    for (auto it = m_ahead.lastSequences().cbegin(); it != m_ahead.lastSequences().cend(); ++it) {
        if (auto knows = m_history.knowsAt(m_history.uidOf(it.key()), it.value()); !knows)
            return knows.error();
    }
    return {};
}

Result<void> Merger::take(const JournalRow &row)
{
    auto done = takeRow(row);
    return done ? m_revival.failure() : done;
}

Result<void> Merger::takeRow(const JournalRow &given)
{
    if (auto done = loadHistory(); !done)
        return done;
    const RowName name(given.origin, given.sequence);
    JournalRow row = given;
    auto known = m_history.follow(row, m_journal.act());
    if (!known)
        return known.error();
    m_report.newIdentity = m_report.newIdentity || m_history.isIdentityLost();
    if (m_report.forks.size() != m_history.forks().size()) {
        m_report.forks = m_history.forks();
        for (const Fork &fork : std::as_const(m_report.forks))
            m_writes.clocks().addBranch(fork.branch.uid, fork.branch.branchOf);
    }
    if (*known) {
        ++m_report.known;
        return {};
    }
    ++m_report.taken;
    m_report.late += m_clocks.note(row) ? 1 : 0;
    m_currentKnows = m_history.knowsNow(row.origin);

    const RecordTable *table = m_transaction.catalog()->table(row.entity);
    if (!table || !table->definesSchema) {
        if (auto done = refreshSchemaIfDirty(); !done)
            return done;
    }
    const auto catalog = m_transaction.catalog(); // alive while the table is used
    table = catalog->table(row.entity);
    if (table && table->entity != row.entity)
        table = nullptr; // a table has one name
    static const QStringList operations{u"create"_s, u"update"_s, u"erase"_s, u"restore"_s};
    if (!operations.contains(row.operation))
        table = nullptr; // made by a newer program: kept, and passed on
    std::optional<KnownRecord> ahead = m_ahead.take(row.uid);
    if (!table || m_transaction.isRenumbered(row.uid))
        ahead.reset(); // what was read ahead is not so any more
    const qint64 id = ahead ? ahead->stored.id : table ? m_transaction.identity().idOf(row.entity, row.uid) : 0;
    if (auto done = storeRow(table, row, id); !done)
        return done;
    if (!table)
        return {};
    if (const auto reason = m_unusable.constFind(name); reason != m_unusable.cend())
        return m_journal.setAside(m_current, row, *reason);
    auto usable = isUsable(*table, row, id);
    if (!usable || !*usable)
        return usable ? Result<void>() : Result<void>(usable.error());
    noteSchemaRow(*table, name);
    m_suspects = {name};
    auto done = apply(*table, row, id, std::move(ahead));
    if (done && m_revival.failure())
        m_suspects.clear();
    return done;
}

/// The row becomes the current one.
Result<void> Merger::storeRow(const RecordTable *table, const JournalRow &row, qint64 id)
{
    // An item is its own owner: its row stands where it belongs at once. The record of others is not known before it is made.
    const bool isPlaced = table && table->isItem && id != 0 && row.operation != u"erase";
    const qint64 at = m_writes.clocks().timeOf(row.origin, row.sequence, row.at);
    auto stored = m_journal.add(row, at, isPlaced ? ItemRef{table->typeId, id, {}} : ItemRef());
    if (!stored)
        return stored.error();
    m_current = *stored;
    // It is told of where its writer saw it, whether its record is here or not.
    if (!table || table->isItem || !row.patch.contains(ownerInPatch))
        return {};
    const ItemRef owner = m_journal.ownerOf(*table, row.patch, 0, {});
    return owner.isNull() ? Result<void>()
                          : connection().run(u"UPDATE journal SET owner_type = ?, owner_id = ? WHERE id = ?"_s,
                                             {owner.type, owner.id, m_current});
}

void Merger::noteSchemaRow(const RecordTable &table, const RowName &name)
{
    if (table.definesSchema)
        m_schemaRows.append(name);
}

Result<void> Merger::refreshSchemaIfDirty()
{
    if (m_schemaRows.isEmpty())
        return {};
    m_suspects = m_schemaRows;
    if (auto done = m_transaction.refreshSchema(); !done)
        return done;
    m_suspects.clear();
    m_schemaRows.clear();
    m_ahead.clear();
    return {};
}

Result<bool> Merger::isUsable(const RecordTable &table, const JournalRow &row, qint64 id)
{
    const RowCheck check{connection(), m_transaction.schema(), *m_transaction.catalog(), m_transaction.identity(),
                         m_contents};
    auto problem = check.problemOf(table, row, id);
    if (!problem)
        return problem.error();
    if (problem->isEmpty())
        return true;
    auto done = m_journal.setAside(m_current, row, *problem);
    return done ? Result<bool>(false) : Result<bool>(done.error());
}

Result<void> Merger::apply(const RecordTable &table, const JournalRow &row, qint64 id, std::optional<KnownRecord> ahead)
{
    m_definitions.noteRow(table, row.patch);
    if (table.code == u"setting")
        return m_settings.take(table, row, m_current);
    if (row.operation == u"erase")
        return id == 0 ? Result<void>() : erase(table, row, id);
    if (id != 0) {
        auto record = ahead ? Result<KnownRecord>(std::move(*ahead)) : readKnownRecord(m_transaction, table, id);
        return record ? change(table, row, *record) : Result<void>(record.error());
    }
    if (row.operation == u"create") {
        // What has a natural key may have been made, and erased, by another one: then this was made beside, and goes on with it.
        auto beside = row.uid.version() == QUuid::Sha1 ? m_writes.wasErasedBeside(row.uid, currentVersion(row)) : false;
        if (!beside)
            return beside.error();
        if (!*beside)
            return create(table, row);
    }
    // The record was erased here, or by somebody this row's writer did not know of.
    auto stays = m_writes.wasErasedKnowing(row.uid, currentVersion(row));
    if (!stays)
        return stays.error();
    if (*stays)
        return {};
    auto revived = m_revival.revive(table, row.uid);
    if (!revived)
        return revived.error();
    if (*revived == 0 && row.operation == u"create")
        return create(table, row);
    if (*revived == 0)
        return m_journal.setAside(m_current, row, Texts::tr("it changes a record that is not here."));
    // Reviving took all rows of the record, this one too; to make it is work on what it belongs to.
    if (row.operation != u"create" || table.isItem)
        return {};
    QUuid uid;
    auto stands = m_transaction.readRow(table, *revived, uid);
    if (!stands)
        return stands.error();
    const ItemRef owner = m_journal.ownerOf(table, row.patch, *revived, *stands);
    return owner.isNull() ? Result<void>() : m_records.considerOwner(owner);
}

Result<void> Merger::create(const RecordTable &table, const JournalRow &row)
{
    MergeTarget target{table, 0, row.uid, {}, Row(table.columns.size()), m_current};
    for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
        if (const int at = mergedColumn(table, it.key()); at >= 0)
            target.after[at] = fromJournal(table.columns[at],
                                           m_writes.inTime(it.key(), it.value(), row.origin, row.sequence), m_revival);
    }
    if (table.typeId != 0) {
        auto number = m_writes.numberIn(table, row.origin, row.sequence, row.patch);
        if (!number)
            return number.error();
        if (!number->isEmpty())
            target.after[table.indexOf(u"number"_s)] = *number;
    }
    if (auto done = keepApart(m_transaction, target.table, target.uid, target.after); !done)
        return done;
    auto id = m_transaction.replaceRow(table, 0, row.uid, {}, target.after);
    if (!id)
        return id.error();
    target.id = *id;
    ++m_report.tables[table.code].added;
    if (table.isItem && m_report.addedItems.size() < listedItems)
        m_report.addedItems.append({table.typeId, *id, {}});
    if (table.typeId != 0) {
        const QString number = target.after.value(table.indexOf(u"number"_s)).toString();
        if (auto done = m_transaction.noteNumber(table.typeId, number); !done)
            return done;
    }
    m_definitions.noteRecord(target);
    const ItemRef owner = m_journal.ownerOf(table, row.patch, *id, target.after);
    if (auto done = m_journal.place(target.journalRow, *id, owner); !done)
        return done;
    m_transaction.noteJournal(table, *id);
    return table.isItem || owner.isNull() ? Result<void>() : m_records.considerOwner(owner);
}

Result<void> Merger::change(const RecordTable &table, const JournalRow &row, const KnownRecord &known)
{
    const qint64 id = known.stored.id;
    const Row &before = known.stored.row;
    QList<KnownRow> rows = known.rows;
    MergeTarget target{table, id, row.uid, before, before, m_current};
    const ItemRef owner = table.isItem ? ItemRef{table.typeId, id, {}} : m_journal.ownerOf(table, row.patch, id, before);
    rows.removeIf([this](const KnownRow &one) { return one.version.row == m_current; }); // stored already
    target.conflicts = known.conflicts;
    if (!table.isItem) {
        if (auto done = m_journal.place(target.journalRow, id, owner); !done)
            return done;
    }
    if (!table.isItem || (table.stageColumn >= 0 && row.patch.contains(table.columns[table.stageColumn].code)))
        m_transaction.noteJournal(table, id);
    if (row.operation == u"create") { // once more: two seats made it, and each worked on what it belongs to
        auto done = m_records.mergeAnew(table, id, m_current);
        return done && !table.isItem && !owner.isNull() ? m_records.considerOwner(owner) : done;
    }
    if (row.uid.version() == QUuid::Sha1 && !owner.isNull()) {
        auto made = readCreations(connection(), table, id, row.uid, owner);
        if (!made)
            return made.error();
        rows += *made;
    }
    const FieldWrite version = currentVersion(row);
    const bool alone = std::all_of(rows.begin(), rows.end(),
                                   [&](const KnownRow &one) { return version.isAwareOf(m_writes.versionOf(one)); });
    if (alone) {
        // Its writer had everything that is here: what it wrote stands. Numbers: core/store/commit/unique_numbers.h
        for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
            const QJsonValue written = row.operation == u"update" ? it.value()[1] : it.value();
            const bool isNumber = table.typeId != 0 && it.key() == u"number";
            if (const int at = mergedColumn(table, it.key()); at >= 0 && !isNumber)
                target.after[at] = fromJournal(table.columns[at],
                                               m_writes.inTime(it.key(), written, row.origin, row.sequence), m_revival);
            if (auto done = m_conflicts.close(target, it.key()); !done)
                return done;
        }
    }
    if (!alone || row.patch.contains(u"deleted_at"_s)) {
        auto writes = m_writes.of(rows);
        if (!writes)
            return writes.error();
        writes->append({version, row.operation, row.patch});
        target.differs = true;
        auto done = alone ? m_merge.deletion(target, *writes) : m_merge.columns(target, row.patch, *writes);
        if (!done)
            return done;
    }
    if (auto done = keepApart(m_transaction, target.table, target.uid, target.after); !done)
        return done;
    return m_records.write(target);
}

Result<void> Merger::erase(const RecordTable &table, const JournalRow &row, qint64 id)
{
    const FieldWrite version = currentVersion(row);
    QUuid uid;
    auto before = m_transaction.readRow(table, id, uid);
    if (!before)
        return before.error();
    const ItemRef owner = m_journal.ownerOf(table, row.patch, id, *before);
    auto rows = m_writes.of(table, id, row.uid, table.isItem ? ItemRef{table.typeId, id, {}} : owner);
    if (!rows)
        return rows.error();
    auto done = connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ? WHERE id = ?"_s,
                                 {id, owner.isNull() ? 0 : owner.type, owner.isNull() ? id : owner.id, version.row});
    if (!done)
        return done;
    m_transaction.noteJournal(table, id);
    for (const RecordWrite &known : std::as_const(*rows)) {
        // A create too: what has a natural key, another may have made anew.
        if (known.operation == u"erase" || version.isAwareOf(known.version))
            continue;
        ++m_report.revived; // somebody went on with it without knowing
        return m_conflicts.drop(table, id, version);
    }
    auto used = isReferenced(connection(), *m_transaction.catalog(), table, id);
    if (!used)
        return used.error();
    if (*used) {
        ++m_report.revived;
        m_revival.confirm(table, id, row.uid);
        return m_conflicts.drop(table, id, version);
    }
    ++m_report.tables[table.code].deleted;
    done = connection().run(u"UPDATE journal SET merged = NULL WHERE id = ?"_s, {version.row});
    if (!done)
        return done;
    auto erased = m_transaction.replaceRow(table, id, row.uid, *before, {});
    return erased ? Result<void>() : Result<void>(erased.error());
}

/// Rows that could not be applied when they came: perhaps what they needed is here by now.
Result<void> Merger::tryAgain()
{
    auto waiting = m_journal.waiting();
    if (!waiting)
        return waiting.error();
    for (const auto &[id, row] : std::as_const(*waiting)) {
        if (m_unusable.contains({row.origin, row.sequence}))
            continue;
        if (auto done = refreshSchemaIfDirty(); !done)
            return done;
        if (auto done = tryAgain(id, row); !done)
            return done;
    }
    return {};
}

Result<void> Merger::tryAgain(qint64 journalRow, const JournalRow &row)
{
    const auto catalog = m_transaction.catalog();
    const RecordTable *table = catalog->table(row.entity);
    if (!table || table->entity != row.entity)
        return {};
    const qint64 record = m_transaction.identity().idOf(row.entity, row.uid);
    const RowCheck check{connection(), m_transaction.schema(), *catalog, m_transaction.identity(), m_contents};
    auto problem = check.problemOf(*table, row, record);
    if (!problem)
        return problem.error();
    // A record that was never made is not made by waiting either.
    if (!problem->isEmpty() || (record == 0 && row.operation != u"create" && table->code != u"setting"))
        return {};
    auto knows = m_history.knowsAt(row.origin, row.sequence);
    if (!knows)
        return knows.error();
    m_current = journalRow;
    m_currentKnows = *knows;
    const RowName name(row.origin, row.sequence);
    m_suspects = {name};
    auto done = m_journal.takeUp(journalRow);
    if (done && table->isItem && record != 0 && row.operation != u"erase")
        done = m_journal.place(journalRow, record, {table->typeId, record, {}});
    noteSchemaRow(*table, name);
    if (done)
        done = apply(*table, row, record, {});
    if (done)
        m_suspects.clear();
    return done;
}

Result<void> Merger::finish()
{
    if (auto done = refreshSchemaIfDirty(); !done)
        return done;
    if (auto done = tryAgain(); !done)
        return done;
    if (auto done = refreshSchemaIfDirty(); !done)
        return done;
    m_suspects.clear();
    auto corrected = m_clocks.correct();
    if (!corrected)
        return corrected.error();
    for (const ClockCorrection &correction : std::as_const(*corrected)) {
        const QList<QUuid> names = m_history.withBranches(correction.origin);
        for (const QUuid &name : names) {
            if (auto done = m_records.mergeRowsAnew(name, correction.first, correction.last); !done)
                return done;
        }
    }
    if (auto done = m_history.finish(); !done)
        return done;
    if (auto done = m_revival.finish(); !done)
        return done;
    return m_definitions.keep();
}

FieldWrite Merger::currentVersion(const JournalRow &row) const
{
    return m_writes.versionOf(row, m_current, m_currentKnows);
}

} // namespace Kartoteka
