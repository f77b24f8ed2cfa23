// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/texts.h"
#include "core/schema/counter_settings.h"
#include "core/store/commit/given_numbers.h"
#include "core/store/commit/product_sums.h"
#include "core/store/db/sql_name.h"
#include "core/store/db/sql_union.h"
#include "core/store/kept/activity_counts.h"
#include "core/store/kept/busy_times.h"
#include "core/store/kept/closed_totals.h"
#include "core/store/kept/filled_fields.h"
#include "core/store/kept/reminder_due.h"
#include "core/store/kept/stage_plans.h"
#include "core/store/kept/stage_totals.h"
#include "core/store/kept/stage_visits.h"
#include "core/store/record/schema_reader.h"
#include "core/store/upkeep/database_file.h"
#include "core/store/upkeep/foreign_contents.h"
#include "core/store/upkeep/missing_parts.h"

namespace Kartoteka {

namespace {

/// A query that counts what is wrong, and what to say of it (%1: the number).
struct Rule
{
    QString sql;
    QString message;
};

Result<void> countWrong(Connection &connection, const Rule &rule, QStringList &problems)
{
    auto wrong = connection.scalar(rule.sql);
    if (!wrong)
        return wrong.error();
    if (wrong->toLongLong() != 0)
        problems << rule.message.arg(wrong->toLongLong());
    return {};
}

/// The index holds as many trigrams as the texts have, and finds some rows all over the file by their own texts. What
/// FTS5 offers for it is a write: it would hold up everybody else's for as long as it takes.
Result<bool> isSearchIndexWhole(Connection &connection, const QString &table)
{
    constexpr int samples = 200;
    const QString terms = u"temp."_s + sqlName(table, u"_terms");
    const QString index = sqlName(table, u"_search");
    const QString texts = sqlName(table, u"_search_content");
    if (auto made = connection.run(
            u"CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5vocab('main', %2, 'row')"_s.arg(terms, index));
        !made)
        return made.error();
    auto differ = connection.scalar(
        u"SELECT (SELECT coalesce(sum(cnt), 0) FROM %1) <> (SELECT coalesce(sum(max(length(c0) - 2, 0)), 0) FROM %2)"_s.arg(
            terms, texts));
    if (!differ)
        return differ.error();
    auto lost = connection.scalar(
        u"SELECT count(*) FROM (SELECT id, substr(c0, 1, 30) AS text FROM %2 WHERE length(c0) > 2 AND "
        "id % (SELECT max(id) / %3 + 1 FROM %2) = 0) x WHERE NOT EXISTS (SELECT 1 FROM %1 s "
        "WHERE s.rowid = x.id AND s.%1 MATCH '\"' || replace(x.text, '\"', '\"\"') || '\"')"_s.arg(
            index, texts, QString::number(samples)));
    return lost ? Result<bool>(!differ->toBool() && lost->toLongLong() == 0) : Result<bool>(lost.error());
}

/// Rows that differ, either way.
QString difference(const QString &truth, const QString &kept)
{
    return u"SELECT (SELECT count(*) FROM (SELECT * FROM (%1) EXCEPT %2)) + "
           "(SELECT count(*) FROM (%2 EXCEPT SELECT * FROM (%1)))"_s.arg(truth, kept);
}

/// Every stage total, and every number of planned items, as it ought to be.
QList<Rule> stageRules(const Schema &schema)
{
    const Catalog catalog(schema);
    QStringList totals;
    QStringList plans;
    QStringList closed;
    for (const EntityType &type : schema.allTypes()) {
        if (!type.isItem)
            continue;
        const RecordTable &table = *catalog.table(type.code);
        totals << stageTotalsOf(table);
        if (table.stageColumn >= 0)
            plans << stagePlansOf(table);
        if (const QString rows = closedTotalsOf(table); !rows.isEmpty())
            closed << rows;
    }
    const QString total = u"SELECT stage, currency, items, amount, weighted, created FROM stage_total WHERE items <> 0"_s;
    return {{difference(unionAll(totals), total), Texts::tr("%1 stage totals differ from the items.")},
            {difference(unionAll(plans), u"SELECT stage, items FROM stage_plan"_s),
             Texts::tr("%1 stages count their planned items wrongly.")},
            {difference(unionAll(closed), u"SELECT stage, currency, day, items, amount FROM closed_total"_s),
             Texts::tr("%1 totals of what was closed on a day differ from the items.")}};
}

/// Items of one type that bear the same number.
Rule numbersRule(const Schema &schema)
{
    QStringList parts;
    for (const EntityType &type : schema.allTypes())
        parts << u"SELECT count(*) - count(DISTINCT number) AS twice FROM %1 WHERE number IS NOT NULL"_s.arg(
            sqlName(type.table));
    return {u"SELECT sum(twice) FROM (%1)"_s.arg(unionAll(parts)), Texts::tr("%1 items bear a number twice.")};
}

QList<Rule> rules(const Schema &schema)
{
    QList<Rule> list;
    list << stageRules(schema);
    list << numbersRule(schema);
    list << Rule{
        u"SELECT count(*) FROM (SELECT item_type, item, count(*), sum(incoming), min(deadline) FROM activity_link "
        "WHERE done = 0 GROUP BY 1, 2 EXCEPT SELECT item_type, item, open, incoming, next_deadline FROM item_plan)"_s,
        Texts::tr("%1 items have wrong activity counts.")};
    list << Rule{u"SELECT count(*) FROM item_plan p WHERE NOT EXISTS (SELECT 1 FROM activity_link l "
                 "WHERE l.item_type = p.item_type AND l.item = p.item AND l.done = 0)"_s,
                 Texts::tr("%1 items count activities that do not exist.")};
    const QString person = countedPerson(schema.setting(u"counter_mode"_s));
    for (const auto &[truth, kept] :
         {std::pair{activityCountsQuery(person), u"SELECT person, item_type, planned, incoming FROM activity_count"_s},
          std::pair{litDaysQuery(person), u"SELECT person, item_type, day, activities FROM lit_day"_s}}) {
        list << Rule{difference(truth, kept), Texts::tr("%1 counters differ from the activities.")};
    }
    const QString shared =
        u"SELECT m.ref_type, m.ref, j.at, j.id FROM journal j CROSS JOIN multi_value m ON m.entity_type = "
        "(SELECT id FROM entity_type WHERE code = 'activity') AND m.item = j.record AND m.field IN "
        "(SELECT id FROM field WHERE code = 'items') WHERE j.entity = 'activity' AND NOT "
        "(j.owner_type IS m.ref_type AND j.owner_id IS m.ref)"_s;
    list << Rule{difference(shared, u"SELECT item_type, item, at, journal FROM journal_item"_s),
                 Texts::tr("%1 entries of shared activities are missing from the histories of their items, or too many.")};
    list << Rule{u"SELECT count(*) FROM activity_link l LEFT JOIN activity a ON a.id = l.activity AND a.deleted_at IS NULL "
                 "WHERE a.id IS NULL OR %1 <> l.done OR a.incoming <> l.incoming OR a.deadline IS NOT l.deadline "
                 "OR a.responsible IS NOT l.activity_responsible"_s.arg(linkStateQuery()),
                 Texts::tr("%1 activity links differ from their activities.")};
    list << Rule{
        u"SELECT count(*) FROM activity_link l JOIN activity a ON a.id = l.activity WHERE l.deadline IS NOT NULL AND "
        "coalesce(a.reminders, '') = '' AND l.lit_at <> l.deadline - %1"_s.arg(
            counterLeadOf(schema.setting(Codes::counterLead)) * 60'000),
        Texts::tr("%1 activity links differ from their activities.")};
    list << Rule{difference(remindersDue(false), u"SELECT person, at, activity, offset FROM reminder_due"_s),
                 Texts::tr("%1 reminders differ from the activities.")};
    list << Rule{
        difference(busyTimes(false), u"SELECT is_person, who, starts, activity, ends, hold_until, is_long FROM busy"_s),
        Texts::tr("%1 busy times differ from the activities.")};
    list << Rule{difference(numbersGiven(false), u"SELECT number, entity, uid FROM given_number"_s),
                 Texts::tr("%1 numbers by which activities are found differ from the journal.")};
    list << Rule{u"SELECT count(*) FROM (SELECT origin FROM journal GROUP BY origin "
                 "HAVING count(*) <> max(sequence) - min(sequence) + 1)"_s,
                 Texts::tr("The journal of %1 replicas has gaps.")};
    list << Rule{u"SELECT count(*) FROM replica r WHERE last_sequence <> "
                 "coalesce((SELECT max(sequence) FROM journal j WHERE j.origin = r.id), r.branch_after)"_s,
                 Texts::tr("The last sequence of %1 replicas differs from the journal.")};
    list << Rule{u"SELECT count(*) FROM attachment a WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.digest = a.digest "
                 "AND length(c.bytes) = a.size)"_s,
                 Texts::tr("The contents of %1 attached files are missing.")};
    const Catalog catalog(schema);
    for (const EntityType &type : schema.allTypes()) {
        list << Rule{
            u"SELECT count(*) FROM %1 t LEFT JOIN filled_fields f ON f.id = t.filled WHERE f.fields IS NOT %2"_s.arg(
                sqlName(type.table), filledExpression(*catalog.table(type.code))),
            Texts::tr("%1 items do not say which of their fields are filled in.")};
        list << Rule{u"SELECT abs((SELECT count(*) FROM %1) - (SELECT count(*) FROM %2))"_s.arg(
                         sqlName(type.table), sqlName(type.table, u"_search")),
                     Texts::tr("%1 items are missing from the search index.")};
        if (!type.isItem)
            continue;
        if (const RecordTable &table = *catalog.table(type.code); table.stageColumn >= 0) {
            list << Rule{
                difference(stageVisitsOf(table),
                           u"SELECT item_type, item, entered_at, journal, stage FROM stage_visit WHERE item_type = %1"_s.arg(
                               type.id)),
                Texts::tr("%1 visits of stages differ from the history of the items.")};
        }
        if (type.hasStages) {
            list << Rule{u"SELECT count(*) FROM %1 t LEFT JOIN stage s ON s.id = t.stage WHERE s.id IS NULL"_s.arg(
                             sqlName(type.table)),
                         Texts::tr("%1 items are in a stage that does not exist.")};
        }
        list << Rule{u"SELECT count(*) FROM multi_value m WHERE m.entity_type = %2 AND NOT EXISTS "
                     "(SELECT 1 FROM %1 t WHERE t.id = m.item)"_s.arg(sqlName(type.table))
                         .arg(type.id),
                     Texts::tr("%1 values belong to items that do not exist.")};
    }
    return list;
}

} // namespace

namespace {

Result<QStringList> checkAll(Connection &connection)
{
    QStringList problems;
    {
        auto integrity = connection.query(u"PRAGMA integrity_check(20)"_s);
        if (!integrity)
            return integrity.error();
        while (integrity->next()) {
            if (integrity->text(0) != u"ok")
                problems << integrity->text(0);
        }
    }
    for (const auto &find : {foreignContents, strangeTables}) {
        auto found = find(connection);
        if (!found)
            return found.error();
        for (const QString &what : std::as_const(*found))
            problems << Texts::tr("This does not belong in the file: %1.").arg(what);
    }
    auto missing = missingParts(connection);
    if (!missing)
        return missing.error();
    for (const QString &what : std::as_const(*missing))
        problems << Texts::tr("This is missing from the file: %1. Another program removed it: restore a backup.").arg(what);
    if (!missing->isEmpty())
        return problems; // nothing else can be asked of it
    auto schema = readSchema(connection);
    if (!schema)
        return schema.error();
    for (const Rule &rule : rules(**schema)) {
        if (auto done = countWrong(connection, rule, problems); !done)
            return done.error();
    }
    auto wrong = countWrongAmounts(connection, Catalog(**schema));
    if (!wrong)
        return wrong.error();
    if (*wrong != 0)
        problems << Texts::tr("%1 items have an amount that is not what their products come to.").arg(*wrong);
    for (const EntityType &type : (*schema)->allTypes()) {
        auto whole = isSearchIndexWhole(connection, type.table);
        if (!whole || !*whole)
            problems << Texts::tr("The search index of “%1” is broken.").arg(type.code);
    }
    return problems;
}

} // namespace

Result<QStringList> checkDatabase(Connection &connection)
{
    // One moment for all of it: others may write meanwhile.
    if (auto begun = connection.run(u"BEGIN"_s); !begun)
        return begun.error();
    auto problems = checkAll(connection);
    (void)connection.run(u"ROLLBACK"_s); // nothing was written
    return problems;
}

} // namespace Kartoteka
