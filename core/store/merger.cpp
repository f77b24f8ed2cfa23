// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merger.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"

namespace Kartoteka {

namespace {

constexpr qsizetype listedItems = 500;

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

Result<void> Merger::loadOrigins()
{
    m_origins.clear();
    m_originUids.clear();
    auto cursor = connection().query(u"SELECT id, uid, last_sequence, is_self FROM replica"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const QUuid uid = uidFromBytes(cursor->bytes(1));
        m_origins.insert(
            uid, {.id = cursor->integer(0), .last = cursor->integer(2), .knows = {}, .isSelf = cursor->integer(3) != 0});
        m_originUids.insert(cursor->integer(0), uid);
    }
    m_loaded = true;
    return {};
}

Result<void> Merger::addReplicas(const QList<ReplicaInfo> &replicas)
{
    for (const ReplicaInfo &replica : replicas) {
        auto done = connection().run(
            u"INSERT INTO replica (uid, seat_code, name) VALUES (?, ?, ?) ON CONFLICT (uid) DO NOTHING"_s,
            {uidBytes(replica.uid), replica.seat.isNull() ? u""_s : replica.seat,
             replica.name.isNull() ? u""_s : replica.name});
        if (!done)
            return done;
    }
    return loadOrigins();
}

Result<void> Merger::addAct(const ActRow &act)
{
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
    return connection().run(u"UPDATE act SET undone_by = ? WHERE id = ?"_s,
                            {act.kind == u"redo" ? QVariant() : QVariant(m_acts.value(act.uid)), *undoes});
}

Result<bool> Merger::isKnown(const JournalRow &row, Origin &origin)
{
    if (row.sequence > origin.last + 1)
        return broken(row, Texts::tr("changes are missing before number %1.").arg(row.sequence));
    if (row.sequence > origin.last)
        return false;
    auto cursor = connection().query(u"SELECT clock, uid FROM journal WHERE origin = ? AND sequence = ?"_s,
                                     {origin.id, row.sequence});
    if (!cursor)
        return cursor.error();
    if (cursor->next() && (cursor->integer(0) != row.clock || uidFromBytes(cursor->bytes(1)) != row.uid)) {
        return Error{
            ErrorCode::Refused,
            Texts::tr("Two copies of one database have been written to under one name, so their changes cannot be "
                      "told apart. Nothing was read. Make a new seat from one of the two copies and go on with it."),
            u"%1 %2"_s.arg(uidText(row.origin)).arg(row.sequence),
            {}};
    }
    return true;
}

Result<void> Merger::lookAhead(const QList<JournalRow> &rows)
{
    if (!m_loaded) {
        if (auto done = loadOrigins(); !done)
            return done;
    }
    if (auto done = m_ahead.read(rows); !done)
        return done;
    // What was known at the last of them is as a rule what was known at all of them.
    for (auto it = m_ahead.lastSequences().cbegin(); it != m_ahead.lastSequences().cend(); ++it) {
        if (auto knows = knowsOf(m_originUids.value(it.key()), it.value()); !knows)
            return knows.error();
    }
    return {};
}

Result<void> Merger::take(const JournalRow &row)
{
    auto done = takeRow(row);
    return done ? m_failure : done;
}

Result<void> Merger::takeRow(const JournalRow &row)
{
    if (!m_loaded) {
        if (auto done = loadOrigins(); !done)
            return done;
    }
    auto found = m_origins.find(row.origin);
    if (found == m_origins.end())
        return broken(row, Texts::tr("it does not say whose change this is."));
    auto known = isKnown(row, *found);
    if (!known)
        return known.error();
    if (*known) {
        ++m_report.known;
        return {};
    }
    if (found->isSelf) {
        // What this replica wrote came back to it and is not here: the file was put back from a backup.
        if (auto done = m_transaction.renewIdentity(false); !done)
            return done;
        const auto before = m_origins;
        if (auto done = loadOrigins(); !done)
            return done;
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            if (it->changed) {
                const bool isSelf = m_origins[it.key()].isSelf;
                m_origins[it.key()] = *it;
                m_origins[it.key()].isSelf = isSelf;
            }
        }
        m_report.newIdentity = true;
        found = m_origins.find(row.origin);
    }
    Origin &origin = *found;
    if (row.knows) {
        origin.knows = *row.knows;
    } else if (!origin.changed) {
        auto before = knowsOf(row.origin, row.sequence);
        if (!before)
            return before.error();
        origin.knows = *before;
    }
    origin.last = row.sequence;
    origin.changed = true;
    ++m_report.taken;
    m_transaction.noteClock(row.clock);

    const bool schemaRow = [&] {
        const RecordTable *t = m_transaction.catalog()->table(row.entity);
        return t && t->definesSchema;
    }();
    if (m_schemaDirty && !schemaRow) {
        if (auto done = m_transaction.refreshSchema(); !done)
            return done;
        m_schemaDirty = false;
        m_ahead.clear();
    }
    m_schemaDirty = m_schemaDirty || schemaRow;
    const auto catalog = m_transaction.catalog(); // alive while the table is used
    const RecordTable *table = catalog->table(row.entity);
    static const QStringList operations{u"create"_s, u"update"_s, u"erase"_s, u"restore"_s};
    if (!operations.contains(row.operation))
        table = nullptr; // made by a newer program: kept, and passed on
    std::optional<KnownRecord> ahead;
    if (table)
        ahead = m_ahead.take(*table, row.uid);
    const qint64 id = ahead ? ahead->stored.id : table ? m_transaction.identity().idOf(row.entity, row.uid) : 0;
    // An item is its own owner: its row stands where it belongs at once.
    const bool isPlaced = table && table->isItem && id != 0 && row.operation != u"erase";
    if (auto done = store(row, origin, isPlaced ? ItemRef{table->typeId, id, {}} : ItemRef()); !done)
        return done;
    if (!table)
        return {};
    if (row.operation == u"erase")
        return id == 0 ? Result<void>() : erase(*table, row, id);
    if (id != 0) {
        auto record = ahead ? Result<KnownRecord>(*ahead) : recordOf(*table, id);
        return record ? change(*table, row, *record) : Result<void>(record.error());
    }
    if (row.operation == u"create")
        return create(*table, row);
    // The record was erased here, or by somebody this row's writer did not know of.
    const FieldWrite version = versionOf(row, m_report.lastRow);
    auto stays = wasErasedKnowing(row.uid, version);
    if (!stays)
        return stays.error();
    if (*stays)
        return {};
    auto revived = revive(*table, row.uid);
    if (!revived)
        return revived.error();
    if (*revived == 0)
        return broken(row, Texts::tr("it changes a record that was never made."));
    return {}; // reviving took all rows of the record, this one too
}

Result<void> Merger::store(const JournalRow &row, const Origin &origin, const ItemRef &item)
{
    const auto act = m_acts.constFind(row.act);
    if (act == m_acts.cend())
        return broken(row, Texts::tr("it does not say what this change belongs to."));
    auto author = m_users.find(row.author);
    if (author == m_users.end())
        author = m_users.insert(row.author, m_transaction.identity().idOf(u"user"_s, row.author));
    if (*author == 0 && !row.author.isNull())
        *author = m_transaction.identity().idOf(u"user"_s, row.author);
    // The record is not known before it is made: place() fills it in.
    auto done = connection().run(
        u"INSERT INTO journal (origin, sequence, clock, at, author, act, entity, record, uid, owner_type, owner_id, "
        "operation, patch, knows, merged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)"_s,
        {origin.id, row.sequence, row.clock, row.at, *author == 0 ? QVariant() : QVariant(*author), *act, row.entity,
         item.id, uidBytes(row.uid), item.isNull() ? QVariant() : QVariant(item.type),
         item.isNull() ? QVariant() : QVariant(item.id), row.operation, row.patchText,
         row.knows ? QVariant(compactJson(vectorToJson(*row.knows))) : QVariant(),
         item.isNull() ? QVariant(u"{}"_s) : QVariant()});
    if (!done)
        return done;
    m_report.lastRow = connection().lastInsertId();
    if (m_report.firstRow == 0)
        m_report.firstRow = m_report.lastRow;
    return {};
}

Result<void> Merger::place(qint64 journalRow, qint64 record, const ItemRef &owner)
{
    return connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ?, merged = NULL WHERE id = ?"_s,
                            {record, owner.isNull() ? 0 : owner.type, owner.isNull() ? record : owner.id, journalRow});
}

FieldWrite Merger::versionOf(const JournalRow &row, qint64 journalRow)
{
    return {.row = journalRow,
            .clock = row.clock,
            .origin = row.origin,
            .sequence = row.sequence,
            .before = {},
            .after = {},
            .knows = m_origins.value(row.origin).knows};
}

FieldWrite Merger::versionOf(const KnownRow &row) const
{
    FieldWrite version = row.version;
    version.origin = m_originUids.value(row.origin);
    return version;
}

Result<VersionVector> Merger::knowsOf(const QUuid &origin, qint64 sequence)
{
    constexpr qsizetype keptRanges = 10'000;
    QMap<qint64, KnowsRange> &ranges = m_knows[origin];
    if (auto after = ranges.upperBound(sequence); after != ranges.begin()) {
        const KnowsRange &range = *std::prev(after);
        if (sequence <= range.to)
            return range.knows;
    }
    auto cursor = connection().query(u"SELECT sequence, knows FROM journal WHERE origin = ? AND sequence <= ? "
                                     "AND knows IS NOT NULL ORDER BY sequence DESC LIMIT 1"_s,
                                     {m_origins.value(origin).id, sequence});
    if (!cursor)
        return cursor.error();
    const bool found = cursor->next();
    if (ranges.size() > keptRanges)
        ranges.clear();
    KnowsRange &range = ranges[found ? cursor->integer(0) : 0];
    range.to = qMax(range.to, sequence);
    if (found)
        range.knows = vectorFromJson(jsonObject(cursor->text(1)));
    return range.knows;
}

Result<QList<Merger::RecordWrite>> Merger::writesOf(const QList<KnownRow> &rows)
{
    QList<RecordWrite> writes;
    for (const KnownRow &row : rows) {
        RecordWrite write{versionOf(row), row.operation, jsonObject(row.patch)};
        auto knows = knowsOf(write.version.origin, write.version.sequence);
        if (!knows)
            return knows.error();
        write.version.knows = *knows;
        writes.append(write);
    }
    return writes;
}

Result<QList<Merger::RecordWrite>> Merger::writesOf(const RecordTable &table, qint64 id, const QUuid &uid)
{
    auto rows = readKnownRows(connection(), table, id, uid);
    return rows ? writesOf(*rows) : Result<QList<RecordWrite>>(rows.error());
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
    Target target{table, 0, row.uid, {}, Row(table.columns.size()), m_report.lastRow};
    for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
        if (const int at = table.indexOf(it.key()); at >= 0)
            target.after[at] = decode(table.columns[at], it.value());
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
    const ItemRef owner = ownerOf(table, *id, target.after);
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
    rows.removeIf([this](const KnownRow &one) { return one.version.row == m_report.lastRow; }); // stored already
    Target target{table, id, row.uid, before, before, m_report.lastRow};
    target.conflicts = known.conflicts;
    if (!table.isItem) {
        if (auto done = place(target.journalRow, id, ownerOf(table, id, before)); !done)
            return done;
        m_transaction.noteJournal(table, id);
    }
    const FieldWrite version = versionOf(row, target.journalRow);
    const bool alone = std::all_of(rows.begin(), rows.end(),
                                   [&](const KnownRow &one) { return version.isAwareOf(versionOf(one)); });
    if (alone) {
        // Its writer had everything that is here: what it wrote stands.
        for (auto it = row.patch.begin(); it != row.patch.end(); ++it) {
            if (const int at = table.indexOf(it.key()); at >= 0)
                target.after[at] = decode(table.columns[at], row.operation == u"update" ? it.value()[1] : it.value());
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
    m_ahead.forget(target.table, target.uid);
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
    if (m_schemaDirty) {
        if (auto done = m_transaction.refreshSchema(); !done)
            return done;
    }
    for (const Origin &origin : std::as_const(m_origins)) {
        if (!origin.changed)
            continue;
        auto done = connection().run(u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {origin.last, origin.id});
        if (!done)
            return done;
        m_transaction.noteNews();
    }
    const auto catalog = m_transaction.catalog();
    for (auto it = m_confirm.cbegin(); it != m_confirm.cend(); ++it) {
        const RecordTable *table = catalog->table(m_confirmTables.value(it.key()));
        if (auto done = m_transaction.journalRestore(*table, *it); !done)
            return done;
    }
    return keepStages();
}

} // namespace Kartoteka
