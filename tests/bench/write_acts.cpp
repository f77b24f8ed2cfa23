// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/items/bulk.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/leads/conversion.h"
#include "core/leads/merge.h"
#include "core/office.h"
#include "core/pipeline/stage_move.h"
#include "core/transfer/importer.h"
#include "tests/bench/acts.h"
#include "tests/bench/bench_files.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/raw_sqlite.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

namespace Kartoteka {

namespace {

class Writes
{
public:
    Writes(Report &report, Growth &growth, const QString &path, int leads)
        : m_report(report), m_growth(growth), m_table(report, growth, leads), m_leads(leads), m_path(path), m_raw(path)
    {
        auto opened = openOffice(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
        m_lead = m_store->schema()->type(u"lead"_s)->id;
        m_stages = m_store->schema()->stages(m_store->schema()->defaultPipeline(m_lead)->id);
        m_raw.run("CREATE TABLE IF NOT EXISTS bench_timeline (id INTEGER PRIMARY KEY, item INTEGER, at INTEGER, text TEXT)");
        m_raw.run("CREATE INDEX IF NOT EXISTS bench_timeline_item ON bench_timeline (item, at)");
    }
    ~Writes() { m_raw.run("DROP TABLE bench_timeline"); }

    void single()
    {
        m_report.section(u"One act on one item, %1 leads: CPU of the process, durable"_s.arg(m_leads));
        const auto act = [&](const QString &name, const std::function<Result<ChangeSet>()> &plan,
                             const std::function<void()> &floor, double limit) {
            m_table.write(
                name, [&] { commit(plan()); }, floor, limit);
        };
        act(
            u"move a card"_s,
            [&] {
                return planMove(context(), {m_lead, next(), {}}, m_stages[++m_turn % 3].id);
            },
            [&] {
                const qint64 id = next();
                raw("UPDATE lead SET stage = ?, rank = ?, stage_changed_at = ?, modified_at = ? WHERE id = ?",
                    {m_stages[++m_turn % 3].id, 1e12 + m_turn, m_turn, m_turn, id}, id);
            },
            3);
        act(
            u"edit a title"_s,
            [&] {
                return planEdit(*m_store->schema(), lead(next()), {{u"title"_s, u"Поправлен %1"_s.arg(++m_turn)}});
            },
            [&] {
                const qint64 id = next();
                const QString title = u"поправлен %1"_s.arg(++m_turn);
                m_raw.run("BEGIN IMMEDIATE");
                m_raw.run("UPDATE lead SET title = ?, title_fold = ?, modified_at = ? WHERE id = ?",
                          {title, title, m_turn, id});
                m_raw.run("UPDATE lead_search SET text = ? || substr(text, instr(text, char(10))) WHERE rowid = ?",
                          {title, id});
                log(id);
                m_raw.run("COMMIT");
            },
            3);
        act(
            u"comment"_s,
            [&] {
                return planComment({m_lead, next(), {}}, u"Просил перезвонить"_s);
            },
            [&] {
                const qint64 id = next();
                raw("INSERT INTO comment (uid, owner_type, owner_id, text) VALUES (randomblob(16), 1, ?, 'Просил перезвонить')",
                    {id}, id);
            },
            4);
        const auto planned = [&](qint64 id) -> Result<ChangeSet> {
            ActivityDraft draft;
            draft.title = u"Позвонить"_s;
            draft.deadline = m_store->clock().now() + 86'400'000;
            draft.items = {{m_lead, id, {}}};
            return planActivity(*m_store->schema(), draft);
        };
        const auto planFloor = [&](qint64 id) {
            m_raw.run("BEGIN IMMEDIATE");
            m_raw.run(
                "INSERT INTO activity (uid, number, title, title_fold, deadline, incoming, done, responsible, created_at, "
                "modified_at) VALUES (randomblob(16), 'b' || ?1, 'Позвонить', 'позвонить', ?1, 0, 0, 1, ?1, ?1)",
                {m_turn});
            m_raw.run(
                "INSERT INTO multi_value (entity_type, item, field, position, ref, ref_type) VALUES (5, last_insert_rowid(), "
                "999, 0, ?, 1)",
                {id});
            m_raw.run(
                "INSERT INTO activity_search (rowid, text) VALUES ((SELECT max(id) FROM activity), 'позвонить' || char(10))");
            m_raw.run(
                "INSERT OR IGNORE INTO activity_link (activity, item_type, item, item_responsible, incoming, done, deadline, "
                "lit_at) VALUES (-?, 9999, ?, 1, 0, 0, ?, ?)",
                {++m_turn, id, m_turn, m_turn});
            log(id);
            m_raw.run("COMMIT");
        };
        act(
            u"plan an activity"_s, [&] { return planned(next()); }, [&] { planFloor(next()); }, 4);
        act(
            u"plan one on an item with many"_s, [&] { return planned(busyLead); }, [&] { planFloor(busyLead); }, 4);
        m_raw.run("DELETE FROM activity_link WHERE item_type = 9999");
        m_raw.run("DELETE FROM multi_value WHERE field = 999");
        m_table.alone(u"undo of one act"_s, [&] {
            if (!m_store->undo().result())
                qFatal("undo");
        });
        m_table.alone(u"create a contact with a phone"_s, [&] {
            commit(planCreate(*m_store->schema(), *m_store->schema()->type(u"contact"_s),
                              {{u"last_name"_s, u"Новиков %1"_s.arg(++m_turn)},
                               {u"phone"_s, textMembers({u"+7 495 %1"_s.arg(2'000'000 + m_turn)})}}));
        });
        m_table.alone(u"merge two leads"_s, [&] {
            auto plan = planMerge(context(), {.keep = {m_lead, next(), {}}, .others = {next()}, .choice = {}},
                                  m_store->clock().now());
            if (!plan)
                qFatal("merge");
            commit(plan->changes);
        });
        m_table.alone(u"convert a lead into three"_s, [&] {
            ConversionRequest request;
            request.source = {m_lead, next(), {}};
            request.targets = {u"deal"_s, u"contact"_s, u"company"_s};
            auto plan = planConversion(context(), request);
            if (plan)
                commit(plan->changes);
        });
    }

    void many()
    {
        const int count = qMin(10'000, m_leads / 10);
        m_report.section(u"Acts on %1 items of %2 leads: CPU of the process, ms a thousand"_s.arg(count).arg(m_leads));
        QList<qint64> ids;
        for (int i = 0; i < count; ++i)
            ids << m_leads / 2 + i;
        const SchemaPtr schema = m_store->schema();
        const double move = run(u"move"_s, count, [&] { bulk(ids, bulkMove(schema, m_stages[1].id)); });
        const double moveBack = run(u"its undo"_s, count, [&] { undo(); });
        const double away = run(u"delete"_s, count, [&] { bulk(ids, bulkDelete(schema, m_store->clock().now())); });
        const double back = run(u"undo of the deletion"_s, count, [&] { undo(); });
        m_report.figure(u"delete against move"_s, QString::number(away / move, 'f', 2), away <= 2 * move);
        m_report.figure(u"its undo against that of a move"_s, QString::number(back / moveBack, 'f', 2),
                        back <= 2 * moveBack);
        imports(count);
    }

private:
    ReadContext context() const { return m_store->reader(); }
    Item lead(qint64 id) const { return *readItem(context(), {m_lead, id, {}}); }
    /// Items all over the file, each once.
    qint64 next()
    {
        m_item += 7919;
        return m_item % m_leads + 1;
    }
    void commit(const Result<ChangeSet> &changes)
    {
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));
        if (auto done = m_store->commitAndWait(*changes); !done)
            qFatal("%s %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    }
    void log(qint64 item)
    {
        m_raw.run("INSERT INTO bench_timeline (item, at, text) VALUES (?, ?, 'what was done, from what to what')",
                  {item, m_turn});
    }
    void raw(const QByteArray &sql, const QVariantList &bound, qint64 item)
    {
        m_raw.run("BEGIN IMMEDIATE");
        m_raw.run(sql, bound);
        log(item);
        m_raw.run("COMMIT");
    }
    double run(const QString &act, int count, const std::function<void()> &job)
    {
        const double begin = processCpuMs();
        QElapsedTimer wall;
        wall.start();
        job();
        const double cpu = (processCpuMs() - begin) * 1000 / count;
        m_growth.note(u"many: "_s + act, m_leads, cpu);
        m_report.figure(u"%1 (%2 ms on the clock)"_s.arg(act).arg(wall.elapsed()), QString::number(cpu, 'f', 1));
        return cpu;
    }
    void bulk(const QList<qint64> &ids, const BulkAct &act)
    {
        // Some were converted or merged before: those are passed over.
        if (auto done = runBulk(*m_store, m_lead, ids, act); !done || done->done < ids.size() / 2)
            qFatal("bulk: %s",
                   done ? qPrintable(u"%1 of %2"_s.arg(done->done).arg(ids.size()))
                        : qPrintable(done.error().message + done.error().detail));
    }
    void undo()
    {
        if (!m_store->undo().result())
            qFatal("undo");
    }
    void imports(int count)
    {
        const QString csv = benchCsv(QFileInfo(m_path).path(), count);
        ImportOptions options;
        options.typeId = m_lead;
        options.preview = *previewImport(*m_store->schema(), m_lead, csv);
        const auto bring = [&](DuplicatePolicy policy) {
            options.duplicates = policy;
            if (auto done = importFile(*m_store, options); !done)
                qFatal("%s", qPrintable(done.error().message));
        };
        const auto rows = [&](const QString &act, double perThousand, double least) {
            m_report.figure(u"  rows a second of CPU, %1"_s.arg(act), QString::number(1e6 / perThousand, 'f', 0),
                            1e6 / perThousand >= least);
        };
        run(u"import"_s, count, [&] { bring(DuplicatePolicy::Create); });
        run(u"undo of the import"_s, count, [&] { undo(); });
        rows(u"new rows, duplicates looked up"_s, run(u"import, skip"_s, count, [&] { bring(DuplicatePolicy::Skip); }),
             10'000);
        rows(u"all known, left out"_s, run(u"import again, skip"_s, count, [&] { bring(DuplicatePolicy::Skip); }), 10'000);
        rows(u"all known, merged"_s, run(u"import again, merge"_s, count, [&] { bring(DuplicatePolicy::Merge); }), 10'000);
    }

    Report &m_report;
    Growth &m_growth;
    ActTable m_table;
    int m_leads;
    QString m_path;
    RawSqlite m_raw;
    std::unique_ptr<Store> m_store;
    qint64 m_lead = 0;
    QList<Stage> m_stages;
    qint64 m_item = 1000;
    qint64 m_turn = 0;
};

} // namespace

void benchWrites(Report &report, Growth &growth, const QString &path, int leads)
{
    Writes(report, growth, path, leads).single();
}

void benchMany(Report &report, Growth &growth, const QString &path, int leads)
{
    Writes(report, growth, path, leads).many();
}

} // namespace Kartoteka
