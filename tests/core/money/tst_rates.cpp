// SPDX-License-Identifier: GPL-3.0-or-later
// What amounts of several currencies come to, and where rates come from.
#include "core/money/rate_acts.h"
#include "core/money/rate_queries.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestRates : public QObject
{
    Q_OBJECT

    static constexpr qint64 unit = rateUnit;
    const QDate m_day{2026, 3, 2};

    static void commit(TestOffice &office, Result<ChangeSet> changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        auto receipt = office.store().commitAndWait(std::move(*changes));
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message + receipt.error().detail));
    }
    static qint64 rateOf(TestOffice &office, const QString &code, const QDate &day)
    {
        auto rates = readRates(office.store().reader(), day);
        return rates ? rates->values.value(code, 0) : -1;
    }

    /// Waits until it is taken back, and the schema of the window's thread has followed.
    static bool taken(TestOffice &office, const Answer<Receipt> &answer)
    {
        const bool isDone = bool(answer.result());
        QCoreApplication::sendPostedEvents(&office.store());
        return isDone;
    }

private slots:
    void digitsAreThoseOfTheCldr_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("digits");
        for (const QString &code : {u"JPY"_s, u"KRW"_s, u"VND"_s, u"CLP"_s, u"ISK"_s, u"XAF"_s, u"XOF"_s, u"PYG"_s})
            QTest::addRow("%s", qPrintable(code)) << code << 0;
        for (const QString &code : {u"KWD"_s, u"BHD"_s, u"OMR"_s, u"TND"_s, u"JOD"_s, u"LYD"_s})
            QTest::addRow("%s", qPrintable(code)) << code << 3;
        for (const QString &code :
             {u"RUB"_s, u"USD"_s, u"EUR"_s, u"KZT"_s, u"HUF"_s, u"BYN"_s, QString(), u"AND"_s, u"XX"_s})
            QTest::addRow("%s.", qPrintable(code)) << code << 2;
        QTest::addRow("CLF") << u"CLF"_s << 4;
    }
    void digitsAreThoseOfTheCldr()
    {
        QFETCH(QString, code);
        QFETCH(int, digits);
        QCOMPARE(minorDigits(code), digits);
    }

    void aRateIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value");
        QTest::addRow("point") << u"92.3456"_s << 92 * unit + 34'560'000;
        QTest::addRow("comma") << u"92,3456"_s << 92 * unit + 34'560'000;
        QTest::addRow("three decimals are no thousands") << u"92,345"_s << 92 * unit + 34'500'000;
        QTest::addRow("whole") << u"1"_s << unit;
        QTest::addRow("small") << u"0.00000001"_s << qint64(1);
        QTest::addRow("grouped") << u"1,234.5"_s << 1234 * unit + unit / 2;
        for (const QString &text : {u""_s, u"0"_s, u"-1"_s, u"abc"_s, u"92 RUB"_s, u"99999999999999999999"_s, u"1e5"_s})
            QTest::addRow("none: %s", qPrintable(text)) << text << qint64(0);
    }
    void aRateIsRead()
    {
        QFETCH(QString, text);
        QFETCH(qint64, value);
        QCOMPARE(parseRate(text).value_or(0), value);
        if (value != 0)
            QCOMPARE(parseRate(rateNumber(value)).value_or(0), value);
    }

    void everyCurrencyIsConvertedOnce()
    {
        const Rates rates{u"RUB"_s, m_day, {{u"USD"_s, 92 * unit + unit / 2}, {u"JPY"_s, unit / 2}, {u"KWD"_s, 300 * unit}}};
        QCOMPARE(inBase(rates, {{u"RUB"_s, 5}}).isConverted, false);
        const BaseSum all = inBase(rates, {{u"RUB"_s, 10'000}, {u"USD"_s, 200}, {u"JPY"_s, 1'001}, {u"KWD"_s, 1}});
        // 100.00 + 2 × 92.50 + 1001 × 0.50 + 0.001 × 300
        QCOMPARE(all.sum, (Money{10'000 + 18'500 + 50'050 + 30, u"RUB"_s}));
        QVERIFY(all.isConverted && all.missing.isEmpty());
        QCOMPARE(inBase(rates, {{u"JPY"_s, -1}}).sum.minor, qint64(-50));
    }
    void aMissingRateIsNamed()
    {
        const Rates rates{u"RUB"_s, m_day, {}};
        const BaseSum all = inBase(rates, {{u"RUB"_s, 10'000}, {u"USD"_s, 200}, {u"KZT"_s, 1}, {u"EUR"_s, 0}});
        QCOMPARE(all.missing, (QStringList{u"KZT"_s, u"USD"_s}));
        QCOMPARE(missingText(all.missing), u"no rate for KZT, USD"_s);
    }
    void aSumBeyondAllBoundsStaysAtTheirEnd()
    {
        const Rates rates{u"RUB"_s, m_day, {{u"USD"_s, largestRate}}};
        QCOMPARE(inBase(rates, {{u"USD"_s, std::numeric_limits<qint64>::max()}}).sum.minor,
                 std::numeric_limits<qint64>::max());
        QCOMPARE(inBase(rates, {{u"USD"_s, -std::numeric_limits<qint64>::max()}}).sum.minor,
                 -std::numeric_limits<qint64>::max());
    }

    void theLatestRateHoldsUntilTheNext()
    {
        TestOffice office;
        commit(office, planRates(office.schema(), {{u"USD"_s, m_day, 90 * unit}, {u"USD"_s, m_day.addDays(5), 95 * unit}}));
        QCOMPARE(office.schema().currencies().size(), 1); // it is worked with from now on
        QCOMPARE(rateOf(office, u"USD"_s, m_day.addDays(-1)), 0);
        QCOMPARE(rateOf(office, u"USD"_s, m_day), 90 * unit);
        QCOMPARE(rateOf(office, u"USD"_s, m_day.addDays(4)), 90 * unit);
        QCOMPARE(rateOf(office, u"USD"_s, m_day.addDays(50)), 95 * unit);
        QCOMPARE(office.problems(), QStringList());
    }
    void theSameDayIsWrittenOnce()
    {
        TestOffice office;
        commit(office, planRates(office.schema(), {{u"USD"_s, m_day, 90 * unit}}));
        commit(office, planRates(office.schema(), {{u"USD"_s, m_day, 91 * unit}}));
        auto lines = readRateLines(office.store().reader());
        QVERIFY(lines);
        QCOMPARE(lines->size(), 1);
        QCOMPARE(lines->constFirst().value, 91 * unit);
        QVERIFY(taken(office, office.store().undo()));
        QCOMPARE(rateOf(office, u"USD"_s, m_day), 90 * unit);
        QVERIFY(taken(office, office.store().undo()));
        QCOMPARE(rateOf(office, u"USD"_s, m_day), 0);
        QVERIFY(office.schema().currencies().isEmpty());
        QVERIFY(taken(office, office.store().redo()));
        QCOMPARE(rateOf(office, u"USD"_s, m_day), 90 * unit);
        lines = readRateLines(office.store().reader());
        commit(office, planRemoveRate(u"USD"_s, lines->constFirst().id, 1));
        QCOMPARE(rateOf(office, u"USD"_s, m_day), 0);
        commit(office, planRates(office.schema(), {{u"USD"_s, m_day, 93 * unit}})); // the same record is back
        QCOMPARE(rateOf(office, u"USD"_s, m_day), 93 * unit);
    }
    /// Also where two corrections balance.
    void everyCorrectionOfARateIsSeen()
    {
        TestOffice office;
        const auto stamp = [&office, this](qint64 first, qint64 second) {
            commit(
                office,
                planRates(office.schema(), {{u"USD"_s, m_day, first * unit}, {u"USD"_s, m_day.addDays(1), second * unit}}));
            const auto text = ratesStamp(office.store().reader());
            return text ? *text : QString();
        };
        const QString before = stamp(90, 95);
        QVERIFY(stamp(92, 94) != before);
        QCOMPARE(stamp(90, 95), before);
    }
    void theBaseCurrencyHasNoRate()
    {
        TestOffice office;
        QVERIFY(!planRates(office.schema(), {{office.schema().baseCurrency(), m_day, unit}}));
        QVERIFY(!planAddCurrency(office.schema(), office.schema().baseCurrency()));
        QVERIFY(!planAddCurrency(office.schema(), u"no such"_s));
    }
    void aCurrencyInUseStays()
    {
        TestOffice office;
        commit(office, planAddCurrency(office.schema(), u"$"_s));
        QVERIFY(!planAddCurrency(office.schema(), u"USD"_s)); // twice
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"One"_s}, {u"amount"_s, toValue(Money{5, u"USD"_s})}});
        auto refused = planRemoveCurrency(office.store().reader(), u"USD"_s, 1);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"USD"), qPrintable(refused.error().message));
        ChangeSet without;
        without.update(u"deal"_s, deal, {{u"amount"_s, {}}});
        commit(office, without);
        commit(office, planRemoveCurrency(office.store().reader(), u"USD"_s, 1));
        QVERIFY(office.schema().currencies().isEmpty());
        commit(office, planAddCurrency(office.schema(), u"USD"_s));
        QCOMPARE(office.schema().currencies().size(), 1);
    }

    void theBankOfRussiaIsRead()
    {
        const QByteArray file = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>"
                                "<ValCurs Date=\"02.03.2026\" name=\"Foreign Currency Market\">"
                                "<Valute ID=\"R01235\"><NumCode>840</NumCode><CharCode>USD</CharCode><Nominal>1</Nominal>"
                                "<Name>\xc4\xee\xeb\xeb\xe0\xf0</Name><Value>92,5000</Value></Valute>"
                                "<Valute ID=\"R01335\"><CharCode>KZT</CharCode><Nominal>100</Nominal><Name>x</Name>"
                                "<Value>18,7125</Value></Valute>"
                                "<Valute ID=\"R01589\"><CharCode>XDR</CharCode><Nominal>1</Nominal><Name>x</Name>"
                                "<Value>120,1</Value></Valute></ValCurs>";
        auto found = readRateFile(file, u"RUB"_s, {u"USD"_s, u"KZT"_s, u"EUR"_s});
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->rates, (QList<DayRate>{{u"KZT"_s, m_day, 18'712'500}, {u"USD"_s, m_day, 92 * unit + unit / 2}}));
        QCOMPARE(found->others, QStringList{u"XDR"_s});
        // The other way round: of an office in Kazakhstan.
        found = readRateFile(file, u"KZT"_s, {u"RUB"_s, u"USD"_s});
        QVERIFY(found);
        QCOMPARE(found->rates.size(), 2);
        QCOMPARE(found->rates[0], (DayRate{u"RUB"_s, m_day, 534'402'138}));    // 100 / 18.7125
        QCOMPARE(found->rates[1], (DayRate{u"USD"_s, m_day, 49'432'197'729})); // 9250 / 18.7125
        QVERIFY(!readRateFile(file, u"GBP"_s, {u"USD"_s}));
    }
    void theCentralBankIsRead()
    {
        const QByteArray file =
            "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" "
            "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"><gesmes:subject>x</gesmes:subject><Cube>"
            "<Cube time='2026-03-02'><Cube currency='USD' rate='1.25'/><Cube currency='JPY' rate='160'/></Cube>"
            "<Cube time='2026-02-27'><Cube currency='USD' rate='1.6'/></Cube></Cube></gesmes:Envelope>";
        auto found = readRateFile(file, u"EUR"_s, {u"USD"_s, u"JPY"_s});
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->rates,
                 (QList<DayRate>{{u"USD"_s, QDate(2026, 2, 27), 62'500'000},
                                 {u"JPY"_s, m_day, 625'000},
                                 {u"USD"_s, m_day, 80'000'000}}));
        found = readRateFile(file, u"USD"_s, {u"EUR"_s});
        QVERIFY(found);
        QCOMPARE(found->rates.constLast(), (DayRate{u"EUR"_s, m_day, 125'000'000}));
    }

    void whatIsNoFileOfRatesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("no xml") << QByteArray("USD 92.50");
        QTest::addRow("another xml") << QByteArray("<html><body/></html>");
        QTest::addRow("cut") << QByteArray("<ValCurs Date=\"02.03.2026\"><Valute><CharCode>USD</CharCode>");
        QTest::addRow("no day") << QByteArray("<ValCurs Date=\"x\"/>");
        QTest::addRow("no number") << QByteArray(
            "<ValCurs Date=\"02.03.2026\"><Valute><CharCode>USD</CharCode><Value>abc</Value></Valute></ValCurs>");
        QTest::addRow("negative") << QByteArray(
            "<ValCurs Date=\"02.03.2026\"><Valute><CharCode>USD</CharCode><Value>-1</Value></Valute></ValCurs>");
        QTest::addRow("nominal 0") << QByteArray(
            "<ValCurs Date=\"02.03.2026\"><Valute><CharCode>USD</CharCode><Nominal>0</Nominal><Value>1</Value></Valute></ValCurs>");
        QTest::addRow("entities") << QByteArray(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><ValCurs Date=\"02.03.2026\">&b;</ValCurs>");
        QTest::addRow("a file of the computer")
            << QByteArray("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ValCurs Date=\"&a;\"/>");
        QTest::addRow("deep") << QByteArray("<a>").repeated(100'000);
        QTest::addRow("large") << QByteArray(largestRateFile + 1, ' ');
        QByteArray many = "<Envelope><Cube><Cube time='2026-03-02'>";
        many += QByteArray("<Cube currency='USD' rate='1.2'/>").repeated(20'001) + "</Cube></Cube></Envelope>";
        QTest::addRow("many") << many;
        QTest::addRow("rate before its day") << QByteArray("<Cube currency='USD' rate='1.2'/>");
    }
    void whatIsNoFileOfRatesIsRefused()
    {
        QFETCH(QByteArray, bytes);
        auto found = readRateFile(bytes, u"EUR"_s, {u"USD"_s});
        QVERIFY(!found);
        QVERIFY(!found.error().message.isEmpty());
    }

    void pastedLinesAreRead()
    {
        auto rates = readRateLines(u"USD\t92,50\n\n02.03.2026;EUR;100.1\r\n¥ 12 2026-03-01"_s, m_day);
        QVERIFY2(rates, rates ? "" : qPrintable(rates.error().message));
        QCOMPARE(*rates,
                 (QList<DayRate>{{u"USD"_s, m_day, 92 * unit + unit / 2},
                                 {u"EUR"_s, m_day, 100 * unit + unit / 10},
                                 {u"CNY"_s, m_day.addDays(-1), 12 * unit}}));
        for (const QString &text : {u""_s, u"USD"_s, u"92"_s, u"USD 92 93"_s, u"USD 92\nXXQ 5"_s, u"USD 31.02.2026 5"_s}) {
            auto wrong = readRateLines(text, m_day);
            QVERIFY2(!wrong, qPrintable(text));
        }
        QCOMPARE(readRateLines(u"USD 92\nXXQ 5"_s, m_day).error().where, u"2"_s);
    }
};

KARTOTEKA_TEST(tst_rates, TestRates)
#include "tst_rates.moc"
