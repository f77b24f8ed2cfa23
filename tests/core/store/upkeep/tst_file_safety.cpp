// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/office.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "core/transfer/importer.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Kartoteka;

namespace {

/// Locks that this process holds on the database, as the kernel tells.
int locksOn(const QString &path)
{
    QFile table(u"/proc/locks"_s);
    if (!table.open(QIODevice::ReadOnly))
        return -1;
    int count = 0;
    const QString inode = u":%1"_s.arg(stampOf(path).identity.number);
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QString text = QString::fromLatin1(line).simplified();
        if (text.contains(u" %1 "_s.arg(QCoreApplication::applicationPid())) && text.contains(inode + u' '))
            ++count;
    }
    return count;
}

qint64 leadsIn(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    const auto count = connection ? (*connection)->scalar(u"SELECT count(*) FROM lead"_s) : Result<QVariant>(QVariant(-1));
    return count ? count->toLongLong() : -1;
}

Result<Receipt> addLead(Store &store, const QString &title)
{
    const Schema &schema = *store.schema();
    return store.commitAndWait(planCreate(schema, *schema.type(u"lead"_s), {{u"title"_s, title}}));
}

QStringList problemsIn(const QString &path)
{
    auto store = openOffice(path);
    if (!store)
        return {store.error().message};
    const Result<QStringList> found = (*store)->maintain<QStringList>(checkDatabase).result();
    return found ? *found : QStringList{found.error().message};
}

QStringList rescuedBeside(const QString &path)
{
    return QDir(backupFolder(path)).entryList({u"*-rescued-*"_s}, QDir::Files);
}

} // namespace

/// Nothing that people or other programs do to the file loses what was acknowledged or ruins what they put there.
class TestFileSafety : public QObject
{
    Q_OBJECT

    static int runTool(const QStringList &arguments, QString *out = nullptr)
    {
        QProcess tool;
        tool.start(QStringLiteral(KARTOTEKA_CLI), arguments);
        if (!tool.waitForFinished(60'000))
            return -1;
        if (out)
            *out = QString::fromUtf8(tool.readAllStandardOutput() + tool.readAllStandardError());
        return tool.exitCode();
    }

private slots:
    void readingTheBaseAsAnotherFileKeepsItsLocks()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const int locks = locksOn(office.path());
        QVERIFY(locks > 0);
        const QString link = office.folder() + u"/link.csv"_s;
        QVERIFY(QFile::link(office.path(), link));
        for (const QString &path : {office.path(), link, office.path() + u"-wal"_s}) {
            QVERIFY(!planAttach({office.typeId(u"lead"_s), lead, {}}, path));
            QVERIFY(!previewImport(office.schema(), office.typeId(u"lead"_s), path));
            QCOMPARE(locksOn(office.path()), locks);
        }
        QVERIFY(inspectDatabase(office.path()));
        QCOMPARE(locksOn(office.path()), locks);
        {
            auto second = openOffice(office.path());
            QVERIFY(second);
        }
        QCOMPARE(locksOn(office.path()), locks);
    }

    void aProgramBesideLosesNothing()
    {
        // docs/reliability.md tells of a long run.
        const int acts = qEnvironmentVariable("KARTOTEKA_ACTS", u"12"_s).toInt();
        TestOffice office;
        QVERIFY(addLead(office.store(), u"before"_s));
        for (int i = 0; i < acts; ++i) {
            QCOMPARE(runTool({office.path(), u"create"_s, u"lead"_s, u"title=tool %1"_s.arg(i)}), 0);
            QVERIFY(addLead(office.store(), u"window %1"_s.arg(i)));
        }
        office.close();
        QCOMPARE(leadsIn(office.path()), 1 + 2 * acts);
        QCOMPARE(problemsIn(office.path()), QStringList());
    }

    void aFileThatIsTakenAwayIsNotWritten_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("writes");
        for (const auto &how : {"deleted", "renamed", "replaced", "overwritten"}) {
            QTest::addRow("%s, then a write", how) << QString::fromLatin1(how) << true;
            QTest::addRow("%s, then closed", how) << QString::fromLatin1(how) << false;
        }
    }

    void aFileThatIsTakenAwayIsNotWritten()
    {
        QFETCH(QString, how);
        QFETCH(bool, writes);
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"old"_s}});
        const QString backup = office.folder() + u"/backup.kartoteka"_s;
        QVERIFY(office.store()
                    .maintain<bool>([backup](Connection &connection) -> Result<bool> {
                        auto done = backupTo(connection, backup);
                        return done ? Result<bool>(true) : Result<bool>(done.error());
                    })
                    .result());
        QVERIFY(addLead(office.store(), u"acknowledged"_s));
        const QString path = office.path();
        if (how == u"deleted") {
            QVERIFY(QFile::remove(path));
        } else if (how == u"renamed") {
            QVERIFY(QFile::rename(path, path + u".old"_s));
        } else if (how == u"replaced") {
            QCOMPARE(std::rename(QFile::encodeName(backup).constData(), QFile::encodeName(path).constData()), 0);
        } else {
            QTest::qWait(20); // a tick of the file system's clock
            QFile source(backup);
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QByteArray bytes = source.readAll();
            QFile *target = new QFile(path); // never closed: that would take the locks of this process
            QVERIFY(target->open(QIODevice::ReadWrite));
            QVERIFY(target->resize(bytes.size()));
            QCOMPARE(target->write(bytes), bytes.size());
            QVERIFY(target->flush());
        }
        QSignalSpy stoodDown(&office.store(), &Store::stoodDown);
        if (writes) {
            const auto refused = addLead(office.store(), u"lost"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::File);
            QVERIFY(refused.error().message.contains(path));
            QCOMPARE(stoodDown.size(), 1);
            QVERIFY(!addLead(office.store(), u"again"_s));
        }
        QVERIFY(!office.store().close());
        office.close();
        if (how == u"overwritten") {
            QCOMPARE(rescuedBeside(path), QStringList());
        } else {
            const QStringList rescued = rescuedBeside(path);
            QCOMPARE(rescued.size(), 1);
            QCOMPARE(leadsIn(backupFolder(path) + u'/' + rescued[0]), 2);
        }
        if (how == u"replaced" || how == u"overwritten") {
            QCOMPARE(problemsIn(path), QStringList());
            QCOMPARE(leadsIn(path), 1);
        } else {
            QVERIFY(!QFile::exists(path));
            QVERIFY(!QFile::exists(path + u"-wal"_s));
        }
    }

    void theSecondWindowReadsAndSaysWhoWrites()
    {
        TestOffice office;
        office.close();
        auto first = findAccess(office.path(), {u"Anna"_s, true});
        QVERIFY(first && first->isWritable());
        auto anna = openOffice(std::move(*first));
        QVERIFY(anna);
        auto second = findAccess(office.path(), {u"Boris"_s, true});
        QVERIFY(second);
        QCOMPARE(second->kind, FileAccess::Kind::Read);
        QVERIFY(second->reason.contains(u"Anna"));
        auto boris = openOffice(std::move(*second));
        QVERIFY(boris);
        const auto refused = addLead(**boris, u"no"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        QSignalSpy news(boris->get(), &Store::committed);
        QVERIFY(addLead(**anna, u"seen"_s));
        QTRY_VERIFY(!news.isEmpty()); // what is written there is seen here
        QSignalSpy free(boris->get(), &Store::becameFree);
        anna->reset();
        QTRY_COMPARE(free.size(), 1);
        boris->reset();
        QCOMPARE(leadsIn(office.path()), 1);
    }

    void commandsWorkBesideAWindow()
    {
        TestOffice office;
        office.close();
        auto access = findAccess(office.path(), {u"Anna"_s, true});
        QVERIFY(access);
        auto window = openOffice(std::move(*access));
        QVERIFY(window);
        QCOMPARE(runTool({office.path(), u"create"_s, u"lead"_s, u"title=x"_s}), 0);
        QCOMPARE(leadsIn(office.path()), 1);
    }

    void onAnotherComputerACopyIsRead()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        office.close();
        // As the other computer's program would leave it: QLockFile's lines, and who it is.
        QFile lock(office.path() + u"-lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("4242\nkartoteka\nother-computer\n00000000000000000000000000000001\nboot\n");
        lock.close();
        QFile holder(office.path() + u"-holder"_s);
        QVERIFY(holder.open(QIODevice::WriteOnly));
        holder.write(QJsonDocument(QJsonObject{{u"person"_s, u"Vera"_s},
                                               {u"computer"_s, u"other-computer"_s},
                                               {u"machine"_s, u"1"_s},
                                               {u"process"_s, 4242},
                                               {u"since"_s, 1},
                                               {u"window"_s, true}})
                         .toJson());
        holder.close();
        auto access = findAccess(office.path(), {u"Anna"_s, true});
        QVERIFY(access);
        QCOMPARE(access->kind, FileAccess::Kind::Copy);
        QVERIFY(access->reason.contains(u"Vera"));
        QVERIFY(access->asOf > 0);
        auto store = openOffice(std::move(*access));
        QVERIFY(store);
        QVERIFY(!addLead(**store, u"no"_s));
        QString out;
        QCOMPARE(runTool({office.path(), u"count"_s, u"lead"_s, u"--json"_s}, &out), 0);
        QVERIFY(out.contains(u"\"count\": 1"));
        QCOMPARE(runTool({office.path(), u"create"_s, u"lead"_s, u"title=x"_s}, &out), 3);
        QVERIFY(out.contains(u"Vera"));
    }

    void readingDoesNotWaitForWriting()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        auto writer = Connection::open(office.path(), Connection::Mode::ReadWrite);
        QVERIFY(writer);
        QVERIFY((*writer)->run(u"BEGIN IMMEDIATE"_s));
        QString out;
        QCOMPARE(runTool({office.path(), u"count"_s, u"lead"_s, u"--json"_s}, &out), 0);
        QVERIFY(out.contains(u"\"count\": 1"));
        QCOMPARE(runTool({office.path(), u"export"_s, u"lead"_s, office.folder() + u"/out.csv"_s}), 0);
        QCOMPARE(runTool({office.path(), u"backup"_s, office.folder() + u"/b.kartoteka"_s}), 0);
        QVERIFY((*writer)->run(u"ROLLBACK"_s));
    }

    void aFileMarkedReadOnlyIsRead()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        office.close();
        QVERIFY(QFile::setPermissions(office.path(), QFile::ReadOwner));
        auto store = openOffice(office.path());
        QVERIFY(store);
        QCOMPARE((*store)->access().kind, FileAccess::Kind::Medium);
        const auto refused = addLead(**store, u"no"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        QVERIFY(!QFile::exists(office.path() + u"-wal"_s));
    }

#ifdef Q_OS_UNIX
    /// SQLite would write into what the link leads to, and wait for the pipe for ever.
    void whatStandsBesideTheFileIsAFileOrNothing_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"-wal", "-shm", "-journal"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void whatStandsBesideTheFileIsAFileOrNothing()
    {
        QFETCH(QString, ending);
        TestOffice office;
        office.close();
        const QString beside = office.path() + ending;
        const QString precious = office.folder() + u"/precious"_s;
        QFile other(precious);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("precious") == 8);
        other.close();
        const auto refused = [&] {
            const auto store = openOffice(office.path());
            return !store && store.error().message.contains(QFileInfo(beside).fileName());
        };
        QVERIFY(QFile::link(precious, beside));
        QVERIFY(refused());
        QVERIFY(QFile::remove(beside));
        QVERIFY(QDir().mkdir(beside));
        QVERIFY(refused());
        QVERIFY(QDir().rmdir(beside));
        QCOMPARE(::mkfifo(beside.toLocal8Bit().constData(), 0600), 0);
        QVERIFY(refused());
        QVERIFY(QFile::remove(beside));
        QVERIFY(openOffice(office.path()));
        QCOMPARE(QFileInfo(precious).size(), 8);
    }
#endif

    void theLogIsPutInWhenNothingIsWritten()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const QString copy = office.folder() + u"/copy.kartoteka"_s;
        // The file alone is copied by another program, again and again.
        QTRY_VERIFY_WITH_TIMEOUT(
            (QFile::remove(copy), QProcess::execute(u"cp"_s, {office.path(), copy}) == 0) && leadsIn(copy) == 1, 10'000);
    }

    void newFilesAreReadableByTheirOwnerOnly()
    {
        TestOffice office;
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        const QString made = office.folder() + u"/made.kartoteka"_s;
        const NewDatabase options{
            .language = u"en"_s, .userName = u"Ann"_s, .login = u"ann"_s, .currency = u"RUB"_s, .phoneRegion = u"RU"_s};
        QVERIFY(createDatabase(made, options, office.clock()));
        QCOMPARE(QFile::permissions(made) & others, QFile::Permissions());
        const Result<QString> saved = office.store()
                                          .maintain<QString>(
                                              [&](Connection &c) { return dailyBackup(c, office.path(), office.clock()); })
                                          .result();
        QVERIFY(saved);
        QCOMPARE(QFile::permissions(*saved) & others, QFile::Permissions());
    }

    void aBackupTakesTheFilesPlaceAndTheFileIsKept_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("plain") << QString();
        QTest::newRow("encrypted") << u"a long enough phrase"_s;
    }

    void aBackupTakesTheFilesPlaceAndTheFileIsKept()
    {
        QFETCH(QString, passphrase);
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const QString target = backupPath(office.path(), BackupFile::Kind::ByHand, office.clock().now(),
                                          !passphrase.isEmpty());
        QVERIFY(ensureBackupFolder(target));
        QVERIFY(office.store()
                    .maintain<bool>([&](Connection &connection) -> Result<bool> {
                        auto done = passphrase.isEmpty() ? backupTo(connection, target)
                                                         : sealedBackupTo(connection, target, passphrase);
                        return done ? Result<bool>(true) : Result<bool>(done.error());
                    })
                    .result());
        office.create(u"lead"_s, {{u"title"_s, u"Two"_s}});
        QVERIFY(!restoreBackup(target, office.path(), passphrase, office.clock())); // it is open
        office.close();
        if (!passphrase.isEmpty())
            QVERIFY(!restoreBackup(target, office.path(), u"another phrase"_s, office.clock()));
        QCOMPARE(leadsIn(office.path()), 2);
        const auto kept = restoreBackup(target, office.path(), passphrase, office.clock());
        QVERIFY(kept);
        QCOMPARE(leadsIn(office.path()), 1);
        QCOMPARE(leadsIn(*kept), 2);
        QCOMPARE(problemsIn(office.path()), QStringList());
        const QList<BackupFile> all = backupsOf(office.path());
        QCOMPARE(
            std::count_if(all.begin(), all.end(), [](const BackupFile &b) { return b.kind == BackupFile::Kind::Replaced; }),
            1);
    }

    void backupsRotateByDaysWeeksAndMonths()
    {
        QList<QDate> days;
        for (int i = 0; i < 400; ++i)
            days << QDate(2026, 11, 25).addDays(-i);
        const BackupPlan plan{.days = 7, .weeks = 4, .months = 6};
        const QList<QDate> expired = expiredBackups(days, plan);
        QSet<QDate> kept(days.begin(), days.end());
        for (const QDate &day : expired)
            kept.remove(day);
        for (int i = 0; i < 7; ++i)
            QVERIFY(kept.contains(QDate(2026, 11, 25).addDays(-i)));
        QVERIFY(kept.contains(QDate(2026, 11, 15))); // a Sunday: the newest of its week
        QVERIFY(kept.contains(QDate(2026, 6, 30)));  // the newest of its month
        QVERIFY(!kept.contains(QDate(2026, 5, 31)));
        QVERIFY(kept.size() <= 7 + 4 + 6);
        QCOMPARE(expiredBackups({QDate(2020, 1, 1)}, plan), QList<QDate>()); // the last one is never removed
    }

    void aLongActThatWasInterruptedIsFoundAndTakenOut()
    {
        TestOffice office;
        const QUuid act = makeUid(office.clock().now());
        ChangeSet part = planCreate(office.schema(), *office.schema().type(u"lead"_s), {{u"title"_s, u"half"_s}});
        part.act = act;
        part.goesOn = true;
        QVERIFY(office.store().commitAndWait(part));
        {
            auto beside = openOffice(office.path()); // it is being worked on: nobody takes it out
            QVERIFY(beside);
            QVERIFY((*beside)->interruptedActs().isEmpty());
        }
        office.reopen();
        QCOMPARE(office.store().interruptedActs().size(), 1);
        QCOMPARE(office.store().interruptedActs().constFirst().uid, act);
        QVERIFY(office.store().takeOut(act).result());
        office.reopen();
        QVERIFY(office.store().interruptedActs().isEmpty());
        QCOMPARE(leadsIn(office.path()), 0);
        QCOMPARE(office.problems(), QStringList());
    }
};

KARTOTEKA_TEST(tst_file_safety, TestFileSafety)
#include "tst_file_safety.moc"
