// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/query/item_query.h"
#include "core/store/kept/search_index.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// What is done to a file beside the commits: merging of the search index, checking.
class TestUpkeep : public QObject
{
    Q_OBJECT

    static bool run(TestOffice &office, const QString &sql)
    {
        return bool(office.store()
                        .maintain<bool>([sql](Connection &connection) -> Result<bool> {
                            auto done = connection.run(sql);
                            return done ? Result<bool>(true) : Result<bool>(done.error());
                        })
                        .result());
    }

private slots:
    void theSearchIndexIsMergedByStepsUntilNothingIsLeftToDo()
    {
        TestOffice office;
        for (int i = 0; i < 60; ++i)
            office.create(u"lead"_s, {{u"title"_s, u"Поставка %1"_s.arg(i)}});
        const auto segments = [&] {
            return office.store()
                .reader()
                .connection.scalar(u"SELECT count(DISTINCT segid) FROM lead_search_idx"_s)
                ->toInt();
        };
        int steps = 0;
        bool goesOn = true;
        while (goesOn && steps < 1000) {
            auto merged = office.store()
                              .maintain<bool>([](Connection &connection) { return mergeSearchIndex(connection, u"lead"_s); })
                              .result();
            QVERIFY(merged);
            goesOn = *merged;
            ++steps;
        }
        QVERIFY(!goesOn);
        QVERIFY2(segments() < 8, qPrintable(QString::number(segments())));
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.search = u"поставка"_s;
        QCOMPARE(*queryCount(office.store().reader(), query), 60);
        QCOMPARE(office.problems(), QStringList());
    }

    /// Who only reads cannot hold up who writes.
    void aCheckReadsOnly()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Поставка"_s}});
        auto connection = office.store().openReader();
        QVERIFY(connection);
        QVERIFY((*connection)->run(u"BEGIN"_s));
        QVERIFY((*connection)->scalar(u"SELECT count(*) FROM lead"_s)); // a moment is held, as a check holds it
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, lead), {{u"title"_s, u"Другое"_s}})));
        QVERIFY((*connection)->run(u"ROLLBACK"_s));
        const auto problems = checkDatabase(**connection);
        QVERIFY2(problems, problems ? "" : qPrintable(problems.error().detail));
        QCOMPARE(*problems, QStringList());
    }

    void aCheckSeesABrokenSearchIndex_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a text changed behind its back") << u"UPDATE lead_search_content SET c0 = 'abc def' WHERE id = 1"_s;
        QTest::newRow("a text went away") << u"DELETE FROM lead_search_content WHERE id = 2"_s;
        QTest::newRow("the same length, another text")
            << u"UPDATE lead_search_content SET c0 = replace(c0, 'поставка', 'вастопка') WHERE id = 1"_s;
    }
    void aCheckSeesABrokenSearchIndex()
    {
        QFETCH(QString, sql);
        TestOffice office;
        for (int i = 0; i < 5; ++i)
            office.create(u"lead"_s, {{u"title"_s, u"Поставка %1"_s.arg(i)}});
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(run(office, sql));
        QVERIFY(!office.problems().isEmpty());
    }

    void aCheckNamesWhatAnotherProgramTookAway_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("part");
        QTest::newRow("a table") << u"DROP TABLE comment"_s << u"comment"_s;
        QTest::newRow("a column") << u"ALTER TABLE checklist_item RENAME COLUMN text TO words"_s << u"text"_s;
        QTest::newRow("a column of items")
            << u"ALTER TABLE lead RENAME COLUMN source_details TO remarks"_s << u"source_details"_s;
        QTest::newRow("an index") << u"DROP INDEX journal_owner"_s << u"journal_owner"_s;
        QTest::newRow("an index of activities") << u"DROP INDEX activity_own"_s << u"activity_own"_s;
    }
    void aCheckNamesWhatAnotherProgramTookAway()
    {
        QFETCH(QString, sql);
        QFETCH(QString, part);
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Поставка"_s}});
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(run(office, sql));
        const QStringList problems = office.problems();
        QVERIFY(!problems.isEmpty());
        QVERIFY2(problems.constFirst().contains(part), qPrintable(problems.join(u'\n')));
    }

    void whatAskedForAMissingPartSaysSo()
    {
        TestOffice office;
        QVERIFY(run(office, u"DROP TABLE comment"_s));
        const auto read = office.store().reader().connection.scalar(u"SELECT count(*) FROM comment"_s);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"“comment”"));
    }
};

KARTOTEKA_TEST(tst_upkeep, TestUpkeep)
#include "tst_upkeep.moc"
