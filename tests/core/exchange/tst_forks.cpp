// SPDX-License-Identifier: GPL-3.0-or-later
// Files that go on under one name, in all the ways in which their histories can part: both sides stay, everywhere.
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/office.h"
#include "core/store/replica/replica_book.h"
#include "core/store/upkeep/database_file.h"
#include "core/timeline/pins.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Kartoteka;

class TestForks final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::map<QString, std::unique_ptr<Store>> m_copies; ///< beside the office
    QString m_seat;                                     ///< code of the seat that is copied
    int m_letters = 0;

    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }

    Store &at(const QString &name) { return name == u"office" ? m_office->store() : *m_copies.at(name); }

    void open(const QString &name) { m_copies[name] = openCopy(*m_office, name + u".kartoteka"_s, name); }

    /// A copy of the file with all that its computer remembers, as of a disk that was cloned.
    void clone(const QString &from, const QString &to)
    {
        m_copies[from].reset();
        QVERIFY(QFile::copy(path(from + u".kartoteka"_s), path(to + u".kartoteka"_s)));
        const QDir computer(path(from));
        QVERIFY(QDir().mkpath(path(to) + u"/replicas"_s));
        for (const QString &folder : {QString(), u"replicas/"_s}) {
            for (const QString &file : QDir(computer.filePath(folder)).entryList(QDir::Files | QDir::Hidden))
                QVERIFY(QFile::copy(computer.filePath(folder + file), path(to) + u'/' + folder + file));
        }
        open(from);
        open(to);
    }

    void create(const QString &at_, const QString &title)
    {
        m_office->clock().advance(1000);
        createLead(at(at_), title);
    }

    /// Writes a file of everything that the receiver is not known to have.
    QString write(const QString &from, const QString &seat)
    {
        m_office->clock().advance(1000);
        ExchangeWriteOptions options;
        options.path = path(u"letter%1.kartoteka-exchange"_s.arg(++m_letters));
        options.seat = seat;
        auto written = writeExchange(at(from), options);
        if (!written)
            QTest::qFail(qPrintable(from + u": "_s + written.error().message), __FILE__, __LINE__);
        return options.path;
    }

    QString read(const QString &to, const QString &letter)
    {
        ExchangeReadOptions options;
        options.path = letter;
        auto result = readExchange(at(to), options);
        QCoreApplication::sendPostedEvents(&at(to));
        return result ? QString() : result.error().message;
    }

    QString codeOf(const QString &name) { return readSeats(at(name).reader().connection)->constFirst().code; }

    /// Every copy and the office send each other what they have, until all have had time to answer.
    void exchangeAll(int rounds = 4)
    {
        for (int i = 0; i < rounds; ++i) {
            for (const auto &[name, store] : m_copies) {
                (void)read(u"office"_s, write(name, u"office"_s)); // may wait for the answer
                if (const QString error = read(name, write(u"office"_s, codeOf(name))); i + 1 == rounds)
                    QCOMPARE(error, QString());
            }
        }
    }

    /// All hold @p expected, each is somebody else, and everybody knows everybody's key.
    void expectAll(QStringList expected)
    {
        expected << u"First"_s;
        expected.sort();
        QSet<QUuid> names;
        QHash<QUuid, QSet<QByteArray>> keys;
        QStringList all{u"office"_s};
        for (const auto &[name, store] : m_copies)
            all << name;
        for (const QString &name : std::as_const(all)) {
            QCOMPARE(leadTitles(at(name)), expected);
            const Result<QStringList> problems = at(name).maintain<QStringList>(checkDatabase).result();
            QVERIFY2(problems && problems->isEmpty(), qPrintable(problems ? problems->join(u'\n') : name));
            const auto book = ReplicaBook::read(at(name).reader().connection);
            names.insert(book->self()->info.uid);
            for (const KnownReplica &one : book->all()) {
                if (!one.info.publicKey.isEmpty())
                    keys[one.info.uid].insert(one.info.publicKey);
            }
        }
        QCOMPARE(names.size(), all.size());
        for (const QString &name : std::as_const(all)) {
            const auto book = ReplicaBook::read(at(name).reader().connection);
            for (const QUuid &one : std::as_const(names)) {
                const KnownReplica *known = book->find(one);
                QVERIFY2(known && !known->info.publicKey.isEmpty(), qPrintable(name));
                QVERIFY2(keys[one] == QSet{known->info.publicKey}, qPrintable(name));
            }
        }
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_office->create(u"lead"_s, {{u"title"_s, u"First"_s}});
        const auto made = makeSeat(m_office->store(), path(u"desktop.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        m_seat = made->code;
        open(u"desktop"_s);
    }
    void cleanup()
    {
        m_copies.clear();
        m_office.reset();
    }

    void threeCopiesOfOneSeatAllStay()
    {
        create(u"desktop"_s, u"Before"_s);
        clone(u"desktop"_s, u"laptop"_s);
        clone(u"desktop"_s, u"tablet"_s);
        create(u"desktop"_s, u"Desktop"_s);
        create(u"laptop"_s, u"Laptop"_s);
        create(u"tablet"_s, u"Tablet"_s);
        exchangeAll();
        expectAll({u"Before"_s, u"Desktop"_s, u"Laptop"_s, u"Tablet"_s});
    }

    /// A copy of the copy parts from it, not from the first one.
    void aSecondHistoryMayPartAgain()
    {
        clone(u"desktop"_s, u"laptop"_s);
        create(u"desktop"_s, u"Desktop"_s);
        create(u"laptop"_s, u"Laptop"_s);
        clone(u"laptop"_s, u"tablet"_s);
        create(u"laptop"_s, u"Laptop 2"_s);
        create(u"tablet"_s, u"Tablet"_s);
        exchangeAll();
        create(u"tablet"_s, u"Tablet 2"_s);
        create(u"laptop"_s, u"Laptop 3"_s);
        exchangeAll(2);
        expectAll({u"Desktop"_s, u"Laptop"_s, u"Laptop 2"_s, u"Laptop 3"_s, u"Tablet"_s, u"Tablet 2"_s});
    }

    /// The row that was pinned bears another name since.
    void aPinOfASecondHistoryFindsItsEntry()
    {
        create(u"desktop"_s, u"Before"_s);
        clone(u"desktop"_s, u"laptop"_s);
        const auto lead = [this](const QString &name) {
            Store &store = at(name);
            const EntityType &type = *store.schema()->type(u"lead"_s);
            return ItemRef{type.id, findByTitle(store.reader(), type.id, u"Before"_s)->constFirst(), {}};
        };
        for (const QString &name : {u"desktop"_s, u"laptop"_s}) {
            m_office->clock().advance(1000);
            QVERIFY(at(name).commitAndWait(planComment(lead(name), u"Said on the "_s + name)));
            const auto said = readTimeline(at(name).reader(), lead(name), {}, 1);
            m_office->clock().advance(1000);
            QVERIFY(at(name).commitAndWait(*planPin(at(name).reader(), lead(name), said->entries.constFirst().id)));
        }
        exchangeAll();
        for (const QString &name : {u"office"_s, u"desktop"_s, u"laptop"_s}) {
            QStringList pinned;
            const auto entries = readPinned(at(name).reader(), lead(name));
            QVERIFY(entries);
            for (const TimelineEntry &entry : *entries)
                pinned << entry.text;
            pinned.sort();
            QCOMPARE(pinned, QStringList({u"Said on the desktop"_s, u"Said on the laptop"_s}));
        }
    }

    /// Both learn that they are the second history before they learn of each other, and sign what they write from there on.
    void copiesThatTakeOneNameHaveOneKey()
    {
        clone(u"desktop"_s, u"laptop"_s);
        create(u"desktop"_s, u"Desktop"_s);
        create(u"laptop"_s, u"Laptop"_s);
        clone(u"laptop"_s, u"tablet"_s);
        QCOMPARE(read(u"office"_s, write(u"desktop"_s, u"office"_s)), QString());
        QCOMPARE(read(u"office"_s, write(u"laptop"_s, u"office"_s)), QString());
        const QString answer = write(u"office"_s, m_seat);
        QCOMPARE(read(u"laptop"_s, answer), QString());
        QCOMPARE(read(u"tablet"_s, answer), QString());
        const auto nameAndKey = [this](const QString &copy) {
            const auto book = ReplicaBook::read(at(copy).reader().connection);
            return std::pair(book->self()->info.uid, book->self()->info.publicKey);
        };
        QCOMPARE(nameAndKey(u"tablet"_s), nameAndKey(u"laptop"_s));
        create(u"laptop"_s, u"Laptop 2"_s);
        create(u"tablet"_s, u"Tablet 2"_s);
        exchangeAll();
        expectAll({u"Desktop"_s, u"Laptop"_s, u"Laptop 2"_s, u"Tablet 2"_s});
    }

    /// The office took the desktop's history for the first one, another seat the laptop's.
    void twoFilesMayHaveTheNamesSwapped()
    {
        const auto boris = makeSeat(m_office->store(), path(u"boris.kartoteka"_s), u"Boris"_s);
        QVERIFY(boris);
        open(u"boris"_s);
        clone(u"desktop"_s, u"laptop"_s);
        create(u"desktop"_s, u"Desktop"_s);
        create(u"laptop"_s, u"Laptop"_s);
        const QString ofDesktop = write(u"desktop"_s, u"office"_s);
        const QString ofLaptop = write(u"laptop"_s, u"office"_s);
        QCOMPARE(read(u"office"_s, ofDesktop), QString());
        QCOMPARE(read(u"office"_s, ofLaptop), QString());
        QCOMPARE(read(u"boris"_s, ofLaptop), QString());
        QCOMPARE(read(u"boris"_s, ofDesktop), QString());
        exchangeAll();
        create(u"laptop"_s, u"Laptop 2"_s);
        create(u"desktop"_s, u"Desktop 2"_s);
        exchangeAll(2);
        expectAll({u"Desktop"_s, u"Desktop 2"_s, u"Laptop"_s, u"Laptop 2"_s});
    }

    /// What a copy wrote before it learned that it is the second one travels, though it has left the name.
    void whatWasWrittenUnderANameThatIsLeftIsSigned()
    {
        clone(u"desktop"_s, u"laptop"_s);
        create(u"desktop"_s, u"Desktop"_s);
        create(u"laptop"_s, u"Laptop"_s);
        QCOMPARE(read(u"office"_s, write(u"desktop"_s, u"office"_s)), QString());
        QCOMPARE(read(u"office"_s, write(u"laptop"_s, u"office"_s)), QString());
        create(u"laptop"_s, u"Not sent yet"_s);
        QCOMPARE(read(u"laptop"_s, write(u"office"_s, m_seat)), QString());
        create(u"laptop"_s, u"Later"_s);
        exchangeAll(3);
        expectAll({u"Desktop"_s, u"Laptop"_s, u"Not sent yet"_s, u"Later"_s});
    }

    /// The office was put back from a backup and went on: those who had read what it has forgotten bring it back.
    void anOfficePutBackKeepsBothSides()
    {
        m_office->close();
        QVERIFY(QFile::copy(m_office->path(), path(u"backup"_s)));
        m_office->reopen();
        create(u"office"_s, u"Forgotten"_s);
        QCOMPARE(read(u"desktop"_s, write(u"office"_s, m_seat)), QString());
        m_office->close();
        QVERIFY(QFile::remove(m_office->path()));
        QVERIFY(QFile::copy(path(u"backup"_s), m_office->path()));
        m_office->reopen();
        create(u"office"_s, u"Since then"_s);
        create(u"desktop"_s, u"Desktop"_s);
        exchangeAll();
        expectAll({u"Forgotten"_s, u"Since then"_s, u"Desktop"_s});
    }

    /// What was in dispute about an item goes with it, at whoever deleted it for good as at whoever reads of that.
    void aPurgedItemLeavesNoConflict()
    {
        exchangeAll(1);
        const auto edit = [this](const QString &at_, const QString &title) {
            m_office->clock().advance(1000);
            Store &store = at(at_);
            const EntityType lead = *store.schema()->type(u"lead"_s);
            const auto item = readItem(store.reader(), {lead.id, 1, {}});
            QVERIFY(item && store.commitAndWait(planEdit(*store.schema(), *item, {{u"title"_s, title}})));
        };
        edit(u"office"_s, u"Of the office"_s);
        edit(u"desktop"_s, u"Of Maria"_s);
        exchangeAll(1);
        const auto conflicts = [this](const QString &at_) {
            return at(at_).reader().connection.scalar(u"SELECT count(*) FROM conflict"_s)->toInt();
        };
        QCOMPARE(conflicts(u"office"_s), 1);
        QCOMPARE(conflicts(u"desktop"_s), 1);
        const EntityType lead = *m_office->schema().type(u"lead"_s);
        QVERIFY(m_office->store().commitAndWait(planDelete(lead, {1}, {}, m_office->clock().now())));
        const auto plan = planPurge(m_office->store().reader(), lead, {1});
        QVERIFY(plan && m_office->store().commitAndWait(*plan));
        QCOMPARE(conflicts(u"office"_s), 0);
        exchangeAll(1);
        QCOMPARE(conflicts(u"desktop"_s), 0);
        QVERIFY(m_office->store().undo().result());
        QVERIFY(m_office->store().undo().result());
        exchangeAll(1);
        QCOMPARE(leadTitles(m_office->store()), QStringList(u"Of Maria"_s));
        QCOMPARE(leadTitles(at(u"desktop"_s)), QStringList(u"Of Maria"_s));
        QCOMPARE(conflicts(u"office"_s), conflicts(u"desktop"_s));
    }
};

KARTOTEKA_TEST(tst_forks, TestForks)
#include "tst_forks.moc"
