// SPDX-License-Identifier: GPL-3.0-or-later
// What is booked twice is true after commits and on another day.
#include "core/activities/overlap.h"
#include "core/calendar/booking.h"
#include "core/calendar/calendar_plan.h"
#include "core/schedule/scheduler.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "models/calendar/clash_watch.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestClashWatch final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    qint64 m_hall = 0;

    void book(const QString &title)
    {
        const QDate today = m_office->clock().localNow().date();
        Member room;
        room.ref = {0, m_hall, {}};
        const ChangeSet changes = planCreateEntry(m_office->schema(),
                                                  {{Codes::title, title}, {Codes::resources, toValue(Members{room})}},
                                                  {today, QTime(15, 0)}, {today, QTime(16, 0)});
        QVERIFY(m_office->store().commitAndWait(acceptingOverlap(changes)));
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_hall = m_office->create(Codes::resourceType, {{Codes::title, u"Hall"_s}, {Codes::resourceActive, true}});
    }
    void cleanup() { m_office.reset(); }

    void whatIsPastIsToldNoMore()
    {
        book(u"Tasting"_s);
        ClashWatch watch(m_office->store());
        watch.setShown(true);
        book(u"Talk"_s);
        QTRY_COMPARE(watch.all().size(), 2);
        m_office->clock().advance(24 * 3'600'000);
        Scheduler::of(m_office->store()).wake();
        QTRY_VERIFY(watch.all().isEmpty());
    }
};

KARTOTEKA_TEST(tst_clash_watch, TestClashWatch)
#include "tst_clash_watch.moc"
