// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/file_merge.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_journal.h"
#include "core/exchange/exchange_queries.h"
#include "core/exchange/sender_queries.h"
#include "core/schema/act_kinds.h"
#include "core/store/record/contents.h"

#include <QFileInfo>

#include <future>

namespace Kartoteka {

namespace {

Result<void> feedLine(Merger &merger, const ExchangeLine &line, qint64 latestClock, const ClockCorrections &clocks)
{
    if (line.isAct)
        return merger.addAct(line.act);
    if (line.row.clock > latestClock && !clocks.concerns(line.row.origin, line.row.sequence))
        return Error{ErrorCode::Damaged, Texts::tr("its clock is ahead of what the file says"), {}, {}};
    return merger.take(line.row);
}

Result<void> feedJournal(Merger &merger, const ExchangeContainer &container, const ExchangeReadOptions &options,
                         qint64 latestClock, const ClockCorrections &clocks)
{
    struct Coming
    {
        Result<ExchangeBatch> batch;
        QList<JournalRow> rows;
        KnownRecords known; ///< of what they are about
    };
    // The next lines are unpacked, parsed and looked up beside the merging of those before them.
    ExchangeJournal journal(container, options.linesAtOnce);
    const auto readNext = [&journal, &reader = merger.reader()] {
        return std::async(std::launch::async, [&journal, &reader] {
            Coming next{journal.next(), {}, {}};
            if (next.batch) {
                next.rows = next.batch->rows();
                next.known = reader.read(next.rows);
            }
            return next;
        });
    };
    auto coming = readNext();
    while (true) {
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Texts::tr("Stopped. Nothing was changed."), {}, {}};
        auto [batch, rows, known] = coming.get();
        if (!batch)
            return batch.error();
        if (batch->lines.isEmpty())
            return {};
        coming = readNext();
        if (auto done = merger.lookAhead(rows, std::move(known)); !done)
            return done;
        qint64 number = batch->firstLine;
        for (const ExchangeLine &line : std::as_const(batch->lines)) {
            if (auto done = feedLine(merger, line, latestClock, clocks); !done)
                return atLine(container, number, done.error());
            ++number;
        }
        if (options.progress)
            options.progress(batch->rowsSoFar, container.manifest().rows);
    }
}

Result<void> readContents(Merger &merger, const ExchangeContainer &container)
{
    for (const ExchangeContent &content : container.manifest().contents) {
        auto bytes = container.readContent(content);
        if (!bytes)
            return bytes.error();
        if (auto done = storeContent(merger.transaction().connection(), content.digest, *bytes); !done)
            return done;
    }
    return {};
}

Result<void> takeRows(Merger &merger, const FileMerge &reading)
{
    const ExchangeManifest &manifest = reading.container->manifest();
    const qint64 limit = (reading.now + mostAheadMs) << 16;
    if (auto done = merger.clocks().bound(limit, manifest.clocks, reading.now); !done)
        return done;
    if (auto done = merger.renameBranches(reading.plan.renames); !done)
        return done;
    if (auto done = merger.addReplicas(reading.replicas); !done)
        return done;
    merger.history().expect(manifest.heads, reading.plan.aliases);
    merger.setUnusable(reading.trouble->rows);
    QHash<QString, qint64> sizes;
    for (const ExchangeContent &content : manifest.contents)
        sizes.insert(content.digest, content.size);
    merger.expectContents(sizes);
    ClockCorrections clocks = reading.clocks;
    for (const ClockCorrection &one : manifest.clocks)
        clocks.add(one);
    for (const ReplicaInfo &replica : reading.replicas)
        clocks.addBranch(replica.uid, replica.branchOf);
    const qint64 latest = reading.lateIsTaken ? std::numeric_limits<qint64>::max() : qMax(limit, manifest.lastClock);
    auto done = feedJournal(merger, *reading.container, reading.options, latest, clocks);
    if (done)
        done = readContents(merger, *reading.container);
    return done ? merger.finish() : done;
}

Result<void> feed(Merger &merger, const FileMerge &reading)
{
    reading.trouble->isNew = false;
    auto done = takeRows(merger, reading);
    const bool isOfRows = !done
        && (done.error().code == ErrorCode::Database || done.error().code == ErrorCode::Refused
            || done.error().code == ErrorCode::NotFound || done.error().code == ErrorCode::Usage);
    if (isOfRows) {
        const QList<RowName> suspects = merger.suspects();
        for (const RowName &row : suspects) {
            reading.trouble->isNew = reading.trouble->isNew || !reading.trouble->rows.contains(row);
            reading.trouble->rows.insert(row, done.error().message);
        }
    }
    if (!done)
        return done;
    const ExchangeManifest &manifest = reading.container->manifest();
    QHash<QUuid, QUuid> kept;
    for (auto it = manifest.to.cbegin(); it != manifest.to.cend(); ++it)
        kept.insert(it.key(), merger.history().keptAs(it.key()));
    Connection &connection = merger.transaction().connection();
    done = noteSender(connection, manifest, reading.now, kept);
    if (done)
        done = takeSeatCode(connection, manifest);
    if (done)
        done = merger.leaveSharedSeat();
    if (!done)
        return done;
    const MergeReport &report = merger.report();
    return noteRead(connection,
                    {.sender = manifest.sender,
                     .at = reading.now,
                     .file = QFileInfo(reading.options.path).fileName(),
                     .taken = report.taken,
                     .act = merger.transaction().actId(),
                     .firstRow = report.firstRow,
                     .lastRow = report.lastRow});
}

} // namespace

Result<MergeReport> mergeFile(Store &store, const FileMerge &reading, const QString &sender)
{
    constexpr int mostTries = 50;
    ChangeSet header = ChangeSet::of(ActKinds::exchange, sender);
    for (int i = 0;; ++i) {
        auto merged = store
                          .merge(
                              header, [reading](Merger &merger) { return feed(merger, reading); }, reading.options.rehearse)
                          .result();
        if (merged || !reading.trouble->isNew || i >= mostTries)
            return merged;
    }
}

} // namespace Kartoteka
