// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/items/reference_acts.h"
#include "core/query/item_query.h"
#include "core/store/change/journal_reader.h"
#include "tests/support/random_days.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <limits>

using namespace Kartoteka;

/// When an item came into which stage is what its journal says, whatever happens.
class TestStageVisits : public QObject
{
    Q_OBJECT

    using Visits = QSet<QList<qint64>>; ///< type, item, when, stage

    static Visits kept(TestOffice &office)
    {
        Visits visits;
        auto cursor = office.store().reader().connection.query(
            u"SELECT item_type, item, entered_at, stage FROM stage_visit"_s);
        while (cursor && cursor->next())
            visits.insert({cursor->integer(0), cursor->integer(1), cursor->integer(2), cursor->integer(3)});
        return visits;
    }

    static Visits told(TestOffice &office)
    {
        const ReadContext reader = office.store().reader();
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        Visits visits;
        for (const EntityType &type : reader.schema->types()) {
            if (!type.hasStages)
                continue;
            // Those that are gone have their history still.
            const qint64 last = reader.connection
                                    .scalar(u"SELECT max(owner_id) FROM journal WHERE owner_type = ?"_s, {type.id})
                                    ->toLongLong();
            for (qint64 id = 1; id <= last; ++id) {
                const auto entries = journalOf(reader.connection, *reader.catalog, {type.id, id, {}}, most, most, 10'000);
                for (const JournalEntry &entry : *entries) {
                    for (const FieldChange &field : entry.fields) {
                        const bool isVisit = entry.table == type.code && entry.operation != Operation::Erase
                            && field.field == u"stage" && field.after.isValid();
                        if (isVisit)
                            visits.insert({type.id, id, entry.at, field.after.toLongLong()});
                    }
                }
            }
        }
        return visits;
    }

    static QStringList titles(TestOffice &office, const QString &conditions)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.now = office.clock().now();
        query.conditions = *parseConditions(conditions);
        QStringList found;
        const auto ids = queryIds(office.store().reader(), query);
        for (const qint64 id : *ids)
            found << office.item(u"lead"_s, id).text(u"title"_s);
        return found;
    }

private slots:
    void keptIsWhatTheJournalTells()
    {
        const quint32 seed = qEnvironmentVariableIsSet("KARTOTEKA_SEED") ? qEnvironmentVariable("KARTOTEKA_SEED").toUInt()
                                                                         : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        TestOffice office;
        RandomDays days(office, seed);
        for (int i = 0; i < 250; ++i) {
            office.clock().advance(days.pick(60'000));
            days.act();
            if (i % 25 == 24)
                QCOMPARE(kept(office), told(office));
        }
        QVERIFY(kept(office).size() > 10);
        QCOMPARE(office.problems(), QStringList());
    }

    void aStageIsRememberedWhenItsItemIsGoneAndBack()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Rare"_s}});
        office.move(u"lead"_s, lead, u"processed"_s);
        office.move(u"lead"_s, lead, u"in_progress"_s);
        const Visits before = kept(office);
        QCOMPARE(before.size(), 3);
        const EntityType &type = *office.schema().type(u"lead"_s);
        QVERIFY(office.store().commitAndWait(planDelete(type, {lead}, {}, office.clock().now())));
        QVERIFY(office.store().commitAndWait(*planPurge(office.store().reader(), type, {lead})));
        QCOMPARE(titles(office, u"stage ever = processed"_s), QStringList());
        QVERIFY(office.store().undo().result());
        QVERIFY(office.store().undo().result());
        QCOMPARE(titles(office, u"stage ever = processed"_s), QStringList{u"Rare"_s});
        QCOMPARE(titles(office, u"stage ever = junk"_s), QStringList());
        QVERIFY(kept(office).contains(before));
        QCOMPARE(office.problems(), QStringList());
    }

    void checkTellsOfVisitsThatAreWrong()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        office.close();
        {
            auto connection = Connection::open(office.path(), Connection::Mode::ReadWrite);
            QVERIFY(connection && (*connection)->run(u"UPDATE stage_visit SET entered_at = entered_at + 1"_s));
        }
        office.reopen();
        QCOMPARE(office.problems().size(), 1);
    }
};

KARTOTEKA_TEST(tst_stage_visits, TestStageVisits)

#include "tst_stage_visits.moc"
