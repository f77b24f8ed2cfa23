// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target for what reads exchange files, from the container to the merger.
#include "tests/fuzz/exchange_meal.h"

#include <QCoreApplication>

extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t mostSize);

namespace {

Kartoteka::ExchangeMeal &meal()
{
    static int argc = 1;
    static char name[] = "fuzz_exchange";
    static char *argv[] = {name, nullptr};
    static QCoreApplication application(argc, argv);
    static Kartoteka::ExchangeMeal meal;
    return meal;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    meal().feed(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t mostSize, unsigned seed)
{
    QRandomGenerator random(seed);
    if (random.bounded(5) == 0)
        return LLVMFuzzerMutate(data, size, mostSize);
    const QByteArray made = meal().varied(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), random);
    const size_t length = std::min(size_t(made.size()), mostSize);
    std::copy_n(made.constData(), length, data);
    return length;
}
