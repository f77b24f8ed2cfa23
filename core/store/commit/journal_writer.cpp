// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/journal_writer.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/store/change/version_vector.h"
#include "core/store/commit/given_numbers.h"
#include "core/store/db/write_times.h"

namespace Kartoteka {

const QStringList &momentOfActivity()
{
    static const QStringList columns{Codes::deadline, Codes::start, Codes::occurrence, Codes::recurrence};
    return columns;
}

ItemRef ownerOf(const RecordTable &table, qint64 id, const Row &row)
{
    if (table.isItem)
        return {table.typeId, id, {}};
    if (const int at = table.indexOf(u"owner"_s); at >= 0)
        return row[at].value<ItemRef>();
    if (const int at = table.indexOf(u"items"_s); at >= 0) {
        const auto items = row[at].value<Members>();
        return items.isEmpty() ? ItemRef() : items.first().ref;
    }
    if (const int at = table.indexOf(u"source"_s); at >= 0 && table.columns[at].isAnyItem())
        return row[at].value<ItemRef>();
    return {};
}

namespace {

/// Columns of which one means nothing without the other: replicas merge them as one value.
QList<int> writtenTogether(const RecordTable &table, const Row &before, const Row &after, const QList<int> &touched)
{
    QList<int> along;
    const auto pair = [&](const QString &one, const QString &other) {
        const int a = table.indexOf(one);
        const int b = a < 0 ? -1 : table.indexOf(other);
        if (b >= 0 && (before[a] != after[a] || before[b] != after[b] || touched.contains(a) || touched.contains(b)))
            along << a << b;
    };
    if (table.isItem) {
        pair(Codes::amountAuto, Codes::amount);
    } else if (table.code == Codes::productRow) {
        pair(u"price"_s, u"currency"_s);
        pair(u"discount"_s, u"discount_kind"_s);
    } else if (const int done = table.code == u"activity" ? table.indexOf(u"done"_s) : -1;
               done >= 0 && before[done] != after[done]) { // which of a series was done (core/store/merge/record_merge)
        for (const QString &code : momentOfActivity())
            along << table.indexOf(code);
    }
    return along;
}

} // namespace

Result<void> JournalWriter::begin(qint64 now)
{
    auto replica = m_connection.query(
        u"SELECT r.id, r.last_sequence, r.seat_code, r.machine, c.last, c.news, EXISTS (SELECT 1 FROM conflict "
        "WHERE open = 1) FROM replica r, hybrid_clock c WHERE r.is_self = 1"_s);
    if (!replica)
        return replica.error();
    if (!replica->next())
        return Error{ErrorCode::Damaged, Texts::tr("The file does not say which copy of the office it is."), {}, {}};
    own.id = replica->integer(0);
    own.sequence = replica->integer(1);
    own.seat = replica->text(2);
    own.machine = replica->text(3);
    // Hybrid logical clock (Kulkarni et al. 2014): wall time, or one past the greatest seen.
    own.clock = qMax(replica->integer(4) + 1, now << 16);
    own.news = replica->integer(5) != 0;
    own.conflicts = replica->integer(6) != 0;
    return {};
}

Result<void> JournalWriter::finish()
{
    auto done = m_connection.run(u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {own.sequence, own.id});
    return !done ? done : m_connection.run(u"UPDATE hybrid_clock SET last = ?, news = ?"_s, {own.clock, own.news ? 1 : 0});
}

Result<qint64> JournalWriter::write(const JournalledAct &act, const WrittenRecord &written)
{
    const PartTimer timer(Part::Journal);
    const auto &[table, operation, id, uid, before, after, touched] = written;
    // What leaves its item is told of there.
    ItemRef owner = after.isEmpty() ? ItemRef() : ownerOf(table, id, after);
    if (owner.isNull() && !before.isEmpty())
        owner = ownerOf(table, id, before);
    PatchText patch(m_identity);
    const bool isUpdate = !before.isEmpty() && !after.isEmpty();
    const bool moved = isUpdate && table.stageColumn >= 0 && before[table.stageColumn] != after[table.stageColumn];
    const QList<int> along = isUpdate ? writtenTogether(table, before, after, touched) : QList<int>();
    const Row &whole = after.isEmpty() ? before : after;
    for (int i = 0; i < table.columns.size(); ++i) {
        const RecordColumn &column = table.columns[i];
        if (!isUpdate && whole[i].isValid())
            patch.add(column, whole[i]);
        else if (isUpdate
                 && (before[i] != after[i] || (moved && table.withStage.contains(i)) || touched.contains(i)
                     || along.contains(i)))
            patch.add(column, before[i], after[i]);
    }
    // Said though it be none: what a record belongs to may be another item where the row is read.
    const auto belongs = [&table = table] {
        return table.indexOf(u"owner"_s) >= 0 || table.indexOf(u"items"_s) >= 0 || table.code == u"link";
    };
    if (!table.isItem && operation != u"create" && belongs())
        patch.addOwner(owner);
    // Records without an owner stand under type 0, where their creations are found too.
    const qint64 ownerType = owner.isNull() ? 0 : owner.type;
    const qint64 ownerId = owner.isNull() ? id : owner.id;
    QVariant knows;
    if (own.news) {
        auto news = newsText();
        if (!news)
            return news.error();
        knows = *news;
        own.news = false;
    }
    auto done = m_connection.run(
        u"INSERT INTO journal (origin, sequence, clock, at, author, act, entity, record, uid, owner_type, owner_id, "
        "operation, patch, knows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)"_s,
        {own.id, ++own.sequence, own.clock++, act.at, act.author == 0 ? QVariant() : QVariant(act.author), act.id,
         table.entity, id, uidBytes(uid), ownerType, ownerId, operation, patch.text(), knows});
    const qint64 row = m_connection.lastInsertId();
    if (done && operation == u"create" && table.typeId != 0 && uid.version() == QUuid::Sha1)
        done = keepGivenNumber(m_connection, row);
    return done ? Result<qint64>(row) : Result<qint64>(done.error());
}

Result<void> JournalWriter::settleConflicts(const WrittenRecord &written)
{
    const bool isUpdate = !written.before.isEmpty() && !written.after.isEmpty();
    for (int i = 0; own.conflicts && isUpdate && i < written.table.columns.size(); ++i) {
        if (written.before[i] == written.after[i] && !written.touched.contains(i))
            continue;
        auto done = m_connection.run(u"UPDATE conflict SET open = 0 WHERE entity = ? AND record = ? AND field = ?"_s,
                                     {written.table.entity, written.id, written.table.columns[i].code});
        if (!done)
            return done;
    }
    return {};
}

Result<QString> JournalWriter::newsText()
{
    auto vector = readVector(m_connection);
    if (!vector)
        return vector.error();
    auto self = m_connection.scalar(u"SELECT uid FROM replica WHERE id = ?"_s, {own.id});
    if (!self)
        return self.error();
    vector->remove(uidFromBytes(self->toByteArray()));
    return QString::fromUtf8(compactJson(vectorToJson(*vector)));
}

} // namespace Kartoteka
