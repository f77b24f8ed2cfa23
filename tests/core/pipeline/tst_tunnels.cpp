// SPDX-License-Identifier: GPL-3.0-or-later
// On reaching a stage an item makes another one in another pipeline.
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "core/pipeline/stage_removal.h"
#include "core/pipeline/tunnels.h"
#include "core/timeline/entry_words.h"
#include "tests/support/test_office.h"

#include <QProcess>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace Kartoteka;

namespace {

/// An office with a second and a third pipeline of deals.
struct Pipelines
{
    explicit Pipelines(TestOffice &office) : office(office), deals(office.typeId(u"deal"_s))
    {
        main = office.schema().defaultPipeline(deals)->id;
        service = add(u"Service"_s);
        repair = add(u"Repair"_s);
    }

    qint64 add(const QString &name)
    {
        if (!office.store().commitAndWait(planAddPipeline(office.schema(), deals, name)))
            qFatal("no pipeline");
        return office.schema().pipelines(deals).constLast().id;
    }
    qint64 first(qint64 pipeline) const { return office.schema().firstStage(pipeline)->id; }
    qint64 won(qint64 pipeline) const { return office.schema().wonStage(pipeline)->id; }
    void dig(qint64 from, qint64 pipeline, qint64 stage = 0)
    {
        auto changes = planTunnel(office.store().reader(), from, pipeline, stage);
        QVERIFY2(changes, changes ? "" : qUtf8Printable(changes.error().message));
        QVERIFY(office.store().commitAndWait(*changes));
    }
    void move(qint64 deal, qint64 stage)
    {
        auto changes = planMove(office.store().reader(), {deals, deal, {}}, stage);
        QVERIFY2(changes, changes ? "" : qUtf8Printable(changes.error().message));
        QVERIFY(office.store().commitAndWait(*changes));
    }
    /// Deals of a pipeline, oldest first.
    QList<Item> in(qint64 pipeline)
    {
        ItemQuery query;
        query.typeId = deals;
        query.pipeline = pipeline;
        query.sort = {{u"created_at"_s, false}};
        auto ids = queryIds(office.store().reader(), query);
        auto items = readItems(office.store().reader(), deals, ids ? *ids : QList<qint64>());
        return items ? *items : QList<Item>();
    }
    QStringList comments()
    {
        QStringList texts;
        auto cursor = office.store().reader().connection.query(u"SELECT text FROM comment WHERE deleted_at IS NULL"_s);
        while (cursor && cursor->next())
            texts << cursor->text(0);
        return texts;
    }

    TestOffice &office;
    qint64 deals;
    qint64 main = 0;
    qint64 service = 0;
    qint64 repair = 0;
};

int countOf(Store &store, const QString &sql)
{
    const auto count = store.reader().connection.scalar(sql);
    return count ? count->toInt() : -1;
}

} // namespace

class TestTunnels : public QObject
{
    Q_OBJECT
private slots:
    void aDealThatIsWonMakesAnother()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service);
        const qint64 anna = office.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        const qint64 deal = office.create(
            u"deal"_s,
            {{u"title"_s, u"Pipes"_s}, {u"client_contact"_s, anna}, {u"amount"_s, toValue(Money{500, u"RUB"_s})}});
        const QStringList before = office.contents();
        to.move(deal, to.won(to.main));

        QCOMPARE(to.in(to.service).size(), 1);
        const Item made = to.in(to.service).constFirst();
        QCOMPARE(made.text(u"title"_s), u"Pipes"_s);
        QCOMPARE(made.value(u"amount"_s).value<Money>().minor, 500);
        QCOMPARE(made.reference(u"client_contact"_s), anna);
        QCOMPARE(made.reference(u"stage"_s), to.first(to.service));
        QVERIFY(!made.value(u"closed_at"_s).isValid());
        const auto links = readLinks(office.store().reader(), made.ref());
        QVERIFY(links);
        QCOMPARE(links->size(), 1);
        QCOMPARE(links->constFirst().source, ItemRef({to.deals, deal, {}}));

        // Both say so.
        for (const auto &[item, other] :
             {std::pair(ItemRef{to.deals, deal, {}}, made.ref()), std::pair(made.ref(), ItemRef{to.deals, deal, {}})}) {
            const auto page = readTimeline(office.store().reader(), item, {}, 10);
            QVERIFY(page);
            const auto entry = std::ranges::find(page->entries, EntryKind::Tunnelled, &TimelineEntry::kind);
            QVERIFY(entry != page->entries.end());
            QCOMPARE(entryWords(office.store().reader(), item, *entry).links, QList<ItemRef>{other});
        }

        // It is one act with the move.
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
        QVERIFY(office.store().redo().result());
        QCOMPARE(to.in(to.service).size(), 1);
        QCOMPARE(to.in(to.service).constFirst().uid, made.uid);
        QCOMPARE(office.problems(), QStringList());
    }

    void anotherTypeGetsWhatAConversionGives()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(office.stageId(u"lead"_s, u"processed"_s), to.service, to.won(to.service));
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}, {u"last_name"_s, u"Belova"_s}});
        office.move(u"lead"_s, lead, u"processed"_s);
        QCOMPARE(to.in(to.service).size(), 1);
        const Item made = to.in(to.service).constFirst();
        QCOMPARE(made.text(u"title"_s), u"Pipes"_s);
        QCOMPARE(made.reference(u"lead"_s), lead);
        QCOMPARE(made.reference(u"stage"_s), to.won(to.service)); // the one that was chosen
        QVERIFY(made.value(u"closed_at"_s).isValid());
    }

    void everyArrivalMakesOne()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service);
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        to.move(deal, to.won(to.main));
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"deal"_s, deal), {{u"title"_s, u"Long pipes"_s}})));
        QCOMPARE(to.in(to.service).size(), 1);
        to.move(deal, to.first(to.main));
        QCOMPARE(to.in(to.service).size(), 1);
        to.move(deal, to.won(to.main));
        QCOMPARE(to.in(to.service).size(), 2);
        // What is made there arrives too.
        office.create(u"deal"_s, {{u"title"_s, u"Old one"_s}, {u"stage"_s, to.won(to.main)}});
        QCOMPARE(to.in(to.service).size(), 3);
    }

    void aChainEnds()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service);
        to.dig(to.first(to.service), to.repair);
        to.dig(to.first(to.repair), to.service);
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        to.move(deal, to.won(to.main));
        QCOMPARE(to.in(to.service).size() + to.in(to.repair).size(), longestTunnelChain);
        QCOMPARE(to.comments().size(), 1);
        QVERIFY2(to.comments().constFirst().contains(u"Repair"), qUtf8Printable(to.comments().constFirst()));
        QVERIFY(office.store().undo().result());
        QCOMPARE(to.in(to.service).size() + to.in(to.repair).size(), 0);
        QCOMPARE(to.comments(), QStringList());
        QCOMPARE(office.problems(), QStringList());
    }

    void whereTheyBranchTheyEnd()
    {
        constexpr int branches = 30;
        TestOffice office;
        Pipelines to(office);
        QList<qint64> pipelines;
        to.dig(to.won(to.main), to.service);
        for (int i = 0; i < branches; ++i) {
            pipelines << to.add(u"Branch %1"_s.arg(i));
            to.dig(to.first(to.service), pipelines.constLast());
            to.dig(to.first(pipelines.constLast()), to.repair);
        }
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        to.move(deal, to.won(to.main));
        const int made = countOf(office.store(), u"SELECT count(*) FROM deal"_s) - 1;
        QVERIFY2(made > 10 && made < 1 + 2 * branches, qPrintable(QString::number(made)));
        QCOMPARE(to.comments().size(), 1);
        QVERIFY(office.store().undo().result());
        QCOMPARE(countOf(office.store(), u"SELECT count(*) FROM deal WHERE deleted_at IS NULL"_s), 1);
        QCOMPARE(office.problems(), QStringList());
    }

    void whatLacksARequiredFieldIsTold()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service);
        const qint64 amount = office.schema().field(to.deals, u"amount"_s)->id;
        QVERIFY(office.store().commitAndWait(
            planRequiredFrom(office.schema(), amount, to.service, to.first(to.service), office.clock().now())));
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        to.move(deal, to.won(to.main));
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"stage"_s), to.won(to.main)); // it stands in nobody's way
        QCOMPARE(to.in(to.service).size(), 0);
        QCOMPARE(to.comments().size(), 1);
        QVERIFY(to.comments().constFirst().contains(u"Amount"));
    }

    void betweenTwoPlacesThereIsOne()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service);
        const Tunnel made = office.schema().tunnels().constFirst();
        to.dig(to.won(to.main), to.service, to.won(to.service)); // it leads elsewhere now
        QCOMPARE(office.schema().tunnels().size(), 1);
        QCOMPARE(office.schema().tunnels().constFirst().toStage, to.won(to.service));
        QVERIFY(office.store().commitAndWait(
            planDeleteTunnel(office.schema(), office.schema().tunnels().constFirst(), office.clock().now())));
        QCOMPARE(office.schema().tunnels().size(), 0);
        to.dig(to.won(to.main), to.service);
        QCOMPARE(office.schema().tunnels().constFirst().uid, made.uid);
        QVERIFY(!planTunnel(office.store().reader(), to.first(to.main), to.main, 0));
        QVERIFY(!planTunnel(office.store().reader(), to.first(to.main), to.service, to.won(to.repair)));
        const qint64 leads = office.schema().defaultPipeline(office.typeId(u"lead"_s))->id;
        QVERIFY(!planTunnel(office.store().reader(), to.first(to.main), leads, to.won(leads))); // reached by conversion
    }

    void whatATunnelLeadsToIsNotDeleted()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service, to.first(to.service));
        for (const auto &changes : {planDeletePipeline(office.store().reader(), to.service, 1),
                                    planDeleteStage(office.store().reader(), to.first(to.service), 1)}) {
            QVERIFY(!changes);
            // A pipeline of one stage in progress keeps it anyhow.
            if (changes.error().where == u"tunnels")
                QVERIFY(changes.error().message.contains(u"Service"));
        }
        QCOMPARE(planDeletePipeline(office.store().reader(), to.service, 1).error().where, u"tunnels"_s);
        // What begins there goes with it, and comes back with it.
        QVERIFY(office.store().commitAndWait(
            planDeleteTunnel(office.schema(), office.schema().tunnels().constFirst(), office.clock().now())));
        to.dig(to.first(to.repair), to.service);
        auto gone = planDeletePipeline(office.store().reader(), to.repair, office.clock().now());
        QVERIFY(gone);
        QVERIFY(office.store().commitAndWait(*gone));
        QCOMPARE(office.schema().tunnels().size(), 0);
        QVERIFY(office.store().undo().result());
        QCoreApplication::sendPostedEvents(&office.store());
        QCOMPARE(office.schema().tunnels().size(), 1);
        QCOMPARE(office.problems(), QStringList());
    }

    void whoDeletesAStageRunsNone()
    {
        TestOffice office;
        Pipelines to(office);
        const qint64 proposal = office.stageId(u"deal"_s, u"proposal"_s);
        to.dig(to.first(to.main), to.service);
        to.dig(proposal, to.repair);
        const Tunnel dug = *std::ranges::find(office.schema().tunnels(), to.first(to.main), &Tunnel::fromStage);
        QVERIFY(office.store().commitAndWait(planDeleteTunnel(office.schema(), dug, office.clock().now())));
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        to.dig(to.first(to.main), to.service);
        to.move(deal, proposal);
        QCOMPARE(to.in(to.repair).size(), 1);
        auto report = removeStage(office.store(), office.store().schema(), proposal, to.first(to.main));
        QVERIFY2(report, report ? "" : qUtf8Printable(report.error().message));
        QCOMPARE(report->done, 1);
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"stage"_s), to.first(to.main));
        QCOMPARE(to.in(to.service).size(), 0);
        QCoreApplication::sendPostedEvents(&office.store());
        QVERIFY(!office.schema().stage(proposal));
        QVERIFY(office.store().undo().result()); // the whole of it
        QCoreApplication::sendPostedEvents(&office.store());
        QVERIFY(office.schema().stage(proposal));
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"stage"_s), proposal);
        QCOMPARE(office.schema().tunnels().size(), 2);
    }

    void anImportRunsNone()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.first(to.main), to.service);
        ChangeSet changes;
        changes.kind = u"import"_s;
        const QUuid uid = changes.create(u"deal"_s, {{u"title"_s, u"From a file"_s}});
        auto receipt = office.store().commitAndWait(changes);
        QVERIFY(receipt);
        QCOMPARE(to.in(to.service).size(), 0);
        const ReadContext context = office.store().reader();
        auto asked = tunnelChanges(context, *context.table(to.deals), {receipt->created.value(uid)}, Arrivals::ByImport);
        QVERIFY(asked);
        QCOMPARE(asked->size(), 2); // the deal and the link
    }

    void aKillBeforeItIsMadeLosesNothing()
    {
        TestOffice office;
        Pipelines to(office);
        to.dig(to.won(to.main), to.service);
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Pipes"_s}});
        const qint64 won = to.won(to.main);
        const qint64 first = to.first(to.main);
        office.close();
        QProcess child;
        child.start(
            QCoreApplication::applicationFilePath(),
            {u"tst_tunnels"_s, u"--die-before-following"_s, office.path(), QString::number(deal), QString::number(won)});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        for (int times = 0; times < 2; ++times) {
            office.reopen();
            QVERIFY(office.store().settleIdentity().result()); // after what was done at the start
            QCOMPARE(to.in(to.service).size(), 1);
            QCOMPARE(countOf(office.store(), u"SELECT count(*) FROM follow_up"_s), 0);
        }
        QVERIFY(office.store().undo().result());
        QCOMPARE(to.in(to.service).size(), 0);
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"stage"_s), first);
    }
};

int tst_tunnels(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 5 && QByteArray(argv[1]) == "--die-before-following") {
        StoreOptions options;
        options.rules = officeRules();
        options.login = systemLogin();
        std::atomic_bool moved = false; // what was there before is followed at the start
        Follower dying = tunnelFollower();
        dying.follow = [&moved](const ReadContext &, const RecordTable &, const QList<qint64> &) -> Result<QList<Change>> {
            if (moved)
                std::raise(SIGKILL);
            return QList<Change>();
        };
        options.followers = {dying};
        auto store = Store::open(QString::fromLocal8Bit(argv[2]), std::move(options));
        if (!store || !(*store)->settleIdentity().result()) // after what was done at the start
            return 1;
        const ItemRef deal{(*store)->schema()->type(u"deal"_s)->id, QByteArray(argv[3]).toLongLong(), {}};
        auto changes = planMove((*store)->reader(), deal, QByteArray(argv[4]).toLongLong());
        moved = true;
        return changes && (*store)->commitAndWait(*changes) ? 0 : 1;
    }
    TestTunnels test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tunnels.moc"
