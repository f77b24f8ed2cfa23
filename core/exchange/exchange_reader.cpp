// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_reader.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_journal.h"
#include "core/exchange/seats.h"
#include "core/store/contents.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <future>

namespace Kartoteka {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr qsizetype listedDuplicates = 100;

struct Self
{
    QUuid office;
    QUuid uid;
    VersionVector has;
};

Result<Self> readSelf(Connection &connection)
{
    Self self;
    {
        auto head = connection.query(u"SELECT o.uid, r.uid FROM office o, replica r WHERE r.is_self = 1"_s);
        if (!head)
            return head.error();
        if (head->next()) {
            self.office = uidFromBytes(head->bytes(0));
            self.uid = uidFromBytes(head->bytes(1));
        }
    }
    auto has = readVector(connection);
    if (!has)
        return has.error();
    self.has = *has;
    return self;
}

QStringList missingIn(const ExchangeManifest &manifest, const Self &self)
{
    QStringList missing;
    for (auto it = manifest.from.cbegin(); it != manifest.from.cend(); ++it) {
        const qint64 have = self.has.value(it.key());
        const ReplicaInfo *replica = manifest.replica(it.key());
        if (have < *it && replica)
            missing << Texts::tr("%1: changes %2 to %3").arg(seatName(*replica)).arg(have + 1).arg(*it);
    }
    return missing;
}

/// What can be told of a file before its rows are looked at.
Result<ExchangeRead> judge(const ExchangeManifest &manifest, const Self &self, qint64 now, bool acceptClock)
{
    ExchangeRead read;
    read.manifest = manifest;
    read.sender = seatName(*manifest.replica(manifest.sender));
    read.forMe = manifest.receiver.isNull() || manifest.receiver == self.uid;
    if (manifest.office != self.office) {
        return Error{ErrorCode::Refused,
                     Texts::tr("The file is of another office (%1). Nothing was changed.").arg(read.sender),
                     {},
                     {}};
    }
    if (covers(self.has, manifest.to)) {
        read.state = manifest.sender == self.uid ? ExchangeState::OwnFile : ExchangeState::AlreadyRead;
        return read;
    }
    const qint64 ahead = (manifest.lastClock >> 16) - now;
    if (ahead > dayMs && !acceptClock) {
        return Error{
            ErrorCode::Refused,
            Texts::tr("A clock behind this file (%1) is %n day(s) ahead of this computer's. Set the clocks right; or, if "
                      "this computer's is the wrong one, read the file all the same. Nothing was changed.",
                      nullptr, int(qMin<qint64>(ahead / dayMs, 1'000'000)))
                .arg(read.sender),
            {},
            u"clock"_s};
    }
    read.missing = missingIn(manifest, self);
    if (!read.missing.isEmpty())
        read.state = ExchangeState::Waiting;
    return read;
}

/// What the sender has is known now; a file that was overtaken by a later one tells nothing new.
Result<void> noteSender(Connection &connection, const ExchangeManifest &manifest)
{
    if (const ReplicaInfo *info = manifest.replica(manifest.sender)) {
        auto done = connection.run(
            u"INSERT INTO replica (uid, seat_code, name) VALUES (?, ?, ?) ON CONFLICT (uid) DO NOTHING"_s,
            {uidBytes(info->uid), info->seat.isNull() ? u""_s : info->seat, info->name.isNull() ? u""_s : info->name});
        if (!done)
            return done;
    }
    auto sender = connection.query(u"SELECT id, heard_at FROM replica WHERE uid = ? AND is_self = 0"_s,
                                   {uidBytes(manifest.sender)});
    if (!sender)
        return sender.error();
    if (!sender->next() || sender->integer(1) > manifest.writtenAt)
        return {};
    const qint64 id = sender->integer(0);
    auto done = connection.run(u"UPDATE replica SET heard_at = ? WHERE id = ?"_s, {manifest.writtenAt, id});
    if (done)
        done = connection.run(u"DELETE FROM replica_has WHERE replica = ?"_s, {id});
    for (auto it = manifest.to.cbegin(); done && it != manifest.to.cend(); ++it) {
        done = connection.run(
            u"INSERT INTO replica_has (replica, origin, sequence) SELECT ?, id, ? FROM replica WHERE uid = ?"_s,
            {id, *it, uidBytes(it.key())});
    }
    return done;
}

Result<void> feedLine(Merger &merger, const ExchangeLine &line, qint64 latestClock)
{
    if (line.isAct)
        return merger.addAct(line.act);
    if (line.row.clock > latestClock)
        return Error{ErrorCode::Damaged, Texts::tr("its clock is ahead of what the file says"), {}, {}};
    return merger.take(line.row);
}

Result<void> feedJournal(Merger &merger, const ExchangeContainer &container, const ExchangeReadOptions &options,
                         qint64 latestClock)
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
            if (auto done = feedLine(merger, line, latestClock); !done)
                return atLine(container, number, done.error());
            ++number;
        }
        if (options.progress)
            options.progress(batch->rowsSoFar, container.manifest().rows);
    }
}

Result<void> feed(Merger &merger, const ExchangeContainer &container, const ExchangeReadOptions &options, qint64 now)
{
    const ExchangeManifest &manifest = container.manifest();
    if (auto done = merger.addReplicas(manifest.replicas); !done)
        return done;
    const qint64 latest = options.acceptClock ? std::numeric_limits<qint64>::max()
                                              : qMax((now + dayMs) << 16, manifest.lastClock);
    auto done = feedJournal(merger, container, options, latest);
    for (const ExchangeContent &content : manifest.contents) {
        if (!done)
            break;
        auto bytes = container.readContent(content);
        done = bytes ? storeContent(merger.transaction().connection(), content.digest, *bytes) : Result<void>(bytes.error());
    }
    if (done)
        done = merger.finish();
    if (done)
        done = noteSender(merger.transaction().connection(), manifest);
    if (!done)
        return done;
    const MergeReport &report = merger.report();
    return merger.transaction().connection().run(
        u"INSERT INTO exchange_log (direction, replica, at, file, changes, act, first_row, last_row) VALUES "
        "('read', (SELECT id FROM replica WHERE uid = ?), ?, ?, ?, ?, ?, ?)"_s,
        {uidBytes(manifest.sender), now, QFileInfo(options.path).fileName(), report.taken, merger.transaction().actId(),
         report.firstRow == 0 ? QVariant() : QVariant(report.firstRow),
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
                type->table),
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
/// next file sends them back.
Result<ExchangeRead> waitFor(Store &store, const Self &self, ExchangeRead read)
{
    if (read.manifest.from.value(self.uid) <= self.has.value(self.uid))
        return read;
    ChangeSet header;
    header.kind = u"exchange"_s;
    header.subject = read.sender;
    header.undoable = false;
    auto renewed = store
                       .merge(
                           header, [](Merger &merger) { return merger.transaction().renewIdentity(false); }, false)
                       .result();
    if (!renewed)
        return renewed.error();
    read.merged.newIdentity = true;
    return read;
}

Result<ExchangeRead> readOne(Store &store, const ExchangeReadOptions &options)
{
    auto opened = ExchangeContainer::open(options.path, options.passphrase);
    if (!opened)
        return opened.error();
    const std::shared_ptr<const ExchangeContainer> container = std::move(*opened); // the writer's thread reads on
    if (!options.rehearse) {
        if (auto settled = store.settleIdentity().result(); !settled)
            return settled.error();
    }
    auto self = selfOf(store);
    if (!self)
        return self.error();
    const qint64 now = store.clock().now();
    auto read = judge(container->manifest(), *self, now, options.acceptClock);
    if (read && read->state == ExchangeState::AlreadyRead && !options.rehearse) {
        // Nothing new, but it tells what its sender has.
        auto noted = store
                         .maintain<bool>([manifest = container->manifest()](Connection &connection) -> Result<bool> {
                             auto done = noteSender(connection, manifest);
                             return done ? Result<bool>(true) : Result<bool>(done.error());
                         })
                         .result();
        return noted ? read : Result<ExchangeRead>(noted.error());
    }
    if (read && read->state == ExchangeState::Waiting && !options.rehearse)
        return waitFor(store, *self, std::move(*read));
    if (!read || read->state != ExchangeState::Applied)
        return read;
    if (auto done = container->verify(options.cancel); !done)
        return done.error();
    ChangeSet header;
    header.kind = u"exchange"_s;
    header.subject = read->sender;
    auto merged = store
                      .merge(
                          header,
                          [container, options, now](Merger &merger) { return feed(merger, *container, options, now); },
                          options.rehearse)
                      .result();
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
        file.sealed = isSealed(path);
        if (auto container = ExchangeContainer::open(path, {}); container) {
            const ExchangeManifest &manifest = (*container)->manifest();
            file.sender = seatName(*manifest.replica(manifest.sender));
            file.writtenAt = manifest.writtenAt;
            file.missing = missingIn(manifest, *self);
        }
        files.append(file);
    }
    return files;
}

} // namespace Kartoteka
