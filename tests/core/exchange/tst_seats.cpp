// SPDX-License-Identifier: GPL-3.0-or-later
// Who a file is among its copies, and what two of them come to that write under one name.
#include "core/base/uid.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/office.h"
#include "core/store/replica_book.h"
#include "tests/support/test_office.h"

#include <QFile>
#include <QTest>

using namespace Kartoteka;

class TestSeats final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }

    std::unique_ptr<Store> open(const QString &file, const QString &computer) const
    {
        auto store = openOffice(path(file), m_office->clock(), std::make_shared<const Installation>(path(computer)));
        if (!store)
            qFatal("%s", qUtf8Printable(store.error().message));
        return std::move(*store);
    }

    static void create(Store &store, const QString &title)
    {
        const EntityType lead = *store.schema()->type(u"lead"_s);
        QVERIFY(store.commitAndWait(planCreate(*store.schema(), lead, {{u"title"_s, title}})));
    }

    static QStringList titles(Store &store)
    {
        QStringList found;
        auto c = store.reader().connection.query(u"SELECT title FROM lead ORDER BY title"_s);
        while (c && c->next())
            found << c->text(0);
        return found;
    }

    Result<ExchangeRead> send(Store &from, Store &to, const QString &seat)
    {
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

    void twoThatWriteUnderOneNameKeepBothSides()
    {
        const auto made = makeSeat(m_office->store(), path(u"desktop.kartoteka"_s), u"Maria"_s);
        QVERIFY(made);
        QVERIFY(QFile::copy(path(u"desktop.kartoteka"_s), path(u"laptop.kartoteka"_s)));
        auto desktop = open(u"desktop.kartoteka"_s, u"computer 1"_s);
        auto laptop = open(u"laptop.kartoteka"_s, u"computer 2"_s);
        create(*desktop, u"On the desktop"_s);
        create(*laptop, u"On the laptop"_s);
        QVERIFY(send(*desktop, m_office->store(), u"office"_s));
        const auto second = send(*laptop, m_office->store(), u"office"_s);
        QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
        QCOMPARE(second->merged.forks.size(), 1);
        const QStringList all{u"First"_s, u"On the desktop"_s, u"On the laptop"_s};
        QCOMPARE(titles(m_office->store()), all);
        QVERIFY(send(m_office->store(), *desktop, made->code));
        const auto told = send(m_office->store(), *laptop, made->code);
        QVERIFY2(told, qPrintable(told ? QString() : told.error().message));
        QVERIFY(told->merged.newIdentity);
        QCOMPARE(titles(*desktop), all);
        QCOMPARE(titles(*laptop), all);
        const QString code = readSeats(laptop->reader().connection)->constFirst().code;
        QVERIFY2(code.startsWith(made->code) && code != made->code, qPrintable(code));
        create(*laptop, u"Later"_s);
        QVERIFY(send(*laptop, m_office->store(), u"office"_s));
        QCOMPARE(titles(m_office->store()).size(), 4);
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
};

QTEST_GUILESS_MAIN(TestSeats)
#include "tst_seats.moc"
