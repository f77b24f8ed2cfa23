// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/store/connection.h"
#include "core/store/database_file.h"
#include "tests/support/test_office.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <signal.h>

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
            ::kill(pid_t(writer.processId()), SIGKILL);
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

    void anImportThatWasShotHasWholeBatchesAndOneUndo()
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
        ::kill(pid_t(writer.processId()), SIGKILL);
        writer.waitForFinished();
        const QStringList there = titles(path);
        QVERIFY(there.size() > 0);
        QCOMPARE(there.size() % 500, 0);
        QProcess undo;
        undo.start(QStringLiteral(KARTOTEKA_CLI), {path, u"undo"_s});
        QVERIFY(undo.waitForFinished(60'000));
        QCOMPARE(undo.exitCode(), 0);
        QCOMPARE(titles(path), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
