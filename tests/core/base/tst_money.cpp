// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/base/uid.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::newRow("plain") << "1500" << qint64(150000) << "RUB";
        QTest::newRow("point") << "1500.50" << qint64(150050) << "RUB";
        QTest::newRow("comma") << "250 000,50" << qint64(25000050) << "RUB";
        QTest::newRow("no-break") << QString::fromUtf8("1\xC2\xA0"
                                                       "500,5")
                                  << qint64(150050) << "RUB";
        QTest::newRow("english") << "1,234.56 USD" << qint64(123456) << "USD";
        QTest::newRow("thousands") << "1,234,567" << qint64(123456700) << "RUB";
        QTest::newRow("sign") << QString::fromUtf8("€99") << qint64(9900) << "EUR";
        QTest::newRow("words") << "100 руб." << qint64(10000) << "RUB";
        QTest::newRow("negative") << "-12,30" << qint64(-1230) << "RUB";
        QTest::newRow("yen") << "500 JPY" << qint64(500) << "JPY";
    }
    void readsWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        QFETCH(QString, currency);
        const auto money = parseMoney(text, u"RUB"_s);
        QVERIFY(money);
        QCOMPARE(money->minor, minor);
        QCOMPARE(money->currency, currency);
        QCOMPARE(parseMoney(moneyNumber(*money) + u' ' + currency, {}), money);
    }

    void refusesWhatIsNoAmount()
    {
        for (const QString &text :
             {u"сто"_s, u""_s, u"12.345678"_s, u"1.5.5,5,5x"_s, u"99999999999999999999"_s, u"92233720368547758,08"_s})
            QVERIFY2(!parseMoney(text, u"RUB"_s), qPrintable(text));
    }

    /// Against the CLDR of python3-babel, where it is installed: of the currencies that are in use.
    void currenciesHaveTheirDigits()
    {
        QCOMPARE(minorDigits(u"JPY"_s), 0);
        QCOMPARE(minorDigits(u"KWD"_s), 3);
        QCOMPARE(minorDigits(u"RUB"_s), 2);
        QProcess python;
        python.start(u"python3"_s,
                     {u"-c"_s,
                      u"from babel import Locale, numbers\n"
                      "for one in Locale('en').currencies: print(one, numbers.get_currency_precision(one))"_s});
        if (!python.waitForFinished() || python.exitCode() != 0)
            QSKIP("no python3-babel");
        QStringList wrong;
        int seen = 0;
        for (const QByteArray &line : python.readAllStandardOutput().split('\n')) {
            const QString code = QString::fromLatin1(line.left(3));
            if (line.isEmpty() || currencyFromName(code) != code)
                continue;
            ++seen;
            if (minorDigits(code) != line.mid(4).toInt())
                wrong << QString::fromLatin1(line);
        }
        QVERIFY(seen > 100);
        QCOMPARE(wrong, QStringList());
    }

    void phonesOfAnyFormatAreOneNumber_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"+7 (495) 123-45-67", "8 495 123 45 67", "84951234567", "495 123 45 67", "+74951234567", "7 495 123-45-67"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void phonesOfAnyFormatAreOneNumber()
    {
        QFETCH(QString, text);
        QCOMPARE(normalizePhone(text, u"RU"_s), u"+74951234567"_s);
    }

    void uidsAreVersionSevenAndGrowWithTime()
    {
        const QUuid earlier = makeUid(1'700'000'000'000);
        const QUuid later = makeUid(1'700'000'000'001);
        QCOMPARE(earlier.toRfc4122()[6] & 0xf0, 0x70);
        QCOMPARE(earlier.toRfc4122()[8] & 0xc0, 0x80);
        QVERIFY(uidBytes(earlier) < uidBytes(later));
        QCOMPARE(uidFromText(uidText(later)), later);
    }
};

KARTOTEKA_TEST(tst_money, TestMoney)
#include "tst_money.moc"
