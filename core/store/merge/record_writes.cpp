// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/record_writes.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// Whoever made a record anew after it was erased began with nothing of what it was before.
QList<RecordWrite> withoutFormerLives(const QList<RecordWrite> &rows)
{
    QList<FieldWrite> ends;
    for (const RecordWrite &erasure : rows) {
        const auto isNext = [&](const RecordWrite &row) {
            return row.operation == u"create" && row.version.isAwareOf(erasure.version);
        };
        if (erasure.operation == u"erase" && std::ranges::any_of(rows, isNext))
            ends << erasure.version;
    }
    QList<RecordWrite> lives = rows;
    lives.removeIf([&](const RecordWrite &row) {
        return std::ranges::any_of(ends, [&](const FieldWrite &end) { return end.isAwareOf(row.version); });
    });
    return lives;
}

} // namespace

Result<QList<RecordWrite>> RecordWrites::of(const QList<KnownRow> &rows)
{
    QList<RecordWrite> writes;
    for (const KnownRow &row : rows) {
        RecordWrite write{versionOf(row), row.operation, row.patch};
        auto knows = m_history.knowsAt(write.version.origin, write.version.sequence);
        if (!knows)
            return knows.error();
        write.version.knows = *knows;
        writes.append(write);
    }
    return withoutFormerLives(writes);
}

Result<QList<RecordWrite>> RecordWrites::of(const RecordTable &table, qint64 id, const QUuid &uid, const ItemRef &owner)
{
    auto rows = readKnownRows(connection(), table, id, uid);
    if (!rows)
        return rows.error();
    if (uid.version() == QUuid::Sha1 && !owner.isNull()) {
        auto made = readCreations(connection(), table, id, uid, owner);
        if (!made)
            return made.error();
        *rows += *made;
    }
    return of(*rows);
}

Result<QList<RecordWrite>> RecordWrites::ofSettings()
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

Result<QList<FieldWrite>> RecordWrites::additionsTo(const ItemRef &item)
{
    QList<FieldWrite> added;
    {
        auto cursor = connection().query(
            u"SELECT id, origin, sequence, clock, entity, patch FROM journal WHERE owner_type = ? "
            "AND owner_id = ? AND operation = 'create' AND entity IN (%1)"_s.arg(additions),
            {item.type, item.id});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            // Merging items deletes them: what says so is no work on them.
            if (cursor->text(4) == u"link" && jsonObject(cursor->text(5))[u"kind"].toString() == u"merge")
                continue;
            FieldWrite one;
            one.row = cursor->integer(0);
            one.origin = m_history.uidOf(cursor->integer(1));
            one.sequence = cursor->integer(2);
            setClock(one, cursor->integer(3));
            added.append(one);
        }
    }
    for (FieldWrite &one : added) {
        auto knows = m_history.knowsAt(one.origin, one.sequence);
        if (!knows)
            return knows.error();
        one.knows = *knows;
    }
    return added;
}

Result<QList<FieldWrite>> RecordWrites::erasuresOf(const QUuid &uid)
{
    QList<FieldWrite> erasures;
    {
        auto cursor = connection().query(u"SELECT origin, sequence FROM journal WHERE uid = ? AND operation = 'erase'"_s,
                                         {uidBytes(uid)});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            FieldWrite erasure;
            erasure.origin = m_history.uidOf(cursor->integer(0));
            erasure.sequence = cursor->integer(1);
            erasures.append(erasure);
        }
    }
    for (FieldWrite &erasure : erasures) {
        auto knows = m_history.knowsAt(erasure.origin, erasure.sequence);
        if (!knows)
            return knows.error();
        erasure.knows = *knows;
    }
    return erasures;
}

Result<bool> RecordWrites::wasErasedKnowing(const QUuid &uid, const FieldWrite &version)
{
    auto erasures = erasuresOf(uid);
    if (!erasures)
        return erasures.error();
    return std::ranges::any_of(*erasures, [&](const FieldWrite &one) { return one.isAwareOf(version); });
}

Result<bool> RecordWrites::wasErasedBeside(const QUuid &uid, const FieldWrite &version)
{
    auto erasures = erasuresOf(uid);
    if (!erasures)
        return erasures.error();
    return std::ranges::any_of(*erasures, [&](const FieldWrite &one) { return one.isConcurrentWith(version); });
}

Result<QString> RecordWrites::numberIn(const RecordTable &table, const QUuid &origin, qint64 sequence,
                                       const QJsonObject &patch)
{
    const QString said = patch[u"number"].toString();
    return said.isEmpty() && table.code == u"activity" ? m_numbers.numberOf(m_history.idOf(origin), sequence)
                                                       : Result<QString>(said);
}

FieldWrite RecordWrites::versionOf(const KnownRow &row) const
{
    FieldWrite version = row.version;
    version.origin = m_history.uidOf(row.origin);
    setClock(version, version.clock);
    return version;
}

FieldWrite RecordWrites::versionOf(const JournalRow &row, qint64 journalRow, const VersionVector &knows) const
{
    FieldWrite version{.row = journalRow,
                       .clock = 0,
                       .origin = row.origin,
                       .sequence = row.sequence,
                       .before = {},
                       .after = {},
                       .knows = knows};
    setClock(version, row.clock);
    return version;
}

QList<FieldWrite> RecordWrites::ofColumn(const QString &column, const QList<RecordWrite> &rows) const
{
    QList<FieldWrite> writes;
    for (const RecordWrite &row : rows) {
        const auto value = row.patch.constFind(column);
        if (value == row.patch.constEnd() || row.operation == u"erase")
            continue;
        FieldWrite write = row.version;
        const bool isUpdate = row.operation == u"update";
        write.before = isUpdate ? value.value()[0] : value.value();
        write.after = inTime(column, isUpdate ? value.value()[1] : value.value(), write.origin, write.sequence);
        writes.append(write);
    }
    return writes;
}

QList<FieldWrite> RecordWrites::erasuresIn(const QList<RecordWrite> &rows)
{
    QList<FieldWrite> erasures;
    for (const RecordWrite &row : rows) {
        if (row.operation == u"erase")
            erasures.append(row.version);
    }
    return erasures;
}

QJsonValue RecordWrites::inTime(const QString &column, const QJsonValue &value, const QUuid &origin, qint64 sequence) const
{
    if (m_clocks.isEmpty() || !value.isDouble() || !clockedColumns().contains(column))
        return value;
    return m_clocks.timeOf(origin, sequence, value.toInteger());
}

const QStringList &RecordWrites::clockedColumns()
{
    static const QStringList columns{Codes::createdAt, Codes::modifiedAt, Codes::stageChangedAt, Codes::closedAt,
                                     u"done_at"_s};
    return columns;
}

/// The clock by which a write counts, of a row with the clock @p written.
void RecordWrites::setClock(FieldWrite &write, qint64 written) const
{
    write.clock = m_clocks.clockOf(write.origin, write.sequence, written);
    write.isCorrected = write.clock != written;
}

} // namespace Kartoteka
