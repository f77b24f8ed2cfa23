// SPDX-License-Identifier: GPL-3.0-or-later
// What follows on a commit follows once, whatever happens in between.
#include "core/items/item_acts.h"
#include "core/office.h"
#include "tests/support/test_office.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Kartoteka;

namespace {

/// Counts in the comment of a lead how often it was followed.
Follower counter(std::function<void()> before = [] {})
{
    return {u"test"_s, [](const NotedChange &change) { return change.table.code == u"lead" && change.before.isEmpty(); },
            [before](const ReadContext &, const RecordTable &table, const QList<qint64> &ids) -> Result<QList<Change>> {
                before();
                ChangeSet changes;
                for (const qint64 id : ids)
                    changes.update(table.code, id, {{u"comment"_s, u"followed"_s}});
                return changes.changes;
            }};
}

Result<std::unique_ptr<Store>> open(const QString &path, const QList<Follower> &followers)
{
    StoreOptions options;
    options.rules = officeRules();
    options.followers = followers;
    return Store::open(path, std::move(options));
}

Result<Receipt> createLead(Store &store)
{
    return store.commitAndWait(
        planCreate(*store.schema(), *store.schema()->type(u"lead"_s), {{u"title"_s, u"Lead"_s}}, nullptr));
}

int countOf(Store &store, const QString &sql)
{
    const auto count = store.reader().connection.scalar(sql);
    return count ? count->toInt() : -1;
}

const QString followed = u"SELECT count(*) FROM journal WHERE patch LIKE '%followed%'"_s;
const QString waiting = u"SELECT count(*) FROM follow_up"_s;

} // namespace

class TestFollowers : public QObject
{
    Q_OBJECT
private slots:
    void aKillBetweenCommitAndFollowLosesNothing()
    {
        TestOffice office;
        office.close();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"tst_followers"_s, u"--die-before-following"_s, office.path()});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        // The next program does it, once.
        for (int times = 0; times < 2; ++times) {
            auto store = open(office.path(), {counter()});
            QVERIFY(store);
            QVERIFY((*store)->settleIdentity().result()); // after what was done at the start
            QCOMPARE(countOf(**store, u"SELECT count(*) FROM lead WHERE comment = 'followed'"_s), 1);
            QCOMPARE(countOf(**store, followed), 1);
            QCOMPARE(countOf(**store, waiting), 0);
        }
        // Under the act that it follows.
        auto store = open(office.path(), {counter()});
        QVERIFY(store);
        QCOMPARE(countOf(**store, u"SELECT count(DISTINCT act) FROM journal WHERE entity = 'lead'"_s), 1);
    }

    void nothingFollowsWhatComesByUndoAndRedo()
    {
        TestOffice office;
        office.close();
        auto store = open(office.path(), {counter()});
        QVERIFY(store);
        QVERIFY(createLead(**store));
        QCOMPARE(countOf(**store, followed), 1);
        QVERIFY((*store)->undo().result());
        QCOMPARE(countOf(**store, u"SELECT count(*) FROM lead"_s), 0);
        QVERIFY((*store)->redo().result());
        QCOMPARE(countOf(**store, u"SELECT count(*) FROM lead WHERE comment = 'followed'"_s), 1);
        QCOMPARE(countOf(**store, waiting), 0);
    }

    void whatIsRefusedStandsInNobodysWay()
    {
        TestOffice office;
        office.close();
        Follower wrong = counter();
        wrong.follow = [](const ReadContext &, const RecordTable &table, const QList<qint64> &ids) -> Result<QList<Change>> {
            ChangeSet changes;
            changes.update(table.code, ids.constFirst(), {{u"comment"_s, u"followed"_s}});
            changes.update(table.code, 1'000'000, {{u"comment"_s, u"nobody"_s}});
            return changes.changes;
        };
        auto store = open(office.path(), {wrong});
        QVERIFY(store);
        QVERIFY(createLead(**store));
        QVERIFY(createLead(**store));
        QCOMPARE(countOf(**store, u"SELECT count(*) FROM lead"_s), 2);
        QCOMPARE(countOf(**store, followed), 0); // all or nothing
        QCOMPARE(countOf(**store, waiting), 1);  // taken away with the next write
    }

    void followersDoNotFollowEachOther()
    {
        TestOffice office;
        office.close();
        Follower onComment{u"second"_s, [](const NotedChange &change) { return change.table.code == u"lead"; },
                           [](const ReadContext &, const RecordTable &table, const QList<qint64> &ids) {
                               ChangeSet changes;
                               for (const qint64 id : ids)
                                   changes.update(table.code, id, {{u"source_details"_s, u"again"_s}});
                               return Result<QList<Change>>(changes.changes);
                           }};
        auto store = open(office.path(), {counter(), onComment});
        QVERIFY(store);
        QVERIFY(createLead(**store));
        QCOMPARE(countOf(**store, followed), 1);
        QCOMPARE(countOf(**store, u"SELECT count(*) FROM journal WHERE patch LIKE '%again%'"_s), 1);
    }
};

int tst_followers(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--die-before-following") {
        auto store = open(QString::fromLocal8Bit(argv[2]), {counter([] { std::raise(SIGKILL); })});
        return store && createLead(**store) ? 0 : 1;
    }
    TestFollowers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_followers.moc"
