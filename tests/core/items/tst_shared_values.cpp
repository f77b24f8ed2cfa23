// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_acts.h"
#include "core/items/value_parse.h"
#include "core/leads/conversion.h"
#include "core/transfer/importer.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

using namespace Kartoteka;

/// Several list fields may offer one list of choices.
class TestSharedValues : public QObject
{
    Q_OBJECT

    static Field field(TestOffice &office, const QString &type, const QString &code)
    {
        return *office.schema().field(office.typeId(type), code);
    }

    static QStringList choices(TestOffice &office, const QString &type, const QString &code)
    {
        QStringList codes;
        for (const ListValue &value : office.schema().listValues(field(office, type, code).id))
            codes << value.code;
        return codes;
    }

    static Result<Receipt> addField(TestOffice &office, const QString &type, const NewField &field)
    {
        auto plan = planAddField(office.schema(), *office.schema().type(type), field);
        if (!plan)
            return plan.error();
        return office.store().commitAndWait(std::move(*plan));
    }

private slots:
    void sourceIsOneList()
    {
        TestOffice office;
        const QStringList codes = choices(office, u"lead"_s, u"source"_s);
        QCOMPARE(codes.size(), 9);
        for (const QString &type : {u"deal"_s, u"contact"_s, u"company"_s})
            QCOMPARE(office.schema().dictionary(field(office, type, u"source"_s).id),
                     field(office, u"lead"_s, u"source"_s).id);
        QCOMPARE(choices(office, u"company"_s, u"source"_s), codes);
        QCOMPARE(choices(office, u"contact"_s, u"honorific"_s), choices(office, u"lead"_s, u"honorific"_s));
        // What is alike by code alone is not one list.
        QVERIFY(choices(office, u"lead"_s, u"outcome_reason"_s) != choices(office, u"deal"_s, u"outcome_reason"_s));
    }

    /// A source that an import of deals made can be chosen for a lead, and goes with it into the deal.
    void aValueMadeForOneTypeIsThereForAll()
    {
        TestOffice office;
        QFile file(office.folder() + u"/deals.csv"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("title,source\nOne,Fair in Perm\nTwo,fair in perm\n");
        file.close();
        ImportOptions options;
        options.typeId = office.typeId(u"deal"_s);
        options.createValues = true;
        auto preview = previewImport(office.schema(), options.typeId, file.fileName());
        QVERIFY(preview);
        options.preview = *preview;
        QVERIFY(importFile(office.store(), options));
        QCoreApplication::processEvents(); // new list values reach the store's schema by an event
        QCOMPARE(choices(office, u"lead"_s, u"source"_s).size(), 10);
        const qint64 fair = findListValue(office.schema(), field(office, u"lead"_s, u"source"_s), u"Fair in Perm"_s);
        QVERIFY(fair != 0);
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"Lead"_s}, {u"source"_s, fair}});
        ConversionRequest request;
        request.source = {office.typeId(u"lead"_s), lead, {}};
        request.targets = QStringList{u"deal"_s};
        auto plan = planConversion(office.store().reader(), request);
        QVERIFY(plan);
        QVERIFY(office.store().commitAndWait(std::move(plan->changes)));
        QCOMPARE(office.item(u"deal"_s, 3).value(u"source"_s).toLongLong(), fair);
        QCOMPARE(office.problems(), QStringList());
    }

    void aFieldOfTheOfficeMayShareToo()
    {
        TestOffice office;
        NewField heard;
        heard.code = u"heard"_s;
        heard.name = u"Heard of us"_s;
        heard.type = FieldType::List;
        heard.listValues = QStringList{u"In a dream"_s};
        heard.valuesFrom = field(office, u"deal"_s, u"source"_s).id;
        QVERIFY(addField(office, u"contact"_s, heard));
        QCOMPARE(choices(office, u"contact"_s, u"heard"_s), choices(office, u"lead"_s, u"source"_s));
        QVERIFY(findListValue(office.schema(), field(office, u"company"_s, u"source"_s), u"In a dream"_s) != 0);
        QVERIFY(office.store().undo().result());
        QCoreApplication::processEvents();
        QCOMPARE(choices(office, u"lead"_s, u"source"_s).size(), 9);
    }

    void onlyListsShare()
    {
        TestOffice office;
        NewField odd;
        odd.code = u"odd"_s;
        odd.name = u"Odd"_s;
        odd.type = FieldType::List;
        odd.valuesFrom = field(office, u"lead"_s, u"title"_s).id;
        QVERIFY(!addField(office, u"lead"_s, odd));
        odd.type = FieldType::String;
        odd.valuesFrom = field(office, u"lead"_s, u"source"_s).id;
        QVERIFY(!addField(office, u"lead"_s, odd));
    }

    /// Two seats that make fields of each other's lists: a ring has no dictionary, so each has its own.
    void aRingOfFieldsHasEachItsOwn()
    {
        TestOffice office;
        const qint64 type = field(office, u"deal"_s, u"deal_type"_s).id;
        const qint64 source = field(office, u"deal"_s, u"source"_s).id;
        Schema::Content content;
        const auto add = [&](qint64 id, qint64 from) {
            Field list;
            list.id = id;
            list.type = FieldType::List;
            list.valuesFrom = from;
            content.fields << list;
            ListValue value;
            value.id = content.listValues.size() + 1;
            value.field = id;
            content.listValues << value;
        };
        add(type, source);
        add(source, type);
        const Schema ring(content);
        QCOMPARE(ring.listValues(type).size(), 1);
        QCOMPARE(ring.listValues(source).constFirst().id, 2);
    }
};

KARTOTEKA_TEST(tst_shared_values, TestSharedValues)
#include "tst_shared_values.moc"
