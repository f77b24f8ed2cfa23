// SPDX-License-Identifier: GPL-3.0-or-later
// Records that go, come back, and stay because they are in use.
#include "core/store/merge/merger.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/references.h"

namespace Kartoteka {

namespace {

Result<void> bringBack(Transaction &transaction, const QString &table, qint64 id)
{
    Change change;
    change.table = table;
    change.id = id;
    change.values = {{u"deleted_at"_s, {}}};
    change.verbatim = true;
    return transaction.apply(change);
}

} // namespace

Result<bool> Merger::wasErasedKnowing(const QUuid &uid, const FieldWrite &version)
{
    QList<QPair<QUuid, qint64>> erased;
    {
        auto cursor = connection().query(u"SELECT origin, sequence FROM journal WHERE uid = ? AND operation = 'erase'"_s,
                                         {uidBytes(uid)});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            erased.append({m_history.uidOf(cursor->integer(0)), cursor->integer(1)});
    }
    for (const auto &[origin, sequence] : std::as_const(erased)) {
        auto knows = m_history.knowsAt(origin, sequence);
        if (!knows)
            return knows.error();
        const FieldWrite erasure{
            .row = 0, .clock = 0, .origin = origin, .sequence = sequence, .before = {}, .after = {}, .knows = *knows};
        if (erasure.isAwareOf(version))
            return true;
    }
    return false;
}

Result<void> Merger::erase(const RecordTable &table, const JournalRow &row, qint64 id)
{
    const FieldWrite version = currentVersion(row);
    auto rows = writesOf(table, id, row.uid);
    if (!rows)
        return rows.error();
    QUuid uid;
    auto before = m_transaction.readRow(table, id, uid);
    if (!before)
        return before.error();
    const ItemRef owner = ownerOfRow(table, row.patch, id, *before);
    auto done = connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ? WHERE id = ?"_s,
                                 {id, owner.isNull() ? 0 : owner.type, owner.isNull() ? id : owner.id, version.row});
    if (!done)
        return done;
    m_transaction.noteJournal(table, id);
    for (const RecordWrite &known : std::as_const(*rows)) {
        if (known.operation == u"erase" || known.operation == u"create" || version.isAwareOf(known.version))
            continue;
        ++m_report.revived; // somebody went on with it without knowing
        return dropConflicts(table, id, version);
    }
    auto used = isReferenced(connection(), *m_transaction.catalog(), table, id);
    if (!used)
        return used.error();
    if (*used) {
        ++m_report.revived;
        m_confirm.insert(row.uid, id);
        m_confirmTables.insert(row.uid, table.code);
        return dropConflicts(table, id, version);
    }
    ++m_report.tables[table.code].deleted;
    done = connection().run(u"UPDATE journal SET merged = NULL WHERE id = ?"_s, {version.row});
    if (!done)
        return done;
    auto erased = m_transaction.replaceRow(table, id, row.uid, *before, {});
    return erased ? Result<void>() : Result<void>(erased.error());
}

/// A record that stays starts anew: what its erasure knew of is no conflict any more (isErased()).
Result<void> Merger::dropConflicts(const RecordTable &table, qint64 id, const FieldWrite &erasure)
{
    QList<qint64> erased;
    {
        auto cursor = connection().query(
            u"SELECT c.id, l.origin, l.sequence, w.origin, w.sequence FROM conflict c JOIN journal l ON l.id = c.loser "
            "JOIN journal w ON w.id = c.winner WHERE c.entity = ? AND c.record = ?"_s,
            {table.entity, id});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            FieldWrite loser;
            loser.origin = m_history.uidOf(cursor->integer(1));
            loser.sequence = cursor->integer(2);
            FieldWrite winner;
            winner.origin = m_history.uidOf(cursor->integer(3));
            winner.sequence = cursor->integer(4);
            if (isErased(loser, winner, {erasure}))
                erased.append(cursor->integer(0));
        }
    }
    return connection().run(u"DELETE FROM conflict WHERE id IN (SELECT value FROM json_each(?))"_s, {idList(erased)});
}

/// Whether an attached file that comes back has its bytes. Contents stay, so it has: unless an erasure was forged that tells
/// of a file which never was.
Result<bool> Merger::hasContents(const Target &target)
{
    if (target.table.code != u"attachment")
        return true;
    const QString digest = target.after.value(columnOf(target.table, u"digest"_s)).toString();
    const qint64 size = target.after.value(columnOf(target.table, u"size"_s)).toLongLong();
    auto here = connection().scalar(u"SELECT length(bytes) FROM content WHERE digest = ?"_s, {digest});
    if (!here)
        return here.error();
    return (here->isValid() ? here->toLongLong() : m_contents.value(digest, -1)) == size;
}

Result<qint64> Merger::revive(const RecordTable &table, const QUuid &uid)
{
    qint64 id = 0;
    QJsonObject snapshot;
    {
        auto cursor = connection().query(u"SELECT record, patch FROM journal WHERE uid = ? AND operation = 'erase' "
                                         "AND entity = ? ORDER BY (record <> 0) DESC, id LIMIT 1"_s,
                                         {uidBytes(uid), table.entity});
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return qint64(0);
        id = cursor->integer(0);
        snapshot = jsonObject(cursor->text(1));
    }
    m_ahead.forget(uid);
    // Rows that came while the record was away do not bear its number yet.
    auto taken = connection().scalar(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(sqlName(table.name)), {id});
    if (!taken)
        return taken.error();
    Target target{table, 0, uid, {}, Row(table.columns.size()), m_current};
    for (auto it = snapshot.begin(); it != snapshot.end(); ++it) {
        if (const int at = columnOf(table, it.key()); at >= 0)
            target.after[at] = decode(table.columns[at], it.value());
    }
    auto whole = hasContents(target);
    if (!whole || !*whole)
        return whole ? Result<qint64>(0) : Result<qint64>(whole.error());
    auto inserted = m_transaction.replaceRow(table, taken->isValid() ? 0 : id, uid, {}, target.after);
    if (!inserted)
        return inserted;
    target.id = *inserted;
    if (auto done = adoptRows(target, id); !done)
        return done.error();
    ++m_report.revived;
    auto done = mergeAnew(table, target.id);
    return done ? Result<qint64>(target.id) : Result<qint64>(done.error());
}

/// The rows of a record that came while it was away, and those it had under its old id.
Result<void> Merger::adoptRows(const Target &target, qint64 oldId)
{
    struct Stray
    {
        qint64 id = 0;
        qint64 record = 0;
        QJsonObject patch;
    };
    QList<Stray> strays;
    {
        auto c = connection().query(u"SELECT j.id, j.record, j.patch FROM journal j WHERE j.entity = ? "
                                    "AND (j.record IN (0, ?) OR j.record IN (SELECT e.record FROM journal e "
                                    "WHERE e.uid = ? AND e.operation = 'erase')) AND j.uid = ? "
                                    "AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.journal = j.id)"_s,
                                    {target.table.entity, oldId, uidBytes(target.uid), uidBytes(target.uid)});
        if (!c)
            return c.error();
        while (c->next())
            strays.append({c->integer(0), c->integer(1), jsonObject(c->text(2))});
    }
    for (const Stray &stray : std::as_const(strays)) {
        const ItemRef owner = ownerOfRow(target.table, stray.patch, target.id, target.after);
        // What a row did here is known of those that stood with the record only.
        auto done = target.table.isItem || stray.record == 0
            ? connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ? WHERE id = ?"_s,
                               {target.id, owner.isNull() ? 0 : owner.type, owner.isNull() ? target.id : owner.id, stray.id})
            : connection().run(u"UPDATE journal SET record = ? WHERE id = ?"_s, {target.id, stray.id});
        if (!done)
            return done;
        m_transaction.noteJournal(target.table, stray.record);
    }
    m_transaction.noteJournal(target.table, target.id);
    return {};
}

/// Computes a record anew from all its rows.
Result<void> Merger::mergeAnew(const RecordTable &table, qint64 id, const RowName &making)
{
    QUuid uid;
    auto before = m_transaction.readRow(table, id, uid);
    if (!before)
        return before.error();
    auto rows = writesOf(table, id, uid);
    if (!rows)
        return rows.error();
    Target target{table, id, uid, *before, *before, m_current};
    JournalRow all;
    for (const RecordWrite &row : std::as_const(*rows)) {
        for (auto it = row.patch.begin(); row.operation != u"erase" && it != row.patch.end(); ++it)
            all.patch[it.key()] = it.value();
    }
    // What it was made with is not among those rows.
    for (const QString &code : making.second == 0 ? QStringList() : clockedColumns()) {
        const int at = columnOf(table, code);
        if (at >= 0 && !all.patch.contains(code) && target.after[at].isValid())
            target.after[at] = m_clocks.timeOf(making.first, making.second, target.after[at].toLongLong());
    }
    auto done = mergeColumns(target, all, *rows);
    if (done)
        done = resolveCodes(target); // what it was called so far may stand for another
    return done ? write(target) : done;
}

Result<void> Merger::resolveCodes(Target &target)
{
    const int code = target.table.indexOf(u"code"_s);
    const bool perType = target.table.code == u"field";
    if (code < 0 || (!perType && target.table.code != u"entity_type") || !target.after[code].isValid())
        return {};
    QVariantList bound{target.after[code], uidBytes(target.uid)};
    if (perType)
        bound << target.after[target.table.indexOf(u"entity_type"_s)];
    qint64 other = 0;
    QUuid otherUid;
    {
        auto cursor = connection().query(u"SELECT id, uid FROM %1 WHERE code = ? AND uid <> ?%2"_s.arg(
                                             sqlName(target.table.name), perType ? u" AND entity_type = ?"_s : QString()),
                                         bound);
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return {};
        other = cursor->integer(0);
        otherUid = uidFromBytes(cursor->bytes(1));
    }
    // Uids begin with the time at which they were made; those of the program's own types sort before all.
    const auto order = [](const QUuid &uid) {
        const QByteArray bytes = uidBytes(uid);
        return std::pair(!bytes.startsWith("sys-"), bytes);
    };
    const QString plain = target.after[code].toString();
    if (order(otherUid) < order(target.uid)) {
        target.after[code] = codeWithSuffix(plain, target.uid);
        return {};
    }
    QUuid uid;
    auto before = m_transaction.readRow(target.table, other, uid);
    if (!before)
        return before.error();
    Row after = *before;
    after[code] = codeWithSuffix(plain, otherUid);
    auto renamed = m_transaction.replaceRow(target.table, other, otherUid, *before, after);
    return renamed ? Result<void>() : Result<void>(renamed.error());
}

void Merger::considerStages(const Target &target)
{
    if (const int at = target.table.stageColumn; at >= 0)
        m_stages.insert(target.after[at].toLongLong());
    if (target.table.code == u"stage" && target.after.value(target.table.indexOf(u"deleted_at"_s)).isValid())
        m_stages.insert(target.id);
}

Result<void> Merger::keepStages()
{
    const auto catalog = m_transaction.catalog();
    for (const qint64 stage : std::as_const(m_stages)) {
        qint64 pipeline = 0;
        bool pipelineDeleted = false;
        bool deleted = false;
        QString table;
        {
            auto cursor = connection().query(
                u"SELECT s.deleted_at, p.id, p.deleted_at, t.table_name FROM stage s JOIN pipeline p "
                "ON p.id = s.pipeline JOIN entity_type t ON t.id = p.entity_type WHERE s.id = ?"_s,
                {stage});
            if (!cursor)
                return cursor.error();
            if (!cursor->next())
                continue;
            deleted = !cursor->isNull(0);
            pipeline = cursor->integer(1);
            pipelineDeleted = !cursor->isNull(2);
            table = cursor->text(3);
        }
        if (!deleted && !pipelineDeleted)
            continue;
        auto used = connection().scalar(
            u"SELECT 1 FROM %1 WHERE stage = ? AND deleted_at IS NULL LIMIT 1"_s.arg(sqlName(table)), {stage});
        if (!used)
            return used.error();
        if (!used->isValid())
            continue;
        // Somebody moved an item into it without knowing that it was gone.
        ++m_report.revived;
        auto done = deleted ? bringBack(m_transaction, u"stage"_s, stage) : Result<void>();
        if (done && pipelineDeleted)
            done = bringBack(m_transaction, u"pipeline"_s, pipeline);
        if (!done)
            return done;
    }
    return {};
}

/// Two may each have done away with one of the last two: a type needs a pipeline, a pipeline its stages, an office a person.
Result<void> Merger::keepLastOfEach()
{
    const QList<QPair<QString, QString>> rules{
        {u"pipeline"_s,
         u"SELECT (SELECT p.id FROM pipeline p WHERE p.entity_type = t.id ORDER BY p.is_default DESC, p.uid LIMIT 1) "
         "FROM entity_type t WHERE t.has_stages = 1 AND t.deleted_at IS NULL AND NOT EXISTS "
         "(SELECT 1 FROM pipeline p WHERE p.entity_type = t.id AND p.deleted_at IS NULL)"_s},
        {u"stage"_s,
         u"SELECT (SELECT s.id FROM stage s WHERE s.pipeline = p.id AND s.stage_group = g.stage_group ORDER BY s.uid LIMIT 1) "
         "FROM pipeline p JOIN (SELECT DISTINCT pipeline, stage_group FROM stage) g ON g.pipeline = p.id "
         "WHERE p.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM stage s WHERE s.pipeline = p.id "
         "AND s.stage_group = g.stage_group AND s.deleted_at IS NULL)"_s},
        {u"user"_s,
         u"SELECT id FROM user_account WHERE NOT EXISTS (SELECT 1 FROM user_account WHERE deleted_at IS NULL) "
         "ORDER BY uid LIMIT 1"_s}};
    for (const auto &[table, sql] : rules) {
        QList<qint64> ids;
        {
            auto c = connection().query(sql);
            if (!c)
                return c.error();
            while (c->next())
                ids << c->integer(0);
        }
        for (const qint64 id : std::as_const(ids)) {
            if (id == 0)
                continue;
            ++m_report.revived;
            if (auto done = bringBack(m_transaction, table, id); !done)
                return done;
        }
    }
    return {};
}

} // namespace Kartoteka
