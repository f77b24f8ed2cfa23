// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "views/widgets/tip_text.h"

#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestTipText : public QObject
{
    Q_OBJECT

private slots:
    void shortLinesStandAsTheyAre()
    {
        QCOMPARE(tipText({u"Order"_s, u"Responsible: Anna"_s}), u"Order\nResponsible: Anna"_s);
        QCOMPARE(tipText({}), QString());
        QCOMPARE(tipText({QString()}), QString());
    }

    void longOnesBreakBetweenWords()
    {
        const QString line = QString(u"word "_s).repeated(30).trimmed();
        const QStringList rows = tipText({line}).split(u'\n');
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.join(u' '), line);
    }

    /// Without a single space, of signs that take two units each: none is cut in half.
    void endlessOnesAreCut()
    {
        const QString smile = QString::fromUcs4(U"😀", 1);
        const QString tip = tipText({smile.repeated(5'000), u"Next"_s});
        QVERIFY(tip.size() < 400);
        QVERIFY(tip.contains(u"…\nNext"_s));
        QVERIFY(!QString(tip).remove(smile).contains(QChar(0xd83d)));
    }
};

KARTOTEKA_TEST(tst_tip_text, TestTipText)
#include "tst_tip_text.moc"
