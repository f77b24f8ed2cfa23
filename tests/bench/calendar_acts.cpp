// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/calendar_query.h"
#include "core/calendar/free_slots.h"
#include "core/calendar/layout.h"
#include "core/office.h"
#include "core/transfer/calendar_export.h"
#include "core/transfer/calendar_import.h"
#include "tests/bench/acts.h"
#include "tests/bench/turn_meter.h"
#include "views/calendar/month_view.h"

#include <QFileInfo>

namespace Kartoteka {

namespace {

constexpr int inTheMonth = 30'000;
constexpr int bookings = 1'000'000;
constexpr int rooms = 100;
constexpr int importedEvents = 10'000;
constexpr int publishedEvents = 5'000;
constexpr qint64 hourMs = 3'600'000;

/// The calendar over an office whose leads came in one month, and with so many bookings.
class CalendarActs
{
public:
    CalendarActs(Report &report, Growth &growth, QString path, int leads)
        : m_report(report), m_table(report, growth, leads), m_path(std::move(path)), m_leads(leads)
    {}

    void run()
    {
        prepare();
        auto opened = openOffice(m_path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
        m_report.section(u"Calendar, %1 leads: CPU of the reading thread"_s.arg(m_leads));
        months();
        views();
        busyTimes();
        files();
    }

private:
    void prepare()
    {
        auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().message));
        const auto run = [&](const QString &sql, const QVariantList &bound) {
            if (auto done = (*connection)->run(sql, bound); !done)
                qFatal("%s", qPrintable(done.error().detail));
        };
        run(u"BEGIN"_s, {});
        // Scattered over the ids, as what comes in is.
        run(u"UPDATE lead SET created_at = ? + (id * 7919 % 31) * 86400000 + id % 86400 * 1000 WHERE id % max(1, ?) = 0"_s,
            {m_month.startOfDay().toMSecsSinceEpoch(), m_leads / inTheMonth});
        run(u"INSERT INTO busy (is_person, who, starts, activity, ends, is_long) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
            "FROM n WHERE i < ?) SELECT i % 2, 1000000 + i % ?, ? + i / ? * 3600000, 1000000000 + i, ? + i / ? * 3600000 + 1800000, 0 "
            "FROM n"_s,
            {bookings, rooms, base(), rooms, base(), rooms});
        run(u"COMMIT"_s, {});
    }
    qint64 base() const { return QDate(2026, 1, 1).startOfDay().toMSecsSinceEpoch(); }

    void months()
    {
        constexpr double monthLimitMs = 40;
        CalendarQuery query;
        query.mode = CalendarMode::Moment;
        query.items.typeId = m_store->schema()->type(u"lead"_s)->id;
        query.field = u"created_at"_s;
        query.from = m_month;
        query.to = m_month.addDays(41);
        query.limitPerDay = 5;
        const auto read = [&] {
            if (auto found = readCalendar(m_store->reader(), query); !found)
                qFatal("%s", qPrintable(found.error().message));
        };
        m_table.alone(u"month with %1 of them: counts and first bars"_s.arg(qMin(m_leads, inTheMonth)), read, monthLimitMs);
        query.items.conditions = *parseConditions(u"stage = group in_progress"_s);
        m_table.alone(u"the same of those in progress"_s, read);
        query.limitPerDay = 0;
        query.to = m_month.addDays(365);
        m_table.alone(u"year: counts of days"_s, read);
        CalendarQuery people;
        people.mode = CalendarMode::People;
        people.from = m_month;
        people.to = m_month.addDays(41);
        people.limitPerDay = 5;
        m_table.alone(u"month of everybody's activities"_s, [&] {
            if (auto found = readCalendar(m_store->reader(), people); !found)
                qFatal("%s", qPrintable(found.error().message));
        });
    }

    /// What a person waits for once the days are read.
    void views()
    {
        constexpr double layoutLimitMs = 3;
        constexpr double paintLimitMs = 8;
        constexpr int days = 7;
        constexpr int entries = 500;
        QList<QList<MinuteSpan>> week(days);
        for (int i = 0; i < entries; ++i) {
            const int from = i * 37 % 1320;
            week[i % days].append({from, from + 30 + i * 13 % 90});
        }
        m_table.alone(
            u"a week of %1 entries laid out"_s.arg(entries),
            [&] {
                for (const QList<MinuteSpan> &day : week) {
                    if (layoutDay(day, 6, 20).places.size() != day.size())
                        qFatal("layout");
                }
            },
            layoutLimitMs);
        CalendarModel model(*m_store);
        CalendarScene scene{*m_store, model, {}, CalendarColours(m_store->schema(), CalendarColour::Stage)};
        scene.period.day = scene.at = m_month;
        CalendarQuery query;
        query.mode = CalendarMode::Moment;
        query.items.typeId = m_store->schema()->type(u"lead"_s)->id;
        query.field = u"created_at"_s;
        model.setQuery(query);
        model.setWindow(scene.period.first(), scene.period.last(), listedPerDay(CalendarLook::Month));
        model.setShown(true);
        if (!loopUntil([&model] { return model.isRead(); }))
            qFatal("month");
        MonthView month(scene, nullptr);
        month.resize(1440, 820);
        month.show();
        month.relayout();
        m_table.alone(
            u"its month painted"_s, [&month] { month.viewport()->repaint(); }, paintLimitMs);
        m_table.alone(u"… and laid out"_s, [&month] { month.relayout(); });
    }

    void busyTimes()
    {
        constexpr double overlapLimitMs = 0.2;
        constexpr double slotsLimitMs = 20;
        const TimeSpan middle{base() + 1000 * hourMs, base() + 1001 * hourMs};
        m_table.alone(
            u"overlaps among %1 bookings"_s.arg(bookings),
            [&] {
                if (auto found = busySpans(m_store->reader(), {false, 1'000'050}, middle, 0); !found)
                    qFatal("busy");
            },
            overlapLimitMs);
        SlotQuery query;
        for (int i = 0; i < 20; ++i)
            query.who.append({true, 1'000'001 + 2 * i});
        query.from = QDate(2026, 2, 2);
        query.to = query.from.addDays(13);
        query.ofAny = true;
        m_table.alone(
            u"free times of 20 people in 14 days"_s,
            [&] {
                if (auto found = readFreeSpans(m_store->reader(), query); !found)
                    qFatal("%s", qPrintable(found.error().message));
            },
            slotsLimitMs);
    }

    void files()
    {
        constexpr double importLimitMs = 3000;
        constexpr double publishLimitMs = 300;
        QList<CalendarEvent> events;
        for (int i = 0; i < importedEvents; ++i) {
            CalendarEvent event;
            event.uid = QString::number(i) + u"@bench"_s;
            event.title = u"Meeting %1"_s.arg(i);
            event.description = u"About what is to be done next, and by whom"_s;
            event.starts = base() + (i % 8000 + 20'000) * hourMs;
            event.minutes = 60;
            event.reminders = {15};
            events.append(event);
        }
        const QByteArray text = calendarText(events, base());
        const double begun = processCpuMs();
        auto file = readCalendarText(text);
        auto preview = file ? previewCalendar(m_store->reader(), *file, {}) : Result<CalendarPreview>(file.error());
        const double compared = processCpuMs();
        auto imported = preview ? importCalendar(*m_store, *preview, {}) : Result<ImportReport>(preview.error());
        if (!imported || imported->rejectedRows != 0)
            qFatal("import");
        const double ended = processCpuMs();
        m_report.figure(u"%1 events read and compared, ms CPU"_s.arg(importedEvents),
                        QString::number(compared - begun, 'f', 0));
        m_report.figure(u"… and written"_s, QString::number(ended - begun, 'f', 0), ended - begun <= importLimitMs);
        ItemQuery all;
        all.typeId = m_store->schema()->type(u"activity"_s)->id;
        all.conditions = *parseConditions(u"ics_uid is not empty"_s);
        auto ids = queryIds(m_store->reader(), all, publishedEvents);
        if (!ids)
            qFatal("%s", qPrintable(ids.error().message));
        const QString target = QFileInfo(m_path).path() + u"/published.ics"_s;
        m_table.alone(
            u"a file of %1 events"_s.arg(ids->size()),
            [&] {
                if (auto written = exportCalendar(m_store->reader(), *ids, target); !written)
                    qFatal("%s", qPrintable(written.error().message));
            },
            publishLimitMs, 5);
    }

    Report &m_report;
    ActTable m_table;
    QString m_path;
    int m_leads;
    QDate m_month{2026, 6, 1};
    std::unique_ptr<Store> m_store;
};

} // namespace

void benchCalendar(Report &report, Growth &growth, const QString &path, int leads)
{
    CalendarActs(report, growth, path, leads).run();
}

} // namespace Kartoteka
