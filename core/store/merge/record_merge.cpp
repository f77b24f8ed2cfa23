// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/record_merge.h"

#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/store/commit/unique_numbers.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

/// Whether a write is something a person did to the record itself, for which it must not stay deleted. Making it is that where
/// its identity comes from its key: another one may have made and deleted it.
bool isEdit(const QUuid &uid, const RecordWrite &write)
{
    if (write.operation == u"create")
        return uid.version() == QUuid::Sha1;
    if (write.operation != u"update" || write.patch.contains(u"deleted_at"_s))
        return false;
    const QStringList codes = write.patch.keys();
    return std::any_of(codes.begin(), codes.end(), [](const QString &code) {
        return code != u"rank" && code != ownerInPatch && !code.startsWith(u"modified_");
    });
}

/// An amount that came from the products was nobody's word: it is no conflict that another one stands.
void dropComputed(const QList<RecordWrite> &rows, QList<LostWrite> &lost)
{
    lost.removeIf([&](const LostWrite &one) {
        const auto loser = std::ranges::find_if(rows, [&](const RecordWrite &row) { return row.version.row == one.loser; });
        if (loser == rows.end())
            return false;
        const QJsonValue automatic = loser->patch[Codes::amountAuto];
        return (loser->operation == u"update" ? automatic[1] : automatic).toBool();
    });
}

/// What a series makes is worked out by the program, on whatever seat: nobody's word (docs/decisions/0081).
bool isWorkedOut(const MergeTarget &target)
{
    return target.table.code == u"activity" && target.uid.version() == QUuid::Sha1;
}

QSet<qint64> creationsIn(const QList<RecordWrite> &rows)
{
    QSet<qint64> creations;
    for (const RecordWrite &row : rows) {
        if (row.operation == u"create")
            creations.insert(row.version.row);
    }
    return creations;
}

/// Making it anew, on a seat that did not know what people did to it since, changes nothing of that.
void dropCreations(const QSet<qint64> &creations, QList<FieldWrite> &writes)
{
    const QList<FieldWrite> all = writes;
    writes.removeIf([&](const FieldWrite &one) {
        return creations.contains(one.row) && std::ranges::any_of(all, [&](const FieldWrite &other) {
                   return !creations.contains(other.row) && !one.isAwareOf(other);
               });
    });
}

const RecordWrite *rowOf(const QList<RecordWrite> &rows, const FieldWrite &write)
{
    const auto row = std::ranges::find_if(rows, [&](const RecordWrite &one) { return one.version.row == write.row; });
    return row == rows.end() ? nullptr : &*row;
}

/// What is done was done at the moment that its writer saw: one who did not know of it may have put it off, or skipped it. Not so
/// where another rule begins with it. Whoever completes or reopens it says its moment along, and changes it no more than that.
void keepMomentOfDone(const QList<FieldWrite> &completions, const QList<RecordWrite> &rows, QList<FieldWrite> &writes)
{
    const auto isAlong = [](const FieldWrite &one) { return one.before == one.after; };
    QList<FieldWrite> said = writes;
    said.removeIf(isAlong);
    if (completions.isEmpty() || said.isEmpty())
        return;
    const FieldWrite done = inOrder(completions).constLast();
    const FieldWrite last = inOrder(said).constLast();
    // Who says it along knowing of all that was said tells what came of it.
    const QList<FieldWrite> ordered = inOrder(writes);
    const auto knowing = std::find_if(ordered.crbegin(), ordered.crend(),
                                      [&](const FieldWrite &one) { return isAlong(one) && one.isAwareOf(last); });
    if (knowing != ordered.crend()) {
        writes = said << *knowing;
        return;
    }
    const auto told = std::ranges::find(writes, done.row, &FieldWrite::row);
    const RecordWrite *row = rowOf(rows, last);
    const bool isKept = done.after.toBool() && told != writes.end() && isAlong(*told) && last.isConcurrentWith(done) && row
        && !row->patch.contains(Codes::series);
    writes = isKept ? QList<FieldWrite>{*told} : said;
}

} // namespace

Result<void> RecordMerge::columns(MergeTarget &target, const QJsonObject &patch, const QList<RecordWrite> &rows)
{
    target.differs = true;
    const QList<FieldWrite> erasures = RecordWrites::erasuresIn(rows);
    const QSet<qint64> creations = creationsIn(rows);
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const int at = mergedColumn(target.table, it.key());
        if (at < 0 || it.key() == u"deleted_at" || (target.table.typeId != 0 && it.key() == u"number"))
            continue; // numbers: core/store/commit/unique_numbers.h
        const RecordColumn &column = target.table.columns[at];
        QList<FieldWrite> writes = m_writes.ofColumn(it.key(), rows);
        if (isWorkedOut(target))
            dropCreations(creations, writes);
        if (target.table.code == u"activity" && momentOfActivity().contains(it.key()))
            keepMomentOfDone(m_writes.ofColumn(u"done"_s, rows), rows, writes);
        const QJsonValue value = column.multiple ? QJsonValue(mergedMembers(writes)) : mergedValue(writes);
        target.after[at] = fromJournal(column, value, m_identity);
        if (column.kept || column.multiple)
            continue;
        QList<LostWrite> lost = lostWrites(writes, erasures);
        if (target.table.isItem && column.code == Codes::amount)
            dropComputed(rows, lost);
        if (isWorkedOut(target))
            lost.removeIf([&](const LostWrite &one) { return creations.contains(one.loser); });
        if (auto done = m_conflicts.keep(target, column.code, lost); !done)
            return done;
    }
    if (auto done = deletion(target, rows); !done)
        return done;
    PendingChange pending(target.table, Operation::Update, target.id, target.before, target.after);
    if (auto done = m_transaction.settle(pending); !done)
        return done;
    target.after = pending.after;
    return {};
}

Result<void> RecordMerge::deletion(MergeTarget &target, const QList<RecordWrite> &rows)
{
    const int at = target.table.indexOf(u"deleted_at"_s);
    const QList<FieldWrite> writes = m_writes.ofColumn(u"deleted_at"_s, rows);
    if (at < 0 || writes.isEmpty())
        return {};
    QList<FieldWrite> work;
    for (const RecordWrite &row : rows) {
        if (isEdit(target.uid, row))
            work << row.version;
    }
    if (target.table.isItem) {
        auto additions = m_writes.additionsTo({target.table.typeId, target.id, {}});
        if (!additions)
            return additions.error();
        work << *additions;
    }
    const FieldWrite last = inOrder(writes).constLast();
    target.after[at] = fromJournal(target.table.columns[at], last.after, m_identity);
    const QList<FieldWrite> erasures = RecordWrites::erasuresIn(rows);
    // Of what the program keeps whole, the place of a field on the card, nobody is asked anything.
    const bool isAsked = !std::ranges::all_of(target.table.columns, &RecordColumn::kept);
    QList<LostWrite> lost;
    for (const FieldWrite &deletion : writes) {
        if (deletion.after.isNull())
            continue;
        FieldWrite winner;
        for (const FieldWrite &one : std::as_const(work)) {
            if (one.isConcurrentWith(deletion) && (winner.row == 0 || winner < one))
                winner = one;
        }
        if (winner.row == 0)
            continue;
        if (deletion.row == last.row)
            target.after[at] = {};
        if (!isAsked || isErased(deletion, winner, erasures))
            continue;
        const bool open = std::none_of(writes.begin(), writes.end(),
                                       [&](const FieldWrite &w) { return w.isAwareOf(deletion); });
        lost.append({.loser = deletion.row, .winner = winner.row, .open = open});
    }
    std::sort(lost.begin(), lost.end(), [](const LostWrite &a, const LostWrite &b) { return a.loser < b.loser; });
    return m_conflicts.keep(target, u"deleted_at"_s, lost);
}

Result<void> RecordMerge::number(MergeTarget &target, const QList<RecordWrite> &rows)
{
    QList<FieldWrite> writes;
    for (const RecordWrite &row : rows) {
        if (target.table.typeId == 0 || row.operation != u"create")
            continue;
        auto made = m_writes.numberIn(target.table, row.version.origin, row.version.sequence, row.patch);
        if (!made)
            return made.error();
        if (!made->isEmpty()) {
            writes << row.version;
            writes.last().after = *made;
        }
    }
    if (writes.isEmpty())
        return {};
    auto number = numberFor(m_transaction, target.table, target.uid, mergedValue(writes).toString());
    if (!number)
        return number.error();
    target.after[target.table.indexOf(u"number"_s)] = *number;
    return {};
}

} // namespace Kartoteka
