// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/forged_file.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_journal.h"
#include "core/store/replica/chain.h"

#include <QCryptographicHash>
#include <QFile>

namespace Kartoteka {

ForgedFile ForgedFile::of(const QString &path, Store &sender)
{
    ForgedFile found;
    auto container = ExchangeContainer::open(path, {}, sender.path());
    if (!container)
        qFatal("%s", qUtf8Printable(container.error().message));
    found.manifest = (*container)->manifest();
    ExchangeJournal journal(**container);
    auto batch = journal.next();
    for (; batch && !batch->lines.isEmpty(); batch = journal.next()) {
        for (const ExchangeLine &line : std::as_const(batch->lines)) {
            if (line.isAct) {
                found.lines << actLine(line.act);
                continue;
            }
            int origin = 0;
            while (found.manifest.replicas[origin].uid != line.row.origin)
                ++origin;
            found.lines << rowLine(line.row, origin, line.row.patchText,
                                   line.row.knows ? compactJson(vectorToJson(*line.row.knows)) : QByteArray());
        }
    }
    if (!batch)
        qFatal("%s", qUtf8Printable(batch.error().message));
    auto book = ReplicaBook::read(sender.reader().connection);
    found.secretKey = book->self()->secretKey;
    return found;
}

void ForgedFile::addLine(const QByteArray &line, qint64 rows)
{
    lines << line;
    manifest.rows += rows;
    manifest.to[manifest.sender] += rows;
}

void ForgedFile::addRow(const QString &entity, const QUuid &uid, const QString &operation, const QByteArray &patch)
{
    const qint64 now = manifest.writtenAt;
    addLine(actLine({makeUid(now), u"edit"_s, {}, {}, now, {}}));
    JournalRow row;
    row.sequence = nextSequence();
    row.clock = (now << 16) + row.sequence;
    row.at = now;
    row.entity = entity;
    row.uid = uid;
    row.operation = operation;
    int origin = 0;
    while (manifest.replicas[origin].uid != manifest.sender)
        ++origin;
    manifest.lastClock = qMax(manifest.lastClock, row.clock);
    addLine(rowLine(row, origin, patch, {}), 1);
}

void ForgedFile::sign(ExchangeManifest &description) const
{
    QHash<QUuid, QByteArray> chains;
    if (!description.heads.contains(description.sender))
        description.heads[description.sender].chainFrom = chainStart(description.sender);
    for (auto it = description.heads.cbegin(); it != description.heads.cend(); ++it)
        chains.insert(it.key(), it->chainFrom);
    ActRow act;
    for (const QByteArray &line : lines) {
        auto parsed = parseExchangeLine(line.trimmed(), description.replicas);
        if (!parsed)
            continue;
        if (parsed->isAct) {
            act = parsed->act;
            continue;
        }
        JournalRow row = parsed->row;
        row.act = act.uid;
        QByteArray &chain = chains[row.origin];
        chain = chainNext(chain, row, act, row.knows ? compactJson(vectorToJson(*row.knows)) : QByteArray());
    }
    for (auto it = description.heads.begin(); it != description.heads.end(); ++it) {
        it->to = description.to.value(it.key());
        it->chainTo = chains.value(it.key());
        if (it.key() == description.sender)
            it->signature = signatureOf(headMessage(description.office, it.key(), it->to, it->chainTo), secretKey);
    }
}

void ForgedFile::write(const QString &path) const
{
    const WorkFolder work(path);
    QFile journal(work.filePath(u"journal"_s));
    if (!journal.open(QIODevice::WriteOnly))
        qFatal("no room");
    const QByteArray text = lines.join();
    journal.write(text);
    journal.close();
    ExchangeManifest description = manifest;
    description.journalSize = text.size();
    description.journalDigest = digest.isEmpty() ? QCryptographicHash::hash(text, QCryptographicHash::Sha256) : digest;
    if (signsHeads)
        sign(description);
    if (auto done = packExchange(description, {journal.fileName(), {}}, {secretKey, path, {}, work}); !done)
        qFatal("%s", qUtf8Printable(done.error().message));
}

} // namespace Kartoteka
