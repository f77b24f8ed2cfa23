// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/exchange_meal.h"
#include "tests/support/test_program.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Kartoteka;

/// A short run of the fuzz target without libFuzzer. KARTOTEKA_FUZZ_SECONDS makes it longer, KARTOTEKA_FUZZ_SEED repeats one.
class TestFuzzExchange final : public QObject
{
    Q_OBJECT
private slots:
    void whatIsReadNeverBreaksTheBase()
    {
        const quint32 seed = qEnvironmentVariableIsSet("KARTOTEKA_FUZZ_SEED")
            ? qEnvironmentVariable("KARTOTEKA_FUZZ_SEED").toUInt()
            : QRandomGenerator::global()->generate();
        const int seconds = qEnvironmentVariableIsSet("KARTOTEKA_FUZZ_SECONDS")
            ? qEnvironmentVariableIntValue("KARTOTEKA_FUZZ_SECONDS")
            : 10;
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        ExchangeMeal meal;
        QElapsedTimer timer;
        timer.start();
        qint64 fed = 0;
        for (; fed < 20 || timer.elapsed() < seconds * 1000; ++fed) {
            QByteArray bytes = meal.someOfAJournal(random);
            for (int i = random.bounded(6); i > 0; --i)
                bytes = meal.varied(bytes, random);
            meal.feed(bytes);
        }
        qInfo("%lld inputs, %lld merged", fed, meal.merged());
        QVERIFY(meal.merged() > 0);
    }
};

KARTOTEKA_TEST(tst_fuzz_exchange, TestFuzzExchange)
#include "tst_fuzz_exchange.moc"
