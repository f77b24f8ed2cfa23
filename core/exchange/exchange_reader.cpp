// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_reader.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/branch_plan.h"
#include "core/exchange/exchange_journal.h"
#include "core/exchange/exchange_texts.h"
#include "core/exchange/seats.h"
#include "core/store/contents.h"
#include "core/store/sql_name.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <future>

namespace Kartoteka {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr qsizetype listedDuplicates = 100;

/// A person has said before that what the sender's clock wrote is to be taken.
bool isClockAccepted(const ExchangeManifest &manifest, const ClockCorrections &known)
{
    return !known.of(manifest.sender).isEmpty();
}

/// What this file is and has.
struct Self
{
    ReplicaBook book;
    VersionVector has;
    ClockCorrections clocks;

    QUuid uid() const { return book.self()->info.uid; }
};

Result<Self> readSelf(Connection &connection)
{
    auto book = ReplicaBook::read(connection);
    if (!book)
        return book.error();
    if (!book->self())
        return Error{ErrorCode::Damaged, Texts::tr("The file does not say which copy of the office it is."), {}, {}};
    auto has = readVector(connection);
    if (!has)
        return has.error();
    auto clocks = ClockCorrections::read(connection);
    if (!clocks)
        return clocks.error();
    return Self{*book, *has, *clocks};
}

QStringList missingIn(const ExchangeManifest &manifest, const Self &self, const BranchPlan &plan)
{
    QStringList missing;
    for (auto it = manifest.from.cbegin(); it != manifest.from.cend(); ++it) {
        const ReplicaInfo *replica = manifest.replica(it.key());
        const QUuid kept = plan.aliases.value(it.key(), it.key());
        qint64 have = plan.has.value(kept, self.has.value(kept));
        // A history that left another one begins where it left it.
        have = qMax(have, replica ? replica->branchAfter : 0);
        if (have < *it && replica)
            missing << Texts::tr("%1: changes %2 to %3").arg(seatName(*replica)).arg(have + 1).arg(*it);
    }
    return missing;
}

QString wordsOf(SenderTrust trust, const QString &sender)
{
    return trust == SenderTrust::Retired
        ? Texts::tr("The seat %1 is no more: it was retired here. Read its file only if you know why it comes. Nothing was "
                    "changed.")
              .arg(sender)
        : Texts::tr("Nobody here knows who wrote this file; it says “%1”. Read it only if you know who it is from. Nothing "
                    "was changed.")
              .arg(sender);
}

Error forkError(const QString &named, const QString &sender)
{
    return {
        ErrorCode::Refused,
        Texts::tr("Two copies of one database were written to under the name of %1, and this file builds on the other one. "
                  "Nothing is lost: write a file for %2, and the answer brings both together. Nothing was changed.")
            .arg(named, sender),
        {},
        u"fork"_s};
}

/// What can be told of a file before its rows are looked at.
Result<ExchangeRead> judge(const ExchangeContainer &container, const Self &self, const BranchPlan &plan, qint64 now,
                           const ExchangeReadOptions &options)
{
    const ExchangeManifest &manifest = container.manifest();
    ExchangeRead read;
    read.manifest = manifest;
    read.sender = seatName(*manifest.replica(manifest.sender));
    read.forMe = manifest.receiver.isNull() || manifest.receiver == self.uid();
    if (manifest.office != self.book.office()) {
        return Error{ErrorCode::Refused,
                     Texts::tr("The file is of another office (%1). Nothing was changed.").arg(read.sender),
                     {},
                     {}};
    }
    auto trust = SenderCheck(self.book, container).judge();
    if (!trust)
        return trust.error();
    read.trust = *trust;
    if (covers(self.has, manifest.to) && plan.isQuiet()) {
        read.state = manifest.sender == self.uid() ? ExchangeState::OwnFile : ExchangeState::AlreadyRead;
        return read;
    }
    if (read.trust != SenderTrust::Known && !options.acceptSender && !options.rehearse)
        return Error{ErrorCode::Refused, wordsOf(read.trust, read.sender), {}, u"sender"_s};
    const qint64 ahead = (manifest.lastClock >> 16) - now;
    if (ahead > dayMs && !options.acceptClock && !isClockAccepted(manifest, self.clocks)) {
        return Error{
            ErrorCode::Refused,
            Texts::tr(
                "A clock behind this file (%1) is %n day(s) ahead of this computer's. Set the clocks right; or read the "
                "file all the same: what that clock wrote counts as written now. Nothing was changed.",
                nullptr, int(qMin<qint64>(ahead / dayMs, 1'000'000)))
                .arg(read.sender),
            {},
            u"clock"_s};
    }
    if (!plan.unexplained.isNull()) {
        const ReplicaInfo *named = manifest.replica(plan.unexplained);
        return forkError(named ? seatName(*named) : QString(), read.sender);
    }
    read.missing = missingIn(manifest, self, plan);
    if (!read.missing.isEmpty())
        read.state = ExchangeState::Waiting;
    return read;
}

/// What the sender has is known now; a file that was overtaken by a later one tells nothing new. @p aliases: under which
/// names this file keeps what the sender calls otherwise.
Result<void> noteSender(Connection &connection, const ExchangeManifest &manifest, const QHash<QUuid, QUuid> &aliases)
{
    // Who wrote the second history of a name speaks for itself, though it does not know that name yet.
    const QUuid speaker = aliases.value(manifest.sender, manifest.sender);
    auto sender = connection.query(u"SELECT id, heard_at FROM replica WHERE uid = ? AND is_self = 0"_s, {uidBytes(speaker)});
    if (!sender)
        return sender.error();
    if (!sender->next() || sender->integer(1) > manifest.writtenAt)
        return {};
    const qint64 id = sender->integer(0);
    auto done = connection.run(u"UPDATE replica SET heard_at = ? WHERE id = ?"_s, {manifest.writtenAt, id});
    if (done)
        done = connection.run(u"DELETE FROM replica_has WHERE replica = ?"_s, {id});
    const QString insertion =
        u"INSERT INTO replica_has (replica, origin, sequence) SELECT ?, id, ? FROM replica WHERE uid = ? "
        "ON CONFLICT (replica, origin) DO UPDATE SET sequence = max(sequence, excluded.sequence)"_s;
    for (auto it = manifest.to.cbegin(); done && it != manifest.to.cend(); ++it) {
        const QUuid kept = aliases.value(it.key(), it.key());
        done = connection.run(insertion, {id, *it, uidBytes(kept)});
        // It has what both histories have in common.
        if (done && kept != it.key()) {
            auto after = connection.scalar(u"SELECT branch_after FROM replica WHERE uid = ?"_s, {uidBytes(kept)});
            done = after ? connection.run(insertion, {id, after->toLongLong(), uidBytes(it.key())})
                         : Result<void>(after.error());
        }
    }
    return done;
}

/// The office says under which code a seat goes on: two that were one may not both give its numbers.
Result<void> takeSeatCode(Connection &connection, const ExchangeManifest &manifest)
{
    const ReplicaInfo *sender = manifest.replica(manifest.sender);
    if (!sender || !sender->seat.isEmpty())
        return {};
    for (const ReplicaInfo &replica : manifest.replicas) {
        auto done = connection.run(u"UPDATE replica SET seat_code = ? WHERE uid = ? AND is_self = 0 AND seat_code <> ''"_s,
                                   {replica.seat, uidBytes(replica.uid)});
        if (!done)
            return done;
    }
    return {};
}

/// What one try tells the next: rows that spoilt it, and why.
struct Trouble
{
    QHash<RowName, QString> rows;
    bool isNew = false; ///< this try found one more
};

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
    // The next lines are unpacked and parsed beside the merging of those before them.
    ExchangeJournal journal(container);
    const auto readNext = [&journal] { return std::async(std::launch::async, [&journal] { return journal.next(); }); };
    auto coming = readNext();
    while (true) {
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Texts::tr("Stopped. Nothing was changed."), {}, {}};
        const auto batch = coming.get();
        if (!batch)
            return batch.error();
        if (batch->lines.isEmpty())
            return {};
        coming = readNext();
        if (auto done = merger.lookAhead(batch->rows()); !done)
            return done;
        qint64 number = batch->firstLine;
        for (const ExchangeLine &line : batch->lines) {
            if (auto done = feedLine(merger, line, latestClock, clocks); !done)
                return atLine(container, number, done.error());
            ++number;
        }
        if (options.progress)
            options.progress(batch->rowsSoFar, container.manifest().rows);
    }
}

/// Everything that one reading needs, for the writer's thread.
struct Reading
{
    std::shared_ptr<const ExchangeContainer> container;
    ExchangeReadOptions options;
    BranchPlan plan;
    QList<ReplicaInfo> replicas;
    qint64 now = 0;
    bool lateIsTaken = false;
    ClockCorrections clocks;
    std::shared_ptr<Trouble> trouble;
};

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

Result<void> takeRows(Merger &merger, const Reading &reading)
{
    const ExchangeManifest &manifest = reading.container->manifest();
    const qint64 limit = (reading.now + dayMs) << 16;
    if (auto done = merger.boundClocks(limit, manifest.clocks, reading.now); !done)
        return done;
    for (const BranchPlan::Rename &one : reading.plan.renames) {
        if (auto done = merger.renameBranch(one.parent, one.after, one.branch); !done)
            return done;
    }
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
    const qint64 latest = reading.lateIsTaken ? std::numeric_limits<qint64>::max() : qMax(limit, manifest.lastClock);
    auto done = feedJournal(merger, *reading.container, reading.options, latest, clocks);
    if (done)
        done = readContents(merger, *reading.container);
    return done ? merger.finish() : done;
}

Result<void> feed(Merger &merger, const Reading &reading)
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
    done = noteSender(connection, manifest, kept);
    if (done)
        done = takeSeatCode(connection, manifest);
    if (!done)
        return done;
    const MergeReport &report = merger.report();
    return connection.run(
        u"INSERT INTO exchange_log (direction, replica, at, file, changes, act, first_row, last_row) VALUES "
        "('read', (SELECT id FROM replica WHERE uid = ?), ?, ?, ?, ?, ?, ?)"_s,
        {uidBytes(manifest.sender), reading.now, QFileInfo(reading.options.path).fileName(), report.taken,
         merger.transaction().actId(), report.firstRow == 0 ? QVariant() : QVariant(report.firstRow),
         report.firstRow == 0 ? QVariant() : QVariant(report.lastRow)});
}

Result<QList<PossibleDuplicate>> duplicatesOf(ReadContext &context, const QList<ItemRef> &added)
{
    QList<PossibleDuplicate> found;
    for (const ItemRef &item : added) {
        const EntityType *type = context.schema->type(item.type);
        if (!type || type->hasStages) // clients: people and companies, of which there is one each
            continue;
        auto c = context.connection.query(
            u"SELECT b.item, b.value FROM multi_value a JOIN multi_value b ON b.key = a.key AND b.entity_type = a.entity_type "
            "AND b.item <> a.item JOIN field f ON f.id = a.field AND f.type IN ('phone', 'email') JOIN %1 t ON t.id = b.item "
            "AND t.deleted_at IS NULL WHERE a.entity_type = ? AND a.item = ? AND a.key IS NOT NULL LIMIT 1"_s.arg(
                sqlName(type->table)),
            {item.type, item.id});
        if (!c)
            return c.error();
        if (c->next())
            found.append({item, {item.type, c->integer(0), {}}, c->text(1)});
        if (found.size() >= listedDuplicates)
            break;
    }
    return found;
}

Result<Self> selfOf(Store &store)
{
    return store.read<Self>({}, [](ReadContext &context) { return readSelf(context.connection); }).result();
}

/// A file that builds on changes of this seat which it has no more: it goes on under a new identity, and whoever reads its
/// next file sends them back. What the file tells of names is taken all the same.
Result<ExchangeRead> waitFor(Store &store, const Self &self, const BranchPlan &plan, ExchangeRead read)
{
    const bool isLost = read.manifest.from.value(self.uid()) > plan.has.value(self.uid(), self.has.value(self.uid()));
    if (!isLost && plan.renames.isEmpty())
        return read;
    ChangeSet header;
    header.kind = u"exchange"_s;
    header.subject = read.sender;
    header.undoable = false;
    auto renewed = store
                       .merge(
                           header,
                           [isLost, plan](Merger &merger) -> Result<void> {
                               for (const BranchPlan::Rename &one : plan.renames) {
                                   if (auto done = merger.renameBranch(one.parent, one.after, one.branch); !done)
                                       return done;
                               }
                               return isLost && plan.renames.isEmpty() ? merger.transaction().renewIdentity(false)
                                                                       : merger.finish();
                           },
                           false)
                       .result();
    if (!renewed)
        return renewed.error();
    read.merged.newIdentity = isLost && plan.renames.isEmpty();
    return read;
}

/// Nothing of the reading stands, but the next file for its sender holds everything: so that both find where they part.
Result<void> forgetSender(Store &store, const ExchangeManifest &manifest)
{
    auto done = store
                    .maintain<bool>([sender = manifest.sender](Connection &connection) -> Result<bool> {
                        auto forgotten = connection.run(
                            u"DELETE FROM replica_has WHERE replica = (SELECT id FROM replica WHERE uid = ?)"_s,
                            {uidBytes(sender)});
                        return forgotten ? Result<bool>(true) : Result<bool>(forgotten.error());
                    })
                    .result();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<BranchPlan> planOf(Store &store, const Self &self, const ExchangeManifest &manifest)
{
    return store
        .read<BranchPlan>(
            {}, [self, manifest](ReadContext &context) { return planBranches(context.connection, self.book, manifest); })
        .result();
}

/// Tries until what spoils the reading is set aside: each try is whole or undone.
Result<MergeReport> merge(Store &store, const Reading &reading, const QString &sender)
{
    constexpr int mostTries = 50;
    ChangeSet header;
    header.kind = u"exchange"_s;
    header.subject = sender;
    for (int i = 0;; ++i) {
        auto merged = store
                          .merge(
                              header, [reading](Merger &merger) { return feed(merger, reading); }, reading.options.rehearse)
                          .result();
        if (merged || !reading.trouble->isNew || i >= mostTries)
            return merged;
    }
}

Result<ExchangeRead> readOne(Store &store, const ExchangeReadOptions &options)
{
    auto opened = ExchangeContainer::open(options.path, options.passphrase, store.path());
    if (!opened)
        return opened.error();
    const std::shared_ptr<const ExchangeContainer> container = std::move(*opened); // the writer's thread reads on
    const ExchangeManifest &manifest = container->manifest();
    if (!options.rehearse) {
        if (auto settled = store.settleIdentity().result(); !settled)
            return settled.error();
    }
    auto self = selfOf(store);
    if (!self)
        return self.error();
    auto plan = planOf(store, *self, manifest);
    if (!plan)
        return plan.error();
    const qint64 now = store.clock().now();
    auto read = judge(*container, *self, *plan, now, options);
    if (!read && read.error().where == u"fork" && !options.rehearse) {
        if (auto done = forgetSender(store, manifest); !done)
            return done.error();
    }
    if (read && read->state == ExchangeState::AlreadyRead && !options.rehearse) {
        // Nothing new, but it tells what its sender has.
        const QList<ReplicaInfo> known = read->trust == SenderTrust::Known
            ? SenderCheck(self->book, *container).replicas(false)
            : QList<ReplicaInfo>();
        auto noted = store
                         .maintain<bool>([manifest, known](Connection &connection) -> Result<bool> {
                             auto done = keepReplicas(connection, known);
                             if (done)
                                 done = noteSender(connection, manifest, {});
                             return done ? Result<bool>(true) : Result<bool>(done.error());
                         })
                         .result();
        return noted ? read : Result<ExchangeRead>(noted.error());
    }
    if (read && read->state == ExchangeState::Waiting && !options.rehearse)
        return waitFor(store, *self, *plan, std::move(*read));
    if (!read || read->state != ExchangeState::Applied)
        return read;
    if (auto done = container->verify(options.cancel); !done)
        return done.error();
    Reading reading{.container = container,
                    .options = options,
                    .plan = *plan,
                    .replicas = SenderCheck(self->book, *container).replicas(options.acceptSender || options.rehearse),
                    .now = now,
                    .lateIsTaken = options.acceptClock || isClockAccepted(manifest, self->clocks),
                    .clocks = self->clocks,
                    .trouble = std::make_shared<Trouble>()};
    auto merged = merge(store, reading, read->sender);
    if (!merged)
        return merged.error();
    read->merged = *merged;
    if (options.rehearse)
        return read;
    const QList<ItemRef> added = merged->addedItems;
    auto duplicates =
        store.read<QList<PossibleDuplicate>>({}, [added](ReadContext &context) { return duplicatesOf(context, added); })
            .result();
    if (duplicates)
        read->duplicates = *duplicates;
    return read;
}

Result<void> putAside(const Store &store, const QString &path)
{
    const QString folder = waitingFolder(store.path());
    QFile file(path);
    const auto failed = [&] {
        return Error{ErrorCode::File, Texts::tr("The file cannot be put aside in “%1”.").arg(folder), file.errorString(),
                     folder};
    };
    if (!QDir().mkpath(folder) || !file.open(QIODevice::ReadOnly))
        return failed();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    // Named by its contents: a file that comes twice waits once.
    const QString target = u"%1/%2.kartoteka-exchange"_s.arg(folder, QString::fromLatin1(hash.result().toHex().left(32)));
    if (!QFileInfo::exists(target) && !QFile::copy(path, target))
        return failed();
    return {};
}

QStringList waitingPaths(const Store &store)
{
    QStringList paths;
    const QDir folder(waitingFolder(store.path()));
    for (const QString &name : folder.entryList({u"*.kartoteka-exchange"_s}, QDir::Files, QDir::Time | QDir::Reversed))
        paths << folder.filePath(name);
    return paths;
}

/// Reads what had waited for the file that was just read, until nothing more fits.
QStringList readWaiting(Store &store, const ExchangeReadOptions &options)
{
    QStringList followed;
    bool progress = true;
    while (progress) {
        progress = false;
        const QStringList paths = waitingPaths(store);
        for (const QString &path : paths) {
            ExchangeReadOptions next = options;
            next.path = path;
            auto read = readOne(store, next);
            if (!read || read->state == ExchangeState::Waiting)
                continue; // it stays for the status page to tell of
            if (read->state == ExchangeState::Applied) {
                followed << Texts::tr("%1: %n change(s)", nullptr, int(read->merged.taken)).arg(read->sender);
                progress = true;
            }
            QFile::remove(path);
        }
    }
    return followed;
}

} // namespace

QString waitingFolder(const QString &databasePath)
{
    const QFileInfo info(databasePath);
    return info.absolutePath() + u'/' + info.completeBaseName() + u"-waiting"_s;
}

Result<ExchangeRead> readExchange(Store &store, const ExchangeReadOptions &options)
{
    auto read = readOne(store, options);
    if (!read || options.rehearse)
        return read;
    if (read->state == ExchangeState::Waiting) {
        if (auto done = putAside(store, options.path); !done)
            return done.error();
    } else if (read->state == ExchangeState::Applied) {
        read->followed = readWaiting(store, options);
    }
    return read;
}

Result<QList<AsideRow>> rowsAside(const ReadContext &context, int limit)
{
    auto c = context.connection.query(
        u"SELECT j.entity, j.at, o.seat_code, o.name, s.reason FROM set_aside s JOIN journal j ON j.id = s.journal "
        "JOIN replica o ON o.id = j.origin ORDER BY j.id LIMIT ?"_s,
        {limit});
    if (!c)
        return c.error();
    QList<AsideRow> rows;
    while (c->next()) {
        const RecordTable *table = context.catalog->table(c->text(0));
        rows.append({recordsName(*context.schema, table ? table->code : c->text(0)), c->integer(1),
                     seatName(ReplicaInfo{{}, c->text(2), c->text(3)}), c->text(4)});
    }
    return rows;
}

Result<QList<WaitingFile>> waitingFiles(Store &store)
{
    auto self = selfOf(store);
    if (!self)
        return self.error();
    QList<WaitingFile> files;
    const QStringList paths = waitingPaths(store);
    for (const QString &path : paths) {
        WaitingFile file;
        file.path = path;
        file.sealed = isSealed(path);
        if (auto container = ExchangeContainer::open(path, {}, store.path()); container) {
            const ExchangeManifest &manifest = (*container)->manifest();
            file.sender = seatName(*manifest.replica(manifest.sender));
            file.writtenAt = manifest.writtenAt;
            file.missing = missingIn(manifest, *self, {});
        }
        files.append(file);
    }
    return files;
}

} // namespace Kartoteka
