// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_acts.h"
#include "core/items/item_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestItemTables : public QObject
{
    Q_OBJECT

    static QSet<QString> indexes(TestOffice &office)
    {
        QSet<QString> names;
        auto cursor = office.store().reader().connection.query(u"SELECT name FROM sqlite_master WHERE type = 'index'"_s);
        while (cursor && cursor->next())
            names.insert(cursor->text(0));
        return names;
    }

    static const Field *addField(TestOffice &office, const QString &code)
    {
        const EntityType lead = *office.schema().type(u"lead"_s);
        NewField field;
        field.code = field.name = code;
        auto plan = planAddField(office.schema(), lead, field);
        auto done = plan ? office.store().commitAndWait(*plan) : Result<Receipt>(plan.error());
        return done ? office.schema().field(lead.id, code) : nullptr;
    }

private slots:
    void aFieldOfFewItemsIsIndexedAtOnce()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const Field *field = addField(office, u"budget"_s);
        QVERIFY(field && field->indexed);
        QVERIFY(indexes(office).contains(u"lead_"_s + field->column));
    }

    /// It is there at once, and sorts by an index when the writer has had a moment's rest.
    void aFieldOfManyItemsIsIndexedWhenNobodyWaits()
    {
        TestOffice office;
        ChangeSet far = planCreate(office.schema(), *office.schema().type(u"lead"_s), {{u"title"_s, u"One"_s}});
        far.changes.first().id = 30'000;
        QVERIFY(office.store().commitAndWait(far));
        QSignalSpy changed(&office.store(), &Store::schemaChanged);
        const Field *field = addField(office, u"budget"_s);
        QVERIFY(field);
        const QString column = field->column;
        QTRY_VERIFY(indexes(office).contains(u"lead_"_s + column));
        QTRY_VERIFY(office.schema().field(office.typeId(u"lead"_s), u"budget"_s)->indexed);
        QVERIFY(changed.size() >= 2);
        QCOMPARE(office.problems(), QStringList());
    }

    /// Who leads to an item is asked when it is merged or deleted.
    void linksAreIndexed()
    {
        TestOffice office;
        const QSet<QString> names = indexes(office);
        for (const QString &name : {u"deal_lead"_s, u"contact_lead"_s, u"company_lead"_s, u"deal_client_contact"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }
};

KARTOTEKA_TEST(tst_item_tables, TestItemTables)
#include "tst_item_tables.moc"
