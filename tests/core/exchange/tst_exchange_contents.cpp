// SPDX-License-Identifier: GPL-3.0-or-later
// Attached files in exchange files: they travel with the rows that name them, once, and only as what they claim to be.
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/office.h"
#include "core/store/record/contents.h"
#include "core/store/replica/replica_book.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Kartoteka;

class TestExchangeContents : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Store> m_laptop;
    ItemRef m_lead;

    QString path(const QString &name) { return m_office->folder() + u'/' + name; }
    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return path(name);
    }
    static void attach(Store &store, const ItemRef &item, const QString &file)
    {
        auto changes = planAttach(item, file);
        QVERIFY(changes);
        QVERIFY(store.commitAndWait(*changes));
    }
    ExchangeManifest write(Store &from, const QString &name, const QString &seat = {})
    {
        ExchangeWriteOptions options;
        options.path = path(name);
        options.seat = seat;
        auto written = writeExchange(from, options);
        if (!written)
            qFatal("%s", qPrintable(written.error().message));
        return written->manifest;
    }
    static Result<ExchangeRead> read(Store &to, const QString &file)
    {
        ExchangeReadOptions options;
        options.path = file;
        return readExchange(to, options);
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"Pipes"_s}}), {}};
        QVERIFY(makeSeat(m_office->store(), path(u"laptop.kartoteka"_s), u"Maria"_s));
        auto laptop = openOffice(path(u"laptop.kartoteka"_s), m_office->clock());
        QVERIFY(laptop);
        m_laptop = std::move(*laptop);
    }
    void cleanup()
    {
        m_laptop.reset();
        m_office.reset();
    }

    void aFileAttachedOnTheLaptopOpensInTheOffice()
    {
        const QByteArray white(2'000'000, '\0'); // would look like a zip bomb if it were packed
        attach(*m_laptop, m_lead, put(u"plan.bmp"_s, white));
        QCOMPARE(write(*m_laptop, u"a.kartoteka-exchange"_s).contents.size(), 1);
        auto taken = read(m_office->store(), path(u"a.kartoteka-exchange"_s));
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        auto files = readAttachments(m_office->store().reader(), m_lead);
        QVERIFY(files);
        QCOMPARE(files->size(), 1);
        auto bytes = readContent(m_office->store().reader().connection, files->constFirst().digest);
        QVERIFY(bytes);
        QCOMPARE(*bytes, white);
        QCOMPARE(m_office->problems(), QStringList());
    }

    /// A purge on the other side takes the file along, though a field of the item names it.
    void aFileInAFieldTravelsAndGoesWithItsItem()
    {
        const EntityType contact = *m_office->schema().type(u"contact"_s);
        const ItemRef maria{contact.id, m_office->create(u"contact"_s, {{u"title"_s, u"Maria"_s}}), {}};
        const auto item = readItem(m_office->store().reader(), maria);
        const Field photo = *m_office->schema().field(contact.id, u"photo"_s);
        auto held = planHold(m_office->schema(), *item, photo, put(u"maria.png"_s, "picture"), m_office->clock().now());
        QVERIFY(held && m_office->store().commitAndWait(*held));
        QCOMPARE(write(m_office->store(), u"a.kartoteka-exchange"_s).contents.size(), 1);
        QVERIFY(read(*m_laptop, path(u"a.kartoteka-exchange"_s)));
        auto there = findByTitle(m_laptop->reader(), contact.id, u"Maria"_s);
        QCOMPARE(there ? there->size() : 0, 1);
        const auto copy = readItem(m_laptop->reader(), {contact.id, there->constFirst(), {}});
        const auto file = readAttachment(m_laptop->reader(), copy->value(u"photo"_s).toLongLong());
        QVERIFY(file);
        QCOMPARE(file->name, u"maria.png"_s);
        QCOMPARE(*readContent(m_laptop->reader().connection, file->digest), QByteArray("picture"));
        QVERIFY(m_office->store().commitAndWait(planDelete(contact, {maria.id}, {}, m_office->clock().now())));
        const auto purge = planPurge(m_office->store().reader(), contact, {maria.id});
        QVERIFY(purge && m_office->store().commitAndWait(*purge));
        write(m_office->store(), u"b.kartoteka-exchange"_s);
        const auto taken = read(*m_laptop, path(u"b.kartoteka-exchange"_s));
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        QCOMPARE(taken->merged.revived, 0);
        for (const auto &table : {u"contact"_s, u"attachment"_s})
            QCOMPARE(m_laptop->reader().connection.scalar(u"SELECT count(*) FROM "_s + table)->toInt(), 0);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void theSameContentsTravelOnce()
    {
        const QString file = put(u"price.txt"_s, "10 per metre");
        attach(*m_laptop, m_lead, file);
        attach(*m_laptop, m_lead, file);
        QCOMPARE(write(*m_laptop, u"a.kartoteka-exchange"_s).contents.size(), 1);
        QVERIFY(read(m_office->store(), path(u"a.kartoteka-exchange"_s)));
        write(m_office->store(), u"b.kartoteka-exchange"_s);
        QVERIFY(read(*m_laptop, path(u"b.kartoteka-exchange"_s)));
        // The office has them now: another attachment of theirs needs no bytes.
        attach(*m_laptop, m_lead, file);
        const ExchangeManifest again = write(*m_laptop, u"c.kartoteka-exchange"_s);
        QCOMPARE(again.contents.size(), 0);
        QCOMPARE(again.format, exchangeFormat);
        QVERIFY(read(m_office->store(), path(u"c.kartoteka-exchange"_s)));
        auto files = readAttachments(m_office->store().reader(), m_lead);
        QCOMPARE(files ? files->size() : 0, 3);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void whatWasNeverAcknowledgedIsSentAgainWithItsBytes()
    {
        attach(*m_laptop, m_lead, put(u"a.txt"_s, "a"));
        write(*m_laptop, u"lost.kartoteka-exchange"_s);
        QCOMPARE(write(*m_laptop, u"again.kartoteka-exchange"_s).contents.size(), 1);
        QVERIFY(read(m_office->store(), path(u"again.kartoteka-exchange"_s)));
        QCOMPARE(m_office->problems(), QStringList());
    }

    void bytesThatAreNotWhatTheyClaimAreRefused()
    {
        attach(*m_laptop, m_lead, put(u"a.txt"_s, "the true contents"));
        write(*m_laptop, u"a.kartoteka-exchange"_s);
        QFile file(path(u"a.kartoteka-exchange"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        const qsizetype at = bytes.indexOf("the true contents"); // stored as they are
        QVERIFY(at > 0);
        bytes.replace(at, 17, "the false content");
        put(u"forged.kartoteka-exchange"_s, bytes);
        const QStringList before = m_office->contents();
        const auto refused = read(m_office->store(), path(u"forged.kartoteka-exchange"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QCOMPARE(m_office->contents(), before);
    }

    void aContentThatIsMissingIsRefused()
    {
        attach(*m_laptop, m_lead, put(u"a.txt"_s, "a"));
        ExchangeManifest manifest = write(*m_laptop, u"a.kartoteka-exchange"_s);
        auto whole = ExchangeContainer::open(path(u"a.kartoteka-exchange"_s), {}, m_office->path());
        QVERIFY(whole);
        // The same manifest over an archive without the part.
        ExchangeManifest bare = manifest;
        bare.contents.clear();
        bare.rows = 0;
        bare.to = bare.from;
        bare.journalSize = 0;
        bare.journalDigest = QCryptographicHash::hash({}, QCryptographicHash::Sha256);
        bare.contents = {{QString(64, u'a'), 5}};
        put(u"journal"_s, {});
        put(QString(64, u'a'), "12345");
        const WorkFolder work(m_office->path());
        const auto book = ReplicaBook::read(m_laptop->reader().connection);
        QVERIFY(packExchange(bare, {path(u"journal"_s), m_office->folder()},
                             {book->self()->secretKey, path(u"bare"_s), {}, work}));
        QFile file(path(u"bare"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes.replace("content/" + QByteArray(64, 'a'), "content/" + QByteArray(64, 'b'));
        put(u"renamed"_s, bytes);
        const auto refused = read(m_office->store(), path(u"renamed"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
    }

    void namesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("digest");
        QTest::addColumn<qint64>("size");
        QTest::newRow("a path") << u"../../../../etc/passwd"_s << qint64(1);
        QTest::newRow("short") << u"abc"_s << qint64(1);
        QTest::newRow("capital letters") << QString(64, u'A') << qint64(1);
        QTest::newRow("negative size") << QString(64, u'a') << qint64(-5);
        QTest::newRow("larger than any") << QString(64, u'a') << largestContent + 1;
    }
    void namesThatCannotBeAreRefused()
    {
        QFETCH(QString, digest);
        QFETCH(qint64, size);
        ExchangeManifest manifest = write(*m_laptop, u"a.kartoteka-exchange"_s);
        manifest.contents = {{digest, size}};
        QVERIFY(!manifestFromJson(manifestToJson(manifest)));
    }
};

KARTOTEKA_TEST(tst_exchange_contents, TestExchangeContents)
#include "tst_exchange_contents.moc"
