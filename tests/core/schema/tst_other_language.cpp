// SPDX-License-Identifier: GPL-3.0-or-later
// The program's texts are known in both its languages at once.
#include "core/schema/language.h"
#include "core/schema/other_language.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestOtherLanguage final : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { installLanguage(u"en"_s); }

    void whatIsShownIsKnownInTheOther_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("other");
        QTest::addRow("in English") << u"en"_s << u"Undo"_s << u"Отменить"_s;
        QTest::addRow("in Russian") << u"ru"_s << u"Отменить"_s << u"Undo"_s;
        QTest::addRow("with the mark of a letter") << u"en"_s << u"File"_s << u"Файл"_s;
        QTest::addRow("with the mark of a letter, in Russian") << u"ru"_s << u"Файл"_s << u"File"_s;
    }
    void whatIsShownIsKnownInTheOther()
    {
        QFETCH(QString, language);
        QFETCH(QString, shown);
        QFETCH(QString, other);
        installLanguage(language);
        const auto others = inOtherLanguage({shown, u"no text of the program"_s});
        QCOMPARE(others.size(), 1);
        QVERIFY2(others.value(shown).contains(other), qPrintable(others.value(shown).join(u", "_s)));
    }
};

KARTOTEKA_TEST(tst_other_language, TestOtherLanguage)
#include "tst_other_language.moc"
