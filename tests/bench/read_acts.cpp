// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/activities/counters.h"
#include "core/activities/day_queries.h"
#include "core/activities/reminder_queries.h"
#include "core/items/item_queries.h"
#include "core/items/row_queries.h"
#include "core/office.h"
#include "core/pipeline/card_queries.h"
#include "core/query/find_anywhere.h"
#include "core/query/plan_columns.h"
#include "core/query/search_query.h"
#include "core/timeline/timeline.h"
#include "models/list/item_table_model.h"
#include "tests/bench/acts.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/raw_sqlite.h"

namespace Kartoteka {

namespace {

constexpr int page = 50;
constexpr int cards = 30;
constexpr double flatMs = 1;

class Reads
{
public:
    Reads(Report &report, Growth &growth, const QString &path, int leads)
        : m_table(report, growth, leads), m_leads(leads), m_raw(path)
    {
        auto opened = openOffice(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
        m_lead = m_store->schema()->type(u"lead"_s)->id;
        for (const QString &code : ListColumn::usual(*m_store->schema(), *m_store->schema()->type(m_lead)))
            m_columns << code;
        const RecordTable &table = *context().table(m_lead);
        QStringList single{u"id"_s, u"uid"_s, u"number"_s};
        for (const RecordColumn &column : table.columns) {
            if (!m_columns.contains(column.code))
                continue;
            if (column.multiple)
                m_members << QByteArray::number(column.field);
            else
                single << physicalColumns(column);
        }
        m_single = single.join(u',').toLatin1();
    }

    void run(Report &report)
    {
        report.section(u"Looked at, %1 leads: CPU of the reading thread"_s.arg(m_leads));
        lists();
        filters();
        searches();
        palette();
        counts();
        boards();
        boardOfPlans();
        card();
        lookUps();
    }

private:
    ReadContext context() const { return m_store->reader(); }
    ItemQuery leads() const
    {
        ItemQuery query;
        query.typeId = m_lead;
        query.user = m_store->user();
        query.now = m_store->clock().now();
        return query;
    }
    ItemQuery filtered(const QString &text) const
    {
        ItemQuery query = leads();
        query.conditions = *parseConditions(text);
        return query;
    }
    void showPage(const ItemQuery &query)
    {
        auto ids = queryIds(context(), query, page);
        if (!ids || !readRows(context(), m_lead, *ids, m_columns))
            qFatal("%s", ids ? "rows" : qPrintable(ids.error().detail));
    }
    /// What the window reads of a page, by hand: rows, phones and e-mails, titles of clients.
    void rawRows(const QList<qint64> &ids)
    {
        QByteArray marks("-1");
        for (const qint64 id : ids)
            marks += ',' + QByteArray::number(id);
        m_raw.run("SELECT " + m_single + " FROM lead WHERE id IN (" + marks + ")");
        m_raw.run("SELECT item, field, value, label FROM multi_value WHERE entity_type = 1 AND field IN ("
                  + m_members.join(',') + ") AND item IN (" + marks + ")");
        m_raw.run("SELECT id, title FROM company WHERE id IN (SELECT client_company FROM lead WHERE id IN (" + marks + "))");
    }
    void pageAct(const QString &act, const ItemQuery &query, const QByteArray &best, double enoughMs = 0)
    {
        m_table.read(
            act, [&] { showPage(query); }, [&] { rawRows(m_raw.integers(best)); }, 3, enoughMs);
    }

    void lists()
    {
        pageAct(u"list, newest first"_s, leads(), "SELECT id FROM lead WHERE deleted_at IS NULL ORDER BY id DESC LIMIT 50");
        const auto sorted = [&](const QString &field, bool descending, const QByteArray &best) {
            ItemQuery query = leads();
            query.sort = {{field, descending}};
            pageAct(u"list by %1%2"_s.arg(field, descending ? u" descending"_s : QString()), query, best);
        };
        const QByteArray all = "SELECT id FROM lead WHERE deleted_at IS NULL ";
        sorted(u"title"_s, false, all + "ORDER BY title_fold LIMIT 50");
        sorted(u"amount"_s, true, all + "ORDER BY amount DESC LIMIT 50");
        sorted(u"created_at"_s, true, all + "ORDER BY created_at DESC LIMIT 50");
        sorted(u"responsible"_s, false, all + "AND responsible = 1 ORDER BY id LIMIT 50");
        sorted(u"stage"_s, false, all + "AND stage = (SELECT min(stage) FROM lead) ORDER BY id LIMIT 50");
        sorted(u"client_company"_s, false, all + "AND client_company IS NULL ORDER BY id LIMIT 50");
        sorted(u"client_company"_s, true,
               "SELECT t.id FROM company c INDEXED BY company_title CROSS JOIN lead t INDEXED BY lead_client_company ON "
               "t.client_company = c.id WHERE c.deleted_at IS NULL ORDER BY c.title_fold DESC LIMIT 50");
        m_table.read(
            u"list, rows in the middle"_s,
            [&] {
                QList<qint64> ids;
                for (int i = 0; i < page; ++i)
                    ids << m_leads / 2 + i;
                (void)readRows(context(), m_lead, ids, m_columns);
            },
            [&] {
                QList<qint64> ids;
                for (int i = 0; i < page; ++i)
                    ids << m_leads / 2 + i;
                rawRows(ids);
            });
    }

    void filters()
    {
        const QByteArray all = "SELECT id FROM lead WHERE deleted_at IS NULL AND ";
        pageAct(
            u"filter of three conditions"_s, filtered(u"responsible = me and amount > 100000 and source = call"_s),
            all + "responsible = 1 AND amount > 10000000 AND source = (SELECT min(id) FROM list_value) ORDER BY id DESC LIMIT 50",
            flatMs);
        pageAct(u"filter: in progress"_s, filtered(u"stage = \"group in_progress\""_s),
                all + "stage IN (SELECT id FROM stage WHERE stage_group = 'in_progress') ORDER BY id DESC LIMIT 50", flatMs);
        pageAct(
            u"filter: overdue"_s, filtered(u"activity = overdue"_s),
            "SELECT t.id FROM lead t WHERE EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = 1 AND p.item = t.id AND "
            "p.next_deadline < 9e15) ORDER BY t.id DESC LIMIT 50",
            flatMs);
        pageAct(
            u"filter: tag"_s, filtered(u"tags = vip"_s),
            "SELECT t.id FROM lead t WHERE EXISTS (SELECT 1 FROM multi_value m WHERE m.entity_type = 1 AND m.item = t.id AND "
            "m.key = 'vip') ORDER BY t.id DESC LIMIT 50",
            flatMs);
    }

    /// The index by its own match, the newest first: no plan finds them sooner.
    void searches()
    {
        const QList<std::pair<QString, QString>> texts{{u"rare word"_s, u"№%1"_s.arg(m_leads - 7)},
                                                       {u"word of one row in eight"_s, u"ёлок"_s},
                                                       {u"word of every row"_s, u"компания"_s},
                                                       {u"two words"_s, u"иванов ёлок"_s},
                                                       {u"piece of a phone"_s, u"79123"_s},
                                                       {u"phone as typed"_s, u"+7 912 3"_s},
                                                       {u"nothing"_s, u"нетникого"_s}};
        for (const auto &[what, text] : texts) {
            ItemQuery query = leads();
            query.search = text;
            const SearchTerms terms = searchTerms(text);
            const QString match = terms.match;
            m_table.read(
                u"search, %1"_s.arg(what), [&] { showPage(query); },
                [&] {
                    rawRows(m_raw.integers(
                        "SELECT rowid FROM lead_search WHERE lead_search MATCH ? ORDER BY rowid DESC LIMIT 50", {match}));
                },
                3, 5);
        }
        for (const QString &text : {u"ёл"_s, u"щщ"_s, u"ж"_s}) {
            ItemQuery query = leads();
            query.search = text;
            m_table.alone(
                u"search, “%1”"_s.arg(text), [&] { showPage(query); }, 5, 5);
        }
        ItemQuery sorted = leads();
        sorted.search = u"ёлок"_s;
        sorted.sort = {{u"amount"_s, true}};
        m_table.read(
            u"search by amount"_s, [&] { showPage(sorted); },
            [&] {
                rawRows(m_raw.integers(
                    "SELECT t.id FROM lead t INDEXED BY lead_amount CROSS JOIN lead_search_content x ON x.id = t.id "
                    "WHERE t.deleted_at IS NULL AND instr(x.c0, 'елок') > 0 ORDER BY t.amount DESC LIMIT 50"));
            },
            3, 5);
    }

    /// What the palette finds in all sections while somebody types.
    void palette()
    {
        constexpr double firstAnswersMs = 50;
        for (const QString &text : {u"ёло"_s, u"иванов"_s, u"rjvgfybz"_s, u"нетникого"_s, u"79123"_s, u"301"_s})
            m_table.alone(
                u"palette, “%1”"_s.arg(text), [&] { (void)findAnywhere(context(), text, 12); }, firstAnswersMs, 5);
    }

    void counts()
    {
        const auto limit = std::optional<double>(flatMs);
        m_table.alone(
            u"count and sum of all leads"_s, [&] { (void)queryTotals(context(), leads()); }, limit);
        m_table.alone(
            u"count and sum in progress"_s,
            [&] { (void)queryTotals(context(), filtered(u"stage = \"group in_progress\""_s)); }, limit);
        ItemQuery contacts;
        contacts.typeId = m_store->schema()->type(u"contact"_s)->id;
        m_table.alone(
            u"count of all contacts"_s, [&] { (void)queryCount(context(), contacts); }, limit);
        ItemQuery searched = leads();
        searched.search = u"ёлок"_s;
        const QString match = searchTerms(searched.search).match;
        m_table.read(
            u"count of a frequent word"_s, [&] { (void)queryCount(context(), searched); },
            [&] { m_raw.run("SELECT count(*) FROM lead_search WHERE lead_search MATCH ?", {match}); }, 1.5);
        m_table.read(
            u"counters of the sections"_s, [&] { (void)sectionLights(context(), m_store->user(), m_store->clock().now()); },
            [&] {
                m_raw.run("SELECT item_type, planned, incoming FROM activity_count WHERE person = 1");
                m_raw.run("SELECT item_type, sum(activities) FROM lit_day WHERE person = 1 AND day < ? GROUP BY 1",
                          {m_store->clock().now() / 86'400'000});
            },
            3, flatMs);
        m_table.alone(
            u"the next light"_s, [&] { (void)nextLightAt(context(), m_store->clock().now()); }, limit);
        m_table.alone(
            u"the next reminder"_s, [&] { (void)nextReminderAt(context(), m_store->user(), m_store->clock().now()); }, 1);
        m_table.alone(
            u"a day of 500 activities"_s, [&] { (void)dayQueue(context(), m_store->user(), m_store->clock().now()); }, 10);
    }

    /// The least that cards of a board take.
    void readCardsRaw(const QList<qint64> &ids)
    {
        QByteArray marks("-1");
        for (const qint64 id : ids)
            marks += ',' + QByteArray::number(id);
        m_raw.run("SELECT id, rank, stage, number, title, amount, amount_currency, responsible, stage_changed_at, "
                  "(SELECT title FROM company c WHERE c.id = client_company), (SELECT title FROM contact c "
                  "WHERE c.id = client_contact), company_title, last_name, first_name FROM lead WHERE id IN ("
                  + marks + ")");
        m_raw.run("SELECT item, sum(incoming), count(*) FROM activity_link WHERE item_type = 1 AND done = 0 AND item IN ("
                  + marks + ") GROUP BY item");
        m_raw.run("SELECT item, value FROM multi_value WHERE entity_type = 1 AND field = 24 AND item IN (" + marks + ")");
    }

    void boardOfPlans()
    {
        const Schema &schema = *m_store->schema();
        const ItemQuery query = plannedQuery(schema, leads());
        const Qt::DayOfWeek firstDay = firstDayOfWeek(schema);
        const ColumnsPtr columns = planColumns(schema, m_lead, 0, {query.now, firstDay, query.user});
        const BoardDays days(QDateTime::fromMSecsSinceEpoch(query.now), firstDay, WorkCalendar(schema));
        QByteArray inProgress("-1");
        for (const Stage &stage : schema.stages(schema.defaultPipeline(m_lead)->id)) {
            if (stage.group == StageGroup::InProgress)
                inProgress += ',' + QByteArray::number(stage.id);
        }
        const QByteArray planned = "SELECT t.id FROM item_plan p INDEXED BY item_plan_deadline CROSS JOIN lead t ON t.id = "
                                   "p.item WHERE p.item_type = 1 AND t.stage IN ("
            + inProgress + ") AND p.next_deadline >= ? AND p.next_deadline < ? ORDER BY p.next_deadline LIMIT 30";
        m_table.read(
            u"board of activities"_s,
            [&] {
                if (!readBoard(context(), query, *columns, {}, cards, query.now))
                    qFatal("board");
            },
            [&] {
                qint64 from = 0;
                for (int column = int(DayColumn::Overdue); column < int(DayColumn::Later); ++column) {
                    const qint64 end = days.endOf(DayColumn(column));
                    readCardsRaw(m_raw.integers(planned, {std::exchange(from, end), end}));
                }
                readCardsRaw(m_raw.integers(planned, {from, std::numeric_limits<qint64>::max()}));
                readCardsRaw(m_raw.integers("SELECT t.id FROM lead t NOT INDEXED WHERE t.deleted_at IS NULL AND t.stage IN ("
                                            + inProgress
                                            + ") AND NOT EXISTS (SELECT 1 FROM item_plan p WHERE p.item_type = 1 AND p.item "
                                              "= t.id) ORDER BY t.id DESC LIMIT 30"));
            },
            3, 5);
    }

    void boards()
    {
        const Pipeline *pipeline = m_store->schema()->defaultPipeline(m_lead);
        QList<qint64> stages;
        for (const Stage &stage : m_store->schema()->stages(pipeline->id))
            stages << stage.id;
        const ColumnsPtr columns = stageColumns(*m_store->schema(), pipeline->id, true);
        const auto board = [&](const QString &act, ItemQuery query, const QByteArray &best, double enoughMs = 0) {
            query.pipeline = pipeline->id;
            m_table.read(
                act,
                [&] {
                    if (!readBoard(context(), query, *columns, {}, cards, query.now))
                        qFatal("board");
                },
                [&] {
                    for (const qint64 stage : std::as_const(stages)) {
                        readCardsRaw(m_raw.integers(best, {stage}));
                    }
                },
                3, enoughMs);
        };
        const QByteArray column = "SELECT id FROM lead t WHERE stage = ? AND deleted_at IS NULL ";
        board(u"board, newest first"_s, leads(), column + "ORDER BY rank DESC LIMIT 30");
        board(u"board of one person"_s, filtered(u"responsible = me"_s),
              column + "AND responsible = 1 ORDER BY rank DESC LIMIT 30", 5);
        ItemQuery query = filtered(u"responsible = me"_s);
        const QByteArray walked =
            "SELECT t.id FROM lead t INDEXED BY lead_%1 WHERE t.stage = ? AND t.deleted_at IS NULL AND "
            "t.responsible = 1 ORDER BY t.%1 DESC LIMIT 30";
        query.order = CardOrder::LastChange;
        board(u"board by last change, filtered"_s, query, QByteArray(walked).replace("%1", "modified_at"), 5);
        query.order = CardOrder::Amount;
        board(u"board by amount, filtered"_s, query, QByteArray(walked).replace("%1", "amount"), 5);
        query.order = CardOrder::Deadline;
        board(
            u"board by deadline, filtered"_s, query,
            "SELECT t.id FROM item_plan p INDEXED BY item_plan_deadline CROSS JOIN lead t ON t.id = p.item WHERE p.item_type = 1 "
            "AND p.next_deadline IS NOT NULL AND t.stage = ? AND t.responsible = 1 ORDER BY p.next_deadline LIMIT 30",
            5);
        ItemQuery searched = leads();
        searched.search = u"ёлок"_s;
        board(
            u"board of a frequent word"_s, searched,
            "SELECT t.id FROM lead t INDEXED BY lead_stage CROSS JOIN lead_search_content x ON x.id = t.id WHERE t.stage = ? AND "
            "t.deleted_at IS NULL AND instr(x.c0, 'елок') > 0 ORDER BY t.rank DESC LIMIT 30",
            5);
    }

    void card()
    {
        const auto open = [&](const QString &act, const ItemRef &ref, const QByteArray &shared = {}) {
            m_table.read(
                act,
                [&] {
                    constexpr int entries = 40;
                    constexpr int planned = 200;
                    if (!readItem(context(), ref) || !plannedActivities(context(), ref, planned)
                        || !readTimeline(context(), ref, {}, entries))
                        qFatal("card");
                },
                [&] {
                    const QVariantList whose{ref.type, ref.id};
                    m_raw.run("SELECT * FROM " + m_store->schema()->type(ref.type)->table.toLatin1() + " WHERE id = ?",
                              {ref.id});
                    m_raw.run("SELECT * FROM multi_value WHERE entity_type = ? AND item = ?", whose);
                    m_raw.run(
                        "SELECT a.* FROM activity_link l INDEXED BY activity_link_plan CROSS JOIN activity a ON a.id = l.activity "
                        "WHERE l.item_type = ? AND l.item = ? AND l.done = 0 ORDER BY l.deadline LIMIT 200",
                        whose);
                    const QList<qint64> ids = m_raw.integers("SELECT id FROM journal WHERE owner_type = ? AND owner_id = ? "
                                                             "ORDER BY at DESC, id DESC LIMIT 40",
                                                             whose);
                    for (const qint64 id : ids) {
                        m_raw.run("SELECT j.*, a.kind, a.subject FROM journal j JOIN act a ON a.id = j.act WHERE j.id = ?",
                                  {id});
                        m_raw.run("SELECT text FROM comment WHERE id = (SELECT record FROM journal WHERE id = ?)", {id});
                    }
                    if (!shared.isEmpty())
                        m_raw.run(shared, whose);
                },
                3, flatMs);
        };
        open(u"open a card"_s, {m_lead, m_leads / 2, {}});
        open(u"open a card with a long history"_s, {m_lead, busyLead, {}});
        open(
            u"open a company that shares activities"_s, {m_store->schema()->type(u"company"_s)->id, busyCompany, {}},
            "SELECT j.*, a.kind FROM journal_item s CROSS JOIN journal j ON j.id = s.journal CROSS JOIN act a ON a.id = j.act "
            "WHERE s.item_type = ? AND s.item = ? ORDER BY s.at DESC LIMIT 40");
    }

    void lookUps()
    {
        const QString key = u"+79"_s + QString::number(100000000 + qint64(m_leads / 2) * 7919 % 900000000);
        m_table.read(
            u"who has this phone"_s, [&] { (void)findByKey(context(), m_lead, key, 1); },
            [&] {
                m_raw.run("SELECT item FROM multi_value WHERE key = ? AND entity_type = 1 ORDER BY item LIMIT 1", {key});
            },
            3, 0.2);
    }

    ActTable m_table;
    int m_leads;
    RawSqlite m_raw;
    std::unique_ptr<Store> m_store;
    qint64 m_lead = 0;
    QStringList m_columns;
    QByteArray m_single;
    QByteArrayList m_members;
};

} // namespace

void benchReads(Report &report, Growth &growth, const QString &path, int leads)
{
    Reads(report, growth, path, leads).run(report);
}

} // namespace Kartoteka
