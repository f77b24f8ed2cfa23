// SPDX-License-Identifier: GPL-3.0-or-later
// Records that go, come back, and stay because they are in use.
#include "core/store/merger.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/store/references.h"

namespace Kartoteka {

Result<bool> Merger::wasErasedKnowing(const QUuid &uid, const FieldWrite &version)
{
    QList<QPair<QUuid, qint64>> erased;
    {
        auto cursor = connection().query(u"SELECT origin, sequence FROM journal WHERE uid = ? AND operation = 'erase'"_s,
                                         {uidBytes(uid)});
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            erased.append({m_originUids.value(cursor->integer(0)), cursor->integer(1)});
    }
    for (const auto &[origin, sequence] : std::as_const(erased)) {
        auto knows = knowsOf(origin, sequence);
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
    const FieldWrite version = versionOf(row, m_report.lastRow);
    auto rows = writesOf(table, id, row.uid);
    if (!rows)
        return rows.error();
    QUuid uid;
    auto before = m_transaction.readRow(table, id, uid);
    if (!before)
        return before.error();
    const ItemRef owner = ownerOf(table, id, *before);
    auto done = connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ? WHERE id = ?"_s,
                                 {id, owner.isNull() ? 0 : owner.type, owner.isNull() ? id : owner.id, version.row});
    if (!done)
        return done;
    m_transaction.noteJournal(table, id);
    for (const RecordWrite &known : std::as_const(*rows)) {
        if (known.operation == u"erase" || known.operation == u"create" || version.isAwareOf(known.version))
            continue;
        ++m_report.revived; // somebody went on with it without knowing
        return {};
    }
    auto used = isReferenced(connection(), *m_transaction.catalog(), table, id);
    if (!used)
        return used.error();
    if (*used) {
        ++m_report.revived;
        m_confirm.insert(row.uid, id);
        m_confirmTables.insert(row.uid, table.code);
        return {};
    }
    ++m_report.tables[table.code].deleted;
    done = connection().run(u"UPDATE journal SET merged = NULL WHERE id = ?"_s, {version.row});
    if (done)
        done = connection().run(u"DELETE FROM conflict WHERE entity = ? AND record = ?"_s, {table.entity, id});
    if (!done)
        return done;
    auto erased = m_transaction.replaceRow(table, id, row.uid, *before, {});
    return erased ? Result<void>() : Result<void>(erased.error());
}

Result<qint64> Merger::revive(const RecordTable &table, const QUuid &uid)
{
    qint64 id = 0;
    QJsonObject snapshot;
    {
        auto cursor = connection().query(u"SELECT record, patch FROM journal WHERE uid = ? AND operation = 'erase' "
                                         "ORDER BY (record <> 0) DESC, id LIMIT 1"_s,
                                         {uidBytes(uid)});
        if (!cursor)
            return cursor.error();
        if (!cursor->next())
            return qint64(0);
        id = cursor->integer(0);
        snapshot = jsonObject(cursor->text(1));
    }
    m_ahead.forget(table, uid);
    // Rows that came while the record was away do not bear its number yet.
    auto taken = connection().scalar(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(table.name), {id});
    if (!taken)
        return taken.error();
    Target target{table, 0, uid, {}, Row(table.columns.size()), m_report.lastRow};
    for (auto it = snapshot.begin(); it != snapshot.end(); ++it) {
        if (const int at = table.indexOf(it.key()); at >= 0)
            target.after[at] = decode(table.columns[at], it.value());
    }
    auto inserted = m_transaction.replaceRow(table, taken->isValid() ? 0 : id, uid, {}, target.after);
    if (!inserted)
        return inserted;
    target.id = *inserted;
    target.before = target.after;
    const ItemRef owner = ownerOf(table, target.id, target.after);
    auto done = connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ? WHERE entity = ? AND uid = ? "
                                 "AND id IN (SELECT id FROM journal WHERE entity = ? AND record IN (0, ?) AND uid = ?)"_s,
                                 {target.id, owner.isNull() ? 0 : owner.type, owner.isNull() ? target.id : owner.id,
                                  table.entity, uidBytes(uid), table.entity, id, uidBytes(uid)});
    if (!done)
        return done.error();
    m_transaction.noteJournal(table, target.id);
    auto rows = writesOf(table, target.id, uid);
    if (!rows)
        return rows.error();
    JournalRow all;
    for (const RecordWrite &row : std::as_const(*rows)) {
        for (auto it = row.patch.begin(); row.operation != u"erase" && it != row.patch.end(); ++it)
            all.patch[it.key()] = it.value();
    }
    if (done = mergeColumns(target, all, *rows); done)
        done = write(target);
    ++m_report.revived;
    return done ? Result<qint64>(target.id) : Result<qint64>(done.error());
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
                                             target.table.name, perType ? u" AND entity_type = ?"_s : QString()),
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
        auto used = connection().scalar(u"SELECT 1 FROM %1 WHERE stage = ? AND deleted_at IS NULL LIMIT 1"_s.arg(table),
                                        {stage});
        if (!used)
            return used.error();
        if (!used->isValid())
            continue;
        // Somebody moved an item into it without knowing that it was gone.
        ++m_report.revived;
        const auto keep = [&](const QString &code, qint64 id) {
            Change change;
            change.table = code;
            change.id = id;
            change.values = {{u"deleted_at"_s, {}}};
            change.verbatim = true;
            return m_transaction.apply(change);
        };
        auto done = deleted ? keep(u"stage"_s, stage) : Result<void>();
        if (done && pipelineDeleted)
            done = keep(u"pipeline"_s, pipeline);
        if (!done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
