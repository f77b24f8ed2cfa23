// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/activities/counters.h"
#include "core/activities/day_queries.h"
#include "core/activities/explanation.h"
#include "core/activities/reminder_queries.h"
#include "core/activities/series_upkeep.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/setting_acts.h"
#include "core/office.h"
#include "core/schema/codes.h"
#include "tests/bench/acts.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/raw_sqlite.h"

#include <QElapsedTimer>

namespace Kartoteka {

namespace {

constexpr int mostSeries = 5'000;

/// What activities cost to keep and to count.
class ActivityActs
{
public:
    ActivityActs(Report &report, Growth &growth, const QString &path, int leads)
        : m_report(report)
        , m_table(report, growth, leads)
        , m_raw(path)
        , m_leads(leads)
        , m_series(qMin(mostSeries, leads / 20))
    {
        // Some of them come again, in time to come.
        const qint64 now = systemClock().now();
        m_raw.run(
            "UPDATE activity SET recurrence = 'FREQ=WEEKLY', repeat_when_done = 0, series = 'bench-' || id, deadline = ?, "
            "occurrence = strftime('%Y-%m-%dT%H:%M:%S', ? / 1000, 'unixepoch'), time_zone = 'UTC' "
            "WHERE id IN (SELECT id FROM activity WHERE done = 0 AND incoming = 0 ORDER BY id DESC LIMIT ?)",
            {now + weekMs, now + weekMs, m_series});
        auto opened = openOffice(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
        // One's own: of what another one answers for, that person is told.
        m_open = m_raw.integers("SELECT id FROM activity WHERE done = 0 AND incoming = 0 AND recurrence IS NULL AND "
                                "responsible = ? ORDER BY (id * 7919) % 100003 LIMIT 2000",
                                {m_store->user()});
    }

    void run()
    {
        m_report.section(u"Activities, %1 leads: CPU"_s.arg(m_leads));
        keeping();
        counting();
        handingOver();
        anotherMode();
    }

private:
    static constexpr qint64 weekMs = 7LL * 86'400'000;

    ReadContext context() const { return m_store->reader(); }
    qint64 next() { return m_open[m_turn++ % m_open.size()]; }
    void commit(const Result<ChangeSet> &changes)
    {
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));
        if (auto done = m_store->commitAndWait(*changes); !done)
            qFatal("%s %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    }
    Activity read(qint64 id) const
    {
        auto activity = readActivity(context(), id);
        if (!activity)
            qFatal("%s", qPrintable(activity.error().message));
        return *activity;
    }

    /// Against SQLite writing the same rows of the same tables, with what the indexes of those cost.
    void keeping()
    {
        constexpr double limit = 4; // as for a card that is moved: one row of the journal beside what is kept
        const auto floor = [this](const QByteArray &activity, const QByteArray &link, int planned) {
            const qint64 id = next();
            const qint64 now = m_store->clock().now() + m_turn;
            m_raw.run("BEGIN IMMEDIATE");
            m_raw.run(activity, {now, id});
            m_raw.run(link, {now, id});
            m_raw.run("UPDATE item_plan SET open = open + ? WHERE (item_type, item) IN (SELECT item_type, item FROM "
                      "activity_link WHERE activity = ?)",
                      {planned, id});
            m_raw.run("UPDATE activity_count SET planned = planned + ? WHERE person = 1 AND item_type = 1", {planned});
            m_raw.run("INSERT INTO bench_log (activity, at, text) VALUES (?, ?, 'what was done, from what to what')",
                      {id, now});
            m_raw.run("COMMIT");
        };
        m_raw.run("CREATE TABLE bench_log (id INTEGER PRIMARY KEY, activity INTEGER, at INTEGER, text TEXT)");
        m_raw.run("CREATE INDEX bench_log_activity ON bench_log (activity, at)");
        m_table.write(
            u"complete an activity"_s, [&] { commit(planComplete(read(next()))); },
            [&] {
                floor("UPDATE activity SET done = 1, done_at = ?1, modified_at = ?1 WHERE id = ?2",
                      "UPDATE activity_link SET done = 1 WHERE activity = ?2 AND ?1 > 0", -1);
            },
            limit);
        m_table.write(
            u"put one off"_s,
            [&] {
                Activity activity = read(next());
                activity.done = false; // one of those that the line before completed
                commit(planReschedule(activity, m_store->clock().now() + weekMs + m_turn));
            },
            [&] {
                floor("UPDATE activity SET deadline = ?1 + 604800000, modified_at = ?1 WHERE id = ?2",
                      "UPDATE activity_link SET deadline = ?1 + 604800000, lit_at = ?1 WHERE activity = ?2", 0);
            },
            limit);
        m_raw.run("DROP TABLE bench_log");
    }

    void counting()
    {
        QList<qint64> people;
        for (const User &user : m_store->schema()->users())
            people << user.id;
        const qint64 now = m_store->clock().now();
        const double everybody = medianMs([&] {
            for (const qint64 person : std::as_const(people))
                (void)sectionLights(context(), person, now);
        });
        m_report.figure(u"counters of each of %1 people, ms"_s.arg(people.size()),
                        QString::number(everybody / double(people.size()), 'f', 3), everybody <= double(people.size()));
        m_table.alone(
            u"what a counter counts, ten of it"_s,
            [&] { (void)explainSection(context(), m_store->schema()->type(u"lead"_s)->id, people.constFirst(), now); }, 5);
        // Each activity once, in whatever sections it stands: as long as what a person has to do, off the window's thread.
        const double tray = medianMs([&] { (void)personLights(context(), people.constFirst(), now); });
        m_report.figure(u"the numbers of the tray, ms"_s, QString::number(tray, 'f', 1), tray <= 100);
        m_table.alone(
            u"the next five reminders"_s, [&] { (void)comingReminders(context(), people.constFirst(), now, 5); }, 5);
        m_table.alone(
            u"when the next reminder comes"_s, [&] { (void)nextReminderAt(context(), people.constFirst(), now); }, 1);
        const auto day = dayQueue(context(), people.constFirst(), now);
        m_table.alone(
            u"a day with %1 things to do"_s.arg(day ? day->size() : 0),
            [&] { (void)dayQueue(context(), people.constFirst(), now); }, 10);
        m_table.alone(
            u"what is to be done about %1 series"_s.arg(m_series), [&] { (void)planSeriesUpkeep(context(), now); }, 250, 7);
    }

    void handingOver()
    {
        auto lead = readItem(context(), {m_store->schema()->type(u"lead"_s)->id, busyLead, {}});
        if (!lead)
            qFatal("%s", qPrintable(lead.error().message));
        constexpr qint64 limitMs = 500;
        const auto open = countPlanned(context(), lead->ref());
        const QList<User> users = m_store->schema()->users();
        QElapsedTimer timer;
        timer.start();
        commit(planEdit(*m_store->schema(), *lead,
                        {{Codes::responsible, users[lead->reference(Codes::responsible) == users[0].id ? 1 : 0].id}}));
        m_report.figure(u"hand over an item with %1 open ones, ms"_s.arg(open ? *open : 0), QString::number(timer.elapsed()),
                        timer.elapsed() <= limitMs);
    }

    /// All of everybody's counters anew, as an act that can be taken back.
    void anotherMode()
    {
        QElapsedTimer timer;
        timer.start();
        commit(planSettings({{u"counter_mode"_s, u"activity"_s}}));
        m_report.figure(u"count by the activity instead of the item, ms"_s, QString::number(timer.elapsed()));
    }

    Report &m_report;
    ActTable m_table;
    RawSqlite m_raw;
    int m_leads;
    int m_series; ///< activities that come again
    std::unique_ptr<Store> m_store;
    QList<qint64> m_open;
    qsizetype m_turn = 0;
};

} // namespace

void benchActivities(Report &report, Growth &growth, const QString &path, int leads)
{
    ActivityActs(report, growth, path, leads).run();
}

} // namespace Kartoteka
