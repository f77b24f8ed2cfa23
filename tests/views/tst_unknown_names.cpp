// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/builtin_names.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/dialogs/unknown_names_table.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

/// What becomes of the names that a file has and the office has not.
class TestUnknownNames : public QObject
{
    Q_OBJECT

    static QComboBox *choiceOf(UnknownNamesTable &table, int row)
    {
        return table.findChild<QComboBox *>(u"becomes_%1"_s.arg(row));
    }

private slots:
    void nobodyIsEmployedUnaskedAndStagesAreAskedAboutUnlessTheyMeanSomethingKnown()
    {
        TestOffice office;
        UnknownNamesTable table(nullptr);
        const qint64 deals = office.typeId(u"deal"_s);
        table.show(office.schema(), deals,
                   {{u"stage"_s, u"Переговоры"_s, 7, 2},
                    {u"stage"_s, u"Успешно реализовано"_s, 12, 3},
                    {u"responsible"_s, u"Анна"_s, 1, 2}});
        QCOMPARE(table.rowCount(), 3);
        QCOMPARE(table.item(0, 2)->text(), u"7"_s);
        const QHash<QString, NameChoice> choices = table.choices();
        QVERIFY(!choices.contains(nameKey(u"stage"_s, u"Переговоры"_s)));
        QCOMPARE(table.undecided(), 1);
        const NameChoice won = choices.value(nameKey(u"stage"_s, u"Успешно реализовано"_s));
        QCOMPARE(won.act, NameChoice::Act::Use);
        QCOMPARE(won.id, office.stageId(u"deal"_s, u"won"_s));
        QCOMPARE(choices.value(nameKey(u"responsible"_s, u"Анна"_s)).act, NameChoice::Act::LeaveOut);
        QSignalSpy chosen(&table, &UnknownNamesTable::chosen);
        table.makeUndecided();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(table.undecided(), 0);
        QCOMPARE(table.choices().value(nameKey(u"stage"_s, u"Переговоры"_s)).act, NameChoice::Act::Make);
    }

    void aPersonChoosesByKeys()
    {
        TestOffice office;
        UnknownNamesTable table(nullptr);
        const QList<UnknownName> names{{u"responsible"_s, u"Анна"_s, 1, 2}};
        table.show(office.schema(), office.typeId(u"lead"_s), names);
        table.QTableWidget::show();
        QComboBox *choice = choiceOf(table, 0);
        QVERIFY(choice && choice->focusPolicy() != Qt::NoFocus);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Up);
        QCOMPARE(table.choices().value(nameKey(u"responsible"_s, u"Анна"_s)).act, NameChoice::Act::Make);
        QTest::keyClick(choice, Qt::Key_Down);
        QTest::keyClick(choice, Qt::Key_Down);
        const NameChoice used = table.choices().value(nameKey(u"responsible"_s, u"Анна"_s));
        QCOMPARE(used.act, NameChoice::Act::Use);
        QCOMPARE(used.id, office.schema().users().constFirst().id);
        // Another column of the file is mapped: what was chosen stays.
        table.show(office.schema(), office.typeId(u"lead"_s),
                   names + QList<UnknownName>{{u"source"_s, u"Выставка"_s, 2, 5}});
        QCOMPARE(table.choices().value(nameKey(u"responsible"_s, u"Анна"_s)).act, NameChoice::Act::Use);
        QCOMPARE(table.choices().size(), 2);
    }

    void nothingUnknownShowsNothing()
    {
        TestOffice office;
        UnknownNamesTable table(nullptr);
        table.show(office.schema(), office.typeId(u"lead"_s), {});
        QVERIFY(!table.isVisible());
        QVERIFY(table.choices().isEmpty());
    }
};

KARTOTEKA_UI_TEST(tst_unknown_names, TestUnknownNames)
#include "tst_unknown_names.moc"
