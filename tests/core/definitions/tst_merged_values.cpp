// SPDX-License-Identifier: GPL-3.0-or-later
// Values of lists that files of others merged one into the next, thousands of them, or in a circle.
#include "core/base/uid.h"
#include "core/definitions/settings_file.h"
#include "core/schema/list_values.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Kartoteka;

class TestMergedValues : public QObject
{
    Q_OBJECT

private slots:
    void aLongChainLeadsToItsEnd()
    {
        constexpr int length = 4000;
        TestOffice office;
        const Field source = *office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        QJsonArray records;
        QString before;
        for (int i = 0; i < length; ++i) {
            QJsonObject values{
                {u"field"_s, uidText(source.uid)}, {u"code"_s, u"m%1"_s.arg(i)}, {u"name"_s, u"Value %1"_s.arg(i)}};
            if (!before.isEmpty())
                values[u"merged_into"_s] = before;
            before = uidText(makeUid(1000 + i));
            records.append(QJsonObject{{u"table"_s, u"list_value"_s}, {u"uid"_s, before}, {u"values"_s, values}});
        }
        const auto diff = readSettings(
            office.store().reader(),
            QJsonDocument(QJsonObject{{u"kartoteka_settings"_s, 1}, {u"records"_s, records}}).toJson());
        QVERIFY2(diff, diff ? "" : qPrintable(diff.error().message));
        QVERIFY(office.store().commitAndWait(diff->changes));
        QStringList names;
        for (const ListValue &value : office.schema().listValues(source.id)) {
            if (value.name.startsWith(u"Value "))
                names << value.name;
        }
        QCOMPARE(names, QStringList{u"Value 0"_s});
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_merged_values, TestMergedValues)
#include "tst_merged_values.moc"
