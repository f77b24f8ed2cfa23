// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/office_maker.h"

#include "core/base/fold.h"
#include "core/office.h"
#include "core/store/kept/closed_totals.h"
#include "core/store/kept/filled_fields.h"
#include "core/store/kept/stage_plans.h"
#include "core/store/kept/stage_totals.h"
#include "core/store/kept/stage_visits.h"
#include "core/store/upkeep/database_file.h"
#include "tests/bench/raw_sqlite.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

namespace Kartoteka {

namespace {

constexpr int formatOfOffice = 2; ///< raised when what is made changes

/// Fills an empty file by SQL, past the store: it is the set-up, not what is measured.
class Maker
{
public:
    Maker(const QString &path, int leads) : m_size{leads}, m_raw(path)
    {
        auto store = openOffice(path);
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        m_schema = (*store)->schema();
        m_raw.addFunction("fold", [](const QString &text) { return fold(text); });
        m_raw.run("PRAGMA synchronous = OFF");
    }

    void make()
    {
        m_raw.run("BEGIN");
        dropIndexes();
        const auto begin = QDateTime(QDate(2024, 1, 1), QTime(9, 0)).toMSecsSinceEpoch();
        m_now = QDateTime::currentMSecsSinceEpoch();
        m_step = (m_now - begin) / m_size.leads;
        m_begin = begin;
        m_raw.run("CREATE TEMP TABLE n (i INTEGER PRIMARY KEY, h INTEGER)"); // h: the same numbers, scattered
        m_raw.run("INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < "
                  + number(m_size.leads) + ") SELECT i, (i * 7919) % " + number(m_size.leads) + " + 1 FROM c");
        words();
        m_raw.run("INSERT INTO act (uid, kind, subject, at, undoable) VALUES (randomblob(16), 'import', 'bench', "
                  + number(begin) + ", 0)");
        users();
        companies();
        contacts();
        leads();
        deals();
        comments();
        activities();
        finish();
        restoreIndexes();
        m_raw.run("COMMIT");
        m_raw.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

private:
    static QByteArray number(qint64 value) { return QByteArray::number(value); }
    qint64 type(const QString &code) const { return m_schema->type(code)->id; }
    QByteArray field(const QString &code, const QString &name) const
    {
        return number(m_schema->field(type(code), name)->id);
    }

    /// Filling first and indexing afterwards takes a third of the time.
    void dropIndexes()
    {
        for (const auto &[name, sql] :
             m_raw.pairs("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")) {
            m_indexes << sql.toUtf8();
            m_raw.run("DROP INDEX " + name.toUtf8());
        }
    }
    void restoreIndexes()
    {
        for (const QByteArray &sql : std::as_const(m_indexes))
            m_raw.run(sql);
    }

    void words()
    {
        m_raw.run("CREATE TEMP TABLE w (kind TEXT, n INTEGER, text TEXT, PRIMARY KEY (kind, n))");
        const QList<std::pair<QByteArray, QStringList>> lists{
            {"what",
             {u"Поставка"_s, u"Ремонт"_s, u"Аренда"_s, u"Обучение"_s, u"Монтаж"_s, u"Доставка"_s, u"Подбор"_s,
              u"Закупка"_s}},
            {"of",
             {u"оборудования"_s, u"станков"_s, u"мебели"_s, u"сервера"_s, u"ёлок"_s, u"окон"_s, u"кабеля"_s, u"насосов"_s}},
            {"last",
             {u"Иванов"_s, u"Щукин"_s, u"Ёлкин"_s, u"Соколов"_s, u"Кузнецов"_s, u"Орлов"_s, u"Жуков"_s, u"Абрамов"_s}},
            {"first", {u"Анна"_s, u"Олег"_s, u"Пётр"_s, u"Мария"_s, u"Юрий"_s, u"Ольга"_s, u"Фёдор"_s, u"Инна"_s}}};
        for (const auto &[kind, texts] : lists) {
            for (qsizetype i = 0; i < texts.size(); ++i)
                m_raw.run("INSERT INTO w VALUES (?, ?, ?)", {QString::fromLatin1(kind), i, texts[i]});
        }
    }
    static QByteArray word(const char *kind, const char *by)
    {
        return QByteArray("(SELECT text FROM w WHERE kind = '") + kind + "' AND n = (" + by + ") % 8)";
    }
    /// The i-th of some definitions, by a number.
    QByteArray oneOf(const QByteArray &ids, const char *by, int count) const
    {
        return "(SELECT id FROM (" + ids + ") LIMIT 1 OFFSET (" + by + ") % " + number(count) + ")";
    }

    void users()
    {
        for (int i = 1; i < 10; ++i) {
            m_raw.run("INSERT INTO user_account (uid, login, name) VALUES (randomblob(16), ?, ?)",
                      {u"seller%1"_s.arg(i), u"Продавец %1"_s.arg(i)});
            journal("user", "json_object('active', json('true'))",
                    "SELECT max(id) AS id, 0 AS owner_type, max(id) AS owner_id, " + number(m_begin)
                        + " AS at FROM user_account");
        }
        m_raw.run("CREATE TEMP TABLE person AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM user_account");
        m_people = int(m_raw.integers("SELECT count(*) FROM person").constFirst());
    }
    QByteArray person(const char *by) const
    {
        return QByteArray("(SELECT id FROM person WHERE n = (") + by + ") % " + number(m_people) + ")";
    }
    /// Milliseconds of something, scattered over the time since the office began.
    QByteArray moment(const char *by) const { return number(m_begin) + " + (" + by + ") * " + number(m_step); }

    void journal(const QByteArray &entity, const QByteArray &patch, const QByteArray &rows,
                 const QByteArray &operation = "create", const QByteArray &uidTable = {})
    {
        const QByteArray uid = uidTable.isEmpty() ? QByteArray("randomblob(16)")
                                                  : "(SELECT uid FROM " + uidTable + " u WHERE u.id = r.id)";
        m_raw.run(
            "INSERT INTO journal (origin, sequence, clock, at, author, act, entity, record, uid, owner_type, owner_id, "
            "operation, patch) SELECT (SELECT id FROM replica WHERE is_self = 1), (SELECT coalesce(max(sequence), 0) "
            "FROM journal) + row_number() OVER (), r.at << 16, r.at, 1, (SELECT max(id) FROM act), '"
            + entity + "', r.id, " + uid + ", r.owner_type, r.owner_id, '" + operation + "', " + patch + " FROM (" + rows
            + ") r");
    }
    void journalItems(const QString &code)
    {
        const QByteArray name = code.toLatin1();
        journal(name, "json_object('title', (SELECT title FROM " + name + " t WHERE t.id = r.id))",
                "SELECT id, " + number(type(code)) + " AS owner_type, id AS owner_id, created_at AS at FROM " + name,
                "create", name);
    }
    void search(const QByteArray &table, const QByteArray &texts)
    {
        m_raw.run("INSERT INTO " + table
                  + "_search (rowid, text) SELECT t.id, fold(t.number) || char(10) || t.title_fold || char(10) || " + texts
                  + " || char(10) FROM " + table + " t");
    }
    void member(const QString &code, const QString &name, const QByteArray &value, const QByteArray &key,
                const QByteArray &where)
    {
        m_raw.run("INSERT INTO multi_value (entity_type, item, field, position, value, label, key) SELECT "
                  + number(type(code)) + ", t.id, " + field(code, name) + ", 0, " + value + ", "
                  + (name == u"tags" ? "NULL" : "'work'") + ", " + key + " FROM " + code.toLatin1() + " t WHERE " + where);
    }

    void companies()
    {
        m_raw.run("INSERT INTO company (id, uid, number, rank, title, title_fold, responsible, created_at, created_by, "
                  "modified_at, modified_by) SELECT i, randomblob(16), CAST(i AS TEXT), i, t, fold(t), "
                  + person("h") + ", " + moment("h") + ", 1, " + moment("h") + ", 1 FROM (SELECT i, h, 'ООО ' || "
                  + word("of", "h / 8") + " || ' ' || h AS t FROM n WHERE i <= " + number(m_size.companies()) + ")");
        journalItems(u"company"_s);
        search("company", "''");
    }
    void contacts()
    {
        m_raw.run(
            "INSERT INTO contact (id, uid, number, rank, title, title_fold, last_name, last_name_fold, first_name, "
            "first_name_fold, responsible, created_at, created_by, modified_at, modified_by) SELECT i, randomblob(16), "
            "CAST(i AS TEXT), i, l || ' ' || f, fold(l || ' ' || f), l, fold(l), f, fold(f), "
            + person("h") + ", " + moment("h") + ", 1, " + moment("h") + ", 1 FROM (SELECT i, h, " + word("last", "h")
            + " || h AS l, " + word("first", "h / 8") + " AS f FROM n WHERE i <= " + number(m_size.contacts()) + ")");
        member(u"contact"_s, u"phone"_s, "'+7 495 ' || (1000000 + t.id)", "'+7495' || (1000000 + t.id)", "1");
        journalItems(u"contact"_s);
        search("contact", "'+7495' || (1000000 + t.id)");
    }
    void leads()
    {
        const QByteArray stages = "SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline WHERE p.entity_type = "
            + number(type(u"lead"_s)) + " ORDER BY s.stage_group = 'won', s.stage_group = 'lost', s.position";
        m_raw.run("CREATE TEMP TABLE ls AS SELECT row_number() OVER () - 1 AS n, id FROM (" + stages + ")");
        m_raw.run("CREATE TEMP TABLE src AS SELECT row_number() OVER () - 1 AS n, id FROM list_value WHERE field = "
                  + field(u"lead"_s, u"source"_s));
        m_raw.run("INSERT INTO lead (id, uid, number, rank, title, title_fold, pipeline, stage, amount, amount_currency, "
                  "source, responsible, client_contact, client_company, last_name, last_name_fold, first_name, "
                  "first_name_fold, company_title, company_title_fold, created_at, created_by, modified_at, modified_by, "
                  "stage_changed_at, closed_at) SELECT i, randomblob(16), CAST(i AS TEXT), "
                  + moment("h")
                  + ", t, fold(t), (SELECT pipeline FROM stage WHERE id = st), st, 100 * (h % 900000), 'RUB', "
                    "(SELECT id FROM src WHERE n = h % (SELECT count(*) FROM src)), "
                  + person("h / 3") + ", CASE h % 10 WHEN 1 THEN h % " + number(m_size.contacts())
                  + " + 1 END, CASE h % 10 WHEN 2 THEN h % " + number(m_size.companies())
                  + " + 1 END, l, fold(l), f, fold(f), c, fold(c), " + moment("h") + ", 1, " + moment("(h * 31) % i + 1")
                  + ", 1, " + moment("h")
                  + ", CASE WHEN st IN (SELECT id FROM stage WHERE stage_group <> 'in_progress') THEN " + moment("h")
                  + " END FROM (SELECT i, h, " + word("what", "h") + " || ' ' || " + word("of", "h / 8")
                  + " || ' №' || i AS t, " + word("last", "h / 64") + " AS l, " + word("first", "h / 512")
                  + " AS f, 'ООО Компания ' || (h % " + number(m_size.leads / 5 + 1)
                  + ") AS c, (SELECT id FROM ls WHERE n = h % (SELECT count(*) FROM ls)) AS st FROM n)");
        member(u"lead"_s, u"phone"_s, "'+7 9' || (100000000 + t.id * 7919 % 900000000)",
               "'+79' || (100000000 + t.id * 7919 % 900000000)", "1");
        member(u"lead"_s, u"email"_s, "'client' || t.id || '@example.ru'", "'client' || t.id || '@example.ru'", "1");
        member(u"lead"_s, u"tags"_s, "'vip'", "'vip'", "t.id % 20 = 3");
        journalItems(u"lead"_s);
        search("lead",
               "t.last_name_fold || char(10) || t.first_name_fold || char(10) || t.company_title_fold || char(10) || "
               "'+79' || (100000000 + t.id * 7919 % 900000000) || char(10) || 'client' || t.id || '@example.ru'");
    }
    void deals()
    {
        m_raw.run(
            "CREATE TEMP TABLE ds AS SELECT row_number() OVER () - 1 AS n, id FROM (SELECT s.id FROM stage s JOIN pipeline p "
            "ON p.id = s.pipeline WHERE p.entity_type = "
            + number(type(u"deal"_s)) + ")");
        m_raw.run("INSERT INTO deal (id, uid, number, rank, title, title_fold, pipeline, stage, amount, amount_currency, "
                  "responsible, client_contact, client_company, created_at, created_by, modified_at, modified_by, "
                  "stage_changed_at) SELECT i, randomblob(16), CAST(i AS TEXT), "
                  + moment("h") + ", t, fold(t), (SELECT pipeline FROM stage WHERE id = st), st, 1000 * (h % 90000), 'RUB', "
                  + person("h") + ", h % " + number(m_size.contacts()) + " + 1, h % " + number(m_size.companies()) + " + 1, "
                  + moment("h") + ", 1, " + moment("h") + ", 1, " + moment("h") + " FROM (SELECT i, h, "
                  + word("what", "h / 8")
                  + " || ' ' || i AS t, (SELECT id FROM ds WHERE n = h % (SELECT count(*) FROM ds)) "
                    "AS st FROM n WHERE i <= "
                  + number(m_size.deals()) + ")");
        journalItems(u"deal"_s);
        search("deal", "''");
    }
    void comments()
    {
        const QByteArray lead = number(type(u"lead"_s));
        m_raw.run("INSERT INTO comment (uid, owner_type, owner_id, text, created_at, created_by) SELECT randomblob(16), "
                  + lead + ", CASE WHEN i <= " + number(m_size.busyComments()) + " THEN " + number(busyLead)
                  + " ELSE h END, 'Клиент просил перезвонить ' || i, " + moment("i")
                  + ", 1 FROM n WHERE i <= " + number(m_size.busyComments() + m_size.leads / 20));
        journal("comment", "json_object('text', 'Клиент просил перезвонить')",
                "SELECT id, owner_type, owner_id, created_at AS at FROM comment", "create", "comment");
    }
    void activities()
    {
        const QByteArray lead = number(type(u"lead"_s));
        const QByteArray company = number(type(u"company"_s));
        const QByteArray items = field(u"activity"_s, u"items"_s);
        const qint64 day = 86'400'000;
        // The first ones are the busy lead's, the next ones are shared with the busy company.
        m_raw.run("CREATE TEMP TABLE a AS SELECT i AS id, CASE WHEN i <= " + number(m_size.busyActivities()) + " THEN "
                  + number(busyLead) + " ELSE h END AS lead, i > " + number(m_size.busyActivities())
                  + " AND i <= " + number(m_size.busyActivities() + m_size.shared()) + " AS shared, i > "
                  + number(m_size.busyActivities() + m_size.shared()) + " AND i % 4 = 0 AS done, i % 50 = 1 AS incoming, "
                  + number(m_now) + " + ((h * 13) % 400 - 200) * " + number(day) + " + h % 86400 * 1000 AS deadline, "
                  + moment("h") + " AS at FROM n WHERE i <= " + number(m_size.activities()));
        m_raw.run("UPDATE a SET deadline = NULL WHERE incoming = 1");
        m_raw.run(
            "INSERT INTO activity (id, uid, number, title, title_fold, deadline, incoming, done, done_at, responsible, created_at, "
            "created_by, modified_at, modified_by) SELECT id, randomblob(16), CAST(id AS TEXT), 'Позвонить', 'позвонить', deadline, incoming, "
            "done, CASE done WHEN 1 THEN at END, (SELECT responsible FROM lead l WHERE l.id = a.lead), at, 1, at, 1 FROM a");
        search("activity", "''");
        m_raw.run("INSERT INTO multi_value (entity_type, item, field, position, ref, ref_type) SELECT "
                  + number(type(u"activity"_s)) + ", id, " + items + ", 0, lead, " + lead + " FROM a");
        m_raw.run("INSERT INTO multi_value (entity_type, item, field, position, ref, ref_type) SELECT "
                  + number(type(u"activity"_s)) + ", id, " + items + ", 1, " + number(busyCompany) + ", " + company
                  + " FROM a WHERE shared = 1");
        const QByteArray lit = "CASE WHEN deadline IS NOT NULL THEN deadline - 900000 END";
        m_raw.run(
            "INSERT INTO activity_link (activity, item_type, item, item_responsible, activity_responsible, incoming, done, "
            "deadline, lit_at) SELECT id, "
            + lead + ", lead, r, r, incoming, done, deadline, " + lit
            + " FROM (SELECT a.*, (SELECT responsible FROM lead l WHERE l.id = a.lead) AS r FROM a)");
        m_raw.run(
            "INSERT INTO activity_link (activity, item_type, item, item_responsible, activity_responsible, incoming, done, "
            "deadline, lit_at) SELECT id, "
            + company + ", " + number(busyCompany) + ", (SELECT responsible FROM company WHERE id = " + number(busyCompany)
            + "), (SELECT responsible FROM lead l WHERE l.id = a.lead), incoming, done, deadline, " + lit
            + " FROM a WHERE shared = 1");
        journal("activity", "json_object('title', 'Позвонить')",
                "SELECT id, " + lead + " AS owner_type, lead AS owner_id, at FROM a", "create", "activity");
        journal("activity", "json_object('done', json('[false,true]'))",
                "SELECT id, " + lead + " AS owner_type, lead AS owner_id, at + 1000 AS at FROM a WHERE done = 1", "update",
                "activity");
        m_raw.run(
            "INSERT INTO journal_item SELECT " + company + ", " + number(busyCompany)
            + ", j.at, j.id FROM journal j WHERE j.entity = 'activity' AND j.record IN (SELECT id FROM a WHERE shared = 1)");
    }

    void finish()
    {
        const Catalog catalog(*m_schema);
        for (const auto &code : {u"lead"_s, u"deal"_s, u"contact"_s, u"company"_s, u"activity"_s}) {
            const RecordTable &table = *catalog.table(code);
            const QByteArray name = table.name.toLatin1();
            const QByteArray expression = filledExpression(table).toUtf8();
            m_raw.run("CREATE INDEX IF NOT EXISTS multi_value_item ON multi_value (entity_type, item, field, position)");
            m_raw.run("INSERT OR IGNORE INTO filled_fields (fields) SELECT DISTINCT " + expression + " FROM " + name + " t");
            m_raw.run("UPDATE " + name
                      + " AS t SET filled = (SELECT f.id FROM filled_fields f WHERE f.fields = " + expression + ")");
            m_raw.run("INSERT OR REPLACE INTO number_counter SELECT " + number(table.typeId) + ", count(*) FROM " + name);
            if (!table.isItem)
                continue;
            m_raw.run("INSERT INTO stage_total " + stageTotalsOf(table).toUtf8());
            if (const QByteArray closed = closedTotalsOf(table).toUtf8(); !closed.isEmpty())
                m_raw.run("INSERT INTO closed_total " + closed);
            if (table.stageColumn >= 0)
                m_raw.run("INSERT INTO stage_visit " + stageVisitsOf(table).toUtf8());
        }
        m_raw.run("DROP INDEX multi_value_item");
        m_raw.run("INSERT INTO item_plan SELECT item_type, item, count(*), sum(incoming), min(deadline) FROM activity_link "
                  "WHERE done = 0 GROUP BY 1, 2");
        for (const auto &code : {u"lead"_s, u"deal"_s})
            m_raw.run("INSERT INTO stage_plan " + stagePlansOf(*catalog.table(code)).toUtf8());
        m_raw.run(
            "INSERT INTO activity_count SELECT item_responsible, item_type, count(DISTINCT activity), count(DISTINCT "
            "CASE incoming WHEN 1 THEN activity END) FROM activity_link WHERE done = 0 AND item_responsible IS NOT NULL "
            "GROUP BY 1, 2");
        m_raw.run("INSERT INTO lit_day SELECT item_responsible, item_type, lit_at / 86400000, count(DISTINCT activity) FROM "
                  "activity_link WHERE done = 0 AND incoming = 0 AND lit_at IS NOT NULL AND item_responsible IS NOT NULL "
                  "GROUP BY 1, 2, 3");
        m_raw.run(
            "UPDATE replica SET last_sequence = (SELECT max(sequence) FROM journal WHERE origin = replica.id) WHERE is_self = 1");
        m_raw.run("UPDATE hybrid_clock SET last = (SELECT max(clock) FROM journal)");
    }

    OfficeSize m_size;
    RawSqlite m_raw;
    SchemaPtr m_schema;
    QList<QByteArray> m_indexes;
    qint64 m_begin = 0;
    qint64 m_now = 0;
    qint64 m_step = 0;
    int m_people = 0;
};

} // namespace

QString benchOffice(const QString &folder, int leads)
{
    const QString path = QDir(folder).filePath(u"whole-%1-v%2.kartoteka"_s.arg(leads).arg(formatOfOffice));
    if (QFile::exists(path))
        return path;
    QTextStream(stdout) << "making " << path << " …" << Qt::endl;
    const QString making = path + u".making"_s;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(making + suffix);
    const NewDatabase database{
        .language = u"ru"_s, .userName = u"Bench"_s, .login = systemLogin(), .currency = u"RUB"_s, .phoneRegion = u"RU"_s};
    if (auto made = createDatabase(making, database, systemClock()); !made)
        qFatal("%s", qPrintable(made.error().message));
    Maker(making, leads).make();
    if (!QFile::rename(making, path))
        qFatal("%s cannot be renamed", qPrintable(making));
    return path;
}

} // namespace Kartoteka
