// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/live/listing.h"
#include "tests/support/test_office.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

/// A listing that follows commits is what reading it anew would give, whatever happens and whatever it is ordered by.
class TestListing : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random{QRandomGenerator::global()->generate()};
    quint32 m_seed = 0;

    int pick(int below) { return m_random.bounded(below); }
    template<typename T>
    T one(const QList<T> &list)
    {
        return list[pick(int(list.size()))];
    }
    QString word() { return one<QString>({u"Ёж"_s, u"еж"_s, u"Acme"_s, u"zeta"_s, u"Beta"_s, u"бета"_s, u""_s}); }

    static Listing read(TestOffice &office, const ItemQuery &query)
    {
        auto listing = readListing(office.store().reader(), query);
        if (!listing)
            qFatal("%s", qPrintable(listing.error().message + listing.error().detail));
        return *listing;
    }
    static QList<qint64> all(TestOffice &office, const QString &type)
    {
        ItemQuery query;
        query.typeId = office.typeId(type);
        return read(office, query).ids;
    }
    static bool commit(TestOffice &office, const ChangeSet &changes)
    {
        const bool done = bool(office.store().commitAndWait(changes));
        office.clock().advance(1000);
        return done;
    }
    static ChangeSet update(const QString &type, qint64 id, const QList<FieldValue> &values)
    {
        ChangeSet changes;
        changes.kind = u"edit"_s;
        changes.update(type, id, values);
        return changes;
    }
    QHash<QString, Value> someValues(TestOffice &office)
    {
        QHash<QString, Value> values{{u"title"_s, QString(word() + QString::number(pick(9)))}};
        if (pick(2))
            values.insert(u"amount"_s, toValue(Money{pick(5) * 1000, one<QString>({u"RUB"_s, u"USD"_s})}));
        if (pick(2))
            values.insert(u"birth_date"_s, QDate(1990, 1, 1).addDays(pick(400)));
        if (const QList<qint64> companies = all(office, u"company"_s); pick(2) && !companies.isEmpty())
            values.insert(u"client_company"_s, one(companies));
        if (pick(3) == 0)
            values.insert(u"source_details"_s, word());
        return values;
    }

    /// Something that a day brings.
    void act(TestOffice &office)
    {
        const QList<qint64> leads = all(office, u"lead"_s);
        const auto lead = [&] { return one(leads); };
        const int what = leads.isEmpty() ? 0 : pick(14);
        switch (what) {
        case 0:
        case 1: office.create(u"lead"_s, someValues(office)); break;
        case 2:
        case 3:
        case 4: {
            const QHash<QString, Value> values = someValues(office);
            QList<FieldValue> list;
            for (auto it = values.cbegin(); it != values.cend(); ++it)
                list.append({it.key(), it.value()});
            commit(office, update(u"lead"_s, lead(), list));
            break;
        }
        case 5: commit(office, update(u"lead"_s, lead(), {{u"deleted_at"_s, office.clock().now()}})); break;
        case 6: office.move(u"lead"_s, lead(), one<QString>({u"in_progress"_s, u"processed"_s, u"junk"_s})); break;
        case 7: (void)office.store().undo().result(); break;
        case 8: (void)office.store().redo().result(); break;
        case 9: office.create(u"company"_s, {{u"title"_s, QString(word() + QString::number(pick(99)))}}); break;
        case 10:
            if (const QList<qint64> companies = all(office, u"company"_s); !companies.isEmpty())
                commit(office, update(u"company"_s, one(companies), {{u"title"_s, QString(word() + u"!"_s)}}));
            break;
        case 11: {
            ActivityDraft draft;
            draft.title = u"Call"_s;
            const ItemRef first{office.typeId(u"lead"_s), lead(), {}};
            draft.items = {first};
            if (const qint64 second = lead(); second != first.id)
                draft.items.append({first.type, second, {}});
            draft.deadline = office.clock().now() + (pick(3) - 1) * 86'400'000LL;
            commit(office, planActivity(office.schema(), draft));
            break;
        }
        case 12: {
            auto activity = office.store().reader().connection.scalar(u"SELECT max(id) FROM activity"_s);
            if (activity && activity->toLongLong() > 0)
                commit(office, update(u"activity"_s, activity->toLongLong(), {{u"deleted_at"_s, office.clock().now()}}));
            break;
        }
        case 13: {
            ChangeSet many; // one act on several
            many.kind = u"edit"_s;
            for (int i = 0; i < 5; ++i) {
                const qint64 id = lead();
                if (std::none_of(many.changes.begin(), many.changes.end(), [=](const Change &c) { return c.id == id; }))
                    many.update(u"lead"_s, id, {{u"title"_s, QString(word() + u"?"_s)}});
            }
            commit(office, many);
            break;
        }
        }
        QCoreApplication::sendPostedEvents(&office.store());
    }

    ItemQuery someQuery(TestOffice &office)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.now = office.clock().now();
        query.user = office.store().user();
        for (int i = pick(3); i > 0; --i) {
            const SortKey key{one<QString>({u"title"_s, u"amount"_s, u"birth_date"_s, u"client_company"_s, u"stage"_s,
                                            u"responsible"_s, u"created_at"_s, u"modified_at"_s, u"number"_s}),
                              pick(2) == 1};
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
        auto conditions = parseConditions(one(filters));
        if (conditions)
            query.conditions = *conditions;
        if (compileQuery(office.store().reader(), query)) {
            if (pick(4) == 0)
                query.search = one<QString>({u"ежъ"_s, u"acme"_s, u"be"_s, u"ghj"_s, u"zeta 1"_s});
            query.deleted = pick(6) == 0;
            return query;
        }
        query.conditions.clear();
        return query;
    }

private slots:
    void following_is_reading_anew()
    {
        m_seed = qEnvironmentVariableIsSet("KARTOTEKA_SEED") ? qEnvironmentVariable("KARTOTEKA_SEED").toUInt()
                                                             : QRandomGenerator::global()->generate();
        qInfo("seed %u", m_seed);
        m_random.seed(m_seed);
        TestOffice office;
        for (int i = 0; i < 60; ++i)
            act(office);
        const int rounds = qEnvironmentVariable("KARTOTEKA_ROUNDS", u"60"_s).toInt();
        int followed = 0;
        int another = 0;
        for (int round = 0; round < rounds; ++round) {
            QList<std::pair<ItemQuery, Listing>> open;
            for (int i = 0; i < 8; ++i) {
                const ItemQuery query = someQuery(office);
                open.append({query, read(office, query)});
            }
            for (int step = 0; step < 6; ++step) {
                for (int acts = 1 + pick(3); acts > 0; --acts)
                    act(office);
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
                    listing.journal = change->journal;
                    QStringList sort;
                    for (const SortKey &key : query.sort)
                        sort << key.field + (key.descending ? u" down"_s : u" up"_s);
                    const QString what = conditionsText(query.conditions) + u" | "_s + query.search + u" | "_s
                        + sort.join(u", "_s);
                    QVERIFY2(listing.ids == now.ids, qPrintable(what));
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
        QVERIFY(commit(office, update(u"lead"_s, ids[250], {{u"source_details"_s, u"x"_s}})));
        auto change = followListing(office.store().reader(), query, listing);
        QVERIFY(change && !change->isAnother);
        QCOMPARE(change->delta, (RowDelta{{}, {}, {250}}));
        listing.journal = change->journal;
        QVERIFY(commit(office, update(u"lead"_s, ids[250], {{u"title"_s, u"Lead 100b"_s}})));
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

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
