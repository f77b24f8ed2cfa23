// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fold.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestFold : public QObject
{
    Q_OBJECT
private slots:
    void makesEqualWhatPeopleTakeForEqual_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("case") << "ИВАНОВ"
                              << "иванов";
        QTest::newRow("yo") << "Ёлкин"
                            << "елкин";
        QTest::newRow("composed") << QString::fromUtf8("e\xCC\x81") << QString::fromUtf8("\xC3\xA9");
        QTest::newRow("diacritics") << "García Şahin"
                                    << "garcia sahin";
        QTest::newRow("sharp s") << "Straße"
                                 << "STRASSE";
        QTest::newRow("spaces") << QString::fromUtf8("  a \t\n b\xC2\xA0") << "a b";
        QTest::newRow("full width") << QString::fromUtf8("ＡＢＣ１") << "abc1";
    }
    void makesEqualWhatPeopleTakeForEqual()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(fold(one), fold(other));
    }

    void keepsShortIApart()
    {
        QVERIFY(fold(u"Йод") != fold(u"Иод"));
        QCOMPARE(fold(QStringLiteral("\u0418\u0306од")), fold(u"Йод"));
    }

    void sortsYoBesideYe()
    {
        QStringList names{"Жук", "Ёлкин", "Егоров", "Еремин"};
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return fold(a) < fold(b); });
        QCOMPARE(names, QStringList({"Егоров", "Ёлкин", "Еремин", "Жук"}));
    }

    void lettersOfOtherCyrillicAlphabetsStandBehindTheirs()
    {
        QStringList names{"Яна", "Іванко", "Комар", "Ґанок", "Гарбуз", "Ирина", "Єва", "Егор", "Жук"};
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return fold(a) < fold(b); });
        QCOMPARE(names, QStringList({"Гарбуз", "Ґанок", "Егор", "Єва", "Жук", "Ирина", "Іванко", "Комар", "Яна"}));
        QVERIFY(fold(u"Ліс") != fold(u"Лис"));
    }

    void apostrophesAndTurkishLettersAreFound()
    {
        QCOMPARE(fold(u"o’brien"), fold(u"O'Brien"));
        QCOMPARE(fold(u"ışık"), fold(u"Işık"));
    }

    void isIdempotentForAnyText()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            QString text;
            for (int c = random.bounded(12); c >= 0; --c)
                text += QChar(random.bounded(3) == 0 ? random.bounded(0x20, 0x2000) : random.bounded(0x400, 0x460));
            const QString once = fold(text);
            QVERIFY2(fold(once) == once, qPrintable(text));
        }
    }
};

KARTOTEKA_TEST(tst_fold, TestFold)
#include "tst_fold.moc"
