// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/base/durations.h"
#include "core/items/item_acts.h"
#include "core/pipeline/card_queries.h"
#include "core/pipeline/rotting.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestRotting : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    qint64 m_lead = 0;

    ItemRef lead() { return {m_office->typeId(u"lead"_s), m_lead, {}}; }
    Stage stage(const QString &code) { return *m_office->schema().stage(m_office->stageId(u"lead"_s, code)); }
    /// Days for which the card says that it stands still; -1: it says nothing.
    int idleDays()
    {
        const qint64 now = m_office->clock().now();
        const auto cards = readCards(m_office->store().reader(), lead().type, {m_lead}, now);
        if (!cards || cards->size() != 1)
            return -2;
        const Value since = cards->constFirst().idleSince;
        return since.isValid() ? int((now - since.toLongLong()) / dayMs) : -1;
    }
    void allow(const QString &code, int days)
    {
        QVERIFY(m_office->store().commitAndWait(planAllowedIdleDays(m_office->schema(), stage(code), days)));
        QCoreApplication::sendPostedEvents(&m_office->store());
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
    }
    void cleanup() { m_office.reset(); }

    void twoWeeksAreAllowedWhereNobodySaysOtherwise()
    {
        m_office->clock().advance(14 * dayMs - 1000);
        QCOMPARE(idleDays(), -1);
        m_office->clock().advance(2000);
        QCOMPARE(idleDays(), 14);
        QCOMPARE(allowedIdleDays(m_office->schema(), stage(u"junk"_s)), 0); // what is finished may lie
    }

    void eachStageHasItsOwnNumber()
    {
        allow(u"new"_s, 3);
        allow(u"in_progress"_s, 0);
        m_office->clock().advance(4 * dayMs);
        QCOMPARE(idleDays(), 4);
        m_office->move(u"lead"_s, m_lead, u"in_progress"_s);
        m_office->clock().advance(400 * dayMs);
        QCOMPARE(idleDays(), -1);
        QVERIFY(m_office->store().undo().result()); // the move
        QVERIFY(m_office->store().undo().result()); // of "in progress"
        QCoreApplication::sendPostedEvents(&m_office->store());
        QCOMPARE(allowedIdleDays(m_office->schema(), stage(u"in_progress"_s)), 14);
        QCOMPARE(allowedIdleDays(m_office->schema(), stage(u"new"_s)), 3);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void whatCameWithOldDatesStandsSinceItCame()
    {
        const qint64 longAgo = m_office->clock().now() - 500 * dayMs;
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Of another program"_s}, {u"created_at"_s, longAgo}});
        QCOMPARE(m_office->item(u"lead"_s, m_lead).value(u"stage_changed_at"_s).toLongLong(), longAgo);
        QCOMPARE(idleDays(), -1);
        m_office->clock().advance(15 * dayMs);
        QCOMPARE(idleDays(), 15);
    }

    void whateverIsDoneMovesIt_data()
    {
        QTest::addColumn<QString>("what");
        for (const QString &what : {u"edit"_s, u"stage"_s, u"comment"_s, u"activity"_s})
            QTest::newRow(qPrintable(what)) << what;
    }
    void whateverIsDoneMovesIt()
    {
        QFETCH(QString, what);
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {lead()};
        const auto planned = m_office->store().commitAndWait(planActivity(m_office->schema(), draft));
        QVERIFY(planned);
        m_office->clock().advance(20 * dayMs);
        QCOMPARE(idleDays(), 20); // planning something is not doing it
        if (what == u"stage") {
            m_office->move(u"lead"_s, m_lead, u"in_progress"_s);
        } else if (what == u"activity") {
            const auto activities = plannedActivities(m_office->store().reader(), lead());
            QVERIFY(activities && activities->size() == 1);
            QVERIFY(m_office->store().commitAndWait(planComplete(activities->constFirst())));
        } else {
            QVERIFY(m_office->store().commitAndWait(
                what == u"comment"
                    ? planComment(lead(), u"He called"_s)
                    : planEdit(m_office->schema(), m_office->item(u"lead"_s, m_lead), {{u"title"_s, u"Tubes"_s}})));
        }
        QCOMPARE(idleDays(), -1);
        m_office->clock().advance(15 * dayMs);
        QCOMPARE(idleDays(), 15);
    }
};

KARTOTEKA_TEST(tst_rotting, TestRotting)
#include "tst_rotting.moc"
