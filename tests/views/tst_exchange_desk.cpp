// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/scheduler.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/exchange/exchange_desk.h"
#include "views/tasks/task_bar.h"
#include "views/tasks/task_runner.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Kartoteka;

class TestExchangeDesk : public QObject
{
    Q_OBJECT

private slots:
    void aClockThatIsSetBackDoesNotStopTheFolder()
    {
        TestOffice office;
        QWidget window;
        TaskBar bar(&window);
        TaskRunner tasks(bar);
        ExchangeDesk desk(office.store(), tasks, &window);
        // A folder that is not there says so each time it is looked at.
        QSignalSpy looked(&desk, &ExchangeDesk::failed);
        desk.setFolder({office.folder() + u"/not-there"_s, {}, false});
        QTRY_COMPARE(looked.count(), 1);
        QTRY_VERIFY(!tasks.isBusy());
        Scheduler &scheduler = Scheduler::of(office.store());
        QSignalSpy back(&scheduler, &Scheduler::turnedBack);
        office.clock().advance(-3'600'000);
        scheduler.wake();
        QTRY_COMPARE(back.count(), 1);
        office.clock().advance(10'000);
        scheduler.wake();
        QTRY_COMPARE(looked.count(), 2);
    }
};

KARTOTEKA_UI_TEST(tst_exchange_desk, TestExchangeDesk)
#include "tst_exchange_desk.moc"
