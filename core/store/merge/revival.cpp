// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/revival.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/store/db/sql_name.h"

namespace Kartoteka {

QUuid Revival::uidOf(const QString &table, qint64 id)
{
    return m_transaction.identity().uidOf(table, id);
}

qint64 Revival::idOf(const QString &table, const QUuid &uid)
{
    if (const qint64 id = m_transaction.identity().idOf(table, uid))
        return id;
    const RecordTable *known = m_transaction.catalog()->table(table);
    if (!known || uid.isNull())
        return 0;
    auto revived = revive(*known, uid);
    if (!revived && m_failure)
        m_failure = revived.error();
    if (!revived || *revived == 0)
        return 0;
    m_confirmed.insert(uid, {table, *revived});
    return *revived;
}

QString Revival::tableOfType(qint64 typeId) const
{
    return m_transaction.identity().tableOfType(typeId);
}

qint64 Revival::typeOfTable(const QString &code) const
{
    return m_transaction.identity().typeOfTable(code);
}

Result<qint64> Revival::revive(const RecordTable &table, const QUuid &uid)
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
    MergeTarget target{table, 0, uid, {}, Row(table.columns.size())};
    for (auto it = snapshot.begin(); it != snapshot.end(); ++it) {
        if (const int at = mergedColumn(table, it.key()); at >= 0)
            target.after[at] = fromJournal(table.columns[at], it.value(), *this);
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
    auto done = m_mergeAnew(table, target.id);
    return done ? Result<qint64>(target.id) : Result<qint64>(done.error());
}

/// Whether an attached file that comes back has its bytes. Contents stay, so it has: unless an erasure was forged that tells
/// of a file which never was.
Result<bool> Revival::hasContents(const MergeTarget &target)
{
    if (target.table.code != u"attachment")
        return true;
    const QString digest = target.after.value(mergedColumn(target.table, u"digest"_s)).toString();
    const qint64 size = target.after.value(mergedColumn(target.table, u"size"_s)).toLongLong();
    auto here = connection().scalar(u"SELECT length(bytes) FROM content WHERE digest = ?"_s, {digest});
    if (!here)
        return here.error();
    return (here->isValid() ? here->toLongLong() : m_contents.value(digest, -1)) == size;
}

/// The rows of a record that came while it was away, and those it had under its old id.
Result<void> Revival::adoptRows(const MergeTarget &target, qint64 oldId)
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
        const ItemRef owner = m_journal.ownerOf(target.table, stray.patch, target.id, target.after);
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

Result<void> Revival::finish()
{
    const auto catalog = m_transaction.catalog();
    for (const auto &[code, id] : std::as_const(m_confirmed)) {
        // A record may have gone all the same: two did away with it, each in a way of its own.
        const RecordTable *table = catalog->table(code);
        auto stands = readRecord(connection(), m_transaction.schema(), *table, id);
        if (!stands)
            return stands.error();
        if (!*stands)
            continue;
        if (auto done = m_transaction.journalRestore(*table, id); !done)
            return done;
    }
    return {};
}

} // namespace Kartoteka
