// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/merger.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"

namespace Kartoteka {

namespace {

constexpr qsizetype listedItems = 500;
constexpr qsizetype listedReasons = 20;

Error broken(const JournalRow &row, const QString &why)
{
    return {ErrorCode::Damaged, Texts::tr("The exchange file is damaged: %1").arg(why),
            u"%1 %2 %3"_s.arg(uidText(row.origin)).arg(row.sequence).arg(row.entity), QString::number(row.sequence)};
}

} // namespace

QUuid Merger::RevivingIdentity::uidOf(const QString &table, qint64 id)
{
    return m_merger.m_transaction.identity().uidOf(table, id);
}

qint64 Merger::RevivingIdentity::idOf(const QString &table, const QUuid &uid)
{
    if (const qint64 id = m_merger.m_transaction.identity().idOf(table, uid))
        return id;
    const RecordTable *known = m_merger.m_transaction.catalog()->table(table);
    if (!known || uid.isNull())
        return 0;
    auto revived = m_merger.revive(*known, uid);
    if (!revived && m_merger.m_failure) // the first one is told
        m_merger.m_failure = revived.error();
    if (!revived || *revived == 0)
        return 0;
    m_merger.m_confirm.insert(uid, *revived);
    m_merger.m_confirmTables.insert(uid, table);
    return *revived;
}

QString Merger::RevivingIdentity::tableOfType(qint64 typeId) const
{
    return m_merger.m_transaction.identity().tableOfType(typeId);
}

qint64 Merger::RevivingIdentity::typeOfTable(const QString &code) const
{
    return m_merger.m_transaction.identity().typeOfTable(code);
}

int Merger::columnOf(const RecordTable &table, const QString &name)
{
    const int at = table.indexOf(name);
    return at >= 0 && table.columns[at].computed ? -1 : at;
}

Result<void> Merger::addAct(const ActRow &act)
{
    m_act = act;
    auto known = connection().scalar(u"SELECT id FROM act WHERE uid = ?"_s, {uidBytes(act.uid)});
    if (!known)
        return known.error();
    if (known->isValid()) {
        m_acts.insert(act.uid, known->toLongLong());
        return {};
    }
    const qint64 author = m_transaction.identity().idOf(u"user"_s, act.author);
    auto undoes = connection().scalar(u"SELECT id FROM act WHERE uid = ?"_s, {uidBytes(act.undoes)});
    if (!undoes)
        return undoes.error();
    // Not undoable one by one: a reading is taken back as a whole.
    auto done = connection().run(
        u"INSERT INTO act (uid, kind, subject, author, at, undoable, undoes) VALUES (?, ?, ?, ?, ?, 0, ?)"_s,
        {uidBytes(act.uid), act.kind, act.subject.isNull() ? u""_s : act.subject,
         author == 0 ? QVariant() : QVariant(author), act.at, *undoes});
    if (!done)
        return done;
    m_acts.insert(act.uid, connection().lastInsertId());
    if (!undoes->isValid())
        return {};
    // What was done here is undone here only.
    return connection().run(u"UPDATE act SET undone_by = ? WHERE id = ? AND undoable = 0"_s,
                            {act.kind == u"redo" ? QVariant() : QVariant(m_acts.value(act.uid)), *undoes});
}

Result<void> Merger::addReplicas(const QList<ReplicaInfo> &replicas)
{
    for (const ReplicaInfo &replica : replicas)
        m_clocks.addBranch(replica.uid, replica.branchOf);
    return m_history.addReplicas(replicas);
}

Result<void> Merger::leaveSharedSeat()
{
    auto left = m_transaction.leaveSharedSeat();
    if (!left)
        return left.error();
    m_report.newIdentity = m_report.newIdentity || *left;
    return {};
}

Result<void> Merger::boundClocks(qint64 limit, const QList<ClockCorrection> &corrections, qint64 now)
{
    m_clockLimit = limit;
    m_received = now;
    auto known = ClockCorrections::read(connection());
    if (!known)
        return known.error();
    m_clocks = *known;
    for (const ClockCorrection &correction : corrections)
        m_clocks.add(correction);
    return {};
}

Result<void> Merger::lookAhead(const QList<JournalRow> &rows, KnownRecords before)
{
    if (!m_history.isLoaded()) {
        if (auto done = m_history.reload(); !done)
            return done;
    }
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
    return done ? m_failure : done;
}

Result<void> Merger::takeRow(const JournalRow &given)
{
    if (!m_history.isLoaded()) {
        if (auto done = m_history.reload(); !done)
            return done;
    }
    const RowName name(given.origin, given.sequence);
    JournalRow row = given;
    auto known = m_history.follow(row, m_act);
    if (!known)
        return known.error();
    m_report.newIdentity = m_report.newIdentity || m_history.isIdentityLost();
    if (m_report.forks.size() != m_history.forks().size()) {
        m_report.forks = m_history.forks();
        for (const Fork &fork : std::as_const(m_report.forks))
            m_clocks.addBranch(fork.branch.uid, fork.branch.branchOf);
    }
    if (*known) {
        ++m_report.known;
        return {};
    }
    ++m_report.taken;
    if (row.clock <= m_clockLimit) {
        m_transaction.noteClock(row.clock);
    } else if (!m_clocks.concerns(row.origin, row.sequence)) {
        auto &[first, last] = m_late[row.origin];
        first = first == 0 ? row.sequence : first;
        last = row.sequence;
        m_clocks.add({row.origin, row.sequence, row.sequence, m_received});
        ++m_report.late;
    }
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
    // An item is its own owner: its row stands where it belongs at once.
    const bool isPlaced = table && table->isItem && id != 0 && row.operation != u"erase";
    if (auto done = store(row, isPlaced ? ItemRef{table->typeId, id, {}} : ItemRef()); !done)
        return done;
    // It is told of where its writer saw it, whether its record is here or not.
    if (table && !table->isItem && row.patch.contains(ownerInPatch)) {
        const ItemRef owner = ownerOfRow(*table, row.patch, 0, {});
        auto done = owner.isNull() ? Result<void>()
                                   : connection().run(u"UPDATE journal SET owner_type = ?, owner_id = ? WHERE id = ?"_s,
                                                      {owner.type, owner.id, m_current});
        if (!done)
            return done;
    }
    if (!table)
        return {};
    if (const auto reason = m_unusable.constFind(name); reason != m_unusable.cend())
        return setAside(row, *reason);
    auto usable = isUsable(*table, row, id);
    if (!usable || !*usable)
        return usable ? Result<void>() : Result<void>(usable.error());
    if (table->definesSchema) {
        m_schemaDirty = true;
        m_schemaRows.append(name);
    }
    m_suspects = {name};
    auto done = apply(*table, row, id, std::move(ahead));
    if (done && m_failure)
        m_suspects.clear();
    return done;
}

Result<void> Merger::refreshSchemaIfDirty()
{
    if (!m_schemaDirty)
        return {};
    m_suspects = m_schemaRows;
    if (auto done = m_transaction.refreshSchema(); !done)
        return done;
    m_suspects.clear();
    m_schemaRows.clear();
    m_schemaDirty = false;
    m_ahead.clear();
    return {};
}

/// Whether a row can be applied; else it is set aside.
Result<bool> Merger::isUsable(const RecordTable &table, const JournalRow &row, qint64 id)
{
    const RowCheck check{connection(), m_transaction.schema(), *m_transaction.catalog(), m_transaction.identity(),
                         m_contents};
    auto problem = check.problemOf(table, row, id);
    if (!problem)
        return problem.error();
    if (problem->isEmpty())
        return true;
    auto done = setAside(row, *problem);
    return done ? Result<bool>(false) : Result<bool>(done.error());
}

Result<void> Merger::setAside(const JournalRow &row, const QString &reason)
{
    auto done = connection().run(
        u"UPDATE journal SET record = 0, owner_type = NULL, owner_id = NULL, merged = '{}' WHERE id = ?"_s, {m_current});
    if (done)
        done = connection().run(u"INSERT OR REPLACE INTO set_aside (journal, reason) VALUES (?, ?)"_s, {m_current, reason});
    ++m_report.aside;
    if (m_report.asideReasons.size() < listedReasons)
        m_report.asideReasons << Texts::tr("%1: %2").arg(row.entity, reason);
    return done;
}

Result<void> Merger::apply(const RecordTable &table, const JournalRow &row, qint64 id, std::optional<KnownRecord> ahead)
{
    m_definitionsGone = m_definitionsGone || (table.definesSchema && row.patch.contains(u"deleted_at"_s));
    if (table.code == u"setting")
        return mergeSetting(table, row);
    if (row.operation == u"erase")
        return id == 0 ? Result<void>() : erase(table, row, id);
    if (id != 0) {
        auto record = ahead ? Result<KnownRecord>(std::move(*ahead)) : recordOf(table, id);
        return record ? change(table, row, *record) : Result<void>(record.error());
    }
    if (row.operation == u"create")
        return create(table, row);
    // The record was erased here, or by somebody this row's writer did not know of.
    auto stays = wasErasedKnowing(row.uid, currentVersion(row));
    if (!stays)
        return stays.error();
    if (*stays)
        return {};
    auto revived = revive(table, row.uid);
    if (!revived)
        return revived.error();
    if (*revived == 0)
        return setAside(row, Texts::tr("it changes a record that is not here."));
    return {}; // reviving took all rows of the record, this one too
}

Result<void> Merger::store(const JournalRow &row, const ItemRef &item)
{
    const auto act = m_acts.constFind(row.act);
    if (act == m_acts.cend())
        return broken(row, Texts::tr("it does not say what this change belongs to."));
    auto author = m_users.find(row.author);
    if (author == m_users.end())
        author = m_users.insert(row.author, m_transaction.identity().idOf(u"user"_s, row.author));
    if (*author == 0 && !row.author.isNull())
        *author = m_transaction.identity().idOf(u"user"_s, row.author);
    const bool isUnknown = *author == 0 && !row.author.isNull();
    const qint64 at = m_clocks.timeOf(row.origin, row.sequence, row.at);
    // The record is not known before it is made: place() fills it in.
    auto done = connection().run(
        u"INSERT INTO journal (origin, sequence, clock, at, author, act, entity, record, uid, owner_type, owner_id, "
        "operation, patch, knows, merged, author_uid, wrote_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)"_s,
        {m_history.idOf(row.origin), row.sequence, row.clock, at, *author == 0 ? QVariant() : QVariant(*author), *act,
         row.entity, item.id, uidBytes(row.uid), item.isNull() ? QVariant() : QVariant(item.type),
         item.isNull() ? QVariant() : QVariant(item.id), row.operation, row.patchText,
         row.knows ? QVariant(compactJson(vectorToJson(*row.knows))) : QVariant(),
         item.isNull() ? QVariant(u"{}"_s) : QVariant(), isUnknown ? QVariant(uidBytes(row.author)) : QVariant(),
         at == row.at ? QVariant() : QVariant(row.at)});
    if (!done)
        return done;
    m_current = m_report.lastRow = connection().lastInsertId();
    if (m_report.firstRow == 0)
        m_report.firstRow = m_report.lastRow;
    return {};
}

Result<void> Merger::place(qint64 journalRow, qint64 record, const ItemRef &owner)
{
    return connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ?, merged = NULL WHERE id = ?"_s,
                            {record, owner.isNull() ? 0 : owner.type, owner.isNull() ? record : owner.id, journalRow});
}

ItemRef Merger::ownerOfRow(const RecordTable &table, const QJsonObject &patch, qint64 id, const Row &row)
{
    const QJsonValue said = patch[ownerInPatch];
    if (table.isItem || said.isUndefined())
        return ownerOf(table, id, row);
    if (!said.isObject())
        return {};
    // Not by the reviving identity: where a row is told of brings nothing back.
    const QString type = said[u"t"].toString();
    const ItemRef owner{m_transaction.identity().typeOfTable(type),
                        m_transaction.identity().idOf(type, uidFromText(said[u"u"].toString())),
                        {}};
    return owner.type == 0 || owner.id == 0 ? ItemRef() : owner;
}

Result<KnownRecord> Merger::recordOf(const RecordTable &table, qint64 id)
{
    KnownRecord known;
    known.stored.id = id;
    auto row = m_transaction.readRow(table, id, known.stored.uid);
    if (!row)
        return row.error();
    known.stored.row = *row;
    auto rows = readKnownRows(connection(), table, id, known.stored.uid);
    if (!rows)
        return rows.error();
    known.rows = *rows;
    auto conflicts = readConflicts(connection(), table, id);
    if (!conflicts)
        return conflicts.error();
    known.conflicts = *conflicts;
    return known;
}

Result<void> Merger::create(const RecordTable &table, const JournalRow &row)
{
    Target target{table, 0, row.uid, {}, Row(table.columns.size()), m_current};
    for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
        if (const int at = columnOf(table, it.key()); at >= 0)
            target.after[at] = decode(table.columns[at], inTime(it.key(), it.value(), row.origin, row.sequence));
    }
    if (auto done = resolveCodes(target); !done)
        return done;
    auto id = m_transaction.replaceRow(table, 0, row.uid, {}, target.after);
    if (!id)
        return id.error();
    target.id = *id;
    ++m_report.tables[table.code].added;
    if (table.isItem) {
        if (m_report.addedItems.size() < listedItems)
            m_report.addedItems.append({table.typeId, *id, {}});
        const QString number = target.after.value(table.indexOf(u"number"_s)).toString();
        if (auto done = m_transaction.noteNumber(table.typeId, number); !done)
            return done;
    }
    considerStages(target);
    const ItemRef owner = ownerOfRow(table, row.patch, *id, target.after);
    if (auto done = place(target.journalRow, *id, owner); !done)
        return done;
    m_transaction.noteJournal(table, *id);
    return table.isItem || owner.isNull() ? Result<void>() : considerOwner(owner);
}

Result<void> Merger::change(const RecordTable &table, const JournalRow &row, const KnownRecord &known)
{
    const qint64 id = known.stored.id;
    const Row &before = known.stored.row;
    QList<KnownRow> rows = known.rows;
    rows.removeIf([this](const KnownRow &one) { return one.version.row == m_current; }); // stored already
    Target target{table, id, row.uid, before, before, m_current};
    target.conflicts = known.conflicts;
    if (!table.isItem) {
        if (auto done = place(target.journalRow, id, ownerOfRow(table, row.patch, id, before)); !done)
            return done;
    }
    if (!table.isItem || (table.stageColumn >= 0 && row.patch.contains(table.columns[table.stageColumn].code)))
        m_transaction.noteJournal(table, id);
    const FieldWrite version = currentVersion(row);
    const bool alone = std::all_of(rows.begin(), rows.end(),
                                   [&](const KnownRow &one) { return version.isAwareOf(versionOf(one)); });
    if (alone) {
        // Its writer had everything that is here: what it wrote stands.
        for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
            if (const int at = columnOf(table, it.key()); at >= 0)
                target.after[at] = decode(
                    table.columns[at],
                    inTime(it.key(), row.operation == u"update" ? it.value()[1] : it.value(), row.origin, row.sequence));
            if (known.conflicts.value(it.key()).open == 0)
                continue;
            (*target.conflicts)[it.key()].open = 0;
            auto done = connection().run(u"UPDATE conflict SET open = 0 WHERE entity = ? AND record = ? AND field = ?"_s,
                                         {table.entity, id, it.key()});
            if (!done)
                return done;
        }
    }
    if (!alone || row.patch.contains(u"deleted_at"_s)) {
        auto writes = writesOf(rows);
        if (!writes)
            return writes.error();
        writes->append({version, row.operation, row.patch});
        target.differs = true;
        auto done = alone ? mergeDeletion(target, *writes) : mergeColumns(target, row, *writes);
        if (!done)
            return done;
    }
    if (auto done = resolveCodes(target); !done)
        return done;
    return write(target);
}

Result<void> Merger::write(Target &target)
{
    const bool wasDeleted = target.before.value(target.table.indexOf(u"deleted_at"_s)).isValid();
    const bool isDeleted = target.after.value(target.table.indexOf(u"deleted_at"_s)).isValid();
    if (target.after != target.before) {
        MergeCount &count = m_report.tables[target.table.code];
        ++(isDeleted && !wasDeleted ? count.deleted : count.changed);
    }
    if (target.differs) {
        if (auto done = keepMerged(target); !done)
            return done;
    }
    considerStages(target);
    m_ahead.forget(target.uid);
    auto written = m_transaction.replaceRow(target.table, target.id, target.uid, target.before, target.after);
    return written ? Result<void>() : Result<void>(written.error());
}

/// What was done here where the patch says otherwise.
Result<void> Merger::keepMerged(const Target &target)
{
    PatchText merged(m_identity);
    for (int i = 0; i < target.table.columns.size(); ++i) {
        if (target.before[i] != target.after[i])
            merged.add(target.table.columns[i], target.before[i], target.after[i]);
    }
    return connection().run(u"UPDATE journal SET merged = CAST(? AS TEXT) WHERE id = ?"_s,
                            {merged.text(), target.journalRow});
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
    if (auto done = correctClocks(); !done)
        return done;
    if (auto done = m_history.finish(); !done)
        return done;
    const auto catalog = m_transaction.catalog();
    for (auto it = m_confirm.cbegin(); it != m_confirm.cend(); ++it) {
        // A record may have gone all the same: two did away with it, each in a way of its own.
        const RecordTable *table = catalog->table(m_confirmTables.value(it.key()));
        auto stands = readRecord(connection(), m_transaction.schema(), *table, *it);
        if (!stands)
            return stands.error();
        if (!*stands)
            continue;
        if (auto done = m_transaction.journalRestore(*table, *it); !done)
            return done;
    }
    if (auto done = keepStages(); !done)
        return done;
    return m_definitionsGone ? keepLastOfEach() : Result<void>();
}

} // namespace Kartoteka
