// SPDX-License-Identifier: GPL-3.0-or-later
// What people reported of other calendars, each where its days and hours could go wrong here too.
#include "core/calendar/busy.h"
#include "core/schema/repeat_rule.h"
#include "core/transfer/calendar_export.h"
#include "core/transfer/calendar_import.h"
#include "models/calendar/go_to_day.h"
#include "tests/support/test_program.h"
#include "tests/support/zoned_office.h"

using namespace Kartoteka;

class TestCalendarBugs final : public QObject, ZonedOffice
{
    Q_OBJECT

    QByteArray exported(qint64 id)
    {
        const auto events = calendarEvents(m_office->store().reader(), {id});
        return events ? calendarText(*events, m_office->clock().now()) : QByteArray();
    }
    bool import(const QByteArray &text)
    {
        const auto file = readCalendarText(text);
        const auto preview = file ? previewCalendar(m_office->store().reader(), *file, {})
                                  : Result<CalendarPreview>(file.error());
        return preview && importCalendar(m_office->store(), *preview, {});
    }
    static QByteArray calendar(const QByteArray &event)
    {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VEVENT\r\nDTSTAMP:20260301T000000Z\r\n" + event
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }
    CalendarQuery dealsBy(const QString &field, const QDate &from, const QDate &to)
    {
        CalendarQuery query;
        query.mode = CalendarMode::Moment;
        query.items.typeId = m_office->typeId(u"deal"_s);
        query.field = field;
        query.from = from;
        query.to = to;
        return query;
    }

private slots:
    void cleanup() { close(); }

    /// twenty#17153, tine20#4933: a day too early or too late.
    void offByOneDay_data() { zones(); }
    void offByOneDay()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        m_office->create(u"deal"_s, {{Codes::title, u"Pipes"_s}, {u"close_date"_s, toValue(march(31))}});
        const CalendarEntries month = read(dealsBy(u"close_date"_s, march(1), QDate(2026, 4, 5)));
        QCOMPARE(month.entries.size(), 1);
        QCOMPARE(month.entries.constFirst().first, march(31));
        // Near midnight a moment is on the day that the clock here shows.
        const qint64 late = meeting({march(10), QTime(23, 45)}, {march(11), QTime(0, 0)});
        const CalendarEntry entry = entryOf(late, march(9), march(12));
        QCOMPARE(entry.first, march(10));
        QCOMPARE(entry.last, march(10));
    }

    /// twenty#20183: the calendar stays empty after another date field was chosen.
    void blankAfterChoosingAField_data() { zones(); }
    void blankAfterChoosingAField()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        const qint64 id = m_office->create(
            u"deal"_s,
            {{Codes::title, u"Pipes"_s}, {u"begin_date"_s, toValue(march(3))}, {u"close_date"_s, toValue(march(5))}});
        const QDate today = m_office->clock().localNow().date();
        const QList<Field> fields = calendarFields(m_office->schema(), m_office->typeId(u"deal"_s));
        QVERIFY(fields.size() >= 4);
        const Item deal = m_office->item(u"deal"_s, id);
        for (const Field &field : fields) {
            if (!deal.value(field.code).isValid())
                continue;
            const CalendarEntries found = read(dealsBy(field.code, qMin(march(1), today), qMax(march(31), today)));
            QVERIFY2(found.entries.size() == 1, qPrintable(field.code));
        }
    }

    /// twenty#17033: there is no way to another date but page by page.
    void noJumpToADate_data() { zones(); }
    void noJumpToADate()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        const QDateTime now(march(4), QTime(23, 30));
        const WorkCalendar work(m_office->schema());
        const auto go = [&](const QString &text) { return parseDayToGo(text, now, Qt::Monday, work).value_or(QDate()); };
        QCOMPARE(go(u"5 марта"_s), march(5));
        QCOMPARE(go(u"+3w"_s), march(25));
        QCOMPARE(go(u"-2w"_s), QDate(2026, 2, 18));
        QCOMPARE(go(u"yesterday"_s), march(3));
        QCOMPARE(go(u"March 2025"_s), QDate(2025, 3, 1));
    }

    /// cal.diy#24713: a booking that comes again stands on another weekday.
    void wrongWeekdayOfRecurringBookings_data() { zones(); }
    void wrongWeekdayOfRecurringBookings()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        meeting({march(2), QTime(0, 15)}, {march(2), QTime(1, 0)}, {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=MO"_s}});
        const QList<CalendarEntry> entries = read(everybody(march(1), QDate(2026, 11, 30))).entries;
        QCOMPARE(entries.size(), 40);
        for (const CalendarEntry &entry : entries) {
            QCOMPARE(entry.first.dayOfWeek(), int(Qt::Monday));
            QCOMPARE(entry.starts.date(), entry.first);
        }
    }

    /// cal.diy#19929, #14664: the zone of a file is not heeded, and the time it takes is booked once more.
    void zonesOfFilesIgnored_data() { zones(); }
    void zonesOfFilesIgnored()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        QVERIFY(import(calendar("UID:1\r\nDTSTART;TZID=America/Los_Angeles:20260310T100000\r\n"
                                "DTEND;TZID=America/Los_Angeles:20260310T110000\r\nSUMMARY:Call\r\n")));
        const qint64 begins = QDateTime(march(10), QTime(17, 0), Qt::UTC).toMSecsSinceEpoch(); // summer time there
        const auto busy = busySpans(m_office->store().reader(), {true, m_office->store().user()},
                                    {begins, begins + 60 * minuteMs}, m_office->clock().now());
        QVERIFY(busy);
        QCOMPARE(busy->size(), 1);
        QCOMPARE(busy->constFirst().span, (TimeSpan{begins, begins + 60 * minuteMs}));
    }

    /// nextcloud calendar#5897: moving one of a series gives its end another zone than its beginning.
    void movingASeriesOverwritesItsZone_data() { zones(); }
    void movingASeriesOverwritesItsZone()
    {
        QFETCH(QByteArray, zone);
        openIn("Europe/Berlin");
        const qint64 id = meeting({march(4), QTime(10, 0)}, {march(4), QTime(11, 30)},
                                  {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=WE"_s}});
        qputenv("TZ", zone);
        const CalendarEntry entry = entryOf(id, march(3), march(5));
        const QDateTime later = entry.starts.addSecs(3600);
        QVERIFY(commit(planMoveEntry(m_office->schema(), entry, {later.date(), later.time()})));
        const QByteArray text = exported(id);
        QVERIFY2(text.contains("DTSTART;TZID=Europe/Berlin:20260304T110000"), text.constData());
        QVERIFY2(text.contains("DTEND;TZID=Europe/Berlin:20260304T123000"), text.constData());
    }

    /// fullcalendar#6870, bryntum#9150: what comes again elsewhere does not go along when clocks are changed there.
    void seriesNotShiftedWithTheirZone_data() { zones(); }
    void seriesNotShiftedWithTheirZone()
    {
        QFETCH(QByteArray, zone);
        openIn("Europe/Berlin");
        meeting({march(23), QTime(10, 0)}, {march(23), QTime(11, 0)}, {{Codes::recurrence, u"FREQ=DAILY"_s}});
        qputenv("TZ", zone);
        const QTimeZone berlin("Europe/Berlin"); // where it is summer from the 29th on
        const QList<CalendarEntry> entries = read(everybody(march(23), QDate(2026, 4, 6))).entries;
        QVERIFY(entries.size() >= 14);
        for (const CalendarEntry &entry : entries)
            QCOMPARE(entry.starts.toTimeZone(berlin).time(), QTime(10, 0));
    }

    /// SinergiaCRM#244: whole days are other days for who looks from another zone.
    void wholeDaysShiftForAViewerElsewhere_data() { zones(); }
    void wholeDaysShiftForAViewerElsewhere()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        const qint64 id = meeting({march(10)}, {march(11)});
        for (const char *viewer : {"Pacific/Apia", "America/New_York", "Asia/Kathmandu", "UTC"}) {
            qputenv("TZ", viewer);
            const CalendarEntry entry = entryOf(id, march(1), march(31));
            QCOMPARE(entry.first, march(10));
            QCOMPARE(entry.last, march(11));
            QVERIFY(exported(id).contains("DTSTART;VALUE=DATE:20260310"));
        }
    }

    /// quacs PR#315: whatever is exported takes an hour.
    void exportDefaultsToOneHour_data() { zones(); }
    void exportDefaultsToOneHour()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        for (const int minutes : {5, 25, 90, 26 * 60}) {
            const QDateTime begins(march(10), QTime(9, 0));
            const QDateTime ends = begins.addSecs(minutes * 60);
            const qint64 id = meeting({begins.date(), begins.time()}, {ends.date(), ends.time()});
            const auto back = readCalendarText(exported(id));
            QVERIFY(back && back->events.size() == 1);
            QCOMPARE(back->events.constFirst().starts, begins.toMSecsSinceEpoch());
            QCOMPARE(back->events.constFirst().minutes, minutes);
        }
    }
};

KARTOTEKA_TEST(tst_calendar_bugs, TestCalendarBugs)
#include "tst_calendar_bugs.moc"
