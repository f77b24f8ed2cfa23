// SPDX-License-Identifier: GPL-3.0-or-later
// What an open file does about series by itself.
#include "core/activities/overlap.h"
#include "core/calendar/booking.h"
#include "core/calendar/calendar_plan.h"
#include "core/schedule/scheduler.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "models/activities/day_tally.h"
#include "models/activities/series_watch.h"
#include "tests/support/series_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestSeriesWatch final : public QObject
{
    Q_OBJECT

private slots:
    /// It comes though its room is taken; another series of the same person is not held up.
    void aTakenDateStopsNoSeries()
    {
        SeriesOffice office;
        Member room;
        room.ref = {0, office.create(Codes::resourceType, {{Codes::title, u"Hall"_s}, {Codes::resourceActive, true}}), {}};
        const QDate day = office.clock().localNow().date().addDays(1);
        const auto booking = [&](const QDate &on, const QString &rule) {
            return acceptingOverlap(planCreateEntry(
                office.schema(),
                {{Codes::title, u"Meeting"_s}, {Codes::resources, membersValue({room})}, {Codes::recurrence, rule}},
                {on, QTime(15, 0)}, {on, QTime(16, 0)}));
        };
        ChangeSet series = booking(day, u"FREQ=WEEKLY"_s);
        series.changes.first().values.removeIf([](const FieldValue &one) { return one.field == Codes::overlapAccepted; });
        const auto made = office.store().commitAndWait(series);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message + made.error().detail));
        QVERIFY(office.store().commitAndWait(booking(day.addDays(7), {})));
        QVERIFY(office.plan(u"FREQ=WEEKLY"_s));
        SeriesWatch watch(office.store());
        QCOMPARE(office.open().size(), 3);
        office.clock().advance(8 * SeriesOffice::day);
        Scheduler::of(office.store()).wake();
        QTRY_COMPARE(office.open().size(), 5);
        QVERIFY(office.problems().isEmpty());
    }

    /// A person plans the first one of a series; those that come by its dates are nobody's work.
    void whatComesByItsDatesIsNotCountedAsPlanned()
    {
        SeriesOffice office;
        const DayTally tally(office.store());
        QVERIFY(office.plan(u"FREQ=WEEKLY"_s));
        QTRY_COMPARE(tally.planned(), 1);
        SeriesWatch watch(office.store());
        office.clock().advance(8 * SeriesOffice::day);
        QVERIFY(office.plan(u"FREQ=MONTHLY"_s));
        Scheduler::of(office.store()).wake();
        QTRY_COMPARE(office.open().size(), 3);
        QCOMPARE(tally.planned(), 1);
    }
};

KARTOTEKA_TEST(tst_series_watch, TestSeriesWatch)
#include "tst_series_watch.moc"
