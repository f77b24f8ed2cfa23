// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/bulk.h"

#include "core/base/fold.h"
#include "core/items/batch_writer.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

constexpr qsizetype batchItems = 250;
constexpr qsizetype listedSkipped = 300;
constexpr qsizetype mostCounted = 10'000; ///< reading more of them twice would be felt

/// Items whose changes stand in one commit.
struct Batch
{
    ChangeSet changes;
    QList<Item> items;
    QList<qsizetype> ends; ///< behind the last change of each item
};

class Bulk
{
public:
    Bulk(Store &store, qint64 typeId, const BulkAct &act, const BulkOptions &options)
        : m_store(store)
        , m_typeId(typeId)
        , m_act(act)
        , m_subject(act.subject)
        , m_options(options)
        , m_id(act.act.isNull() ? makeUid(store.clock().now()) : act.act)
        , m_writer(store)
    {}

    Result<BulkReport> run(const QList<qint64> &ids)
    {
        auto report = runAll(ids);
        if (!report) {
            (void)m_store.takeOut(m_id).result(); // what failed half way leaves nothing behind
            return report;
        }
        auto finished = m_store.finishAct(m_id).result();
        return finished ? report : Result<BulkReport>(finished.error());
    }

private:
    /// What is written tells how many changed, and cannot be said otherwise afterwards: it is signed.
    Result<void> nameByCount(const QList<qint64> &ids)
    {
        if (!m_act.counted || ids.size() > mostCounted)
            return {};
        qsizetype changed = 0;
        for (qsizetype from = 0; from < ids.size() && !m_options.cancel.isCancelled(); from += batchItems) {
            auto batch = plan(ids.mid(from, batchItems));
            if (!batch)
                return batch.error();
            changed += batch->items.size();
        }
        m_report = {};
        m_subject = m_act.counted(changed);
        return {};
    }

    Result<BulkReport> runAll(const QList<qint64> &ids)
    {
        if (auto done = nameByCount(ids); !done)
            return done.error();
        for (qsizetype from = 0; from < ids.size(); from += batchItems) {
            if (m_options.cancel.isCancelled()) {
                m_report.cancelled = true;
                break;
            }
            auto batch = plan(ids.mid(from, batchItems));
            if (!batch)
                return batch.error();
            if (!batch->changes.isEmpty()) {
                const auto sent = std::make_shared<const Batch>(std::move(*batch));
                auto done = m_writer.send(
                    sent->changes, [this, sent](const Receipt &) { m_report.done += sent->items.size(); },
                    [this, sent] { return oneByOne(*sent); });
                if (!done)
                    return done.error();
            }
            if (m_options.progress)
                m_options.progress(qMin(from + batchItems, ids.size()), ids.size());
        }
        auto done = m_writer.flush();
        return done ? Result<BulkReport>(m_report) : Result<BulkReport>(done.error());
    }

    ChangeSet header() const
    {
        ChangeSet changes;
        changes.act = m_id;
        changes.goesOn = true;
        changes.kind = m_act.kind;
        changes.subject = m_subject;
        return changes;
    }

    Result<Batch> plan(const QList<qint64> &ids)
    {
        struct Planned
        {
            Batch batch;
            QList<BulkSkipped> skipped;
            qsizetype unchanged = 0;
        };
        auto planned = m_store
                           .read<Planned>(
                               {},
                               [this, ids](const ReadContext &context) -> Result<Planned> {
                                   auto items = readItems(context, m_typeId, ids);
                                   if (!items)
                                       return items.error();
                                   Planned out;
                                   for (const Item &item : std::as_const(*items)) {
                                       auto changes = m_act.plan(context, item);
                                       if (!changes) {
                                           out.skipped.append({item.ref(), item.text(Codes::title), changes.error()});
                                       } else if (changes->isEmpty()) {
                                           ++out.unchanged;
                                       } else {
                                           out.batch.changes.changes += changes->changes;
                                           out.batch.items.append(item);
                                           out.batch.ends.append(out.batch.changes.changes.size());
                                       }
                                   }
                                   return out;
                               })
                           .result();
        if (!planned)
            return planned.error();
        for (const BulkSkipped &one : std::as_const(planned->skipped))
            skip(one);
        m_report.unchanged += planned->unchanged;
        Batch batch = std::move(planned->batch);
        const QList<Change> changes = batch.changes.changes;
        batch.changes = header();
        batch.changes.changes = changes;
        return batch;
    }

    void skip(const BulkSkipped &one)
    {
        ++m_report.skippedInAll;
        if (m_report.skipped.size() < listedSkipped)
            m_report.skipped.append(one);
    }

    /// A rule refused one item of the batch: the others must not suffer for it.
    Result<void> oneByOne(const Batch &batch)
    {
        qsizetype from = 0;
        for (qsizetype i = 0; i < batch.items.size(); ++i) {
            ChangeSet one = header();
            one.changes = batch.changes.changes.mid(from, batch.ends[i] - from);
            from = batch.ends[i];
            const Result<Receipt> single = m_writer.commitPart(std::move(one));
            if (single)
                ++m_report.done;
            else
                skip({batch.items[i].ref(), batch.items[i].text(Codes::title), single.error()});
        }
        return {};
    }

    Store &m_store;
    qint64 m_typeId;
    const BulkAct &m_act;
    QString m_subject;
    const BulkOptions &m_options;
    QUuid m_id;
    BulkReport m_report;
    BatchWriter m_writer;
};

} // namespace

Result<BulkReport> runBulk(Store &store, qint64 typeId, const QList<qint64> &ids, const BulkAct &act,
                           const BulkOptions &options)
{
    return Bulk(store, typeId, act, options).run(ids);
}

BulkAct bulkEdit(const SchemaPtr &schema, const QHash<QString, Value> &values)
{
    return {ActKinds::edit, {}, [schema, values](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                return planEdit(*schema, item, values);
            }};
}

BulkAct bulkTags(const SchemaPtr &schema, const QStringList &add, const QStringList &remove)
{
    return {ActKinds::edit, {}, [schema, add, remove](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                QStringList tags;
                const auto has = [](const QStringList &list, const QString &tag) {
                    return std::any_of(list.begin(), list.end(), [&](const QString &t) { return fold(t) == fold(tag); });
                };
                for (const Member &member : item.members(Codes::tags)) {
                    if (!has(remove, member.text))
                        tags << member.text;
                }
                for (const QString &tag : add) {
                    if (!has(tags, tag))
                        tags << tag;
                }
                return planEdit(*schema, item, {{Codes::tags, textMembers(tags)}});
            }};
}

BulkAct bulkDelete(const SchemaPtr &schema, qint64 nowMs)
{
    return {ActKinds::remove, {}, [schema, nowMs](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                return item.deleted ? ChangeSet() : planDelete(*schema->type(item.typeId), {item.id}, {}, nowMs);
            }};
}

BulkAct bulkRestore(const SchemaPtr &schema)
{
    return {ActKinds::restore, {}, [schema](const ReadContext &, const Item &item) -> Result<ChangeSet> {
                return item.deleted ? planRestore(*schema->type(item.typeId), {item.id}, {}) : ChangeSet();
            }};
}

BulkAct bulkPurge(const SchemaPtr &schema)
{
    return {ActKinds::purge, {}, [schema](const ReadContext &context, const Item &item) -> Result<ChangeSet> {
                return planPurge(context, *schema->type(item.typeId), {item.id});
            }};
}

} // namespace Kartoteka
