// SPDX-License-Identifier: GPL-3.0-or-later
// What a new item takes over from the one that it belongs to.
#include "core/items/inherited_values.h"

#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/definitions/usage.h"
#include "core/items/item_defaults.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestInheritedValues final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    Error commit(const Result<ChangeSet> &changes)
    {
        if (!changes)
            return changes.error();
        auto receipt = m_office->store().commitAndWait(*changes);
        QCoreApplication::processEvents();
        return receipt ? Error{} : receipt.error();
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    /// A contract has the client of its deal, without anybody's typing it.
    void whatBelongsToAnItemTakesOverFromIt()
    {
        NewType contracts;
        contracts.code = u"contract"_s;
        contracts.name = u"Contract"_s;
        contracts.hasClient = true;
        contracts.links = {{u"deal"_s, true}};
        QCOMPARE(commit(planAddType(m_office->schema(), contracts)).message, QString());
        const qint64 type = m_office->schema().type(u"contract"_s)->id;
        const auto begin = [&](const QString &code, const QString &text) {
            const Field field = *m_office->schema().field(type, code);
            FieldSettings settings = settingsOf(field);
            settings.defaultValue = text;
            return commit(planEditField(m_office->schema(), field, settings));
        };
        QCOMPARE(begin(u"client_company"_s, u"from deal.client_company"_s).message, QString());
        QCOMPARE(begin(u"title"_s, u"from deal.title"_s).message, QString());
        QCOMPARE(begin(u"responsible"_s, u"from deal.title"_s).where, u"default_value"_s); // no person
        QCOMPARE(begin(u"contacts"_s, u"from deal.client_contact"_s).where, u"default_value"_s);
        QCOMPARE(begin(u"amount"_s, u"from nothing.amount"_s).where, u"default_value"_s);

        const qint64 company = m_office->create(u"company"_s, {{u"title"_s, u"Oak"_s}});
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"Tables"_s}, {u"client_company"_s, company}});
        const ReadContext context = m_office->store().reader();
        const QHash<QString, Value> link{{u"deal"_s, deal}};
        auto values = withInherited(context, type, link);
        QCOMPARE(values.value(u"client_company"_s).toLongLong(), company);
        QCOMPARE(values.value(u"title"_s).toString(), u"Tables"_s);
        QCOMPARE(withInherited(context, type, {}), (QHash<QString, Value>()));
        values = withInherited(context, type, {{u"deal"_s, deal}, {u"title"_s, u"Own"_s}});
        QCOMPARE(values.value(u"title"_s).toString(), u"Own"_s);
        // The default is no text of its own.
        const DefaultMoment moment{0, QDateTime(QDate(2026, 2, 27), QTime(9, 0))};
        QVERIFY(!withDefaults(m_office->schema(), type, {}, moment).contains(u"title"_s));

        // Nor is it one once nothing stands there any more, and no other text of this form becomes a default.
        Field gone = *m_office->schema().field(type, u"title"_s);
        gone.defaultValue = u"from deal.no_such"_s;
        QVERIFY(!defaultOf(m_office->schema(), gone, moment).isValid());
        QCOMPARE(begin(u"title"_s, u"from deal.no_such"_s).where, u"default_value"_s);
        QVERIFY(checkDefault(m_office->schema(), gone, u"from Acme Inc. with love"_s));
        gone.defaultValue = u"“from deal.title”"_s; // in quotation marks it means itself
        QVERIFY(checkDefault(m_office->schema(), gone, gone.defaultValue));
        QCOMPARE(defaultOf(m_office->schema(), gone, moment).toString(), u"from deal.title"_s);

        // A person who fills a card in: what they made empty stays so, what they chose later gives what is empty.
        const QHash<QString, Value> emptied{{u"deal"_s, deal}, {u"client_company"_s, Value()}};
        QVERIFY(!withInheritedSince(context, type, link, emptied).value(u"client_company"_s).isValid());
        QCOMPARE(withInheritedSince(context, type, {}, emptied).value(u"client_company"_s).toLongLong(), company);

        // Whoever renames or deletes what is taken over is told.
        const auto uses = usesOf(context, *m_office->schema().field(m_office->typeId(u"deal"_s), u"client_company"_s));
        QVERIFY(uses && uses->contains(u"the default of “Client: company” (Contract)"_s));
    }
};

KARTOTEKA_TEST(tst_inherited_values, TestInheritedValues)
#include "tst_inherited_values.moc"
