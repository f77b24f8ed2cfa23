// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uid.h"
#include "core/exchange/seats.h"
#include "core/office.h"
#include "tests/simulation/replica.h"
#include "tests/support/forged_file.h"

#include <QCoreApplication>
#include <QDir>

#include <future>

namespace Kartoteka {

/// A computer's clock, some way off the right time.
class SkewedClock final : public Clock
{
public:
    SkewedClock(const Clock &right, qint64 offset) : m_right(right), m_offset(offset) {}
    qint64 now() const override { return m_right.now() + m_offset + m_error; }
    /// A dead battery, for as long as it lasts.
    void setError(qint64 ms) { m_error = ms; }

private:
    const Clock &m_right;
    qint64 m_offset;
    qint64 m_error = 0;
};

inline constexpr const char *forgedText = "forged by nobody";

struct Letter
{
    QString path;
    int to = 0;
};

/// An office with seats, and a post office between them that loses, doubles, reorders and damages files.
class World
{
public:
    explicit World(quint32 seed) : m_random(seed)
    {
        m_dir.setAutoRemove(!qEnvironmentVariableIsSet("KARTOTEKA_SIMULATION_KEEP"));
        if (!m_dir.autoRemove())
            qInfo("files: %s", qUtf8Printable(m_dir.path()));
        TestOffice office;
        const QString first = path(u"seat0.kartoteka"_s);
        office.close();
        QFile::copy(office.path(), first);
        const int count = 2 + m_random.bounded(7);
        addReplica(first);
        for (int i = 0; i < 120; ++i)
            act(0);
        for (int i = 1; i < count; ++i) {
            const QString target = path(u"seat%1.kartoteka"_s.arg(i));
            auto seat = makeSeat(m_replicas[0]->store(), target, u"Person %1"_s.arg(i));
            if (!seat)
                qFatal("%s", qUtf8Printable(seat.error().message + seat.error().detail));
            QCoreApplication::sendPostedEvents(&m_replicas[0]->store());
            addReplica(target);
        }
    }

    int size() const { return int(m_replicas.size()); }
    Replica &replica(int i) { return *m_replicas[size_t(i)]; }
    QStringList log() const { return m_log; }
    /// Whole files that could not be read, and acts that the database refused.
    QStringList failures() const { return m_failures; }
    int exchanges() const { return m_exchanges; }

    void step()
    {
        m_right.advance(1 + m_random.bounded(120'000));
        const int who = m_random.bounded(size());
        switch (m_random.bounded(10)) {
        case 0:
        case 1: send(who, m_random.bounded(size())); break;
        case 2:
        case 3:
        case 4: deliver(); break;
        case 5:
            if (m_random.bounded(12) == 0)
                keepBackup(who);
            else if (m_random.bounded(20) == 0)
                putBackupBack(who);
            else if (m_random.bounded(25) == 0)
                move(who);
            else if (isHard() && m_random.bounded(25) == 0)
                addTwin(who);
            else if (isHard() && m_random.bounded(25) == 0)
                actWithAWrongClock(who);
            else if (m_random.bounded(40) == 0)
                makeSeatsAtOnce();
            else if (m_random.bounded(6) == 0)
                forge(who);
            break;
        default: act(who);
        }
    }

    /// Everybody sends everything until all have all.
    bool quiet()
    {
        for (int round = 0; round < 20; ++round) {
            for (int i = 1; i < size(); ++i)
                hand(i, 0);
            for (int i = 1; i < size(); ++i)
                hand(0, i);
            bool equal = true;
            for (int i = 1; i < size(); ++i)
                equal = equal && replica(i).vector() == replica(0).vector();
            if (equal)
                return true;
        }
        return false;
    }

private:
    /// Twins and clocks of 2106 too: some worlds do not come to rest yet (docs/simulation.md).
    static bool isHard() { return qEnvironmentVariableIsSet("KARTOTEKA_SIMULATION_HARD"); }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString newFile() { return path(u"file%1.kartoteka-exchange"_s.arg(++m_files)); }

    void addReplica(const QString &file)
    {
        m_clocks.push_back(std::make_unique<SkewedClock>(m_right, m_random.bounded(7'200'000) - 3'600'000));
        m_replicas.push_back(
            std::make_unique<Replica>(file, path(u"computer%1"_s.arg(m_replicas.size())), *m_clocks.back()));
    }

    void act(int who)
    {
        m_log << u"%1: %2"_s.arg(who).arg(randomAct(replica(who), m_random));
        if (m_log.constLast().contains(u" | ")) // the detail of a database error
            m_failures << m_log.constLast();
    }

    QString seatOf(int i)
    {
        const QString code = replica(i).seat();
        return i == 0 || code.isEmpty() ? u"office"_s : code;
    }

    /// Its file is copied with all that its computer remembers, but that it was there: both write under one name.
    void addTwin(int who)
    {
        if (who == 0 || size() > 9)
            return;
        const int twin = size();
        const QString target = path(u"seat%1.kartoteka"_s.arg(twin));
        replica(who).close();
        QFile::copy(replica(who).path(), target);
        replica(who).open();
        QDir().mkpath(path(u"computer%1"_s.arg(twin)));
        QFile::copy(path(u"computer%1/installation"_s.arg(m_computers.value(who, who))),
                    path(u"computer%1/installation"_s.arg(twin)));
        addReplica(target);
        m_log << u"%1 is copied as %2"_s.arg(who).arg(twin);
        // One that never writes cannot be told from one that was put back from a backup.
        for (const int one : {who, twin}) {
            const qint64 before = lastOf(one);
            for (int i = 0; i < 50 && lastOf(one) == before; ++i)
                act(one);
        }
    }

    qint64 lastOf(int who)
    {
        auto last = replica(who).store().reader().connection.scalar(
            u"SELECT last_sequence FROM replica WHERE is_self = 1"_s);
        return last ? last->toLongLong() : 0;
    }

    void move(int who)
    {
        const int computer = 100 + m_files++;
        replica(who).move(path(u"computer%1"_s.arg(computer)));
        m_computers.insert(who, computer);
        m_log << u"%1 moves to another computer"_s.arg(who);
    }

    void actWithAWrongClock(int who)
    {
        m_clocks[size_t(who)]->setError(80LL * 365 * 86'400'000);
        act(who);
        m_clocks[size_t(who)]->setError(0);
        m_log << u"  by a clock of 2106"_s;
    }

    /// Two programs make seats of one office at the same moment: each gets a code of its own.
    void makeSeatsAtOnce()
    {
        if (size() > 8)
            return;
        replica(0).close();
        const auto make = [this](int i) {
            auto office = openOffice(replica(0).path(), *m_clocks[0], replica(0).installation());
            auto seat = office ? makeSeat(**office, path(u"seat%1.kartoteka"_s.arg(i)), u"Person %1"_s.arg(i))
                               : Result<Seat>(office.error());
            return seat ? seat->code : u"failed: "_s + seat.error().message + seat.error().detail;
        };
        const int first = size();
        auto beside = std::async(std::launch::async, make, first);
        const QString second = make(first + 1);
        const QString code = beside.get();
        replica(0).open();
        m_log << u"seats are made at once: %1 and %2"_s.arg(code, second);
        if (code == second || code.startsWith(u"failed") || second.startsWith(u"failed"))
            m_failures << m_log.constLast();
        for (int i = first; i < first + 2 && QFileInfo::exists(path(u"seat%1.kartoteka"_s.arg(i))); ++i)
            addReplica(path(u"seat%1.kartoteka"_s.arg(i)));
    }

    /// Somebody else writes as this one, or as one that nobody knows; or a seat changes what others wrote. Nobody may take it.
    void forge(int who)
    {
        const QString file = newFile();
        const int reader = who == 0 ? 1 : 0;
        if (auto written = replica(who).write(file, seatOf(reader)); !written)
            return;
        ForgedFile forged = ForgedFile::of(file, replica(who).store());
        forged.manifest.contents.clear();
        const int kind = m_random.bounded(3);
        if (kind == 0) {
            forged.secretKey = makeKeyPair().secretKey;
        } else if (kind == 1) {
            const KeyPair own = makeKeyPair();
            const QUuid stranger = makeUid(m_right.now());
            forged.manifest.replicas.append({stranger, u"S77"_s, u"Nobody"_s, own.publicKey});
            forged.manifest.sender = stranger;
            forged.secretKey = own.secretKey;
        }
        if (kind != 2)
            forged.addRow(u"comment"_s, makeUid(m_right.now()), u"create"_s,
                          QByteArray("{\"text\":\"") + forgedText + "\"}");
        else if (!changeRowOfAnother(forged))
            return;
        forged.write(file);
        ++m_exchanges;
        const auto read = replica(reader).read(file);
        m_log << u"%1 gets what was forged as %2 (%3): %4"_s.arg(reader).arg(who).arg(kind).arg(
            read ? u"state %1"_s.arg(int(read->state)) : read.error().message);
        if (read && (read->state == ExchangeState::Applied || (kind == 1 && read->trust == SenderTrust::Known)))
            m_failures << m_log.constLast();
    }

    /// A seat passes on what another one wrote, and has changed it.
    static bool changeRowOfAnother(ForgedFile &forged)
    {
        for (QByteArray &line : forged.lines) {
            auto parsed = parseExchangeLine(line.trimmed(), forged.manifest.replicas);
            if (!parsed || parsed->isAct || parsed->row.origin == forged.manifest.sender)
                continue;
            const qsizetype patch = line.indexOf("\"p\":{");
            if (patch < 0)
                continue;
            line.insert(patch + 5, QByteArray("\"x\":\"") + forgedText + (line[patch + 5] == '}' ? "\"" : "\","));
            return true;
        }
        return false;
    }

    void send(int from, int to)
    {
        if (from == to)
            return;
        const QString file = newFile();
        auto written = replica(from).write(file, seatOf(to));
        m_log << u"%1 writes for %2: %3"_s.arg(from).arg(to).arg(written ? QString::number(written->manifest.rows)
                                                                         : written.error().message);
        if (!written)
            return;
        if (m_random.bounded(6) == 0)
            return; // lost
        m_post.append({file, to});
        if (m_random.bounded(6) == 0)
            m_post.append({file, to}); // doubled
        if (m_random.bounded(8) == 0)
            m_post.append({file, m_random.bounded(size())}); // to the wrong one
        if (m_random.bounded(5) == 0)
            m_post.append({damagedCopy(file), to});
    }

    QString damagedCopy(const QString &file)
    {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return file;
        QByteArray bytes = source.readAll();
        if (m_random.bounded(2) == 0)
            bytes.truncate(m_random.bounded(int(bytes.size())));
        else
            for (int i = 0; i < 3; ++i)
                bytes[m_random.bounded(int(bytes.size()))] = char(m_random.bounded(256));
        const QString copy = newFile();
        m_damagedFiles.insert(copy);
        QFile target(copy);
        if (target.open(QIODevice::WriteOnly))
            target.write(bytes);
        return copy;
    }

    void deliver()
    {
        if (m_post.isEmpty())
            return;
        const int at = m_random.bounded(int(m_post.size()));
        const Letter letter = m_post[at];
        if (m_random.bounded(5) != 0) // else it comes again one day
            m_post.removeAt(at);
        take(letter.to, letter.path);
    }

    void take(int who, const QString &file)
    {
        auto read = replica(who).read(file);
        ++m_exchanges;
        if (!read && read.error().needs == Needs::AcceptedClock)
            read = replica(who).read(file, true);
        if (!read && !m_damagedFiles.contains(file) && read.error().needs != Needs::OtherHistory)
            m_failures << u"%1 cannot read %2: %3 %4"_s.arg(who).arg(file, read.error().message, read.error().detail);
        m_log << u"%1 reads %2: %3"_s.arg(who).arg(
            QFileInfo(file).baseName(),
            read ? u"state %1, took %2, conflicts %3, revived %4, followed %5"_s.arg(int(read->state))
                       .arg(read->merged.taken)
                       .arg(read->merged.conflicts)
                       .arg(read->merged.revived)
                       .arg(read->followed.size())
                 : read.error().message + read.error().detail);
        if (read && read->state == ExchangeState::Waiting)
            m_log << read->missing.join(u";"_s);
    }

    void hand(int from, int to)
    {
        const QString file = newFile();
        auto written = replica(from).write(file, seatOf(to));
        if (!written && written.error().code == ErrorCode::Usage) {
            m_log << u"%1 does not know %2 yet"_s.arg(from).arg(to);
            return;
        }
        if (!written) {
            m_failures << u"%1 cannot write for %2: %3 %4"_s.arg(from).arg(to).arg(written.error().message,
                                                                                   written.error().detail);
            return;
        }
        take(to, file);
    }

    void keepBackup(int who)
    {
        replica(who).close();
        QFile::remove(replica(who).path() + u".bak"_s);
        QFile::copy(replica(who).path(), replica(who).path() + u".bak"_s);
        replica(who).open();
        m_log << u"%1 keeps a backup"_s.arg(who);
    }

    void putBackupBack(int who)
    {
        const QString backup = replica(who).path() + u".bak"_s;
        if (!QFileInfo::exists(backup))
            return;
        replica(who).close();
        QFile::remove(replica(who).path());
        QFile::copy(backup, replica(who).path());
        replica(who).open();
        m_log << u"%1 puts a backup back"_s.arg(who);
    }

    QTemporaryDir m_dir;
    QRandomGenerator m_random;
    FixedClock m_right;
    std::vector<std::unique_ptr<SkewedClock>> m_clocks;
    std::vector<std::unique_ptr<Replica>> m_replicas;
    QHash<int, int> m_computers; ///< of those that moved
    QList<Letter> m_post;
    QStringList m_log;
    QSet<QString> m_damagedFiles;
    QStringList m_failures;
    int m_files = 0;
    int m_exchanges = 0;
};

} // namespace Kartoteka
