// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/catch_up.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// When a model that follows commits looks at them.
class TestCatchUp : public QObject
{
    Q_OBJECT

    static void makeLeads(TestOffice &office, int count)
    {
        ChangeSet changes;
        for (int i = 0; i < count; ++i)
            changes.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}});
        QVERIFY(office.store().commitAndWait(changes));
    }

private slots:
    void fewChangesAreLookedAtAtOnce()
    {
        TestOffice office;
        CatchUp catchUp(office.store());
        QSignalSpy due(&catchUp, &CatchUp::due);
        makeLeads(office, 1);
        QCOMPARE(due.size(), 0); // nothing was asked for
        catchUp.begin();
        QVERIFY(catchUp.isLoading());
        makeLeads(office, 1);
        QCOMPARE(due.size(), 0); // what is read may know of it
        catchUp.stand(1);
        QVERIFY(!catchUp.isLoading());
        QCOMPARE(due.size(), 0);
        catchUp.look();
        QCOMPARE(due.size(), 1);
        makeLeads(office, 1);
        QCOMPARE(due.size(), 1); // one look at a time
        catchUp.stand(2);
        catchUp.look();
        QCOMPARE(due.size(), 2);
        catchUp.stand(3);
        catchUp.look();
        QCOMPARE(due.size(), 2); // there is nothing more
    }

    void manyAreLookedAtTogether()
    {
        TestOffice office;
        CatchUp catchUp(office.store());
        QSignalSpy due(&catchUp, &CatchUp::due);
        catchUp.stand(0);
        makeLeads(office, 30);
        makeLeads(office, 30);
        makeLeads(office, 1);
        QCOMPARE(due.size(), 0);
        QTRY_COMPARE(due.size(), 1);
    }

    void nobodyLooksForWhatNobodySees()
    {
        TestOffice office;
        CatchUp catchUp(office.store());
        QSignalSpy due(&catchUp, &CatchUp::due);
        catchUp.stand(0);
        catchUp.setShown(false);
        makeLeads(office, 1);
        QCOMPARE(due.size(), 0);
        catchUp.setShown(true);
        QCOMPARE(due.size(), 1);
    }

    void whatIsBegunAnewForgetsWhatWasRead()
    {
        TestOffice office;
        CatchUp catchUp(office.store());
        QSignalSpy due(&catchUp, &CatchUp::due);
        catchUp.begin();
        const CancelToken first = catchUp.token();
        makeLeads(office, 1);
        catchUp.begin();
        QVERIFY(first.isCancelled());
        QVERIFY(!catchUp.token().isCancelled());
        catchUp.stand(5);
        catchUp.look();
        QCOMPARE(due.size(), 0); // it was read after that commit
        catchUp.reachBack(7);
        catchUp.look();
        QCOMPARE(catchUp.journal(), 5);
        QCOMPARE(due.size(), 0);
        catchUp.reachBack(3); // a part that is older
        catchUp.look();
        QCOMPARE(catchUp.journal(), 3);
        QCOMPARE(due.size(), 1);
        catchUp.rest();
        makeLeads(office, 1);
        QCOMPARE(due.size(), 1);
    }
};

KARTOTEKA_TEST(tst_catch_up, TestCatchUp)
#include "tst_catch_up.moc"
