// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/store/db/connection.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

/// The power goes off while programs write: nothing that was reported done may be lost, nothing half done stays.
class TestCrash : public QObject
{
    Q_OBJECT

    static QStringList titles(const QString &path)
    {
        auto store = openOffice(path);
        if (!store)
            qFatal("the file no longer opens: %s", qPrintable(store.error().message));
        ReadContext reader = (*store)->reader();
        ItemQuery query;
        query.typeId = (*store)->schema()->type(u"lead"_s)->id;
        QStringList out;
        const auto ids = queryIds(reader, query);
        for (const qint64 id : ids ? *ids : QList<qint64>())
            out << itemTitle(reader, {query.typeId, id, {}});
        const Result<QStringList> problems = (*store)->maintain<QStringList>(checkDatabase).result();
        if (!problems || !problems->isEmpty())
            qFatal("check found: %s", qPrintable(problems ? problems->join(u'\n') : problems.error().message));
        return out;
    }

private slots:
    void everyCommitReportedDoneIsThereAfterAKill()
    {
        QString path;
        QTemporaryDir dir;
        {
            TestOffice office;
            path = dir.filePath(u"office.kartoteka"_s);
            office.close();
            QVERIFY(QFile::copy(office.path(), path));
        }
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QSet<QString> reported;
        int killedInWork = 0;
        for (int round = 0; round < 50; ++round) {
            // One program at a time writes leads, as fast as it can, until it is shot.
            QProcess writer;
            writer.start(QStringLiteral(KARTOTEKA_CLI), {path, u"batch"_s});
            QVERIFY(writer.waitForStarted());
            QByteArray lines;
            for (int i = 0; i < 500; ++i)
                lines += "create lead title=r" + QByteArray::number(round) + "-" + QByteArray::number(i) + "\n";
            writer.write(lines);
            writer.closeWriteChannel();
            const qint64 until = random.bounded(10, 400);
            QElapsedTimer timer;
            timer.start();
            QByteArray out;
            while (timer.elapsed() < until) {
                writer.waitForReadyRead(int(qMax<qint64>(1, until - timer.elapsed())));
                out += writer.readAllStandardOutput();
            }
            killedInWork += writer.state() == QProcess::Running;
            writer.kill();
            writer.waitForFinished();
            out += writer.readAllStandardOutput();
            out.truncate(out.lastIndexOf('\n') + 1);
            const qsizetype done = out.count('\n');
            for (qsizetype i = 0; i < done; ++i)
                reported.insert(u"r%1-%2"_s.arg(round).arg(i));
            if (round % 10 == 9) {
                const QStringList there = titles(path);
                QVERIFY(QSet<QString>(there.cbegin(), there.cend()).contains(reported));
            }
        }
        QVERIFY(killedInWork >= 40);
        QVERIFY(!reported.isEmpty());
        const QStringList there = titles(path);
        QVERIFY(QSet<QString>(there.cbegin(), there.cend()).contains(reported));
    }

    void doneIsSaidAfterTheSync()
    {
#ifdef KARTOTEKA_SYNC_WITNESS
        TestOffice office;
        office.close();
        const QString log = office.folder() + u"/syncs"_s;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(KARTOTEKA_SYNC_WITNESS));
        environment.insert(u"KARTOTEKA_SYNC_LOG"_s, log);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(KARTOTEKA_CLI), {office.path(), u"batch"_s});
        QVERIFY(program.waitForStarted());
        program.write("create lead title=a\ncreate lead title=b\nset lead 1 title=c\n");
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 0);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> answers = file.readAll().trimmed().split('\n');
        QVERIFY(answers.size() >= 3);
        for (const QByteArray &answer : answers)
            QCOMPARE(answer, QByteArray("clean"));
#else
        QSKIP("Syncs are seen on Linux only.");
#endif
    }

    void anImportThatWasShotIsTakenOutByTheNextStart()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"office.kartoteka"_s);
        {
            TestOffice office;
            office.close();
            QVERIFY(QFile::copy(office.path(), path));
        }
        const QString csv = dir.filePath(u"in.csv"_s);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray bytes("Title,Phone\n");
        for (int i = 0; i < 60'000; ++i)
            bytes += "Lead " + QByteArray::number(i) + ",+7916" + QByteArray::number(1'000'000 + i) + "\n";
        file.write(bytes);
        file.close();
        QProcess writer;
        writer.start(QStringLiteral(KARTOTEKA_CLI), {path, u"import"_s, u"lead"_s, csv});
        QVERIFY(writer.waitForStarted());
        const auto someAreIn = [&] {
            const auto reader = Connection::open(path, Connection::Mode::ReadOnly);
            const auto count = reader ? (*reader)->scalar(u"SELECT count(*) FROM lead"_s) : Result<QVariant>(QVariant());
            return count && count->toInt() > 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(someAreIn(), 60'000);
        QCOMPARE(writer.state(), QProcess::Running);
        writer.kill();
        writer.waitForFinished();
        QVERIFY(!titles(path).isEmpty());
        // The next program that opens the file takes it out and says so.
        QProcess next;
        next.start(QStringLiteral(KARTOTEKA_CLI), {path, u"count"_s, u"lead"_s, u"--json"_s});
        QVERIFY(next.waitForFinished(60'000));
        QCOMPARE(next.exitCode(), 0);
        QVERIFY(next.readAllStandardError().contains("in.csv"));
        QCOMPARE(titles(path), QStringList());
    }

    void anExchangeThatWasShotIsWholeOrNotThereAndTheNextTryWorks()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"office.kartoteka"_s);
        {
            TestOffice office;
            office.close();
            QVERIFY(QFile::copy(office.path(), path));
        }
        const QString laptop = dir.filePath(u"laptop.kartoteka"_s);
        const QString file = dir.filePath(u"a.kartoteka-exchange"_s);
        const auto run = [](const QStringList &arguments) {
            QProcess program;
            program.start(QStringLiteral(KARTOTEKA_CLI), arguments);
            return program.waitForFinished(120'000) && program.exitCode() == 0;
        };
        QVERIFY(run({path, u"exchange"_s, u"new-seat"_s, laptop, u"--name"_s, u"Maria"_s}));
        const QString csv = dir.filePath(u"in.csv"_s);
        QFile source(csv);
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("Title\n");
        for (int i = 0; i < 2'000; ++i)
            source.write("Lead " + QByteArray::number(i) + "\n");
        source.close();
        QVERIFY(run({laptop, u"import"_s, u"lead"_s, csv}));
        const QString before = dir.filePath(u"before.kartoteka"_s);
        QVERIFY(QFile::copy(path, before));

        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        // How long each takes when nobody disturbs it.
        const auto timeOf = [&](const QStringList &arguments) {
            QElapsedTimer timer;
            timer.start();
            return run(arguments) ? timer.elapsed() : -1;
        };
        const QStringList write{laptop, u"exchange"_s, u"write"_s, file};
        const QStringList read{path, u"exchange"_s, u"read"_s, file};
        const qint64 writeMs = timeOf(write);
        const qint64 readMs = timeOf(read);
        QVERIFY(writeMs > 0 && readMs > 0);
        QFile::remove(path);
        QVERIFY(QFile::copy(before, path));
        const auto shoot = [&](const QStringList &arguments, qint64 afterMs) {
            QProcess program;
            program.start(QStringLiteral(KARTOTEKA_CLI), arguments);
            if (!program.waitForStarted())
                qFatal("it does not start");
            QTest::qSleep(int(afterMs));
            program.kill();
            program.waitForFinished();
        };
        for (int round = 0; round < 50; ++round) {
            QFile::remove(file);
            shoot(write, random.bounded(writeMs));
            QVERIFY(!QFileInfo::exists(file) || run({path, u"exchange"_s, u"read"_s, file, u"--dry-run"_s}));
            if (round % 10 == 9)
                QVERIFY(run(write));
        }
        QVERIFY(run(write));
        for (int round = 0; round < 50; ++round) {
            shoot(read, random.bounded(readMs));
            const qsizetype there = titles(path).size();
            QVERIFY2(there == 0 || there == 2'000, qPrintable(QString::number(there)));
            if (there == 2'000) {
                for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
                    QFile::remove(path + suffix);
                QVERIFY(QFile::copy(before, path));
            }
        }
        QVERIFY(run(read));
        QCOMPARE(titles(path).size(), 2'000);
    }
};

KARTOTEKA_TEST(tst_crash, TestCrash)
#include "tst_crash.moc"
