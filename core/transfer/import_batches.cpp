// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/import_batches.h"
#include "core/schema/act_kinds.h"

#include <utility>

namespace Kartoteka {

namespace {

constexpr qint64 batchRows = 8000;

/// Whether a change refers to a record that another one makes.
bool refersTo(const Change &change, const QUuid &uid)
{
    return std::any_of(change.values.begin(), change.values.end(), [&](const FieldValue &value) {
        if (value.value.typeId() == QMetaType::QUuid)
            return value.value.toUuid() == uid;
        if (value.value.typeId() != qMetaTypeId<Members>())
            return false;
        const auto members = value.value.value<Members>();
        return std::any_of(members.begin(), members.end(), [&](const Member &member) { return member.ref.uid == uid; });
    });
}

} // namespace

ImportBatches::ImportBatches(Store &store, QString table, QString subject, bool rehearse, ImportReport &report)
    : m_writer(store), m_table(std::move(table)), m_subject(std::move(subject)), m_rehearse(rehearse), m_report(report)
{}

ChangeSet ImportBatches::emptySet() const
{
    ChangeSet changes;
    changes.act = m_report.act;
    changes.goesOn = true;
    changes.kind = ActKinds::importing;
    changes.subject = m_subject;
    return changes;
}

QUuid ImportBatches::create(qint64 row, QList<FieldValue> values)
{
    const QUuid uid = m_batch.items.create(m_table, std::move(values));
    if (m_remembers)
        m_waitingCreations.insert(uid, m_batch.rows.size());
    m_batch.rows.append(row);
    ++m_batch.creations;
    keep();
    return uid;
}

void ImportBatches::update(qint64 row, qint64 id, QList<FieldValue> values)
{
    m_batch.items.update(m_table, id, std::move(values));
    m_waitingUpdates.insert(id, m_batch.rows.size());
    m_batch.rows.append(row);
    ++m_batch.updates;
    keep();
}

Change *ImportBatches::waiting(const QUuid &uid)
{
    const auto place = m_waitingCreations.constFind(uid);
    return place == m_waitingCreations.cend() ? nullptr : &m_batch.items.changes[*place];
}

Change *ImportBatches::waiting(qint64 id)
{
    const auto place = m_waitingUpdates.constFind(id);
    return place == m_waitingUpdates.cend() ? nullptr : &m_batch.items.changes[*place];
}

bool ImportBatches::isUnderWay(qint64 id) const
{
    return std::any_of(m_underWay.begin(), m_underWay.end(),
                       [id](const QHash<qint64, qsizetype> &updated) { return updated.contains(id); });
}

Result<void> ImportBatches::commitNow(ChangeSet changes)
{
    ChangeSet own = emptySet();
    own.changes = std::move(changes.changes);
    const Result<Receipt> receipt = m_writer.commitPart(std::move(own));
    return receipt ? Result<void>() : Result<void>(receipt.error());
}

bool ImportBatches::isFull() const
{
    return m_batch.creations + m_batch.updates >= batchRows;
}

Result<void> ImportBatches::send()
{
    Batch batch = std::move(m_batch);
    m_batch = {};
    m_batch.references.changes = batch.references.changes.mid(batch.kept);
    batch.references.changes.resize(batch.kept);
    m_waitingCreations.clear();
    const QHash<qint64, qsizetype> updated = std::exchange(m_waitingUpdates, {});
    if (batch.items.isEmpty())
        return {};
    if (m_rehearse) {
        m_report.imported += batch.creations;
        m_report.updated += batch.updates;
        return {};
    }
    ChangeSet whole = emptySet();
    whole.changes = batch.references.changes + batch.items.changes;
    // The batch is kept beside its commit, so that a refused one can be tried again row by row.
    const auto sent = std::make_shared<const Batch>(std::move(batch));
    m_underWay.push_back(updated);
    return m_writer.send(
        std::move(whole),
        [this, sent](const Receipt &receipt) {
            m_underWay.pop_front();
            m_report.imported += sent->creations;
            m_report.updated += sent->updates;
            noteMade(receipt);
        },
        [this, sent] {
            m_underWay.pop_front();
            return retryOneByOne(*sent);
        });
}

Result<void> ImportBatches::flush()
{
    auto done = send();
    return done ? m_writer.flush() : done;
}

void ImportBatches::noteMade(const Receipt &receipt)
{
    if (m_remembers)
        m_made.insert(receipt.created);
}

/// Each item takes along what it refers to; what only refused ones refer to is not made.
Result<void> ImportBatches::retryOneByOne(const Batch &batch)
{
    QList<Change> unmade = batch.references.changes;
    for (qsizetype i = 0; i < batch.items.changes.size(); ++i) {
        const Change &item = batch.items.changes[i];
        ChangeSet one = emptySet();
        QList<Change> others;
        for (const Change &reference : std::as_const(unmade))
            (refersTo(item, reference.uid) ? one.changes : others).append(reference);
        one.changes.append(item);
        const Result<Receipt> result = m_writer.commitPart(std::move(one));
        if (result) {
            ++(item.operation == Operation::Create ? m_report.imported : m_report.updated);
            noteMade(*result);
            unmade = others;
        } else if (isRefusal(result.error())) {
            m_report.reject({batch.rows[i], result.error().where, result.error().message});
        } else {
            return result.error();
        }
    }
    return {};
}

} // namespace Kartoteka
