// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/filter_bench.h"

#include "core/items/row_queries.h"
#include "core/office.h"
#include "core/pipeline/stage_acts.h"
#include "core/query/item_query.h"
#include "core/store/kept/closed_totals.h"
#include "core/store/kept/stage_plans.h"
#include "core/store/kept/stage_totals.h"
#include "models/list/list_columns.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/raw_sqlite.h"

#include <QFile>

namespace Kartoteka {

namespace {

constexpr int firstPage = 50;
constexpr double enoughMs = 1; ///< nobody feels it, whatever SQLite alone would take

/// Filters that people set, each with the best plan for its first page, written by hand.
QList<std::pair<QString, QByteArray>> filtersWithFloors(const Store &store, int leads)
{
    const Schema &schema = *store.schema();
    const qint64 lead = schema.type(u"lead"_s)->id;
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(store.clock().now()).date().startOfDay();
    const QDateTime yesterday = today.date().addDays(-1).startOfDay();
    // The newest first, looked at one by one; or by an index of what is rare.
    const auto walk = [](const QByteArray &where) {
        return "SELECT t.id FROM lead t NOT INDEXED WHERE t.deleted_at IS NULL AND " + where + " ORDER BY t.id DESC";
    };
    const auto by = [](const char *index, const QByteArray &where) {
        return QByteArray("SELECT t.id FROM lead t INDEXED BY ") + index + " WHERE t.deleted_at IS NULL AND " + where
            + " ORDER BY t.id DESC";
    };
    const auto match = [](const QString &word) {
        return "SELECT rowid FROM lead_search WHERE lead_search MATCH '\"" + word.toUtf8() + "\"' ORDER BY rowid DESC";
    };
    const auto filled = [&](const QString &field, const char *is) {
        return by("lead_filled",
                  "t.filled IN (SELECT id FROM filled_fields WHERE instr(fields, ',"
                      + QByteArray::number(schema.field(lead, field)->id) + ",') " + is + " 0)");
    };
    const auto created = [&](const QDateTime &from, const QByteArray &more = "") {
        return by("lead_created_at",
                  "t.created_at >= " + QByteArray::number(from.toMSecsSinceEpoch()) + " AND t.created_at < "
                      + QByteArray::number(from.date().addDays(1).startOfDay().toMSecsSinceEpoch()) + more);
    };
    const QByteArray stage =
        "t.stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE p.entity_type = 1 AND s.%1)";
    const auto inStage = [&](const char *which) { return QByteArray(stage).replace("%1", which); };
    const QByteArray seller = "t.responsible = (SELECT id FROM user_account WHERE name = 'Продавец 3')";
    const QByteArray call = "t.source = (SELECT min(id) FROM list_value WHERE code = 'call')";
    const QByteArray overdue =
        "EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = 1 AND p.item = t.id AND p.next_deadline < "
        + QByteArray::number(store.clock().now()) + ")";
    const QByteArray trees = "instr(t.title_fold, 'елок') > 0";
    return {{u"responsible = me"_s, walk("t.responsible = " + QByteArray::number(store.user()))},
            {u"responsible = \"Продавец 3\""_s, walk(seller)},
            {u"stage = new"_s, walk(inStage("code = 'new'"))},
            {u"stage = \"group in_progress\""_s, walk(inStage("stage_group = 'in_progress'"))},
            {u"amount > 50000"_s, walk("t.amount > 5000000")},
            {u"amount = 50000..50050"_s, by("lead_amount", "t.amount BETWEEN 5000000 AND 5005000")},
            {u"source = call"_s, walk(call)},
            {u"created_at = today"_s, created(today)},
            {u"created_at = yesterday"_s, created(yesterday)},
            {u"title ~ ёлок"_s, walk(trees)},
            {u"title ~ %1"_s.arg(leads - 7), match(QString::number(leads - 7))},
            {u"title ~ нетникого"_s, match(u"нетникого"_s)},
            {u"last_name = Щукин"_s, walk("t.last_name_fold = 'щукин'")},
            {u"phone ~ 91512"_s, match(u"91512"_s)},
            {u"email ~ client%1@"_s.arg(leads / 2), match(u"client%1@"_s.arg(leads / 2))},
            {u"email is empty"_s, filled(u"email"_s, "=")},
            {u"comment is not empty"_s, filled(u"comment"_s, ">")},
            {u"tags = vip"_s,
             walk("EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = 1 AND m.item = t.id AND m.key = 'vip')")},
            {u"activity = none"_s, walk("NOT EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = 1 AND p.item = t.id)")},
            {u"activity = overdue"_s, walk(overdue)},
            {u"stage ever = junk"_s, walk(inStage("code = 'junk'"))},
            {u"client_company.title ~ acme"_s,
             "SELECT t.id FROM company_search c CROSS JOIN lead t INDEXED BY lead_client_company ON t.client_company = "
             "c.rowid WHERE c.company_search MATCH '\"acme\"' AND t.deleted_at IS NULL ORDER BY t.id DESC"},
            {u"responsible = \"Продавец 3\" and stage = new"_s, walk(seller + " AND " + inStage("code = 'new'"))},
            {u"responsible = \"Продавец 3\" and amount > 80000"_s, walk(seller + " AND t.amount > 8000000")},
            {u"source = call and title ~ кабеля"_s, walk(call + " AND instr(t.title_fold, 'кабеля') > 0")},
            {u"amount > 80000 and created_at = today"_s, created(today, " AND t.amount > 8000000")},
            {u"activity = overdue and responsible = \"Продавец 3\""_s, walk(seller + " AND " + overdue)},
            {u"title ~ ёлок or last_name = Щукин"_s, walk("(" + trees + " OR t.last_name_fold = 'щукин')")}};
}

} // namespace

/// Five pipelines of eight stages, the leads spread over them, one column of them long. Written past the store: it is the
/// set-up, not what is measured.
QString dailyOffice(const QString &folder, int leads, const QTemporaryDir &work)
{
    const QString path = work.filePath(u"daily.kartoteka"_s);
    QFile::copy(benchOffice(folder, leads), path);
    SchemaPtr schema;
    {
        auto store = openOffice(path);
        if (!store)
            qFatal("daily file");
        const qint64 type = (*store)->schema()->type(u"lead"_s)->id;
        const auto commit = [&](const Result<ChangeSet> &changes) {
            if (!changes || !(*store)->commitAndWait(*changes))
                qFatal("daily stages");
        };
        for (int i = 2; i <= 5; ++i)
            commit(planAddPipeline(*(*store)->schema(), type, u"Pipeline %1"_s.arg(i),
                                   (*store)->schema()->defaultPipeline(type)->id));
        for (const Pipeline &pipeline : (*store)->schema()->pipelines(type)) {
            while ((*store)->schema()->stages(pipeline.id).size() < 8)
                commit(planAddStage(*(*store)->schema(), pipeline.id,
                                    {u"Stage %1"_s.arg((*store)->schema()->stages(pipeline.id).size()), u"#5B6B8C"_s,
                                     StageGroup::InProgress, 0}));
        }
        schema = (*store)->schema();
    }
    RawSqlite raw(path);
    const QList<qint64> stages = raw.integers(
        "SELECT id FROM stage WHERE deleted_at IS NULL AND pipeline IN (SELECT id FROM "
        "pipeline WHERE entity_type = 1) ORDER BY pipeline, stage_group, position");
    // A tenth of all in the first column, the rest spread evenly.
    QByteArray cases = "CASE WHEN id % 10 = 0 THEN " + QByteArray::number(stages.constFirst()) + " ELSE CASE (id / 10) % "
        + QByteArray::number(stages.size());
    for (qsizetype i = 0; i < stages.size(); ++i)
        cases += " WHEN " + QByteArray::number(i) + " THEN " + QByteArray::number(stages[i]);
    raw.run("UPDATE lead SET stage = " + cases + " END END");
    raw.run("UPDATE lead SET pipeline = (SELECT pipeline FROM stage s WHERE s.id = lead.stage)");
    raw.run("DELETE FROM stage_total WHERE stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE "
            "p.entity_type = 1)");
    const Catalog catalog(*schema);
    const RecordTable &table = *catalog.table(u"lead"_s);
    raw.run("INSERT INTO stage_total " + stageTotalsOf(table).toUtf8());
    raw.run("DELETE FROM closed_total WHERE stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE "
            "p.entity_type = 1)");
    raw.run("INSERT INTO closed_total " + closedTotalsOf(table).toUtf8());
    raw.run("DELETE FROM stage_plan WHERE stage IN (SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE "
            "p.entity_type = 1)");
    raw.run("INSERT INTO stage_plan " + stagePlansOf(table).toUtf8());
    return path;
}

void benchFilters(Report &report, Growth &growth, const QString &folder, int leads)
{
    const QTemporaryDir work(folder + u"/daily-XXXXXX"_s);
    const QString path = dailyOffice(folder, leads, work);
    auto opened = openOffice(path);
    if (!opened)
        qFatal("daily file");
    Store &store = **opened;
    RawSqlite raw(path);
    report.section(u"Filters, %1 leads: CPU of the reading thread for a first page"_s.arg(leads));
    ActTable acts(report, growth, leads);
    const ReadContext context = store.reader();
    ItemQuery query;
    query.typeId = store.schema()->type(u"lead"_s)->id;
    query.user = store.user();
    const RecordTable &table = *context.table(query.typeId);
    const QStringList columns = ListColumn::usual(*store.schema(), *store.schema()->type(query.typeId));
    QStringList single{u"id"_s, u"uid"_s, u"number"_s};
    QStringList multiple;
    for (const RecordColumn &column : table.columns) {
        if (!columns.contains(column.code))
            continue;
        if (column.multiple)
            multiple << QString::number(column.field);
        else
            single << physicalColumns(column);
    }
    for (const auto &[text, best] : filtersWithFloors(store, leads)) {
        auto conditions = parseConditions(text);
        if (!conditions)
            qFatal("%s", qPrintable(text));
        query.conditions = *conditions;
        query.now = store.clock().now();
        acts.read(
            text,
            [&] {
                auto ids = queryIds(context, query, firstPage);
                if (!ids || !readRows(context, query.typeId, *ids, columns))
                    qFatal("%s: %s", qPrintable(text), qPrintable(ids ? QString() : ids.error().detail));
            },
            [&] {
                const QList<qint64> ids = raw.integers(best + " LIMIT 50");
                QByteArray marks("-1");
                for (const qint64 id : ids)
                    marks += ',' + QByteArray::number(id);
                raw.run("SELECT " + single.join(u',').toUtf8() + " FROM lead WHERE id IN (" + marks + ")");
                raw.run("SELECT item, field, value, label FROM multi_value WHERE entity_type = 1 AND field IN ("
                        + multiple.join(u',').toUtf8() + ") AND item IN (" + marks + ")");
            },
            3, enoughMs);
    }
}

} // namespace Kartoteka
