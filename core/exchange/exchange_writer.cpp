// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_writer.h"

#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_queries.h"
#include "core/exchange/seats.h"
#include "core/store/db/one_moment.h"
#include "core/store/file/output_file.h"
#include "core/store/note_down.h"
#include "core/store/record/contents.h"
#include "core/store/replica/chain.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace Kartoteka {

namespace {

constexpr qint64 rowsBetweenReports = 500;

/// Reads the rows of all origins that a receiver lacks, in the order in which this file learned of them: no row comes
/// before one that its writer had seen.
class JournalStream
{
public:
    JournalStream(Connection &connection, const Catalog &catalog, const QList<ReplicaInfo> &replicas,
                  const ClockCorrections &clocks)
        : m_connection(connection), m_identity(connection, catalog), m_replicas(replicas), m_clocks(clocks)
    {}

    /// @p chain: that of the origin at @p from.
    Result<void> open(qint64 origin, int index, qint64 from, qint64 to, const QByteArray &chain)
    {
        auto cursor = journalOfOrigin(m_connection, origin, from, to);
        if (!cursor)
            return cursor.error();
        if (cursor->next())
            m_sources.push_back({index, origin, std::make_unique<Cursor>(std::move(*cursor))});
        m_chains.insert(index, chain);
        return {};
    }

    bool atEnd() const { return m_sources.empty(); }

    /// Writes the next row, and its act when it is another one than before.
    Result<void> writeNext(QByteArray &out)
    {
        const auto first = std::min_element(m_sources.begin(), m_sources.end(), [](const Source &a, const Source &b) {
            return a.cursor->integer(0) < b.cursor->integer(0);
        });
        const Cursor &c = *first->cursor;
        JournalRow row;
        row.sequence = c.integer(1);
        row.clock = c.integer(2);
        row.at = c.integer(3);
        row.author = c.isNull(11) ? m_identity.uidOf(u"user"_s, c.integer(4)) : uidFromBytes(c.bytes(11));
        row.entity = c.text(6);
        row.uid = uidFromBytes(c.bytes(7));
        row.operation = c.text(8);
        if (const qint64 act = c.integer(5); act != m_act) {
            if (auto done = writeAct(act, out); !done)
                return done;
        }
        const QByteArray patch = c.text(9).toUtf8();
        const QByteArray knows = c.text(10).toUtf8();
        row.act = m_actRow.uid;
        row.patchText = patch;
        QByteArray &chain = m_chains[first->index];
        chain = chainNext(chain, row, m_actRow, knows);
        if (row.sequence % rowsBetweenMarks == 0)
            m_marks.append({first->origin, row.sequence, chain});
        if (row.entity == u"attachment" && (row.operation == u"create" || row.operation == u"restore"))
            m_contents.insert(QJsonDocument::fromJson(patch)[u"digest"].toString());
        out += rowLine(row, first->index, patch, knows);
        if (!m_clocks.concerns(m_replicas[first->index].uid, row.sequence))
            m_lastClock = qMax(m_lastClock, row.clock);
        if (!first->cursor->next())
            m_sources.erase(first);
        return {};
    }

    qint64 lastClock() const { return m_lastClock; }
    /// The chain of an origin after its last row written.
    QByteArray chain(int index) const { return m_chains.value(index); }
    const QList<ChainMark> &marks() const { return m_marks; }
    /// Digests that the rows written so far name.
    const QSet<QString> &contents() const { return m_contents; }

private:
    struct Source
    {
        int index = 0;
        qint64 origin = 0;
        std::unique_ptr<Cursor> cursor;
    };

    Result<void> writeAct(qint64 id, QByteArray &out)
    {
        auto act = actThatTravels(m_connection, id, m_identity);
        if (!act)
            return act.error();
        if (*act) {
            out += actLine(**act);
            m_actRow = **act;
        }
        m_act = id;
        return {};
    }

    Connection &m_connection;
    RecordIdentity m_identity;
    const QList<ReplicaInfo> &m_replicas;
    const ClockCorrections &m_clocks;
    std::vector<Source> m_sources;
    QHash<int, QByteArray> m_chains;
    QList<ChainMark> m_marks;
    qint64 m_act = 0;
    ActRow m_actRow;
    qint64 m_lastClock = 0;
    QSet<QString> m_contents;
};

struct OriginRow
{
    qint64 id = 0;
    ReplicaInfo info;
    qint64 from = 0;
    qint64 to = 0;
    ChainMark head;       ///< the last one that it signed
    QByteArray secretKey; ///< of this file's own
};

/// An attachment that the receiver has names the same contents: whoever has the row has them.
Result<bool> receiverHas(Connection &connection, const QString &digest, const QList<OriginRow> &origins)
{
    auto rows = rowsThatBring(connection, digest);
    if (!rows)
        return rows.error();
    return std::any_of(rows->cbegin(), rows->cend(), [&](const std::pair<qint64, qint64> &row) {
        return std::any_of(origins.cbegin(), origins.cend(),
                           [&](const OriginRow &one) { return one.id == row.first && row.second <= one.from; });
    });
}

/// Lays out what the receiver lacks in @p folder, a file for each, and names it in the manifest.
Result<void> layOutContents(Connection &connection, const QSet<QString> &digests, const QList<OriginRow> &origins,
                            const QString &folder, ExchangeManifest &manifest)
{
    for (const QString &digest : digests) {
        auto known = receiverHas(connection, digest, origins);
        if (!known)
            return known.error();
        if (*known)
            continue;
        auto bytes = readContent(connection, digest);
        if (!bytes && bytes.error().code == ErrorCode::NotFound)
            continue; // a row of a newer program may name what is kept elsewhere
        if (!bytes)
            return bytes.error();
        QFile file(folder + u'/' + digest);
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.flush())
            return Error{ErrorCode::File,
                         Texts::tr("Not enough disk space for a temporary file: %1").arg(file.errorString()),
                         {},
                         {}};
        manifest.contents.append({digest, bytes->size()});
    }
    return {};
}

struct Receiver
{
    QUuid uid;
    QString words;
    QList<qint64> seats; ///< rows of replica whose common knowledge the file builds on
    bool unknown = false;
};

Result<Receiver> receiverOf(Connection &connection, const QString &wanted)
{
    auto seats = readSeats(connection);
    if (!seats)
        return seats.error();
    const bool atOffice = seats->constFirst().code.isEmpty();
    Receiver receiver;
    if (!wanted.isEmpty() || !atOffice) {
        auto seat = findSeat(*seats, wanted.isEmpty() ? u"office"_s : wanted);
        if (!seat)
            return seat.error();
        if (seat->isSelf)
            return Error{ErrorCode::Usage, Texts::tr("You cannot write a file for yourself."), {}, wanted};
        return Receiver{seat->uid, seatName(*seat), {seat->id}, seat->isUnknown};
    }
    for (const Seat &seat : std::as_const(*seats)) {
        if (seat.isSelf || seat.isRetired)
            continue;
        receiver.seats.append(seat.id);
        receiver.unknown = receiver.unknown || seat.isUnknown;
        receiver.uid = receiver.seats.size() == 1 ? seat.uid : QUuid();
        receiver.words = receiver.seats.size() == 1 ? seatName(seat) : Texts::tr("all seats");
    }
    if (receiver.seats.isEmpty()) {
        return Error{
            ErrorCode::Refused, Texts::tr("There is no one to write a file for: create a seat for a laptop first."), {}, {}};
    }
    return receiver;
}

Result<QList<OriginRow>> originsFor(Connection &connection, const ReplicaBook &book, const Receiver &receiver)
{
    QList<OriginRow> origins;
    auto reaches = reachOf(connection, receiver.seats);
    if (!reaches)
        return reaches.error();
    for (const OriginReach &reach : std::as_const(*reaches)) {
        const KnownReplica *known = book.find(reach.origin);
        OriginRow row{known->id, known->info, 0, known->last, {}, known->secretKey};
        // What the receiver wrote itself it has; a file for it alone leaves that out, unless two wrote under its name.
        row.from = reach.has.value_or(reach.branchedAfter.value_or(known->last));
        origins.append(row);
    }
    for (OriginRow &row : origins) {
        auto head = lastSigned(connection, row.id);
        if (!head)
            return head.error();
        row.head = *head;
        // Rows of others travel as far as they signed them.
        if (row.secretKey.isEmpty())
            row.to = qMax(head->sequence, row.info.branchAfter);
    }
    // What a second history comes from is signed with it, where the file holds it from there on.
    for (const OriginRow &branch : std::as_const(origins)) {
        if (branch.to <= branch.info.branchAfter || branch.from > branch.info.branchAfter)
            continue;
        for (OriginRow &row : origins) {
            if (row.info.uid == branch.info.branchOf)
                row.to = qMax(row.to, branch.info.branchAfter);
        }
    }
    for (OriginRow &row : origins)
        row.from = qBound(qMin(row.info.branchAfter, row.to), row.from, row.to);
    return origins;
}

/// What each origin signed: this file's own replicas sign here and now.
Result<void> signHeads(const QList<OriginRow> &origins, const JournalStream &stream, ExchangeManifest &manifest,
                       QList<ChainMark> &marks)
{
    for (int i = 0; i < origins.size(); ++i) {
        const OriginRow &origin = origins[i];
        const auto head = manifest.heads.find(origin.info.uid);
        if (head == manifest.heads.end())
            continue;
        if (origin.to > origin.from)
            head->chainTo = stream.chain(i);
        if (!origin.secretKey.isEmpty()) {
            head->signature = signatureOf(headMessage(manifest.office, origin.info.uid, origin.to, head->chainTo),
                                          origin.secretKey);
            marks.append({origin.id, origin.to, head->chainTo, head->signature});
            continue;
        }
        if (origin.to > origin.head.sequence)
            continue; // signed by a history that comes from it
        head->signature = origin.head.signature;
        head->signedAs = origin.head.signedAs;
        if (head->chainTo != origin.head.value) {
            return Error{ErrorCode::Damaged,
                         Texts::tr("The changes of %1 in this file are not those that it signed. No file was written. "
                                   "Restore a backup.")
                             .arg(seatName(origin.info)),
                         uidText(origin.info.uid),
                         {}};
        }
    }
    return {};
}

Result<void> writeJournal(ReadContext &context, const QList<OriginRow> &origins, const ExchangeWriteOptions &options,
                          QFile &file, const QString &contentFolder, ExchangeManifest &manifest, QList<ChainMark> &marks)
{
    auto clocks = ClockCorrections::read(context.connection);
    if (!clocks)
        return clocks.error();
    for (const OriginRow &origin : origins)
        manifest.clocks += clocks->of(origin.info.uid);
    JournalStream stream(context.connection, *context.catalog, manifest.replicas, *clocks);
    for (int i = 0; i < origins.size(); ++i) {
        if (origins[i].to <= origins[i].from)
            continue;
        const QByteArray chain = manifest.heads.value(origins[i].info.uid).chainFrom;
        if (auto done = stream.open(origins[i].id, i, origins[i].from, origins[i].to, chain); !done)
            return done;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray lines;
    const auto flush = [&] {
        hash.addData(lines);
        manifest.journalSize += lines.size();
        const bool ok = file.write(lines) == lines.size();
        lines.clear();
        return ok;
    };
    for (qint64 rows = 1; !stream.atEnd(); ++rows) {
        if (auto done = stream.writeNext(lines); !done)
            return done;
        if (rows % rowsBetweenReports != 0 && !stream.atEnd())
            continue;
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Texts::tr("Stopped. No file was written."), {}, {}};
        if (!flush())
            return Error{ErrorCode::File,
                         Texts::tr("“%1” cannot be written: %2").arg(file.fileName(), file.errorString()),
                         {},
                         file.fileName()};
        if (options.progress)
            options.progress(rows, manifest.rows);
    }
    manifest.lastClock = stream.lastClock();
    manifest.journalDigest = hash.result();
    marks = stream.marks();
    if (auto done = signHeads(origins, stream, manifest, marks); !done)
        return done;
    if (auto done = layOutContents(context.connection, stream.contents(), origins, contentFolder, manifest); !done)
        return done;
    return file.flush() ? Result<void>() : Result<void>(Error{ErrorCode::File, file.errorString(), {}, file.fileName()});
}

Result<void> fillManifest(Connection &connection, const ReplicaBook &book, const Receiver &receiver,
                          const QList<OriginRow> &origins, qint64 now, ExchangeManifest &manifest)
{
    manifest.office = book.office();
    manifest.sender = book.self()->info.uid;
    manifest.program = QCoreApplication::applicationVersion().isEmpty() ? QStringLiteral(KARTOTEKA_VERSION)
                                                                        : QCoreApplication::applicationVersion();
    manifest.receiver = receiver.uid;
    manifest.writtenAt = now;
    for (const OriginRow &origin : origins) {
        manifest.replicas.append(origin.info);
        // Of a history that left another one and of which no row came yet there is nothing but the name.
        if (!origin.info.branchOf.isNull() && origin.to <= origin.info.branchAfter)
            continue;
        if (origin.from > 0)
            manifest.from.insert(origin.info.uid, origin.from);
        if (origin.to > 0)
            manifest.to.insert(origin.info.uid, origin.to);
        manifest.rows += origin.to - origin.from;
        if (origin.to == 0)
            continue;
        auto chain = chainAt(connection, book, origin.id, origin.from);
        if (!chain)
            return chain.error();
        manifest.heads.insert(origin.info.uid, {origin.from, origin.to, *chain, *chain, {}, {}});
    }
    return {};
}

/// Everything is read in one transaction: the vectors and the rows are of one moment.
Result<ExchangeWritten> writeFrom(ReadContext &context, const Store &store, const ExchangeWriteOptions &options)
{
    auto receiver = receiverOf(context.connection, options.seat);
    if (!receiver)
        return receiver.error();
    auto book = ReplicaBook::read(context.connection);
    if (!book)
        return book.error();
    auto origins = originsFor(context.connection, *book, *receiver);
    if (!origins)
        return origins.error();
    ExchangeWritten result;
    result.receiver = receiver->words;
    if (auto done = fillManifest(context.connection, *book, *receiver, *origins, store.clock().now(), result.manifest);
        !done)
        return done.error();
    if (result.manifest.rows == 0 && !options.evenIfEmpty) {
        result.written = false;
        return result;
    }
    const WorkFolder work(store.path());
    QFile journal(work.isValid() ? work.filePath(u"journal"_s) : QString());
    if (!journal.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return Error{ErrorCode::File,
                     Texts::tr("Not enough disk space for a temporary file next to “%1”: %2")
                         .arg(store.path(), journal.errorString()),
                     {},
                     {}};
    if (auto done = writeJournal(context, *origins, options, journal, work.path(), result.manifest, result.marks); !done)
        return done.error();
    if (auto done = rememberSelf(store, context.connection); !done)
        return done.error();
    const PackOptions packing{book->self()->secretKey, options.path, options.passphrase, work};
    if (auto done = packExchange(result.manifest, {journal.fileName(), work.path()}, packing); !done)
        return done.error();
    result.bytes = QFileInfo(options.path).size();
    return result;
}

} // namespace

Result<ExchangeWritten> writeExchange(Store &store, const ExchangeWriteOptions &options)
{
    if (auto place = outputPlace(options.path, {OutputKind::Exchange}); !place)
        return place.error();
    if (!options.passphrase.isEmpty()) {
        if (auto good = judgePassphrase(options.passphrase); !good)
            return good.error();
    }
    if (auto settled = store.settleIdentity().result(); !settled)
        return settled.error();
    auto written = store
                       .read<ExchangeWritten>(options.cancel,
                                              [&store, options](ReadContext &context) -> Result<ExchangeWritten> {
                                                  return inOneMoment(context.connection,
                                                                     [&] { return writeFrom(context, store, options); });
                                              })
                       .result();
    if (!written || !written->written)
        return written;
    const WrittenNote note{written->manifest.receiver, store.clock().now(), QFileInfo(options.path).fileName(),
                           written->manifest.rows};
    auto logged = noteDown(store, [note, marks = written->marks](Connection &connection) {
                      for (const ChainMark &mark : marks) {
                          if (auto kept = keepMark(connection, mark); !kept)
                              return kept;
                      }
                      return noteWritten(connection, note);
                  }).result();
    return logged ? written : Result<ExchangeWritten>(logged.error());
}

} // namespace Kartoteka
