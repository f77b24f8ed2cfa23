// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "views/widgets/menu_text.h"

#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestMenuText : public QObject
{
    Q_OBJECT

private slots:
    void namesAreShownAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Office"_s << u"Office"_s;
        QTest::newRow("and") << u"R&D & Co"_s << u"R&&D && Co"_s;
        QTest::newRow("a tab, a new line") << u"a\tb\nc"_s << u"a b c"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void namesAreShownAsTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        QCOMPARE(menuText(name), shown);
    }

    void longOnesAreShortened()
    {
        const QString name = u"beginning"_s + QString(5000, u'x') + u"end"_s;
        QVERIFY(menuText(name).size() < 70);
        QVERIFY(menuText(name).startsWith(u"beginning"));
        QVERIFY(menuText(name).endsWith(u'…'));
        QVERIFY(menuText(name, Qt::ElideMiddle).size() < 70);
        QVERIFY(menuText(name, Qt::ElideMiddle).startsWith(u"beginning"));
        QVERIFY(menuText(name, Qt::ElideMiddle).endsWith(u"end"));
    }

    void noSignIsCutInTwo()
    {
        const QString family = u"👨‍👩‍👧"_s;
        for (int before = 50; before < 62; ++before) {
            const QString shown = menuText(QString(before, u'a') + family.repeated(10));
            QString rest = shown.mid(before);
            rest.chop(1); // the three dots
            QCOMPARE(rest, family.repeated(int(rest.size() / family.size())));
        }
    }
};

KARTOTEKA_TEST(tst_menu_text, TestMenuText)
#include "tst_menu_text.moc"
