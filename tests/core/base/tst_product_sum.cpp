// SPDX-License-Identifier: GPL-3.0-or-later
// What product rows come to: the stated rule, held against examples, properties and another implementation.
#include "core/base/money.h"
#include "core/base/product_sum.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestProductSum : public QObject
{
    Q_OBJECT

    static ProductLine line(double quantity, double price, double percent, double tax, bool included = false)
    {
        ProductLine line;
        line.quantity = qRound64(quantity * productUnit);
        line.price = qRound64(price * productUnit);
        line.discount = qRound64(percent * productUnit);
        line.tax = qRound64(tax * taxUnit);
        line.taxIncluded = included;
        return line;
    }

    static ProductLine randomLine(QRandomGenerator &random)
    {
        ProductLine line;
        line.quantity = qint64(random.bounded(4'000'000)) - 1'000'000;
        line.price = random.bounded(2) ? random.bounded(3'000'000) : random.bounded(10'000) * productUnit / 100;
        line.discountKind = DiscountKind(random.bounded(3));
        if (random.bounded(3) != 0)
            line.discount = line.discountKind == DiscountKind::Percent ? random.bounded(int(wholePercent) + 1)
                                                                       : random.bounded(200'000);
        if (random.bounded(4) != 0)
            line.tax = QList<int>{0, 500, 1000, 2000, 2200, 777}[random.bounded(6)];
        line.taxIncluded = random.bounded(2);
        return line;
    }

private slots:
    void examples_data()
    {
        QTest::addColumn<QList<ProductLine>>("lines");
        QTest::addColumn<int>("rounding");
        QTest::addColumn<qint64>("net");
        QTest::addColumn<qint64>("tax");
        QTest::addColumn<qint64>("total");
        const int byLine = int(TaxRounding::Line);
        const int byTotal = int(TaxRounding::Total);
        const auto row = [](const char *name, const QList<ProductLine> &lines, int rounding, qint64 net, qint64 tax) {
            QTest::newRow(name) << lines << rounding << net << tax << net + tax;
        };
        row("a discount, by line", {line(16, 348.35, 4, 22)}, byLine, 535'066, 117'715);
        row("the same, once for all", {line(16, 348.35, 4, 22)}, byTotal, 535'066, 117'714);
        row("all of it is discount", {line(3, 33.33, 100, 22)}, byLine, 0, 0);
        row("… once for all", {line(3, 33.33, 100, 22), line(7, 0.01, 100, 22)}, byTotal, 0, 0);
        row("in the price", {line(1, 100, 0, 20, true)}, byLine, 8'333, 1'667);
        row("three thirds by line", {line(1, 0.05, 0, 10), line(1, 0.05, 0, 10), line(1, 0.05, 0, 10)}, byLine, 15, 3);
        row("three thirds once", {line(1, 0.05, 0, 10), line(1, 0.05, 0, 10), line(1, 0.05, 0, 10)}, byTotal, 15, 2);
        row("a return", {line(-16, 348.35, 4, 22)}, byLine, -535'066, -117'715);
        row("a sale and its return", {line(2, 10.55, 3, 20), line(-2, 10.55, 3, 20)}, byLine, 0, 0);
        row("nothing", {}, byLine, 0, 0);
        row("half a kopeck goes up", {line(1, 0.005, 0, 0)}, byLine, 1, 0);
        ProductLine off = line(2, 50, 0, 10);
        off.discountKind = DiscountKind::Amount;
        off.discount = 30 * productUnit;
        row("off the line", {off}, byLine, 7'000, 700);
        off.quantity = -off.quantity;
        row("off a returned line", {off}, byLine, -7'000, -700);
        ProductLine other = line(3, 50, 0, 0);
        other.discountKind = DiscountKind::Price;
        other.discount = 40 * productUnit;
        row("another price", {other}, byLine, 12'000, 0);
    }
    void examples()
    {
        QFETCH(QList<ProductLine>, lines);
        QFETCH(int, rounding);
        QFETCH(qint64, net);
        QFETCH(qint64, tax);
        QFETCH(qint64, total);
        const ProductTotals totals = productTotals(lines, 2, TaxRounding(rounding));
        QCOMPARE(totals.net, net);
        QCOMPARE(totals.tax, tax);
        QCOMPARE(totals.total, total);
        QVERIFY(!totals.tooLarge);
    }

    void currenciesHaveTheirOwnDigits()
    {
        QCOMPARE(productTotals({line(3, 33.35, 0, 10)}, 0).total, 110);
        QCOMPARE(productTotals({line(3, 33.3335, 0, 0)}, 3).total, 100'001);
    }

    void whatIsTooLargeIsSaidAndLeftOut()
    {
        ProductLine large;
        large.quantity = largestQuantity;
        large.price = largestPrice;
        const ProductTotals totals = productTotals({large, line(1, 5, 0, 0)}, 2);
        QVERIFY(totals.tooLarge);
        QCOMPARE(totals.total, 500);
        large.quantity = productUnit;
        large.price = largestAmount; // ten times less than the largest amount, in minor units
        const QList<ProductLine> many(200, large);
        QVERIFY(productTotals(many, 2).tooLarge);
        QVERIFY(productTotals(many, 2, TaxRounding::Total).tooLarge);
    }

    void linesAlwaysAddUp()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 3'000; ++i) {
            QList<ProductLine> lines;
            for (int n = random.bounded(12); n >= 0; --n)
                lines << randomLine(random);
            const int digits = QList<int>{0, 2, 3, 4}[random.bounded(4)];
            for (const TaxRounding rounding : {TaxRounding::Line, TaxRounding::Total}) {
                const ProductTotals totals = productTotals(lines, digits, rounding);
                qint64 net = 0;
                qint64 tax = 0;
                for (const LineSum &one : totals.lines) {
                    QCOMPARE(one.total, one.net + one.tax);
                    net += one.net;
                    tax += one.tax;
                }
                QCOMPARE(totals.net, net);
                QCOMPARE(totals.tax, tax);
                QCOMPARE(totals.total, net + tax);
                QList<ProductLine> mirrored = lines;
                for (ProductLine &one : mirrored)
                    one.quantity = -one.quantity;
                QCOMPARE(productTotals(mirrored, digits, rounding).total, -totals.total);
            }
        }
    }

    /// CPython's decimal, which knows nothing of our units.
    void anotherImplementationSaysTheSame()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not here");
        QRandomGenerator random(11);
        const int count = qEnvironmentVariableIntValue("KARTOTEKA_PRODUCT_ROWS") > 0
            ? qEnvironmentVariableIntValue("KARTOTEKA_PRODUCT_ROWS")
            : 5'000;
        QByteArray input;
        QList<QByteArray> expected;
        for (int i = 0; i < count; ++i) {
            const ProductLine one = randomLine(random);
            const LineSum sum = productTotals({one}, 2).lines.constFirst();
            const auto text = [](std::optional<qint64> value, qint64 unit) {
                return value ? scaledNumber(*value, unit).toUtf8() : QByteArray("-");
            };
            input += text(one.quantity, productUnit) + ' ' + text(one.price, productUnit) + ' '
                + text(one.discount, productUnit) + ' ' + discountKindName(one.discountKind).toUtf8() + ' '
                + text(one.tax, taxUnit) + (one.taxIncluded ? " 1\n" : " 0\n");
            expected << scaledNumber(sum.net, 100, 2).toUtf8() + ' ' + scaledNumber(sum.tax, 100, 2).toUtf8();
        }
        QProcess process;
        process.start(python, {u"-c"_s, uR"(
import sys
from decimal import Decimal as D, ROUND_HALF_UP, getcontext
getcontext().prec = 80
cent = D('0.01')
def rounded(x):
    r = x.quantize(cent, rounding=ROUND_HALF_UP)
    return r if r != 0 else D('0.00')
for line in sys.stdin:
    q, p, d, kind, t, inc = line.split()
    q, p = D(q), D(p)
    exact = q * p
    if d != '-':
        if kind == 'percent': exact = exact * (1 - D(d) / 100)
        elif kind == 'amount': exact -= D(d) if q >= 0 else -D(d)
        else: exact = q * D(d)
    shown = rounded(exact)
    rate = D(t) / 100 if t != '-' else D(0)
    tax = rounded(shown * rate / (1 + rate)) if inc == '1' else rounded(shown * rate)
    net = shown - tax if inc == '1' else shown
    print(rounded(net), tax)
)"_s});
        QVERIFY(process.waitForStarted());
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(300'000));
        const QList<QByteArray> said = process.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(said.size(), expected.size());
        const QList<QByteArray> asked = input.split('\n');
        for (qsizetype i = 0; i < said.size(); ++i)
            QVERIFY2(said[i].trimmed() == expected[i], asked[i] + " is " + said[i] + ", not " + expected[i]);
    }

    void numbersAreWrittenPlainly()
    {
        QCOMPARE(scaledNumber(160'000), u"16"_s);
        QCOMPARE(scaledNumber(3'483'500, productUnit, 2), u"348.35"_s);
        QCOMPARE(scaledNumber(-5'000), u"-0.5"_s);
        QCOMPARE(scaledNumber(0, productUnit, 2), u"0.00"_s);
        QCOMPARE(scaledNumber(7, 1), u"7"_s);
    }
};

KARTOTEKA_TEST(tst_product_sum, TestProductSum)
#include "tst_product_sum.moc"
