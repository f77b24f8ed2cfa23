// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// Items are numbered on, and no number is borne twice.
class TestItemNumbers : public QObject
{
    Q_OBJECT

    /// Makes leads in one act. @param numbers of some of them by their place.
    static QStringList numbersOf(TestOffice &office, int count, const QHash<int, QString> &numbers)
    {
        ChangeSet changes;
        for (int i = 0; i < count; ++i) {
            QList<FieldValue> values{{u"title"_s, u"Lead %1"_s.arg(i)}};
            if (numbers.contains(i))
                values.append({u"number"_s, numbers[i]});
            changes.create(u"lead"_s, values);
        }
        const QList<Change> made = changes.changes;
        const Result<Receipt> receipt = office.store().commit(std::move(changes)).result();
        if (!receipt)
            qFatal("%s", qPrintable(receipt.error().message));
        QStringList given;
        for (const Change &change : made)
            given << office.item(u"lead"_s, receipt->created[change.uid]).number;
        return given;
    }

private slots:
    void theyGoOnFromActToAct()
    {
        TestOffice office;
        QCOMPARE(numbersOf(office, 2, {}), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(numbersOf(office, 1, {}), QStringList{u"3"_s});
        office.reopen();
        QCOMPARE(numbersOf(office, 1, {}), QStringList{u"4"_s});
    }

    void oneThatSomebodyGaveIsLeftOut()
    {
        TestOffice office;
        // In the act before, in the same act ahead of the others, and among those that were looked up already.
        numbersOf(office, 1, {{0, u"5"_s}});
        const QStringList given = numbersOf(office, 300, {{0, u"7"_s}, {20, u"60"_s}, {21, u"150"_s}, {40, u"250"_s}});
        QCOMPARE(QSet<QString>(given.begin(), given.end()).size(), given.size());
        QVERIFY(!given.contains(u"5"_s));
        for (const auto &[place, number] : {std::pair(0, u"7"_s), {20, u"60"_s}, {21, u"150"_s}, {40, u"250"_s}})
            QCOMPARE(given[place], number);
        QVERIFY(given.contains(u"301"_s)); // as many as there are: none is left out for nothing
        QCOMPARE(office.problems(), QStringList());
    }

    void oneThatWasJustGivenIsBorneToo()
    {
        TestOffice office;
        const QStringList given = numbersOf(office, 3, {{1, u"1"_s}});
        // Uids order the two, and those of one millisecond stand in any order.
        const bool firstKeeps = given[0] == u"1";
        QCOMPARE(given[firstKeeps ? 0 : 1], u"1"_s);
        QVERIFY2(given[firstKeeps ? 1 : 0].startsWith(u"1-"), qPrintable(given.join(u' ')));
        QCOMPARE(given[2], u"2"_s);
        QCOMPARE(office.problems(), QStringList());
    }

    void oneThatIsBorneGetsAnEnding()
    {
        TestOffice office;
        numbersOf(office, 2, {});
        const QStringList given = numbersOf(office, 2, {{0, u"2"_s}, {1, u"2"_s}});
        for (const QString &number : given)
            QVERIFY2(number.startsWith(u"2-"), qPrintable(number));
        QVERIFY(given[0] != given[1]);
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_item_numbers, TestItemNumbers)
#include "tst_item_numbers.moc"
