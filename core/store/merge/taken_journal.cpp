// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/taken_journal.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/act_kinds.h"
#include "core/store/commit/given_numbers.h"

namespace Kartoteka {

namespace {

constexpr qsizetype listedReasons = 20;

} // namespace

Result<void> TakenJournal::addAct(const ActRow &act)
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
                            {act.kind == ActKinds::redo ? QVariant() : QVariant(m_acts.value(act.uid)), *undoes});
}

Result<qint64> TakenJournal::add(const JournalRow &row, qint64 at, const ItemRef &item)
{
    const auto act = m_acts.constFind(row.act);
    if (act == m_acts.cend())
        return damagedBy(row, Texts::tr("it does not say what this change belongs to."));
    auto author = m_users.find(row.author);
    if (author == m_users.end())
        author = m_users.insert(row.author, m_transaction.identity().idOf(u"user"_s, row.author));
    if (*author == 0 && !row.author.isNull())
        *author = m_transaction.identity().idOf(u"user"_s, row.author);
    const bool isUnknown = *author == 0 && !row.author.isNull();
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
        return done.error();
    m_report.lastRow = connection().lastInsertId();
    if (m_report.firstRow == 0)
        m_report.firstRow = m_report.lastRow;
    if (row.operation == u"create" && row.uid.version() == QUuid::Sha1)
        done = keepGivenNumber(connection(), m_report.lastRow);
    if (!done)
        return done.error();
    return m_report.lastRow;
}

Result<void> TakenJournal::place(qint64 journalRow, qint64 record, const ItemRef &owner)
{
    return connection().run(u"UPDATE journal SET record = ?, owner_type = ?, owner_id = ?, merged = NULL WHERE id = ?"_s,
                            {record, owner.isNull() ? 0 : owner.type, owner.isNull() ? record : owner.id, journalRow});
}

Result<void> TakenJournal::setAside(qint64 journalRow, const JournalRow &row, const QString &reason)
{
    auto done = connection().run(
        u"UPDATE journal SET record = 0, owner_type = NULL, owner_id = NULL, merged = '{}' WHERE id = ?"_s, {journalRow});
    if (done)
        done = connection().run(u"INSERT OR REPLACE INTO set_aside (journal, reason) VALUES (?, ?)"_s, {journalRow, reason});
    ++m_report.aside;
    if (m_report.asideReasons.size() < listedReasons)
        m_report.asideReasons << Texts::tr("%1: %2").arg(row.entity, reason);
    return done;
}

Result<QList<QPair<qint64, JournalRow>>> TakenJournal::waiting()
{
    auto c = connection().query(u"SELECT j.id, o.uid, j.sequence, j.clock, j.at, j.entity, j.uid, j.operation, j.patch "
                                "FROM set_aside s JOIN journal j ON j.id = s.journal JOIN replica o ON o.id = j.origin "
                                "ORDER BY j.id"_s);
    if (!c)
        return c.error();
    QList<QPair<qint64, JournalRow>> rows;
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
        rows.append({c->integer(0), row});
    }
    return rows;
}

Result<void> TakenJournal::takeUp(qint64 journalRow)
{
    return connection().run(u"DELETE FROM set_aside WHERE journal = ?"_s, {journalRow});
}

Result<void> TakenJournal::keepMerged(const MergeTarget &target, Identity &identity)
{
    PatchText merged(identity);
    for (int i = 0; i < target.table.columns.size(); ++i) {
        if (target.before[i] != target.after[i])
            merged.add(target.table.columns[i], target.before[i], target.after[i]);
    }
    return connection().run(u"UPDATE journal SET merged = CAST(? AS TEXT) WHERE id = ?"_s,
                            {merged.text(), target.journalRow});
}

ItemRef TakenJournal::ownerOf(const RecordTable &table, const QJsonObject &patch, qint64 id, const Row &row) const
{
    const QJsonValue said = patch[ownerInPatch];
    if (table.isItem || said.isUndefined())
        return Kartoteka::ownerOf(table, id, row);
    if (!said.isObject())
        return {};
    // By what stands: where a row is told of brings nothing back.
    const QString type = said[u"t"].toString();
    const ItemRef owner{m_transaction.identity().typeOfTable(type),
                        m_transaction.identity().idOf(type, uidFromText(said[u"u"].toString())),
                        {}};
    return owner.type == 0 || owner.id == 0 ? ItemRef() : owner;
}

} // namespace Kartoteka
