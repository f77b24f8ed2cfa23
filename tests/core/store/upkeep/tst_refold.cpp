// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/refold.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestRefold : public QObject
{
    Q_OBJECT

    static QList<qint64> found(TestOffice &office, const QString &search)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"company"_s);
        query.search = search;
        auto ids = queryIds(office.store().reader(), query);
        return ids ? *ids : QList<qint64>{-1};
    }

private slots:
    void namesOfAnOlderFileAreFoundByTheirLetters()
    {
        TestOffice office;
        const qint64 id = office.create(u"company"_s,
                                        {{u"title"_s, u"Світ дверей O’Brien"_s}, {u"tags"_s, textMembers({u"ґанок"_s})}});
        QCOMPARE(found(office, u"світ дверей o'brien"_s), QList<qint64>{id});
        office.close();
        auto connection = Connection::open(office.path(), Connection::Mode::ReadWrite);
        QVERIFY(connection);
        // As an older program has left it.
        QVERIFY((*connection)->run(u"UPDATE company SET title_fold = 'світ дверей o’brien'"_s));
        QVERIFY((*connection)->run(u"UPDATE company_search SET text = 'світ дверей o’brien' || char(10) || 'ґанок'"_s));
        QVERIFY((*connection)->run(u"UPDATE multi_value SET key = 'ґанок'"_s));
        QVERIFY(refoldOlderTexts(**connection));
        (*connection).reset();
        office.reopen();
        QCOMPARE(found(office, u"світ дверей o'brien"_s), QList<qint64>{id});
        QCOMPARE(found(office, u"ґанок"_s), QList<qint64>{id});
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_refold, TestRefold)
#include "tst_refold.moc"
