// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/listing.h"
#include "tests/support/random_days.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// A listing that follows commits is what reading it anew would give, whatever happens and whatever it is ordered by.
class TestListing : public QObject
{
    Q_OBJECT

    static Listing read(TestOffice &office, const ItemQuery &query)
    {
        auto listing = readListing(office.store().reader(), query);
        if (!listing)
            qFatal("%s", qPrintable(listing.error().message + listing.error().detail));
        return *listing;
    }
    /// The sums of a group come in any order.
    static QList<ItemGroup> sorted(QList<ItemGroup> groups)
    {
        for (ItemGroup &group : groups)
            std::sort(group.sums.begin(), group.sums.end());
        return groups;
    }
    static ItemQuery someQuery(TestOffice &office, RandomDays &days)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.now = office.clock().now();
        query.user = office.store().user();
        for (int i = days.pick(3); i > 0; --i) {
            const SortKey key{days.one<QString>({u"title"_s, u"amount"_s, u"birth_date"_s, u"client_company"_s, u"stage"_s,
                                                 u"responsible"_s, u"created_at"_s, u"modified_at"_s, u"number"_s}),
                              days.pick(2) == 1};
            query.sort.append(key);
        }
        static const QStringList filters{u""_s,
                                         u""_s,
                                         u"title ~ еж"_s,
                                         u"amount > 1000"_s,
                                         u"stage = in_progress or title ~ acme"_s,
                                         u"client_company is not empty"_s,
                                         u"client_company.title ~ zeta"_s,
                                         u"activity.deadline is not empty"_s,
                                         u"overdue = yes"_s,
                                         u"not (birth_date is empty)"_s,
                                         u"stage ever = processed"_s};
        if (days.pick(2) == 0) {
            query.groupBy = days.one<QString>({u"stage"_s, u"responsible"_s, u"source"_s, u"created_at"_s, u"birth_date"_s,
                                               u"client_company"_s, u"client_company.industry"_s,
                                               u"client_contact.created_at"_s, u"title"_s});
            query.groupsDescend = days.pick(2) == 0;
        }
        auto conditions = parseConditions(days.one(filters));
        if (conditions)
            query.conditions = *conditions;
        if (compileQuery(office.store().reader(), query)) {
            if (days.pick(4) == 0)
                query.search = days.one<QString>({u"ежъ"_s, u"acme"_s, u"be"_s, u"ghj"_s, u"zeta 1"_s});
            query.deleted = days.pick(6) == 0;
            return query;
        }
        query.conditions.clear();
        return query;
    }

private slots:
    void following_is_reading_anew()
    {
        const quint32 seed = qEnvironmentVariableIsSet("KARTOTEKA_SEED") ? qEnvironmentVariable("KARTOTEKA_SEED").toUInt()
                                                                         : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        TestOffice office;
        RandomDays days(office, seed);
        for (int i = 0; i < 60; ++i)
            days.act();
        const int rounds = qEnvironmentVariable("KARTOTEKA_ROUNDS", u"60"_s).toInt();
        int followed = 0;
        int another = 0;
        for (int round = 0; round < rounds; ++round) {
            QList<std::pair<ItemQuery, Listing>> open;
            for (int i = 0; i < 8; ++i) {
                const ItemQuery query = someQuery(office, days);
                open.append({query, read(office, query)});
            }
            for (int step = 0; step < 6; ++step) {
                for (int acts = 1 + days.pick(3); acts > 0; --acts)
                    days.act();
                for (auto &[query, listing] : open) {
                    auto change = followListing(office.store().reader(), query, listing);
                    QVERIFY2(change, change ? "" : qPrintable(change.error().message + change.error().detail));
                    const Listing now = read(office, query);
                    if (change->isAnother) {
                        ++another;
                        listing = now;
                        continue;
                    }
                    ++followed;
                    listing.ids = applied(listing.ids, change->delta);
                    listing.groups = change->groups;
                    listing.journal = change->journal;
                    QStringList sort;
                    for (const SortKey &key : query.sort)
                        sort << key.field + (key.descending ? u" down"_s : u" up"_s);
                    const QString what = conditionsText(query.conditions) + u" | "_s + query.search + u" | "_s
                        + sort.join(u", "_s);
                    QVERIFY2(listing.ids == now.ids, qPrintable(what));
                    QVERIFY2(sorted(listing.groups) == sorted(now.groups), qPrintable(what + u" | "_s + query.groupBy));
                    QCOMPARE(listing.journal, now.journal);
                    for (const qsizetype row : change->delta.updates)
                        QVERIFY(row >= 0 && row < listing.ids.size());
                }
            }
        }
        qInfo("%d followed, %d read anew", followed, another);
        QVERIFY(followed > 4 * another);
    }

    void aChangeThatKeepsItsPlaceIsNoMove()
    {
        TestOffice office;
        QList<qint64> ids;
        for (int i = 0; i < 500; ++i)
            ids << office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i, 3, 10, QChar(u'0'))}});
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.sort = {{u"title"_s, false}};
        Listing listing = read(office, query);
        QVERIFY(office.store().commitAndWait(RandomDays::update(u"lead"_s, ids[250], {{u"source_details"_s, u"x"_s}})));
        auto change = followListing(office.store().reader(), query, listing);
        QVERIFY(change && !change->isAnother);
        QCOMPARE(change->delta, (RowDelta{{}, {}, {250}}));
        listing.journal = change->journal;
        QVERIFY(office.store().commitAndWait(RandomDays::update(u"lead"_s, ids[250], {{u"title"_s, u"Lead 100b"_s}})));
        change = followListing(office.store().reader(), query, listing);
        QVERIFY(change && !change->isAnother);
        QCOMPARE(change->delta, (RowDelta{{250}, {{101, ids[250]}}, {}}));
    }

    void nothingIsReadOfTheRest()
    {
        // The statements are bound by ids: no plan scans the table or an index of it.
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"x"_s}});
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.sort = {{u"title"_s, false}};
        query.conditions = *parseConditions(u"stage = in_progress and amount > 5"_s);
        const ReadContext reader = office.store().reader();
        auto compiled = compileQuery(reader, query, true);
        auto order = orderClause(reader, query);
        QVERIFY(compiled && order);
        auto plan = reader.connection.query(
            u"EXPLAIN QUERY PLAN SELECT t.id FROM lead t NOT INDEXED WHERE t.id IN (1, 2, 3) AND %1 ORDER BY %2"_s.arg(
                compiled->where, *order),
            compiled->bound);
        QVERIFY(plan && plan->next());
        QVERIFY2(plan->text(3).contains(u"SEARCH t USING INTEGER PRIMARY KEY"), qPrintable(plan->text(3)));
    }
};

KARTOTEKA_TEST(tst_listing, TestListing)
#include "tst_listing.moc"
