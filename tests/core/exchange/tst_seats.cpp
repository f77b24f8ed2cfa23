// SPDX-License-Identifier: GPL-3.0-or-later
// Who a file is among its copies, and what two of them come to that write under one name.
#include "core/base/uid.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/own_company.h"
#include "core/money/rate_acts.h"
#include "core/money/rate_queries.h"
#include "core/office.h"
#include "core/store/replica/replica_book.h"
#include "core/store/upkeep/activity_numbers.h"
#include "core/store/upkeep/database_file.h"
#include "core/worktime/day_acts.h"
#include "tests/support/forged_file.h"
#include "tests/support/series_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <future>

using namespace Kartoteka;

class TestSeats final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }

    std::unique_ptr<Store> open(const QString &file, const QString &computer) const
    {
        return openCopy(*m_office, file, computer);
    }

    Result<ExchangeRead> send(Store &from, Store &to, const QString &seat)
    {
        m_office->clock().advance(1000);
        ExchangeWriteOptions write;
        write.path = path(u"letter.kartoteka-exchange"_s);
        write.seat = seat;
        if (auto written = writeExchange(from, write); !written)
            return written.error();
        ExchangeReadOptions read;
        read.path = write.path;
        auto result = readExchange(to, read);
        QCoreApplication::sendPostedEvents(&to);
        return result;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_office->create(u"lead"_s, {{u"title"_s, u"First"_s}});
    }
    void cleanup() { m_office.reset(); }

    void theOfficesKeyIsInNoCopy()
    {
        const auto book = ReplicaBook::read(m_office->store().reader().connection);
        const QByteArray secret = book->self()->secretKey;
        QCOMPARE(secret.size(), 64);
        QVERIFY(makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s));
        QFile copy(path(u"seat.kartoteka"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QVERIFY(!copy.readAll().contains(secret));
    }

    void aSeatIsOfThePersonCalledSo()
    {
        const auto users = [this] { return m_office->schema().users().size(); };
        const auto before = users();
        const auto ann = makeSeat(m_office->store(), path(u"first.kartoteka"_s), u" Ann  Bell "_s);
        QVERIFY2(ann, ann ? "" : qUtf8Printable(ann.error().message));
        QCOMPARE(ann->name, u"Ann Bell"_s);
        QCoreApplication::sendPostedEvents(&m_office->store()); // tells this thread of the person
        QVERIFY(makeSeat(m_office->store(), path(u"second.kartoteka"_s), u"ann   bell"_s));
        QCoreApplication::sendPostedEvents(&m_office->store());
        QCOMPARE(users(), before + 1);
        QCOMPARE(std::ranges::count(m_office->schema().users(), u"Ann Bell"_s, &User::name), 1);
        const auto unnamed = makeSeat(m_office->store(), path(u"third.kartoteka"_s), QString(300, u'n'));
        QVERIFY(!unnamed && unnamed.error().where == u"name");
    }

    void codesAreNeverGivenTwice()
    {
        m_office->close();
        QVERIFY(QFile::copy(m_office->path(), path(u"backup"_s)));
        m_office->reopen();
        const auto first = makeSeat(m_office->store(), path(u"a.kartoteka"_s), u"Maria"_s);
        QVERIFY(first);
        m_office->close();
        QFile::remove(m_office->path());
        QVERIFY(QFile::copy(path(u"backup"_s), m_office->path()));
        m_office->reopen();
        const auto second = makeSeat(m_office->store(), path(u"b.kartoteka"_s), u"Boris"_s);
        QVERIFY(second);
        QVERIFY(first->code != second->code);
    }

    /// The office was put back from a backup of before the seat was made: it learns of the seat by the file that waits.
    void aSeatThatTheOfficeHasForgottenIsKnownAgain()
    {
        m_office->close();
        QVERIFY(QFile::copy(m_office->path(), path(u"backup"_s)));
        m_office->reopen();
        const auto made = makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        m_office->close();
        QFile::remove(m_office->path());
        QVERIFY(QFile::copy(path(u"backup"_s), m_office->path()));
        m_office->reopen();
        auto seat = open(u"seat.kartoteka"_s, u"computer 1"_s);
        createLead(*seat, u"Of Maria"_s);
        const auto first = send(*seat, m_office->store(), u"office"_s);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
        QCOMPARE(first->state, ExchangeState::Waiting);
        const auto answer = send(m_office->store(), *seat, seatName(*made)); // as it is listed
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        const auto second = send(*seat, m_office->store(), u"office"_s);
        QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
        QCOMPARE(second->state, ExchangeState::Applied);
        QCOMPARE(leadTitles(m_office->store()), (QStringList{u"First"_s, u"Of Maria"_s}));
        QVERIFY(m_office->problems().isEmpty());
    }

    void twoThatWriteUnderOneNameKeepBothSides()
    {
        const auto made = makeSeat(m_office->store(), path(u"desktop.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        QVERIFY(QFile::copy(path(u"desktop.kartoteka"_s), path(u"laptop.kartoteka"_s)));
        auto desktop = open(u"desktop.kartoteka"_s, u"computer 1"_s);
        auto laptop = open(u"laptop.kartoteka"_s, u"computer 2"_s);
        createLead(*desktop, u"On the desktop"_s);
        createLead(*laptop, u"On the laptop"_s);
        QVERIFY(send(*desktop, m_office->store(), u"office"_s));
        const auto second = send(*laptop, m_office->store(), u"office"_s);
        QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
        QCOMPARE(second->merged.forks.size(), 1);
        const QStringList all{u"First"_s, u"On the desktop"_s, u"On the laptop"_s};
        QCOMPARE(leadTitles(m_office->store()), all);
        QVERIFY(send(m_office->store(), *desktop, made->code));
        const auto told = send(m_office->store(), *laptop, made->code);
        QVERIFY2(told, qPrintable(told ? QString() : told.error().message));
        QVERIFY(told->merged.newIdentity);
        QCOMPARE(leadTitles(*desktop), all);
        QCOMPARE(leadTitles(*laptop), all);
        const QString code = readSeats(laptop->reader().connection)->constFirst().code;
        QVERIFY2(code.startsWith(made->code) && code != made->code, qPrintable(code));
        createLead(*laptop, u"Later"_s);
        QVERIFY(send(*laptop, m_office->store(), u"office"_s));
        QCOMPARE(leadTitles(m_office->store()).size(), 4);
        QVERIFY(m_office->problems().isEmpty());
    }

    static QStringList numbers(Store &store)
    {
        QStringList found;
        auto c = store.reader().connection.query(u"SELECT number || ' ' || title FROM lead ORDER BY 1"_s);
        while (c && c->next())
            found << c->text(0);
        return found;
    }

    /// What two wrote under one name bears the same numbers until they learn of each other.
    void noNumberIsBorneTwice()
    {
        const auto made = makeSeat(m_office->store(), path(u"desktop.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        QVERIFY(QFile::copy(path(u"desktop.kartoteka"_s), path(u"laptop.kartoteka"_s)));
        auto desktop = open(u"desktop.kartoteka"_s, u"computer 1"_s);
        auto laptop = open(u"laptop.kartoteka"_s, u"computer 2"_s);
        createLead(*desktop, u"On the desktop"_s);
        QTest::qSleep(5); // what is made first has the smaller uid
        createLead(*laptop, u"On the laptop"_s);
        QVERIFY(numbers(*desktop).contains(u"S2-1 On the desktop"_s));
        QVERIFY(numbers(*laptop).contains(u"S2-1 On the laptop"_s));
        QVERIFY(send(*laptop, m_office->store(), u"office"_s));
        QVERIFY(send(*desktop, m_office->store(), u"office"_s));
        QVERIFY(send(m_office->store(), *desktop, made->code));
        QVERIFY(send(m_office->store(), *laptop, made->code));
        const QStringList all = numbers(m_office->store());
        QVERIFY2(all.contains(u"S2-1 On the desktop"_s), qPrintable(all.join(u'\n'))); // made first
        QCOMPARE(all.filter(u"S2-1-"_s).size(), 1);
        QCOMPARE(numbers(*desktop), all);
        QCOMPARE(numbers(*laptop), all);
        for (Store *store : {&m_office->store(), desktop.get(), laptop.get()}) {
            const Result<QStringList> problems = store->maintain<QStringList>(checkDatabase).result();
            QVERIFY2(problems && problems->isEmpty(), qPrintable(problems ? problems->join(u'\n') : QString()));
        }
        // Where the first one is gone for good, the other has the number alone.
        ChangeSet changes;
        const auto id = desktop->reader().connection.scalar(u"SELECT id FROM lead WHERE number = 'S2-1'"_s);
        Change erasure;
        erasure.operation = Operation::Erase;
        erasure.table = u"lead"_s;
        erasure.id = id->toLongLong();
        changes.changes.append(erasure);
        QVERIFY(desktop->commitAndWait(changes));
        QVERIFY(numbers(*desktop).contains(u"S2-1 On the laptop"_s));
        QVERIFY(desktop->undo().result());
        QCOMPARE(numbers(*desktop), all);
    }

    void aNumberThatEndsAsItsUidDoesStaysWhole()
    {
        const EntityType lead = *m_office->schema().type(u"lead"_s);
        ChangeSet changes = planCreate(m_office->schema(), lead, {{u"title"_s, u"Of the seat"_s}});
        Change &made = changes.changes.first();
        made.uid = QUuid(u"{019cae6b-6600-7178-81b4-1dd73a811234}"_s);
        made.values.append({u"number"_s, u"S2-1234"_s});
        QVERIFY(m_office->store().commitAndWait(changes));
        QVERIFY2(numbers(m_office->store()).contains(u"S2-1234 Of the seat"_s),
                 qPrintable(numbers(m_office->store()).join(u'\n')));
    }

    /// A copy that goes on as the same seat elsewhere: the one that learns of it takes a code of its own.
    void noSeatCodeIsOfTwo()
    {
        const auto made = makeSeat(m_office->store(), path(u"old.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto old = open(u"old.kartoteka"_s, u"computer 1"_s);
        createLead(*old, u"Before"_s);
        old.reset();
        QVERIFY(QFile::copy(path(u"old.kartoteka"_s), path(u"new.kartoteka"_s)));
        auto moved = open(u"new.kartoteka"_s, u"computer 2"_s);
        QVERIFY(moved->wasElsewhere());
        QVERIFY(moved->takeOver().result());
        createLead(*moved, u"On the new one"_s);
        old = open(u"old.kartoteka"_s, u"computer 1"_s); // it was only said to have moved
        createLead(*old, u"On the old one"_s);
        QVERIFY(send(*moved, m_office->store(), u"office"_s));
        QVERIFY(send(*old, m_office->store(), u"office"_s));
        for (int i = 0; i < 2; ++i) {
            (void)send(m_office->store(), *old, made->code);
            const QString code = readSeats(old->reader().connection)->constFirst().code;
            QVERIFY2(code.startsWith(made->code) && code != made->code, qPrintable(code));
            QVERIFY(send(*old, m_office->store(), u"office"_s));
            QVERIFY(send(m_office->store(), *old, code));
            QVERIFY(send(*moved, m_office->store(), u"office"_s));
            QVERIFY(send(m_office->store(), *moved, made->code));
        }
        QCOMPARE(readSeats(moved->reader().connection)->constFirst().code, made->code);
        QCOMPARE(leadTitles(*old), leadTitles(m_office->store()));
        QCOMPARE(leadTitles(*moved), leadTitles(m_office->store()));
        QCOMPARE(leadTitles(*moved).size(), 4);
    }

    void programsAtOnceGiveDifferentCodes()
    {
        m_office->close();
        const auto make = [this](const QString &file) {
            auto office = openOffice(m_office->path(), m_office->clock());
            auto seat = office ? makeSeat(**office, path(file), file) : Result<Seat>(office.error());
            return seat ? seat->code : seat.error().message;
        };
        auto beside = std::async(std::launch::async, make, u"a.kartoteka"_s);
        const QString second = make(u"b.kartoteka"_s);
        QStringList codes{beside.get(), second};
        codes.sort();
        QCOMPARE(codes, (QStringList{u"S2"_s, u"S3"_s}));
    }

    /// A clock of 2106: what it wrote counts as written when it was received, everywhere and in all that is shown.
    void aWrongClockIsPutRight()
    {
        const auto made = makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        FixedClock wrong;
        wrong.advance(80LL * 365 * 86'400'000);
        const auto computer = std::make_shared<const Installation>(path(u"computer 1"_s));
        {
            auto seat = openOffice(path(u"seat.kartoteka"_s), wrong, computer);
            QVERIFY(seat);
            createLead(**seat, u"Of 2106"_s);
        }
        auto seat = open(u"seat.kartoteka"_s, u"computer 1"_s);
        createLead(*seat, u"By the right clock"_s);
        const auto refused = send(*seat, m_office->store(), u"office"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().needs == Needs::AcceptedClock);
        ExchangeReadOptions accept;
        accept.path = path(u"letter.kartoteka-exchange"_s);
        accept.acceptClock = true;
        QVERIFY(readExchange(m_office->store(), accept));
        QVERIFY(send(m_office->store(), *seat, made->code));
        createLead(*seat, u"Later"_s);
        QVERIFY(send(*seat, m_office->store(), u"office"_s)); // needs no word any more
        const qint64 now = m_office->clock().now();
        for (Store *store : {&m_office->store(), seat.get()}) {
            Connection &connection = store->reader().connection;
            QVERIFY(connection.scalar(u"SELECT max(at) FROM journal"_s)->toLongLong() <= now);
            QVERIFY(connection.scalar(u"SELECT max(wrote_at) FROM journal"_s)->toLongLong() > now);
            QVERIFY(connection.scalar(u"SELECT max(created_at) FROM lead"_s)->toLongLong() <= now);
            QVERIFY(connection.scalar(u"SELECT last >> 16 FROM hybrid_clock"_s)->toLongLong() < now + 1000);
        }
        QVERIFY(m_office->problems().isEmpty());
    }

    void settingsMadeOnTwoSeatsAreOne()
    {
        const auto made = makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto seat = open(u"seat.kartoteka"_s, u"computer 1"_s);
        for (Store *store : {&m_office->store(), seat.get()}) {
            ChangeSet changes;
            changes.create(u"setting"_s,
                           {{u"code"_s, u"week_start"_s}, {u"value"_s, store == seat.get() ? u"7"_s : u"1"_s}});
            QVERIFY(store->commitAndWait(changes));
        }
        QVERIFY(send(*seat, m_office->store(), u"office"_s));
        QVERIFY(send(m_office->store(), *seat, made->code));
        QCOMPARE(m_office->store().schema()->setting(u"week_start"_s), seat->schema()->setting(u"week_start"_s));
        QVERIFY(m_office->problems().isEmpty());
    }

    /// A currency, a rate and a holiday are the same record wherever they were written down, also where one seat thought better
    /// of it before it heard of the other.
    void whatTwoSeatsWriteDownIsOne()
    {
        const QDate day(2026, 6, 12);
        const auto made = makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto seat = open(u"seat.kartoteka"_s, u"computer 1"_s);
        for (Store *store : {&m_office->store(), seat.get()}) {
            const qint64 value = rateUnit * (store == seat.get() ? 2 : 3);
            auto rates = planRates(*store->schema(), {{u"KZT"_s, day, value}});
            QVERIFY(rates && store->commitAndWait(*rates));
            QVERIFY(store->commitAndWait(*planDays({{day, CalendarDay::Kind::Off, store == seat.get() ? u"A"_s : u"B"_s}})));
        }
        for (int i = 0; i < 2; ++i)
            QVERIFY(seat->undo().result());
        QVERIFY(send(*seat, m_office->store(), u"office"_s));
        QVERIFY(send(m_office->store(), *seat, made->code));
        QVERIFY(send(*seat, m_office->store(), u"office"_s));
        for (Store *store : {&m_office->store(), seat.get()}) {
            QCOMPARE(store->schema()->currencies().size(), 1);
            QCOMPARE(store->schema()->calendarDays().size(), 1);
            QCOMPARE(store->schema()->calendarDays().constFirst().name,
                     m_office->store().schema()->calendarDays().constFirst().name);
            auto lines = readRateLines(store->reader());
            QVERIFY(lines);
            QCOMPARE(lines->size(), 1); // the office went on with it
            auto other = readRateLines(m_office->store().reader());
            QCOMPARE(lines->constFirst().value, other->constFirst().value);
        }
        QVERIFY(m_office->problems().isEmpty());
    }

    /// One seat thought better of a company that another one was making: what was taken back is the same at both, whichever of
    /// the three came first.
    void whatIsTakenBackBesideAnothersMakingIsTheSame()
    {
        const auto made = makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto seat = open(u"seat.kartoteka"_s, u"computer 1"_s);
        Store &office = m_office->store();
        ChangeSet changes = *planCompanyName(office.reader(), u"Of the office"_s);
        changes.changes.first().values.append({u"comment"_s, u"Only the office says so"_s});
        QVERIFY(office.commitAndWait(changes));
        QVERIFY(office.undo().result());
        m_office->clock().advance(1000);
        QVERIFY(seat->commitAndWait(*planCompanyName(seat->reader(), u"Of the seat"_s)));
        QVERIFY(send(*seat, office, u"office"_s)); // made, taken back, made beside
        QVERIFY(send(office, *seat, made->code));  // made, made beside, taken back
        QVERIFY(send(*seat, office, u"office"_s));
        for (Store *store : {&office, seat.get()}) {
            const auto company = readOwnCompany(store->reader());
            QVERIFY(company && *company);
            QCOMPARE((*company)->name, u"Of the seat"_s);
            QCOMPARE((*company)->item.text(u"comment"_s), (*readOwnCompany(office.reader()))->item.text(u"comment"_s));
            QCOMPARE((*company)->item.number, (*readOwnCompany(office.reader()))->item.number);
        }
        QVERIFY(m_office->problems().isEmpty());
    }

    /// A seat whose program is older than numbers of activities: those it sends have the numbers that it gives them when it updates,
    /// what both made under one identity too.
    void activitiesWithoutNumbersAreNumberedAsTheirSeatWill()
    {
        SeriesOffice office;
        const auto weekly = office.plan(u"FREQ=WEEKLY"_s);
        const auto made = makeSeat(office.store(), office.path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(weekly && made);
        auto seat = openCopy(office, u"seat.kartoteka"_s, u"computer"_s);
        ActivityDraft plan;
        plan.items = {{office.typeId(u"lead"_s), office.lead(), {}}};
        for (const QString &title : {u"First"_s, u"Second"_s}) {
            plan.title = title;
            QVERIFY(seat->commitAndWait(planActivity(*seat->schema(), plan)));
        }
        office.complete(*weekly);
        office.clock().advance(1000);
        SeriesOffice::complete(*seat, *weekly); // makes the same next one, later
        ExchangeWriteOptions write;
        write.path = path(u"letter.kartoteka-exchange"_s);
        write.seat = u"office"_s;
        QVERIFY(writeExchange(*seat, write));
        ForgedFile older = ForgedFile::of(write.path, *seat);
        const QRegularExpression number(u"\"number\":\"[^\"]*\",?"_s);
        for (QByteArray &line : older.lines)
            line = QString::fromUtf8(line).remove(number).toUtf8();
        older.write(write.path);
        ExchangeReadOptions read;
        read.path = write.path;
        const auto taken = readExchange(office.store(), read);
        QVERIFY2(taken && taken->merged.aside == 0, taken ? "" : qUtf8Printable(taken.error().message));
        const auto numbersNow = [&] {
            QStringList all;
            auto connection = Connection::open(office.TestOffice::path(), Connection::Mode::ReadWrite);
            auto cursor = (*connection)->query(u"SELECT title || ' ' || number FROM activity ORDER BY uid"_s);
            while (cursor->next())
                all << cursor->text(0);
            return all;
        };
        office.close();
        const QStringList merged = numbersNow();
        for (const QString &one : {u"First "_s + made->code + u"-1"_s, u"Second "_s + made->code + u"-2"_s})
            QVERIFY2(merged.contains(one), qPrintable(merged.join(u'\n')));
        QVERIFY2(merged.join(u'\n').contains(made->code + u"-3"_s), qPrintable(merged.join(u'\n'))); // the next one
        {
            auto connection = Connection::open(office.TestOffice::path(), Connection::Mode::ReadWrite);
            QVERIFY((*connection)->run(u"DELETE FROM activity_search"_s)); // which an update fills
            const auto numbered = numberActivities(**connection);
            QVERIFY2(numbered, numbered ? "" : qUtf8Printable(numbered.error().message + numbered.error().detail));
        }
        QCOMPARE(numbersNow(), merged);
    }

    /// Two seats gave one company a number each; which of them stands is no act, and taking the exchange back says nothing of it.
    void anExchangeTakenBackIsTakenBackEverywhere()
    {
        const auto made = makeSeat(m_office->store(), path(u"seat.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        auto seat = open(u"seat.kartoteka"_s, u"computer 1"_s);
        Store &office = m_office->store();
        QVERIFY(office.commitAndWait(*planCompanyName(office.reader(), u"Of the office"_s)));
        m_office->clock().advance(1000);
        QVERIFY(seat->commitAndWait(*planCompanyName(seat->reader(), u"Of the seat"_s)));
        QVERIFY(send(*seat, office, u"office"_s));
        QVERIFY(send(office, *seat, made->code));
        QCOMPARE((*readOwnCompany(office.reader()))->name, u"Of the seat"_s);
        QVERIFY(office.undo().result());
        const auto told = send(office, *seat, made->code);
        QVERIFY(told);
        QCOMPARE(told->merged.aside, 0);
        for (Store *store : {&office, seat.get()})
            QCOMPARE((*readOwnCompany(store->reader()))->name, u"Of the office"_s);
        QCOMPARE((*readOwnCompany(office.reader()))->item.number, (*readOwnCompany(seat->reader()))->item.number);
        QVERIFY(m_office->problems().isEmpty());
    }

    /// A base may be a stranger's: what it calls unfinished copies could be any files of whoever opens it.
    void onlyBegunCopiesAreTakenAway()
    {
        TestOffice office;
        const auto put = [&](const QString &name, const QByteArray &bytes) {
            QFile file(office.folder() + u'/' + name);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(put(u"letter.txt"_s, "precious") && put(u"letter.new"_s, "precious") && put(u"mine-wal"_s, "precious"));
        QVERIFY(put(u"seat.kartoteka.new"_s, "SQLite format 3 and so on"));
        for (const QString &name : {u"letter.txt"_s, u"letter.new"_s, u"mine"_s, u"seat.kartoteka.new"_s}) {
            const QString path = office.folder() + u'/' + name;
            const Result<bool> told = office.store()
                                          .maintain<bool>([path](Connection &connection) -> Result<bool> {
                                              auto done = connection.run(
                                                  u"INSERT INTO unfinished_copy (path, person) VALUES (?, NULL)"_s, {path});
                                              return done ? Result<bool>(true) : Result<bool>(done.error());
                                          })
                                          .result();
            QVERIFY(told);
        }
        QVERIFY(removeUnfinishedCopies(office.store()));
        for (const QString &name : {u"letter.txt"_s, u"letter.new"_s, u"mine-wal"_s})
            QVERIFY2(QFile::exists(office.folder() + u'/' + name), qPrintable(name));
        QVERIFY(!QFile::exists(office.folder() + u"/seat.kartoteka.new"_s));
        const auto left = office.store().reader().connection.scalar(u"SELECT count(*) FROM unfinished_copy"_s);
        QVERIFY(left);
        QCOMPARE(left->toInt(), 0);
    }
};

KARTOTEKA_TEST(tst_seats, TestSeats)
#include "tst_seats.moc"
