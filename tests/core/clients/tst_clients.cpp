// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/person_name.h"
#include "core/clients/clients.h"
#include "core/clients/typed_client.h"
#include "core/items/item_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestClients final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    ReadContext reader() { return m_office->store().reader(); }
    qint64 type(const QString &code) { return m_office->typeId(code); }
    ItemRef contact(qint64 id) { return {type(u"contact"_s), id, {}}; }
    ItemRef company(qint64 id) { return {type(u"company"_s), id, {}}; }
    QStringList found(const QString &typed, int limit = 8)
    {
        QStringList titles;
        auto clients = findClients(reader(), typed, {type(u"contact"_s), type(u"company"_s)}, limit);
        for (const FoundClient &one : clients ? *clients : QList<FoundClient>())
            titles << one.title;
        return titles;
    }
    void setClients(const QString &code, qint64 id, const Clients &clients)
    {
        const Item item = m_office->item(code, id);
        QVERIFY(m_office->store().commitAndWait(
            planEdit(m_office->schema(), item, clientValues(m_office->schema(), item.typeId, clients))));
    }
    Clients clientsOfItem(const QString &code, qint64 id) { return clientsIn(m_office->schema(), m_office->item(code, id)); }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }

    void aPhoneInAnyFormFindsWhoHasIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("as dialled at home") << u"8 913 123-45-67"_s;
        QTest::addRow("international") << u"+79131234567"_s;
        QTest::addRow("with brackets") << u"8(913)1234567"_s;
        QTest::addRow("the first digits") << u"8 913 123"_s;
        QTest::addRow("e-mail") << u"Orlova@Example.com"_s;
        QTest::addRow("beginning of the last name") << u"Орл"_s;
        QTest::addRow("two letters") << u"ор"_s;
        QTest::addRow("first name") << u"Инна"_s;
        QTest::addRow("wrong keyboard layout") << u"Jhkjdf"_s;
    }
    void aPhoneInAnyFormFindsWhoHasIt()
    {
        QFETCH(QString, typed);
        m_office->create(u"contact"_s,
                         {{u"last_name"_s, u"Орлова"_s},
                          {u"first_name"_s, u"Инна"_s},
                          {u"phone"_s, textMembers({u"+7 913 123-45-67"_s})},
                          {u"email"_s, textMembers({u"orlova@example.com"_s})}});
        m_office->create(u"contact"_s, {{u"last_name"_s, u"Зуев"_s}, {u"phone"_s, textMembers({u"+7 495 765-43-21"_s})}});
        QCOMPARE(found(typed), QStringList(u"Орлова Инна"_s));
    }

    void whatWasLookedForIsTold()
    {
        m_office->create(u"contact"_s,
                         {{u"last_name"_s, u"Орлова"_s},
                          {u"phone"_s, textMembers({u"+7 495 765-43-21"_s, u"+7 913 123-45-67"_s})},
                          {u"email"_s, textMembers({u"one@example.com"_s, u"two@example.com"_s})}});
        for (const auto &[typed, told] : {std::pair(u"8 913 123"_s, u"+7 913 123-45-67"_s),
                                          std::pair(u"two@"_s, u"two@example.com"_s), std::pair(u"орлова"_s, QString())}) {
            const auto clients = findClients(reader(), typed, {type(u"contact"_s)}, 8);
            QVERIFY(clients && clients->size() == 1);
            QCOMPARE(clients->first().found, told);
            QCOMPARE(clients->first().phone, u"+7 495 765-43-21"_s);
        }
    }

    void whoIsMeantMostStandsFirst()
    {
        m_office->create(u"company"_s, {{u"title"_s, u"Новый Вектор"_s}});
        m_office->create(u"company"_s, {{u"title"_s, u"Вектор Плюс"_s}});
        m_office->create(u"contact"_s, {{u"last_name"_s, u"Векторов"_s}});
        const qint64 gone = m_office->create(u"company"_s, {{u"title"_s, u"Вектор старый"_s}});
        const EntityType &companies = *m_office->schema().type(u"company"_s);
        QVERIFY(m_office->store().commitAndWait(planDelete(companies, {gone}, {}, m_office->clock().now())));
        QCOMPARE(found(u"вектор"_s), (QStringList{u"Векторов"_s, u"Вектор Плюс"_s, u"Новый Вектор"_s}));
        QCOMPARE(found(u"вектор"_s, 2), (QStringList{u"Векторов"_s, u"Вектор Плюс"_s}));
        QVERIFY(found(u"в"_s).isEmpty());
        QVERIFY(found(u"  "_s).isEmpty());
    }

    void severalContactsHaveOneThatIsFirst()
    {
        const qint64 anna = m_office->create(u"contact"_s, {{u"last_name"_s, u"A"_s}});
        const qint64 boris = m_office->create(u"contact"_s, {{u"last_name"_s, u"B"_s}});
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        for (const QString &code : {u"deal"_s, u"lead"_s}) {
            const qint64 id = m_office->create(code, {{u"title"_s, u"Doors"_s}});
            const Clients both{company(acme), {contact(anna), contact(boris)}};
            setClients(code, id, both);
            QCOMPARE(m_office->item(code, id).reference(u"client_contact"_s), anna);
            QVERIFY(clientsOfItem(code, id) == both);
            const Clients turned{company(acme), {contact(boris), contact(anna)}};
            setClients(code, id, turned);
            QCOMPARE(m_office->item(code, id).reference(u"client_contact"_s), boris);
            QVERIFY(clientsOfItem(code, id) == turned);
            setClients(code, id, {});
            QVERIFY(clientsOfItem(code, id) == Clients());
        }
    }

    void aContactOffersItsCompanyAndTheReverse()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const Value companies = toValue(Members{{.text = {}, .label = {}, .ref = {0, acme, {}}, .key = {}}});
        const qint64 anna = m_office->create(u"contact"_s, {{u"last_name"_s, u"Anna"_s}, {u"companies"_s, companies}});
        auto beside = clientsBeside(reader(), contact(anna), 5);
        QVERIFY(beside && beside->size() == 1);
        QCOMPARE(beside->first().title, u"Acme"_s);
        beside = clientsBeside(reader(), company(acme), 5);
        QVERIFY(beside && beside->size() == 1);
        QCOMPARE(beside->first().title, u"Anna"_s);
        QCOMPARE(beside->first().note, u"Acme"_s);
    }

    void whatWasTypedBecomesTheNewClient_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addRow("phone") << u"8 913 123-45-67"_s << u"phone"_s << u"8 913 123-45-67"_s;
        QTest::addRow("part of a phone") << u"8 913 123"_s << u"phone"_s << u"8 913 123"_s;
        QTest::addRow("mail") << u"a@b.example"_s << u"email"_s << u"a@b.example"_s;
        QTest::addRow("name") << u"Орлова Инна"_s << u"first_name"_s << u"Инна"_s;
        QTest::addRow("given name first") << u"Ann Bell"_s << u"last_name"_s << u"Bell"_s;
        QTest::addRow("one word") << u"Bell"_s << u"last_name"_s << u"Bell"_s;
        for (const auto &[field, text] :
             {std::pair(u"last_name"_s, u"Орлова"_s), std::pair(u"first_name"_s, u"Инна"_s),
              std::pair(u"phone"_s, u"8 913 123-45-67"_s), std::pair(u"email"_s, u"a@b.example"_s)})
            QTest::addRow("all at once: %s", qPrintable(field))
                << u"Орлова Инна, 8 913 123-45-67, a@b.example"_s << field << text;
        QTest::addRow("two addresses: name") << u"Bell a@x.example, b@y.example"_s << u"last_name"_s << u"Bell"_s;
        QTest::addRow("two addresses: the first") << u"Bell a@x.example, b@y.example"_s << u"email"_s << u"a@x.example"_s;
        QTest::addRow("a number that is no phone") << u"Цех 2024"_s << u"phone"_s << QString();
    }
    void aPersonIsCalledAsTheWritingOfTheNameHasIt()
    {
        QCOMPARE(personName(u"Ежов"_s, u"Иван"_s, u"Ильич"_s), u"Ежов Иван Ильич"_s);
        QCOMPARE(personName(u"van der Berg"_s, u"Ann"_s, {}), u"Ann van der Berg"_s);
        QCOMPARE(personName({}, u"Ann"_s, {}), u"Ann"_s);
        const qint64 ann = m_office->create(u"contact"_s, {{u"last_name"_s, u"Bell"_s}, {u"first_name"_s, u"Ann"_s}});
        QCOMPARE(m_office->item(u"contact"_s, ann).text(u"title"_s), u"Ann Bell"_s);
    }
    void whatWasTypedBecomesTheNewClient()
    {
        QFETCH(QString, typed);
        QFETCH(QString, field);
        QFETCH(QString, text);
        const auto values = valuesOfTyped(m_office->schema(), *m_office->schema().type(u"contact"_s), typed);
        const Members members = values.value(field).value<Members>();
        QCOMPARE(members.isEmpty() ? values.value(field).toString() : members.first().text, text);
        const auto named = valuesOfTyped(m_office->schema(), *m_office->schema().type(u"company"_s), u"ООО «Вектор»"_s);
        QCOMPARE(named.value(u"title"_s).toString(), u"ООО «Вектор»"_s);
    }

    void aTaxNumberBesideACompanyIsNoPhone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taxId");
        QTest::addColumn<QString>("phone");
        QTest::addRow("bare") << u"Вектор 7707083893"_s << u"7707083893"_s << QString();
        QTest::addRow("named") << u"Вектор, ИНН 7707083893"_s << u"7707083893"_s << QString();
        QTest::addRow("alone in business") << u"Вектор 500100732259"_s << u"500100732259"_s << QString();
        QTest::addRow("beside a phone") << u"Вектор 8 495 123-45-67 7707083893"_s << u"7707083893"_s << u"8 495 123-45-67"_s;
        QTest::addRow("a phone") << u"Вектор 9131234568"_s << QString() << u"9131234568"_s;
        QTest::addRow("a phone with its country") << u"Вектор +77070838934"_s << QString() << u"+77070838934"_s;
    }
    void aTaxNumberBesideACompanyIsNoPhone()
    {
        QFETCH(QString, typed);
        const auto values = valuesOfTyped(m_office->schema(), *m_office->schema().type(u"company"_s), typed);
        QCOMPARE(values.value(u"title"_s).toString(), u"Вектор"_s);
        QTEST(values.value(u"tax_id"_s).toString(), "taxId");
        QTEST(values.value(u"phone"_s).value<Members>().value(0).text, "phone");
    }

    void whoHasNoNameIsCalledByPhoneOrAddress()
    {
        const qint64 id = m_office->create(
            u"contact"_s, {{u"phone"_s, textMembers({u"89131234567"_s})}, {u"email"_s, textMembers({u"a@b.example"_s})}});
        const auto title = [&] { return m_office->item(u"contact"_s, id).text(u"title"_s); };
        QCOMPARE(title(), u"+7 913 123-45-67"_s);
        const auto set = [&](const QHash<QString, Value> &values) {
            const auto changes = planEdit(m_office->schema(), m_office->item(u"contact"_s, id), values);
            QVERIFY(m_office->store().commitAndWait(changes));
        };
        set({{u"phone"_s, Value()}});
        QCOMPARE(title(), u"a@b.example"_s);
        set({{u"last_name"_s, u"Bell"_s}});
        QCOMPARE(title(), u"Bell"_s);
        set({{u"phone"_s, textMembers({u"+7 913 123-45-68"_s})}});
        QCOMPARE(title(), u"Bell"_s);
        set({{u"last_name"_s, Value()}});
        QCOMPARE(title(), u"+7 913 123-45-68"_s);
        set({{u"phone"_s, textMembers({u"8 913 123"_s})}}); // nobody's yet: it stays as it was typed
        QCOMPARE(title(), u"8 913 123"_s);
    }
};

KARTOTEKA_TEST(tst_clients, TestClients)
#include "tst_clients.moc"
