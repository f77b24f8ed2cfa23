// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/scheduler.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestScheduler : public QObject
{
    Q_OBJECT

    /// Is due at a moment, once.
    struct Alarm
    {
        std::optional<qint64> at;
        int fired = 0;
        qint64 late = -1;

        DueSource source()
        {
            return {[this](qint64) { return at; },
                    [this](qint64, qint64 by) {
                        at.reset();
                        ++fired;
                        late = by;
                    }};
        }
    };

private slots:
    void firesWhatIsDueAndSaysHowLate()
    {
        FixedClock clock;
        Scheduler scheduler(clock);
        Alarm soon{clock.now() + 1'000};
        Alarm later{clock.now() + 3'600'000};
        scheduler.add(this, soon.source());
        scheduler.add(this, later.source());
        QCoreApplication::processEvents();
        QCOMPARE(soon.fired, 0);
        clock.advance(3 * 86'400'000LL); // the computer slept
        scheduler.wake();
        QTRY_COMPARE(soon.fired, 1);
        QCOMPARE(soon.late, 3 * 86'400'000LL - 1'000);
        QCOMPARE(later.fired, 1);
    }

    void wakesByItself()
    {
        Scheduler scheduler(systemClock());
        Alarm alarm{systemClock().now() + 30};
        scheduler.add(this, alarm.source());
        QTRY_COMPARE(alarm.fired, 1);
        alarm.at = systemClock().now() + 20;
        scheduler.wake(); // else it would not know before the next minute
        QTRY_COMPARE(alarm.fired, 2);
    }

    void whatIsGoneIsNotFired()
    {
        FixedClock clock;
        Scheduler scheduler(clock);
        Alarm alarm{clock.now()};
        auto owner = std::make_unique<QObject>();
        scheduler.add(owner.get(), alarm.source());
        owner.reset();
        Alarm other{clock.now()};
        scheduler.add(this, other.source());
        QTRY_COMPARE(other.fired, 1);
        QCOMPARE(alarm.fired, 0);
    }

    void aClockThatIsSetBackIsTold()
    {
        FixedClock clock;
        Scheduler scheduler(clock);
        QSignalSpy back(&scheduler, &Scheduler::turnedBack);
        clock.advance(-3'600'000);
        scheduler.wake();
        QVERIFY(back.wait(patienceMs));
    }

    /// Who waits from a moment of the old clock is told before it is asked, and may say another one.
    void sourcesGoOnAfterTheClockWasSetBack()
    {
        FixedClock clock;
        Scheduler scheduler(clock);
        Alarm deaf{clock.now() + 1'000};
        Alarm heeding{clock.now() + 1'000};
        connect(&scheduler, &Scheduler::turnedBack, this, [&] { heeding.at = clock.now() + 500; });
        scheduler.add(this, deaf.source());
        scheduler.add(this, heeding.source());
        QCoreApplication::processEvents();
        clock.advance(-3'600'000);
        scheduler.wake();
        QTRY_COMPARE(*heeding.at, clock.now() + 500);
        clock.advance(600);
        scheduler.wake();
        QTRY_COMPARE(heeding.fired, 1);
        QCOMPARE(heeding.late, 100);
        QCOMPARE(deaf.fired, 0); // it is not due by this clock
        clock.advance(3'601'000);
        scheduler.wake();
        QTRY_COMPARE(deaf.fired, 1);
    }

    void theNextDayBeginsAtMidnight()
    {
        const QDate monday(2026, 3, 2);
        const qint64 noon = QDateTime(monday, QTime(12, 0)).toMSecsSinceEpoch();
        QCOMPARE(dayAfter(monday, noon), monday.addDays(1).startOfDay().toMSecsSinceEpoch());
        QCOMPARE(dayAfter(monday.addDays(-1), noon), noon);
        QCOMPARE(dayAfter(monday.addDays(1), noon), noon); // the clock was set back
    }

    void aFileHasOne()
    {
        TestOffice office;
        QCOMPARE(&Scheduler::of(office.store()), &Scheduler::of(office.store()));
    }
};

KARTOTEKA_TEST(tst_scheduler, TestScheduler)
#include "tst_scheduler.moc"
