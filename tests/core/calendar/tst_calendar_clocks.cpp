// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar where clocks are changed and zones differ: hours that come twice, days that were left out, series from elsewhere.
#include "core/calendar/day_words.h"
#include "core/calendar/free_slots.h"
#include "core/items/item_acts.h"
#include "core/schema/repeat_rule.h"
#include "tests/support/test_program.h"
#include "tests/support/zoned_office.h"

#include <QRandomGenerator>

using namespace Kartoteka;

class TestCalendarClocks final : public QObject, ZonedOffice
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }

    /// 1 November in New York: the clock shows one to two o'clock twice.
    void anHourThatComesTwiceIsTwoHours()
    {
        openIn("America/New_York");
        const Schema &schema = m_office->schema();
        const QDate night(2026, 11, 1);
        const qint64 second = QDateTime(night, QTime(6, 30), Qt::UTC).toMSecsSinceEpoch(); // half past one, in winter time
        const qint64 id = meeting({night, QTime(0, 30)}, {night, QTime(0, 45)});
        QVERIFY(m_office->store().commitAndWait(
            planEdit(schema, m_office->item(u"activity"_s, id), {{Codes::start, second}, {Codes::deadline, second}})));
        CalendarEntry entry = entryOf(id, night, night);
        QCOMPARE(entry.starts.toMSecsSinceEpoch(), second);
        // Put where it stands, and stretched by its end, it does not jump to the first of the two hours.
        QCOMPARE(movedEntry(entry, {night, QTime(1, 30)}).starts.toMSecsSinceEpoch(), second);
        QVERIFY(commit(planStretchEntry(schema, entry, {night, QTime(1, 30)}, {night, QTime(1, 50)})));
        entry = entryOf(id, night, night);
        QCOMPARE(entry.starts.toMSecsSinceEpoch(), second);
        QCOMPARE(entry.starts.secsTo(entry.ends), 20 * 60);
        QVERIFY(commit(planStretchEntry(schema, entry, {night, QTime(0, 30)}, {night, QTime(1, 50)})));
        entry = entryOf(id, night, night);
        QCOMPARE(entry.starts.secsTo(entry.ends), 140 * 60);
        // What is said of it tells the two apart, and slots begin in both.
        QVERIFY2(spanText({second, second + 60 * minuteMs}, false).startsWith(u"01:30 EST"_s), "which of the two");
        const qint64 midnight = at(night, QTime(0, 0));
        QCOMPARE(slotBegins({midnight, at(night, QTime(3, 0))}, 60, 60).size(), 4);
        QCOMPARE(slotBegins({at(march(8), QTime(0, 0)), at(march(8), QTime(4, 0))}, 60, 60).size(), 3); // one is skipped
        // The day has 25 hours, of which all are its own.
        const CalendarEntries found = read(everybody(night.addDays(-1), night.addDays(1)));
        QCOMPARE(found.counts, (QList<int>{0, 1, 0}));
    }

    void timesAreWrittenAsTheLanguageHasThem()
    {
        const QLocale before;
        const auto text = [](const QLocale &locale, int from, int minutes) {
            QLocale::setDefault(locale);
            const qint64 starts = QDateTime(QDate(2026, 3, 3), QTime(from, 0)).toMSecsSinceEpoch();
            return spanText({starts, starts + minutes * minuteMs}, false);
        };
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QStringList told{text(english, 14, 60), text(english, 9, 300), text(english, 23, 60),
                               text(QLocale(QLocale::Russian, QLocale::Russia), 14, 60)};
        QLocale::setDefault(before);
        QCOMPARE(told, QStringList({u"2:00–3:00 PM"_s, u"9:00 AM–2:00 PM"_s, u"11:00 PM–12:00 AM"_s, u"14:00–15:00"_s}));
    }

    void aDayThatWasLeftOutHasNothing()
    {
        openIn("Pacific/Apia");
        const QDate missing(2011, 12, 30);
        const qint64 before = meeting({missing.addDays(-1), QTime(10, 0)}, {missing.addDays(-1), QTime(11, 0)});
        meeting({missing.addDays(1), QTime(10, 0)}, {missing.addDays(1), QTime(11, 0)});
        QCOMPARE(read(everybody(missing.addDays(-2), missing.addDays(2))).counts, (QList<int>{0, 1, 0, 1, 0}));
        // Moved there it is after it.
        QVERIFY(commit(planMoveEntry(m_office->schema(), entryOf(before, missing.addDays(-1), missing), {missing})));
        QCOMPARE(read(everybody(missing.addDays(-2), missing.addDays(2))).counts, (QList<int>{0, 0, 0, 2, 0}));
        QVERIFY(meeting({missing}, {missing.addDays(1)}) != 0);
    }

    /// A series that was planned elsewhere goes by the clock there, also where the clocks here change on another day.
    void aSeriesGoesByTheClockOfItsZone_data() { zones(); }
    void aSeriesGoesByTheClockOfItsZone()
    {
        QFETCH(QByteArray, zone);
        openIn("Europe/Berlin");
        const qint64 id = meeting({march(4), QTime(10, 0)}, {march(4), QTime(11, 0)},
                                  {{Codes::recurrence, u"FREQ=WEEKLY;BYDAY=WE"_s}});
        QVERIFY(id != 0);
        qputenv("TZ", zone);
        const QTimeZone berlin("Europe/Berlin");
        QList<CalendarEntry> entries = read(everybody(march(2), QDate(2026, 4, 10))).entries;
        QCOMPARE(entries.size(), 6);
        for (const CalendarEntry &entry : std::as_const(entries))
            QCOMPARE(entry.starts.toTimeZone(berlin).time(), QTime(10, 0));
        // Moved here by an hour, it is still counted there.
        const CalendarEntry first = entries.first();
        const QDateTime later = first.starts.addSecs(3600);
        QVERIFY(commit(planMoveEntry(m_office->schema(), first, {later.date(), later.time()})));
        QCOMPARE(m_office->item(u"activity"_s, id).text(Codes::timeZone), u"Europe/Berlin"_s);
        entries = read(everybody(march(2), QDate(2026, 4, 10))).entries;
        QCOMPARE(entries.first().starts, later);
    }

    /// What a filter leaves is counted on its day, over days of 23 and 25 hours.
    void filteredItemsAreCountedOnTheirDays_data() { zones(); }
    void filteredItemsAreCountedOnTheirDays()
    {
        QFETCH(QByteArray, zone);
        openIn(zone);
        QRandomGenerator random(5);
        const QDate from(2026, 2, 20);
        const QDate to(2026, 12, 10);
        const int days = int(from.daysTo(to)) + 1;
        QList<int> expected(days);
        ChangeSet many;
        for (int i = 0; i < 600; ++i) {
            // Near midnight, where a wrong hour would be a wrong day.
            const QDate day = from.addDays(random.bounded(-2, days + 2));
            const QTime time = random.bounded(2) == 0 ? QTime(23, random.bounded(60)) : QTime(0, random.bounded(60));
            const QDateTime at(day, time);
            const bool isKept = random.bounded(3) != 0;
            many.create(u"lead"_s,
                        {{u"title"_s, isKept ? u"Kept"_s : u"Left"_s}, {u"created_at"_s, at.toMSecsSinceEpoch()}});
            if (isKept && at.date() >= from && at.date() <= to)
                ++expected[from.daysTo(at.date())];
        }
        QVERIFY(m_office->store().commitAndWait(many));
        CalendarQuery query;
        query.mode = CalendarMode::Moment;
        query.items.typeId = m_office->typeId(u"lead"_s);
        query.items.conditions = *parseConditions(u"title = Kept"_s);
        query.field = u"created_at"_s;
        query.from = from;
        query.to = to;
        query.limitPerDay = 1;
        const CalendarEntries found = read(query);
        QCOMPARE(found.counts, expected);
        QCOMPARE(found.entries.size(), days - expected.count(0));
    }
};

KARTOTEKA_TEST(tst_calendar_clocks, TestCalendarClocks)
#include "tst_calendar_clocks.moc"
