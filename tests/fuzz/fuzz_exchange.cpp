// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target for what reads exchange files: manifest, lines of the journal, the container itself.
#include "core/exchange/exchange_journal.h"

#include <QFile>
#include <QTemporaryDir>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace Kartoteka;
    static const QTemporaryDir folder;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)manifestFromJson(bytes);
    static const QList<ReplicaInfo> replicas{{QUuid::createUuid(), {}, {}}};
    for (const QByteArray &line : bytes.split('\n'))
        (void)parseExchangeLine(line, replicas);
    QFile file(folder.filePath(QStringLiteral("input")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return 0;
    file.write(bytes);
    file.close();
    if (auto container = ExchangeContainer::open(file.fileName(), {}, file.fileName()); container) {
        (void)(*container)->verify({});
        ExchangeJournal journal(**container);
        for (auto batch = journal.next(); batch && !batch->lines.isEmpty();)
            batch = journal.next();
    }
    return 0;
}
