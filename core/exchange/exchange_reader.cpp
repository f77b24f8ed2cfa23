// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_reader.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/branch_plan.h"
#include "core/exchange/exchange_queries.h"
#include "core/exchange/exchange_texts.h"
#include "core/exchange/file_merge.h"
#include "core/exchange/seats.h"
#include "core/exchange/sender_queries.h"
#include "core/schema/act_kinds.h"
#include "core/store/file/open_files.h"
#include "core/store/note_down.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Kartoteka {

namespace {

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
        ? Texts::tr("The seat %1 was retired here. Read its file only if you know where it comes from. Nothing was changed.")
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
        {},
        Needs::OtherHistory};
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
                     Texts::tr("The file belongs to another office (%1). Nothing was changed.").arg(read.sender),
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
        return Error{ErrorCode::Refused, wordsOf(read.trust, read.sender), {}, {}, Needs::AcceptedSender};
    const qint64 ahead = (manifest.lastClock >> 16) - now;
    if (ahead > mostAheadMs && !options.acceptClock && !isClockAccepted(manifest, self.clocks)) {
        return Error{
            ErrorCode::Refused,
            Texts::tr(
                "A clock behind this file (%1) is %n day(s) ahead of this computer's. Set the clocks right; or read the "
                "file all the same: what that clock wrote counts as written now. Nothing was changed.",
                nullptr, int(qMin<qint64>(ahead / dayMs, 1'000'000)))
                .arg(read.sender),
            {},
            {},
            Needs::AcceptedClock};
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

Result<QList<PossibleDuplicate>> duplicatesOf(ReadContext &context, const QList<ItemRef> &added)
{
    QList<PossibleDuplicate> found;
    for (const ItemRef &item : added) {
        const EntityType *type = context.schema->type(item.type);
        if (!type || type->hasStages) // clients: people and companies, of which there is one each
            continue;
        auto known = duplicateOf(context, item, *type);
        if (!known)
            return known.error();
        if (*known)
            found.append(**known);
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
/// @p named: the replicas that it tells of.
Result<ExchangeRead> waitFor(Store &store, const Self &self, const BranchPlan &plan, const QList<ReplicaInfo> &named,
                             ExchangeRead read)
{
    const bool isLost = read.manifest.from.value(self.uid()) > plan.has.value(self.uid(), self.has.value(self.uid()));
    // Who is not known here can be written for then: that brings what is missing.
    QList<ReplicaInfo> news = named;
    news.removeIf([&](const ReplicaInfo &one) { return self.book.find(one.uid) != nullptr; });
    const bool isShared = mustLeaveSeat(self.book.infos() + news, self.uid());
    if (!isLost && plan.renames.isEmpty() && !isShared && news.isEmpty())
        return read;
    ChangeSet header = ChangeSet::of(ActKinds::exchange, read.sender);
    header.undoable = false;
    auto renewed = store
                       .merge(
                           header,
                           [isLost, isShared, plan, news](Merger &merger) -> Result<void> {
                               if (auto done = merger.clocks().bound(std::numeric_limits<qint64>::max(), {}, 0); !done)
                                   return done;
                               if (!plan.renames.isEmpty()) {
                                   auto done = merger.renameBranches(plan.renames);
                                   if (done)
                                       done = merger.finish();
                                   if (!done)
                                       return done;
                               }
                               if (auto done = merger.addReplicas(news); !done)
                                   return done;
                               if (isShared)
                                   return merger.leaveSharedSeat();
                               return isLost && plan.renames.isEmpty() ? merger.transaction().ownIdentity().renew(false)
                                                                       : Result<void>();
                           },
                           false)
                       .result();
    if (!renewed)
        return renewed.error();
    read.merged.newIdentity = isShared || (isLost && plan.renames.isEmpty());
    return read;
}

Result<BranchPlan> planOf(Store &store, const Self &self, const ExchangeManifest &manifest)
{
    return store
        .read<BranchPlan>(
            {}, [self, manifest](ReadContext &context) { return planBranches(context.connection, self.book, manifest); })
        .result();
}

/// What this file is, and what that makes of the one that is read.
struct Judged
{
    Self self;
    BranchPlan plan;
    Result<ExchangeRead> read;
};

Result<Judged> judgeAsItStands(Store &store, const ExchangeContainer &container, qint64 now,
                               const ExchangeReadOptions &options)
{
    auto self = selfOf(store);
    if (!self)
        return self.error();
    auto plan = planOf(store, *self, container.manifest());
    if (!plan)
        return plan.error();
    return Judged{*self, *plan, judge(container, *self, *plan, now, options)};
}

Result<ExchangeRead> readOne(Store &store, const ExchangeReadOptions &options)
{
    auto opened = ExchangeContainer::open(options.path, options.passphrase, store.path());
    if (!opened)
        return opened.error();
    const std::shared_ptr<const ExchangeContainer> container = std::move(*opened); // the writer's thread reads on
    const ExchangeManifest &manifest = container->manifest();
    const qint64 now = store.clock().now();
    auto judged = judgeAsItStands(store, *container, now, options);
    if (!judged)
        return judged.error();
    // A copy takes a name of its own before it takes something in: what is refused leaves it as it was.
    bool isVerified = false;
    const bool isRefused = !judged->read && judged->read.error().needs != Needs::OtherHistory;
    if (!isRefused && !options.rehearse) {
        isVerified = judged->read && judged->read->state == ExchangeState::Applied;
        if (auto done = isVerified ? container->verify(options.cancel) : Result<void>(); !done)
            return done.error();
        auto settled = store.settleIdentity().result();
        if (!settled)
            return settled.error();
        if (!settled->act.isNull())
            judged = judgeAsItStands(store, *container, now, options);
        if (!judged)
            return judged.error();
    }
    const auto &[self, plan, asItStands] = *judged;
    auto read = asItStands;
    if (!read && read.error().needs == Needs::OtherHistory && !options.rehearse) {
        // Nothing of the reading stands, but the answer brings both together.
        auto forgotten = noteDown(store, [sender = manifest.sender](Connection &connection) {
                             return forgetSender(connection, sender);
                         }).result();
        if (!forgotten)
            return forgotten.error();
    }
    if (read && read->state == ExchangeState::AlreadyRead && !options.rehearse) {
        // Nothing new, but it tells what its sender has.
        const QList<ReplicaInfo> known = read->trust == SenderTrust::Known
            ? SenderCheck(self.book, *container).replicas(false)
            : QList<ReplicaInfo>();
        auto noted = noteDown(store, [manifest, known, now](Connection &connection) {
                         auto done = keepReplicas(connection, known);
                         return done ? noteSender(connection, manifest, now, {}) : done;
                     }).result();
        return noted ? read : Result<ExchangeRead>(noted.error());
    }
    if (read && read->state == ExchangeState::Waiting && !options.rehearse)
        return waitFor(store, self, plan,
                       read->trust == SenderTrust::Known ? SenderCheck(self.book, *container).replicas(false)
                                                         : QList<ReplicaInfo>(),
                       std::move(*read));
    if (!read || read->state != ExchangeState::Applied)
        return read;
    if (auto done = isVerified ? Result<void>() : container->verify(options.cancel); !done)
        return done.error();
    FileMerge reading{.container = container,
                      .options = options,
                      .plan = plan,
                      .replicas = SenderCheck(self.book, *container).replicas(options.acceptSender || options.rehearse),
                      .now = now,
                      .lateIsTaken = options.acceptClock || isClockAccepted(manifest, self.clocks),
                      .clocks = self.clocks,
                      .trouble = std::make_shared<MergeTrouble>()};
    auto merged = mergeFile(store, reading, read->sender);
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
        file.sealed = isSealedFile(path);
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
