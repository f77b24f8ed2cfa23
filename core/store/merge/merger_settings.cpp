// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, which two replicas may make independently of each other, and what follows from some of them.
#include "core/store/merge/merger.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"

#include <algorithm>

namespace Kartoteka {

/// Every write of every setting. They are few.
Result<QList<Merger::RecordWrite>> Merger::settingWrites()
{
    QList<RecordWrite> writes;
    {
        auto c = connection().query(
            u"SELECT id, origin, sequence, clock, operation, patch, uid FROM journal WHERE entity = 'setting' "
            "AND (operation <> 'create' OR owner_type = 0 OR owner_type IS NULL) "
            "AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.journal = journal.id)"_s);
        if (!c)
            return c.error();
        while (c->next()) {
            RecordWrite write;
            write.version.row = c->integer(0);
            write.version.origin = m_history.uidOf(c->integer(1));
            write.version.sequence = c->integer(2);
            setClock(write.version, c->integer(3));
            write.operation = c->text(4);
            write.patch = jsonObject(c->text(5));
            write.uid = uidFromBytes(c->bytes(6));
            writes.append(write);
        }
    }
    for (RecordWrite &write : writes) {
        auto knows = m_history.knowsAt(write.version.origin, write.version.sequence);
        if (!knows)
            return knows.error();
        write.version.knows = *knows;
    }
    return writes;
}

/// A setting is one record by its code, whatever identities it was given: its value is that of the last write that no
/// erasure knew of, and so a function of the set of rows.
Result<void> Merger::mergeSetting(const RecordTable &table, const JournalRow &row)
{
    auto all = settingWrites();
    if (!all)
        return all.error();
    QHash<QUuid, QString> codes;
    for (const RecordWrite &write : std::as_const(*all)) {
        if (write.operation != u"update" && write.patch.contains(u"code"_s))
            codes.insert(write.uid, write.patch[u"code"].toString());
    }
    auto standing = connection().scalar(u"SELECT code FROM setting WHERE uid = ?"_s, {uidBytes(row.uid)});
    if (!standing)
        return standing.error();
    const QString code = codes.value(row.uid, standing->toString());
    if (code.isEmpty())
        return setAside(row, Texts::tr("it changes a record that is not here."));
    QUuid uid = standing->isValid() ? row.uid : QUuid();
    qint64 id = 0;
    {
        auto c = connection().query(u"SELECT id, uid FROM setting WHERE code = ?"_s, {code});
        if (!c)
            return c.error();
        if (c->next()) {
            id = c->integer(0);
            uid = uidFromBytes(c->bytes(1));
        }
    }
    // One that came with the office has no row of its making, and is of every file.
    const bool isOriginal = id != 0 && !codes.contains(uid);
    QList<RecordWrite> erasures;
    QList<RecordWrite> writes;
    for (const RecordWrite &write : std::as_const(*all)) {
        if (codes.value(write.uid, write.uid == uid ? code : QString()) == code)
            (write.operation == u"erase" ? erasures : writes).append(write);
    }
    writes.removeIf([&](const RecordWrite &write) {
        return !isClockSetting(code) && std::any_of(erasures.begin(), erasures.end(), [&](const RecordWrite &erasure) {
            return erasure.version.isAwareOf(write.version) && (erasure.uid == write.uid || codes.contains(write.uid));
        });
    });
    Row before;
    if (id != 0) {
        QUuid same;
        auto stored = m_transaction.readRow(table, id, same);
        if (!stored)
            return stored.error();
        before = *stored;
    }
    if (writes.isEmpty() && !isOriginal) {
        if (id == 0)
            return place(m_current, 0, {});
        ++m_report.tables[table.code].deleted;
        auto erased = m_transaction.replaceRow(table, id, uid, before, {});
        return erased ? place(m_current, id, {}) : Result<void>(erased.error());
    }
    QUuid wanted = isOriginal ? uid : writes.first().uid;
    for (const RecordWrite &write : std::as_const(writes)) {
        if (!isOriginal && uidBytes(write.uid) < uidBytes(wanted))
            wanted = write.uid;
    }
    const int valueAt = table.indexOf(u"value"_s);
    const QList<FieldWrite> values = writesOf(u"value"_s, writes);
    Row after = id == 0 ? Row(table.columns.size()) : before;
    after[table.indexOf(u"code"_s)] = code;
    if (!values.isEmpty())
        after[valueAt] = decode(table.columns[valueAt], mergedValue(values));
    if (id != 0 && uid != wanted) {
        auto done = connection().run(u"UPDATE setting SET uid = ? WHERE id = ?"_s, {uidBytes(wanted), id});
        if (!done)
            return done;
        m_transaction.identity().forget(); // another uid stands for the row now
    }
    ++(id == 0 ? m_report.tables[table.code].added : m_report.tables[table.code].changed);
    auto written = m_transaction.replaceRow(table, id, wanted, before, after);
    if (!written)
        return written.error();
    Target target{table, *written, wanted, before, after, m_current};
    for (const RecordWrite &write : std::as_const(writes)) {
        auto done = connection().run(u"UPDATE journal SET record = ?, owner_type = 0, owner_id = ? WHERE id = ?"_s,
                                     {*written, *written, write.version.row});
        if (!done)
            return done;
    }
    if (auto done = place(m_current, *written, {}); !done)
        return done;
    if (id != 0) {
        if (auto done = keepMerged(target); !done)
            return done;
    }
    if (const ClockCorrection correction = clockCorrection(code, after[valueAt].toString()); !correction.origin.isNull()) {
        m_clocks.add(correction);
        m_corrected.append(correction);
    }
    return keepConflicts(target, u"value"_s, lostWrites(values));
}

/// Rows with a clock far ahead count from here on as written when they were received; what they concern is computed anew.
Result<void> Merger::correctClocks()
{
    QList<ClockCorrection> found;
    for (auto it = m_late.cbegin(); it != m_late.cend(); ++it)
        found.append({it.key(), it->first, it->second, m_received});
    if (m_transaction.isClockBeyond(m_clockLimit)) {
        if (auto done = correctOwnClock(found); !done)
            return done;
    }
    for (const ClockCorrection &correction : std::as_const(found)) {
        const QString code = clockSetting(correction);
        Change change;
        change.operation = Operation::Create;
        change.table = u"setting"_s;
        change.uid = derivedUid(u"setting", code);
        change.values = {{u"code"_s, code}, {u"value"_s, u"1"_s}};
        if (auto done = m_transaction.apply(change); !done)
            return done;
        m_clocks.add(correction);
        m_corrected.append(correction); // it may concern a second history of that name too
    }
    const QList<ClockCorrection> corrected = m_corrected; // what is merged anew notes them again
    for (const ClockCorrection &correction : corrected) {
        const QList<QUuid> names = m_history.withBranches(correction.origin);
        for (const QUuid &name : names) {
            if (auto done = correctTimes(name, correction); !done)
                return done;
            if (auto done = mergeAnewOf(name, correction.first, correction.last); !done)
                return done;
        }
    }
    return {};
}

/// It was this file's own clock that was wrong, and somebody said so: then it puts right itself what it wrote since, and goes
/// by the computer's clock again. Else two such files would go on correcting each other's corrections.
Result<void> Merger::correctOwnClock(QList<ClockCorrection> &found)
{
    auto book = ReplicaBook::read(connection());
    if (!book)
        return book.error();
    const QList<KnownReplica> &all = book->all();
    const bool wasTold = std::any_of(all.begin(), all.end(), [this](const KnownReplica &one) {
        return !one.secretKey.isEmpty() && !m_clocks.of(one.info.uid).isEmpty();
    });
    if (!wasTold)
        return {};
    QHash<QUuid, QPair<qint64, qint64>> late;
    qint64 greatest = 0;
    {
        auto c = connection().query(u"SELECT origin, sequence, clock FROM journal ORDER BY origin, sequence"_s);
        if (!c)
            return c.error();
        while (c->next()) {
            const QUuid origin = m_history.uidOf(c->integer(0));
            const qint64 sequence = c->integer(1);
            const qint64 clock = m_clocks.clockOf(origin, sequence, c->integer(2));
            if (clock <= m_clockLimit) {
                greatest = qMax(greatest, clock);
                continue;
            }
            auto &[first, last] = late[origin];
            first = first == 0 ? sequence : first;
            last = sequence;
        }
    }
    for (auto it = late.cbegin(); it != late.cend(); ++it)
        found.append({it.key(), it->first, it->second, m_received});
    m_transaction.setClock(greatest + 1);
    return {};
}

/// Timelines tell of the rows at the time at which they count as written; they travel as they came.
Result<void> Merger::correctTimes(const QUuid &origin, const ClockCorrection &correction)
{
    return connection().run(u"UPDATE journal SET wrote_at = coalesce(wrote_at, at), at = ? WHERE origin = ? "
                            "AND sequence >= ? AND sequence <= ? AND at > ?"_s,
                            {correction.at, m_history.idOf(origin), correction.first, correction.last, correction.at});
}

Result<void> Merger::mergeAnewOf(const QUuid &origin, qint64 first, qint64 last)
{
    struct Concerned
    {
        QString entity;
        qint64 record = 0;
        qint64 making = 0; ///< the row that made it, if that is one of them
    };
    QList<Concerned> records;
    {
        auto c = connection().query(u"SELECT entity, record, max(iif(operation = 'create', sequence, 0)) FROM journal "
                                    "WHERE origin = ? AND sequence >= ? AND sequence <= ? AND record <> 0 "
                                    "AND entity <> 'setting' GROUP BY entity, record ORDER BY min(id)"_s,
                                    {m_history.idOf(origin), first, last});
        if (!c)
            return c.error();
        while (c->next())
            records.append({c->text(0), c->integer(1), c->integer(2)});
    }
    const auto catalog = m_transaction.catalog();
    for (const auto &[entity, record, making] : std::as_const(records)) {
        const RecordTable *table = catalog->table(entity);
        if (!table)
            continue;
        m_transaction.noteJournal(*table, record); // what is kept of it goes by the same times
        auto stands = readRecord(connection(), m_transaction.schema(), *table, record);
        if (!stands)
            return stands.error();
        if (!*stands)
            continue;
        m_current = 0;
        if (auto done = mergeAnew(*table, record, {origin, making}); !done)
            return done;
    }
    if (auto done = mergeOwnersAnewOf(origin, first, last); !done)
        return done;
    return mergeSettingsAnewOf(origin, first, last);
}

/// What was added to an item is work on it, which decides over its deletion.
Result<void> Merger::mergeOwnersAnewOf(const QUuid &origin, qint64 first, qint64 last)
{
    QList<ItemRef> owners;
    {
        auto c = connection().query(u"SELECT DISTINCT owner_type, owner_id FROM journal WHERE origin = ? AND sequence >= ? "
                                    "AND sequence <= ? AND owner_type > 0 AND operation = 'create' "
                                    "AND entity IN ('comment', 'activity') ORDER BY 1, 2"_s,
                                    {m_history.idOf(origin), first, last});
        if (!c)
            return c.error();
        while (c->next())
            owners.append({c->integer(0), c->integer(1), {}});
    }
    for (const ItemRef &owner : std::as_const(owners)) {
        m_current = 0;
        if (auto done = considerOwner(owner); !done)
            return done;
    }
    return {};
}

Result<void> Merger::mergeSettingsAnewOf(const QUuid &origin, qint64 first, qint64 last)
{
    QList<JournalRow> written;
    {
        auto c = connection().query(u"SELECT uid, max(sequence) FROM journal WHERE origin = ? AND sequence >= ? "
                                    "AND sequence <= ? AND entity = 'setting' AND record <> 0 GROUP BY uid ORDER BY 2"_s,
                                    {m_history.idOf(origin), first, last});
        if (!c)
            return c.error();
        while (c->next()) {
            JournalRow row;
            row.origin = origin;
            row.sequence = c->integer(1);
            row.entity = u"setting"_s;
            row.uid = uidFromBytes(c->bytes(0));
            written.append(row);
        }
    }
    const RecordTable *table = m_transaction.catalog()->table(u"setting"_s);
    for (const JournalRow &row : std::as_const(written)) {
        m_current = 0;
        if (auto done = mergeSetting(*table, row); !done)
            return done;
    }
    return {};
}

Result<void> Merger::renameBranches(const QList<BranchRename> &renames)
{
    if (renames.isEmpty())
        return {};
    // What this file wrote under a name that it left has no key any more once it is renamed.
    if (auto done = signOwnHeads(connection()); !done)
        return done;
    m_ahead.distrustBefore();
    const qint64 former = m_transaction.replica();
    for (const auto &[parent, after, branch] : renames) {
        m_clocks.addBranch(branch, parent);
        if (auto done = m_history.reload(); !done)
            return done;
        auto moved = m_transaction.moveToBranch(m_history.idOf(parent), after, branch);
        if (!moved)
            return moved.error();
        m_report.newIdentity = m_report.newIdentity || *moved;
    }
    // Only for the name it ends with: one on the way is that of another living copy, which has its own key.
    if (m_transaction.replica() != former) {
        if (auto done = m_transaction.takeBranchKey(); !done)
            return done;
    }
    if (auto done = m_history.reload(); !done)
        return done;
    for (const auto &[parent, after, branch] : renames) {
        if (auto done = mergeAnewOf(branch, after + 1, std::numeric_limits<qint64>::max()); !done)
            return done;
    }
    return {};
}

/// Rows that could not be applied when they came: perhaps what they needed is here by now.
Result<void> Merger::tryAgain()
{
    QList<QPair<qint64, JournalRow>> waiting;
    {
        auto c = connection().query(u"SELECT j.id, o.uid, j.sequence, j.clock, j.at, j.entity, j.uid, j.operation, j.patch "
                                    "FROM set_aside s JOIN journal j ON j.id = s.journal JOIN replica o ON o.id = j.origin "
                                    "ORDER BY j.id"_s);
        if (!c)
            return c.error();
        while (c->next()) {
            JournalRow row;
            row.origin = uidFromBytes(c->bytes(1));
            row.sequence = c->integer(2);
            row.clock = c->integer(3);
            row.at = c->integer(4);
            row.entity = c->text(5);
            row.uid = uidFromBytes(c->bytes(6));
            row.operation = c->text(7);
            row.patch = jsonObject(c->text(8));
            waiting.append({c->integer(0), row});
        }
    }
    for (const auto &[id, row] : std::as_const(waiting)) {
        const RowName name(row.origin, row.sequence);
        if (m_unusable.contains(name))
            continue;
        if (auto done = refreshSchemaIfDirty(); !done)
            return done;
        const auto catalog = m_transaction.catalog();
        const RecordTable *table = catalog->table(row.entity);
        if (!table || table->entity != row.entity)
            continue;
        const qint64 record = m_transaction.identity().idOf(row.entity, row.uid);
        const RowCheck check{connection(), m_transaction.schema(), *catalog, m_transaction.identity(), m_contents};
        auto problem = check.problemOf(*table, row, record);
        if (!problem)
            return problem.error();
        // A record that was never made is not made by waiting either.
        if (!problem->isEmpty() || (record == 0 && row.operation != u"create" && table->code != u"setting"))
            continue;
        auto knows = m_history.knowsAt(row.origin, row.sequence);
        if (!knows)
            return knows.error();
        m_current = id;
        m_currentKnows = *knows;
        m_suspects = {name};
        auto done = connection().run(u"DELETE FROM set_aside WHERE journal = ?"_s, {id});
        if (done && table->isItem && record != 0 && row.operation != u"erase")
            done = place(id, record, {table->typeId, record, {}});
        if (table->definesSchema) {
            m_schemaDirty = true;
            m_schemaRows.append(name);
        }
        if (done)
            done = apply(*table, row, record, {});
        if (!done)
            return done;
        m_suspects.clear();
    }
    return {};
}

} // namespace Kartoteka
