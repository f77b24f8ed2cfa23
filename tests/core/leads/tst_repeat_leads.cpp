// SPDX-License-Identifier: GPL-3.0-or-later
// A lead of a client who is known, and has no other open lead, becomes a repeat one by itself.
#include "core/items/item_acts.h"
#include "core/pipeline/card_queries.h"
#include "core/query/condition.h"
#include "core/timeline/entry_words.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestRepeatLeads : public QObject
{
    Q_OBJECT

    static Value phones(const QString &number) { return textMembers({number}); }
    static bool isRepeat(TestOffice &office, qint64 lead)
    {
        return office.item(u"lead"_s, lead).value(u"repeat"_s).toBool();
    }

private slots:
    void aLeadOfAKnownClientIsRepeat()
    {
        TestOffice office;
        const qint64 anna = office.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        const qint64 first = office.create(u"lead"_s, {{u"title"_s, u"First"_s}, {u"client_contact"_s, anna}});
        QVERIFY(isRepeat(office, first));
        // While that one is open the next is none; when it is finished, the next but one is.
        const qint64 second = office.create(u"lead"_s, {{u"title"_s, u"Second"_s}, {u"client_contact"_s, anna}});
        QVERIFY(!isRepeat(office, second));
        office.move(u"lead"_s, first, u"junk"_s);
        office.move(u"lead"_s, second, u"junk"_s);
        const qint64 third = office.create(u"lead"_s, {{u"title"_s, u"Third"_s}, {u"client_contact"_s, anna}});
        QVERIFY(isRepeat(office, third));
        const auto cards = readCards(office.store().reader(), office.typeId(u"lead"_s), {second, third},
                                     office.clock().now());
        QVERIFY(cards);
        for (const Card &card : *cards)
            QCOMPARE(card.repeat, card.id == third);
        QCOMPARE(office.problems(), QStringList());
    }

    void aClientMadeWithTheLeadIsNotKnownYet()
    {
        TestOffice office;
        ChangeSet changes;
        changes.kind = u"create"_s;
        const QUuid anna = changes.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        changes.create(u"lead"_s, {{u"title"_s, u"First"_s}, {u"client_contact"_s, anna}});
        QVERIFY(office.store().commitAndWait(changes));
        QCoreApplication::sendPostedEvents(&office.store());
        QVERIFY(!isRepeat(office, 1));
        office.move(u"lead"_s, 1, u"junk"_s);
        const qint64 next = office.create(u"lead"_s, {{u"title"_s, u"Next"_s}, {u"client_contact"_s, 1}});
        QVERIFY(isRepeat(office, next));
    }

    void theClientIsFoundByPhone()
    {
        TestOffice office;
        const qint64 anna = office.create(u"contact"_s,
                                          {{u"last_name"_s, u"Belova"_s}, {u"phone"_s, phones(u"+7 916 123-45-67"_s)}});
        const qint64 lead = office.create(u"lead"_s,
                                          {{u"title"_s, u"Call"_s}, {u"phone"_s, phones(u"8 (916) 123-45-67"_s)}});
        QVERIFY(isRepeat(office, lead));
        QCOMPARE(office.item(u"lead"_s, lead).reference(u"client_contact"_s), anna);

        // The timeline says which client it is, and what told so.
        const ItemRef ref{office.typeId(u"lead"_s), lead, {}};
        const auto page = readTimeline(office.store().reader(), ref, {}, 10);
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 2);
        const EntryWords words = entryWords(office.store().reader(), ref, page->entries[0]);
        QCOMPARE(words.detail, u"Contact “Belova”, by phone"_s);
        QCOMPARE(words.links, QList<ItemRef>({{office.typeId(u"contact"_s), anna, {}}}));

        // It is one act with the creation: one undo takes both.
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.store().reader().connection.scalar(u"SELECT count(*) FROM lead"_s)->toInt(), 0);
        QVERIFY(office.store().redo().result());
        QVERIFY(isRepeat(office, lead));
        QCOMPARE(office.problems(), QStringList());
    }

    void theTimelineSaysByWhatAClientWasRecognised()
    {
        TestOffice office;
        const auto told = [&](qint64 lead) {
            const ItemRef ref{office.typeId(u"lead"_s), lead, {}};
            const auto page = readTimeline(office.store().reader(), ref, {}, 10);
            const EntryWords words = entryWords(office.store().reader(), ref, page->entries.constFirst());
            return words.links.size() == 1 ? words.detail : QString();
        };
        const Value phone = phones(u"+7 916 123-45-67"_s);
        const Value email = textMembers({u"b@example.com"_s});
        const qint64 belova = office.create(u"contact"_s,
                                            {{u"last_name"_s, u"Belova"_s}, {u"phone"_s, phone}, {u"email"_s, email}});
        const qint64 both = office.create(u"lead"_s, {{u"title"_s, u"Both"_s}, {u"phone"_s, phone}, {u"email"_s, email}});
        QCOMPARE(told(both), u"Contact “Belova”, by phone and e-mail"_s);
        office.move(u"lead"_s, both, u"junk"_s);
        const qint64 mail = office.create(u"lead"_s, {{u"title"_s, u"Mail"_s}, {u"email"_s, email}});
        QCOMPARE(told(mail), u"Contact “Belova”, by e-mail"_s);
        office.move(u"lead"_s, mail, u"junk"_s);
        // Whom a person named is told as well.
        const qint64 named = office.create(u"lead"_s, {{u"title"_s, u"Named"_s}, {u"client_contact"_s, belova}});
        QCOMPARE(told(named), u"Contact “Belova”, named by hand"_s);
    }

    void nobodyIsGuessedAmongSeveral()
    {
        TestOffice office;
        for (const QString &name : {u"Belova"_s, u"Belov"_s})
            office.create(u"contact"_s, {{u"last_name"_s, name}, {u"phone"_s, phones(u"+7 916 123-45-67"_s)}});
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Call"_s}, {u"phone"_s, phones(u"+7 916 123-45-67"_s)}});
        QVERIFY(!isRepeat(office, lead));
        QCOMPARE(office.item(u"lead"_s, lead).reference(u"client_contact"_s), 0);
    }

    void oneOfManyThatCameTogether()
    {
        TestOffice office;
        const qint64 anna = office.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        ChangeSet changes;
        changes.kind = u"import"_s;
        QList<QUuid> uids;
        for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s})
            uids << changes.create(u"lead"_s, {{u"title"_s, title}, {u"client_contact"_s, anna}});
        const auto receipt = office.store().commitAndWait(changes);
        QVERIFY(receipt);
        QVERIFY(isRepeat(office, receipt->created.value(uids[0])));
        QVERIFY(!isRepeat(office, receipt->created.value(uids[1])));
        QVERIFY(!isRepeat(office, receipt->created.value(uids[2])));
    }

    void whatAPersonSaysStands()
    {
        TestOffice office;
        const qint64 anna = office.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}, {u"client_contact"_s, anna}});
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, lead), {{u"repeat"_s, false}, {u"comment"_s, u"new"_s}})));
        QVERIFY(!isRepeat(office, lead));
    }

    void aFilterFindsThem()
    {
        TestOffice office;
        const qint64 anna = office.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        const qint64 one = office.create(u"lead"_s, {{u"title"_s, u"One"_s}, {u"client_contact"_s, anna}});
        const qint64 two = office.create(u"lead"_s, {{u"title"_s, u"Two"_s}});
        const qint64 old = office.create(u"lead"_s, {{u"title"_s, u"Old"_s}});
        QVERIFY(office.store()
                    .maintain<bool>([](Connection &connection) -> Result<bool> {
                        // As a file of an older program has it.
                        auto done = connection.run(u"UPDATE lead SET repeat = NULL WHERE title = 'Old'"_s);
                        return done ? Result<bool>(true) : Result<bool>(done.error());
                    })
                    .result());
        const auto found = [&office](const QString &text) {
            ItemQuery query;
            query.typeId = office.typeId(u"lead"_s);
            query.sort = {{u"created_at"_s, false}};
            const auto condition = parseCondition(text);
            query.conditions = condition ? QList{*condition} : QList<Condition>();
            const auto ids = condition ? queryIds(office.store().reader(), query) : Result<QList<qint64>>(condition.error());
            return ids ? QSet<qint64>(ids->cbegin(), ids->cend()) : QSet<qint64>();
        };
        QCOMPARE(found(u"repeat = yes"_s), (QSet<qint64>{one}));
        QCOMPARE(found(u"repeat = no"_s), (QSet<qint64>{two, old}));
        QCOMPARE(found(u"repeat != yes"_s), (QSet<qint64>{two, old}));
        QCOMPARE(found(u"repeat != no"_s), (QSet<qint64>{one}));
    }
};

KARTOTEKA_TEST(tst_repeat_leads, TestRepeatLeads)
#include "tst_repeat_leads.moc"
