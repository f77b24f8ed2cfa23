// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/leads/conversion.h"
#include "core/pipeline/stage_move.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

namespace {

/// A person without a plan: every kind of act on whatever there is.
class RandomPerson
{
public:
    RandomPerson(TestOffice &office, quint32 seed) : m_office(office), m_random(seed) {}

    void act()
    {
        m_office.clock().advance(1000 + int(m_random.bounded(100'000)));
        switch (m_leads.isEmpty() ? 0 : m_random.bounded(10)) {
        case 0:
        case 1: createLead(); break;
        case 2:
        case 3: move(); break;
        case 4: edit(); break;
        case 5: commit(planComment(lead(), u"comment %1"_s.arg(m_random.bounded(1000)))); break;
        case 6: plan(); break;
        case 7: complete(); break;
        case 8: convert(); break;
        default: toggleDeleted(); break;
        }
    }
    int acts() const { return m_acts; }

private:
    ItemRef lead() { return {m_office.typeId(u"lead"_s), m_leads[m_random.bounded(int(m_leads.size()))], {}}; }
    void commit(const ChangeSet &changes)
    {
        if (changes.isEmpty())
            return;
        auto receipt = m_office.store().commitAndWait(changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message + receipt.error().detail));
        // An act that changed nothing is an act all the same.
        ++m_acts;
    }
    void createLead()
    {
        const QHash<QString, Value> values{
            {u"title"_s, u"Lead %1"_s.arg(m_random.bounded(1000))},
            {u"last_name"_s, u"Ёлкин"_s},
            {u"amount"_s, toValue(Money{qint64(m_random.bounded(100'000)), m_random.bounded(2) ? u"RUB"_s : u"USD"_s})},
            {u"phone"_s, textMembers({u"+7 900 555-%1"_s.arg(m_random.bounded(1000, 9999))})},
            {u"tags"_s, textMembers({u"tag%1"_s.arg(m_random.bounded(5))})}};
        m_leads.append(m_office.create(u"lead"_s, values));
        ++m_acts;
    }
    void move()
    {
        const QList<Stage> stages = m_office.schema().stages(
            m_office.schema().defaultPipeline(m_office.typeId(u"lead"_s))->id);
        auto changes = planMove(m_office.store().reader(), lead(), stages[m_random.bounded(int(stages.size()))].id);
        if (changes)
            commit(*changes);
    }
    void edit()
    {
        const ItemRef ref = lead();
        const Item item = m_office.item(u"lead"_s, ref.id);
        QHash<QString, Value> values{{u"title"_s, u"Renamed %1"_s.arg(m_random.bounded(1000))}};
        if (m_random.bounded(2))
            values.insert(u"amount"_s,
                          m_random.bounded(3) ? toValue(Money{qint64(m_random.bounded(9999)), u"RUB"_s}) : Value());
        if (m_random.bounded(2))
            values.insert(u"email"_s, textMembers({u"a%1@example.ru"_s.arg(m_random.bounded(9)), u"b@example.ru"_s}));
        commit(planEdit(m_office.schema(), item, values));
    }
    void plan()
    {
        ActivityDraft draft;
        draft.items = {lead()};
        draft.incoming = m_random.bounded(3) == 0;
        draft.deadline = m_office.clock().now() + int(m_random.bounded(1'000'000));
        commit(planActivity(m_office.schema(), draft));
    }
    void complete()
    {
        auto planned = plannedActivities(m_office.store().reader(), lead());
        if (planned && !planned->isEmpty())
            commit(planComplete(planned->first()));
    }
    void convert()
    {
        ConversionRequest request{.source = lead(), .targets = {}, .existing = {}, .edited = {}, .pipelines = {}, .user = 0};
        for (const QString &target : {u"deal"_s, u"contact"_s, u"company"_s}) {
            if (m_random.bounded(2))
                request.targets << target;
        }
        if (auto plan = planConversion(m_office.store().reader(), request))
            commit(plan->changes);
    }
    void toggleDeleted()
    {
        const ItemRef ref = lead();
        const Item item = m_office.item(u"lead"_s, ref.id);
        const EntityType &type = *m_office.schema().type(ref.type);
        commit(item.deleted ? planRestore(type, {ref.id}, {}) : planDelete(type, {ref.id}, {}, m_office.clock().now()));
    }

    TestOffice &m_office;
    QRandomGenerator m_random;
    QList<qint64> m_leads;
    int m_acts = 0;
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
private slots:
    void anErasedRowsIdIsNotGivenAgain()
    {
        // The journal tells of rows by their ids: a new item must not get the history of one that was taken back.
        TestOffice office;
        const qint64 first = office.create(u"lead"_s, {{u"title"_s, u"First"_s}});
        QVERIFY(office.store().undo().result());
        const qint64 second = office.create(u"lead"_s, {{u"title"_s, u"Second"_s}});
        QVERIFY(second > first);
        office.reopen();
        QVERIFY(office.create(u"lead"_s, {{u"title"_s, u"Third"_s}}) > second);
    }

    void anySequenceOfActsUndoneLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anySequenceOfActsUndoneLeavesTheFileAsItWas()
    {
        QFETCH(quint32, seed);
        TestOffice office;
        const QStringList start = office.contents();
        RandomPerson person(office, seed);
        for (int i = 0; i < 60; ++i)
            person.act();
        QCOMPARE(office.problems(), QStringList());
        const QStringList end = office.contents();
        QVERIFY(end != start);

        const auto turnAll = [&office](bool redo) {
            int turned = 0;
            while (true) {
                const Result<Receipt> done = (redo ? office.store().redo() : office.store().undo()).result();
                if (!done)
                    return done.error().code == ErrorCode::NotFound ? turned : -1;
                if (done->keptNewer != 0)
                    return -2;
                ++turned;
            }
        };
        QCOMPARE(turnAll(false), person.acts());
        QCOMPARE(office.contents(), start);
        QCOMPARE(office.problems(), QStringList());
        QCOMPARE(turnAll(true), person.acts());
        QCOMPARE(office.contents(), end);
        QCOMPARE(office.problems(), QStringList());
    }

    void aNewActForgetsWhatCouldBeRedone()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        QVERIFY(office.store().undo().result());
        office.create(u"lead"_s, {{u"title"_s, u"Two"_s}});
        const Result<Receipt> redone = office.store().redo().result();
        QVERIFY(!redone);
        QCOMPARE(redone.error().code, ErrorCode::NotFound);
    }

    void undoSurvivesClosingTheFile()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        office.move(u"lead"_s, id, u"processed"_s);
        office.reopen();
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.item(u"lead"_s, id).reference(u"stage"_s), office.stageId(u"lead"_s, u"new"_s));
    }

    void undoLeavesWhatSomebodyElseChangedSince()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const auto rename = [&](const QString &title, qint64 author) {
            ChangeSet changes = planEdit(office.schema(), office.item(u"lead"_s, id), {{u"title"_s, title}});
            changes.author = author;
            QVERIFY(office.store().commitAndWait(changes));
        };
        ChangeSet user;
        user.undoable = false;
        const QUuid uid = user.create(u"user"_s, {{u"name"_s, u"Other"_s}, {u"active"_s, true}});
        auto made = office.store().commitAndWait(user);
        QVERIFY(made);
        rename(u"Mine"_s, 0);
        rename(u"Theirs"_s, made->created.value(uid));
        const Result<Receipt> undone = office.store().undo().result();
        QVERIFY(undone);
        QCOMPARE(undone->keptNewer, 1);
        QCOMPARE(office.item(u"lead"_s, id).text(u"title"_s), u"Theirs"_s);
    }

    void aRefusedCommitChangesNothing()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const QStringList before = office.contents();
        ChangeSet changes;
        changes.create(u"lead"_s, {{u"title"_s, u"Good"_s}});
        changes.create(u"company"_s, {{u"tax_id"_s, u"1"_s}}); // a company needs a title
        const auto receipt = office.store().commitAndWait(changes);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::Refused);
        QCOMPARE(receipt.error().where, u"title"_s);
        QCOMPARE(office.contents(), before);
    }

    void noticesNameEveryChangedFieldWithBothValues()
    {
        TestOffice office;
        const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        QList<CommitNotice> notices;
        connect(&office.store(), &Store::committed, this, [&](const CommitNotice &n) { notices.append(n); });
        office.clock().advance(60'000);
        office.move(u"lead"_s, id, u"junk"_s);
        QCOMPARE(notices.size(), 1);
        const RecordChange &change = notices.first().records.first();
        QCOMPARE(change.id, id);
        QCOMPARE(change.field(u"stage"_s)->before.toLongLong(), office.stageId(u"lead"_s, u"new"_s));
        QCOMPARE(change.field(u"stage"_s)->after.toLongLong(), office.stageId(u"lead"_s, u"junk"_s));
        QVERIFY(change.field(u"closed_at"_s)->after.isValid());
    }

    void aChangeByAnotherProgramIsAnnounced()
    {
        TestOffice office;
        int external = 0;
        connect(&office.store(), &Store::committed, this, [&](const CommitNotice &n) { external += n.external ? 1 : 0; });
        QTest::qWait(1500); // the first look only learns where things stand
        QProcess cli;
        cli.start(QStringLiteral(KARTOTEKA_CLI), {office.path(), u"create"_s, u"lead"_s, u"title=From outside"_s});
        QVERIFY(cli.waitForFinished());
        QCOMPARE(cli.exitCode(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(external, 1, 3000);
    }
};

KARTOTEKA_TEST(tst_journal, TestJournal)
#include "tst_journal.moc"
