// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange files that are damaged, forged or foreign: each a clear error, the base as it was.
#include "core/base/sealed_file.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_journal.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_texts.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/store/replica/chain.h"
#include "tests/support/forged_file.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

using namespace Kartoteka;

class TestHostileFiles final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Store> m_laptop;
    qint64 m_lead = 0;

    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// What the laptop would send, taken apart.
    ForgedFile parts() { return ForgedFile::of(path(u"whole.kartoteka-exchange"_s), *m_laptop); }
    void pack(const ForgedFile &parts, const QString &name) { parts.write(path(name)); }

    QString title() { return m_office->item(u"lead"_s, m_lead).value(u"title"_s).toString(); }

    Result<ExchangeRead> read(const QString &name, const QString &passphrase = {})
    {
        ExchangeReadOptions options;
        options.path = path(name);
        options.passphrase = passphrase;
        return readExchange(m_office->store(), options);
    }

    void refused(const QString &name, ErrorCode code, const QString &words)
    {
        const QStringList before = m_office->contents();
        const auto result = read(name);
        QVERIFY2(!result, qPrintable(name));
        QVERIFY2(result.error().code == code, qPrintable(name + result.error().message));
        QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
        QCOMPARE(m_office->contents(), before);
        QVERIFY(m_office->problems().isEmpty());
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"Pipes"_s}});
        QVERIFY(makeSeat(m_office->store(), path(u"laptop.kartoteka"_s), u"Maria"_s));
        QVERIFY(makeSeat(m_office->store(), path(u"third.kartoteka"_s), u"Boris"_s));
        auto laptop = openOffice(path(u"laptop.kartoteka"_s), m_office->clock());
        QVERIFY(laptop);
        m_laptop = std::move(*laptop);
        for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s}) {
            ChangeSet changes;
            changes.kind = u"edit"_s;
            changes.update(u"lead"_s, m_lead, {{u"title"_s, title}});
            QVERIFY(m_laptop->commitAndWait(changes));
        }
        ExchangeWriteOptions options;
        options.path = path(u"whole.kartoteka-exchange"_s);
        QVERIFY(writeExchange(*m_laptop, options));
    }
    void cleanup()
    {
        m_laptop.reset();
        m_office.reset();
    }

    void theWholeFileIsRead()
    {
        pack(parts(), u"again"_s);
        const auto result = read(u"again"_s);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->merged.taken, 3);
        QCOMPARE(title(), u"Three"_s);
    }

    void cutOff()
    {
        const QByteArray whole = bytesOf(path(u"whole.kartoteka-exchange"_s));
        for (qsizetype size = 0; size < whole.size(); size += 37) {
            put(path(u"cut"_s), whole.left(size));
            QVERIFY(!read(u"cut"_s));
        }
        QCOMPARE(title(), u"Pipes"_s);
    }

    void changedBytes()
    {
        // A byte of what the archive keeps about itself may change unnoticed; then the file is read as it was meant.
        const QByteArray whole = bytesOf(path(u"whole.kartoteka-exchange"_s));
        for (qsizetype at = 0; at < whole.size(); at += 3) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 0x55);
            put(path(u"changed"_s), changed);
            ExchangeReadOptions options;
            options.path = path(u"changed"_s);
            options.rehearse = true;
            const auto result = readExchange(m_office->store(), options);
            QVERIFY(!result || result->merged.taken == 3);
        }
        QCOMPARE(title(), u"Pipes"_s);
    }

    /// A file opens with the description it was written with, or not at all: a changed one could hide what travels along.
    void aChangedByteOfTheDescription()
    {
        const QByteArray whole = bytesOf(path(u"whole.kartoteka-exchange"_s));
        const QByteArray description = manifestToJson(parts().manifest);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char change : {0x01, 0x10, 0x40}) {
                QByteArray bytes = whole;
                bytes[i] = char(bytes[i] ^ change);
                put(path(u"changed"_s), bytes);
                if (auto opened = ExchangeContainer::open(path(u"changed"_s), {}, m_office->path()); opened)
                    QVERIFY2(manifestToJson((*opened)->manifest()) == description, qPrintable(QString::number(i)));
            }
        }
    }

    void anotherKindOfFile()
    {
        put(path(u"text"_s), "Good morning");
        refused(u"text"_s, ErrorCode::NotOurs, u"not an exchange file"_s);
    }

    void anotherOffice()
    {
        ForgedFile forged = parts();
        forged.manifest.office = makeUid(1);
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Refused, u"another office"_s);
    }

    void aNewerProgram()
    {
        ForgedFile forged = parts();
        forged.manifest.format = 99;
        forged.manifest.program = u"9.9"_s;
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Newer, u"9.9"_s);
    }

    void aGapInTheNumbers()
    {
        ForgedFile forged = parts();
        forged.lines.removeAt(3);
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"line"_s);
    }

    void fewerRowsThanClaimed()
    {
        ForgedFile forged = parts();
        forged.lines.removeLast();
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"changes of"_s);
    }

    void tenMillionRowsClaimed()
    {
        ForgedFile forged = parts();
        forged.manifest.rows = 10'000'000;
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"10000000"_s);
    }

    void aWrongChecksum()
    {
        ForgedFile forged = parts();
        forged.digest = QByteArray(32, 'x');
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"checksum"_s);
    }

    void aClockInTheYear6000()
    {
        ForgedFile forged = parts();
        forged.manifest.lastClock = QDateTime(QDate(6000, 1, 1), QTime()).toMSecsSinceEpoch() << 16;
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Refused, u"clock"_s);
    }

    void aClockThatNoClockShows()
    {
        ForgedFile forged = parts();
        for (QByteArray &line : forged.lines)
            line.replace("\"c\":", "\"c\":9");
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"line"_s);
    }

    void nulBytes()
    {
        ForgedFile forged = parts();
        forged.lines[1] = QByteArray(100, '\0') + '\n';
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"line 2"_s);
    }

    void aBomb()
    {
        ForgedFile forged = parts();
        forged.lines << QByteArray(64 << 20, ' ');
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"unpack to"_s);
    }

    void aNameThatLeadsOutOfTheArchive()
    {
        QByteArray whole = bytesOf(path(u"whole.kartoteka-exchange"_s));
        whole.replace("journal.jsonl", "../../evil.js");
        put(path(u"traversal"_s), whole);
        refused(u"traversal"_s, ErrorCode::Damaged, u"../../evil.js"_s);
        QVERIFY(!QFileInfo::exists(path(u"../../evil.js"_s)));
    }

    void aRecordThatWasNeverMadeIsSetAsideAndTheRestIsTaken()
    {
        ForgedFile forged = parts();
        const QByteArray known = uidText(m_office->item(u"lead"_s, m_lead).uid).toLatin1();
        forged.lines[1].replace(known, uidText(makeUid(7)).toLatin1());
        pack(forged, u"forged"_s);
        const auto result = read(u"forged"_s);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->merged.aside, 1);
        QCOMPARE(title(), u"Three"_s);
        const auto aside = rowsAside(m_office->store().reader(), 10);
        QCOMPARE(aside->size(), 1);
        QVERIFY2(aside->constFirst().reason.contains(u"not here"), qPrintable(aside->constFirst().reason));
        QVERIFY(m_office->problems().isEmpty());
    }

    /// It would win here over what is still to come, and lose to it elsewhere.
    void aSeatThatClaimsToKnowWhatIsStillToComeIsRefused_data()
    {
        QTest::addColumn<int>("of");
        QTest::newRow("of the office") << 0;
        QTest::newRow("of nobody") << 1;
    }
    void aSeatThatClaimsToKnowWhatIsStillToComeIsRefused()
    {
        QFETCH(int, of);
        ForgedFile forged = parts();
        const auto office = std::ranges::find(forged.manifest.replicas, QString(), &ReplicaInfo::seat);
        QVERIFY(office != forged.manifest.replicas.end());
        const QUuid known = of == 0 ? office->uid : makeUid(9);
        QByteArray &row = forged.lines[1];
        if (const qsizetype at = row.indexOf("\"knows\":{"); at >= 0)
            row.remove(at, row.indexOf('}', at) + 2 - at);
        row.replace(",\"p\":", ",\"knows\":{\"" + uidText(known).toLatin1() + "\":1000000},\"p\":");
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"knows changes"_s);
    }

    void oneUidInTwoTypes()
    {
        // The lead's identity, claimed for a contact: another record, and no harm to the lead.
        ForgedFile forged = parts();
        for (QByteArray &line : forged.lines)
            line.replace("\"e\":\"lead\"", "\"e\":\"contact\"");
        pack(forged, u"forged"_s);
        const auto result = read(u"forged"_s);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->merged.aside, 3);
        QCOMPARE(title(), u"Pipes"_s);
        QVERIFY(m_office->problems().isEmpty());
    }

    void whatANewerProgramAddedIsKeptAndPassedOn()
    {
        ForgedFile newer = parts();
        for (QByteArray &line : newer.lines)
            line.replace("\"p\":{", "\"p\":{\"mood\":[null,\"glad\"],");
        newer.lines[1].replace("\"op\":\"update\"", "\"op\":\"celebrate\"");
        pack(newer, u"newer"_s);
        QVERIFY(read(u"newer"_s));
        QCOMPARE(title(), u"Three"_s);
        auto kept = m_office->store().reader().connection.scalar(
            u"SELECT count(*) FROM journal WHERE patch LIKE '%\"mood\":[null,\"glad\"]%'"_s);
        QCOMPARE(kept->toInt(), 3);
        kept = m_office->store().reader().connection.scalar(u"SELECT count(*) FROM journal WHERE operation = 'celebrate'"_s);
        QCOMPARE(kept->toInt(), 1);
    }

    void aWrongPassphraseAndAChangedByte()
    {
        const QString sealed = path(u"sealed"_s);
        QVERIFY(sealFile(path(u"whole.kartoteka-exchange"_s), sealed, u"correct horse"_s));
        refused(u"sealed"_s, ErrorCode::Refused, u"encrypted"_s);
        const auto wrong = read(u"sealed"_s, u"battery staple"_s);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().needs == Needs::Passphrase);
        QByteArray changed = bytesOf(sealed);
        changed[changed.size() - 20] = char(changed[changed.size() - 20] ^ 1);
        put(path(u"sealed2"_s), changed);
        QVERIFY(!read(u"sealed2"_s, u"correct horse"_s));
        QVERIFY(read(u"sealed"_s, u"correct horse"_s));
        QCOMPARE(title(), u"Three"_s);
    }

    void changesThatTheirSeatHasNotSignedAreNeverTaken()
    {
        ForgedFile forged = parts();
        forged.lines.last().replace("\"Three\"", "\"Money\"");
        forged.signsHeads = false;
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Damaged, u"not signed"_s);
    }

    void aFileOfAStrangerIsReadOnAPersonsWordOnly()
    {
        ForgedFile forged = parts();
        const KeyPair stranger = makeKeyPair();
        const QUuid uid = makeUid(8);
        for (ReplicaInfo &replica : forged.manifest.replicas) {
            if (replica.uid == forged.manifest.sender)
                replica = {uid, u"S9"_s, u"Mallory"_s, stranger.publicKey};
        }
        forged.manifest.to.insert(uid, forged.manifest.to.take(forged.manifest.sender));
        OriginHead head = forged.manifest.heads.take(forged.manifest.sender);
        head.chainFrom = chainStart(uid);
        forged.manifest.heads.insert(uid, head);
        forged.manifest.sender = uid;
        forged.secretKey = stranger.secretKey;
        pack(forged, u"stranger"_s);
        refused(u"stranger"_s, ErrorCode::Refused, u"Nobody here knows"_s);
        ExchangeReadOptions options;
        options.path = path(u"stranger"_s);
        options.rehearse = true;
        const auto preview = readExchange(m_office->store(), options);
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().message));
        QVERIFY(preview->trust == SenderTrust::Stranger);
        QCOMPARE(title(), u"Pipes"_s);
        options.rehearse = false;
        options.acceptSender = true;
        QVERIFY(readExchange(m_office->store(), options));
        QCOMPARE(title(), u"Three"_s);
    }

    void aRetiredSeatsFileWaitsForAPerson()
    {
        QVERIFY(retireSeat(m_office->store(), u"S2"_s));
        refused(u"whole.kartoteka-exchange"_s, ErrorCode::Refused, u"retired"_s);
        QVERIFY(m_office->store().undo().result());
        QVERIFY(read(u"whole.kartoteka-exchange"_s));
    }

    void anOlderFormatIsRefusedInWords()
    {
        ForgedFile forged = parts();
        forged.manifest.format = 2;
        pack(forged, u"forged"_s);
        refused(u"forged"_s, ErrorCode::Refused, u"older Kartoteka"_s);
    }

    void anEmptyOrOneLetterPassphraseIsRefused()
    {
        for (const QString &words : {u"a"_s, u"aaaaaaaa"_s, u"     "_s}) {
            ExchangeWriteOptions options;
            options.path = path(u"weak"_s);
            options.passphrase = words;
            const auto written = writeExchange(*m_laptop, options);
            QVERIFY(!written);
            QVERIFY(written.error().needs == Needs::Passphrase);
            QVERIFY(!QFileInfo::exists(options.path));
        }
    }

    void aLaterFileWaitsForTheOneBefore()
    {
        auto third = openOffice(path(u"third.kartoteka"_s), m_office->clock());
        QVERIFY(third);
        // The office has read the first file and says so: the laptop's second holds only what is new.
        QVERIFY(read(u"whole.kartoteka-exchange"_s));
        ExchangeWriteOptions answer;
        answer.path = path(u"answer"_s);
        answer.seat = u"S2"_s;
        QVERIFY(writeExchange(m_office->store(), answer));
        ExchangeReadOptions taken;
        taken.path = answer.path;
        QVERIFY(readExchange(*m_laptop, taken));
        ChangeSet changes;
        changes.update(u"lead"_s, m_lead, {{u"title"_s, u"Four"_s}});
        QVERIFY(m_laptop->commitAndWait(changes));
        ExchangeWriteOptions next;
        next.path = path(u"second"_s);
        const auto written = writeExchange(*m_laptop, next);
        QVERIFY(written);
        QCOMPARE(written->manifest.rows, 1);

        ExchangeReadOptions early;
        early.path = path(u"second"_s);
        const auto waits = readExchange(**third, early);
        QVERIFY(waits);
        QCOMPARE(waits->state, ExchangeState::Waiting);
        QVERIFY2(waits->missing.join(u' ').contains(u"1 to 3"), qPrintable(waits->missing.join(u' ')));
        QCOMPARE(waitingFiles(**third)->size(), 1);
        early.path = path(u"whole.kartoteka-exchange"_s);
        const auto late = readExchange(**third, early);
        QVERIFY(late);
        QCOMPARE(late->state, ExchangeState::Applied);
        if (late->followed.isEmpty()) {
            early.path = waitingFiles(**third)->constFirst().path;
            const auto why = readExchange(**third, early);
            QVERIFY2(why,
                     qPrintable(why ? u"state %1 %2"_s.arg(int(why->state)).arg(why->missing.join(u' '))
                                    : why.error().message + why.error().detail));
        }
        QCOMPARE(late->followed.size(), 1);
        QCOMPARE(waitingFiles(**third)->size(), 0);
        QCOMPARE(itemTitle((*third)->reader(), {m_office->typeId(u"lead"_s), m_lead, {}}), u"Four"_s);
    }
};

KARTOTEKA_TEST(tst_hostile_files, TestHostileFiles)
#include "tst_hostile_files.moc"
