// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_acts.h"
#include "core/query/item_query.h"
#include "tests/support/test_office.h"

#include <QTest>

using namespace Kartoteka;

/// Pages of a list.
class TestItemQuery : public QObject
{
    Q_OBJECT
private slots:
    void pagesAreThePartsOfTheWhole_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("descending");
        for (const char *field : {"stage", "source", "responsible", "title", "created_at"}) {
            QTest::addRow("%s up", field) << QString::fromLatin1(field) << false;
            QTest::addRow("%s down", field) << QString::fromLatin1(field) << true;
        }
    }
    /// Short pages may be found in another way than the whole list: the order must be one and the same.
    void pagesAreThePartsOfTheWhole()
    {
        QFETCH(QString, field);
        QFETCH(bool, descending);
        TestOffice office;
        const Field *source = office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        const auto sources = office.schema().listValues(source->id);
        for (int i = 0; i < 12; ++i) {
            const qint64 id = office.create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i % 5)}});
            if (i % 3 != 0) {
                QVERIFY(office.store().commitAndWait(
                    planEdit(office.schema(), office.item(u"lead"_s, id), {{u"source"_s, sources[i % sources.size()].id}})));
            }
        }
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.sort = {{field, descending}};
        const auto whole = queryIds(office.store().reader(), query);
        QVERIFY(whole);
        QCOMPARE(whole->size(), 12);
        for (int offset = 0; offset <= 13; ++offset) {
            const auto page = queryIds(office.store().reader(), query, 4, offset);
            QVERIFY(page);
            QCOMPARE(*page, whole->mid(offset, 4));
        }
    }
};

QTEST_MAIN(TestItemQuery)
#include "tst_item_query.moc"
