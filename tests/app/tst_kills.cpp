// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/bulk.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/office.h"
#include "core/pipeline/stage_move.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/test_office.h"

#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

namespace {

constexpr int leads = 2'000;

/// Starts a program and shoots it after @p afterMs; @return true when it was at work then.
bool shoot(const QString &program, const QStringList &arguments, qint64 afterMs)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        qFatal("it does not start");
    const bool ended = process.waitForFinished(int(afterMs));
    process.kill();
    if (!ended)
        process.waitForFinished();
    return !ended;
}

/// @return what it said, nothing when it failed.
std::optional<QByteArray> run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qInfo() << arguments << process.exitCode() << process.readAllStandardError().left(400);
        return {};
    }
    return process.readAllStandardOutput();
}

void writeTable(const QString &path, const QString &prefix, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room");
    QByteArray bytes("Title;Phone;E-mail;Comment\n");
    for (int i = 0; i < rows; ++i)
        bytes += (u"%1 %2;+7916%3;%1%2@x.example;told by %1\n"_s.arg(prefix).arg(i).arg(1'000'000 + i)).toUtf8();
    file.write(bytes);
}

/// Long acts that the command line does not have: this program does them when it is started with their name.
int carryOut(const QString &act, const QString &path)
{
    auto store = openOffice(path);
    if (!store)
        return 3;
    const SchemaPtr schema = (*store)->schema();
    ItemQuery query;
    query.typeId = schema->type(u"lead"_s)->id;
    const auto ids = queryIds((*store)->reader(), query);
    BulkAct bulk;
    if (act == u"bulk move")
        bulk = bulkMove(schema, findStage(*schema, query.typeId, 0, u"in_progress"_s));
    else if (act == u"bulk edit")
        bulk = bulkEdit(schema, {{u"comment"_s, u"changed by the hundred"_s}});
    else
        bulk = bulkDelete(schema, (*store)->clock().now());
    auto report = ids ? runBulk(**store, query.typeId, *ids, bulk) : Result<BulkReport>(ids.error());
    return report && report->done > 0 ? 0 : 1;
}

} // namespace

/// Every long act is shot at any moment of it. The file stays sound, the act is whole or not there, nothing is left lying
/// about, and the next try works. How often each is shot: KARTOTEKA_KILLS (docs/reliability.md has a long run).
class TestKills : public QObject
{
    Q_OBJECT

    const QString m_cli = QStringLiteral(KARTOTEKA_CLI);
    QTemporaryDir m_dir;
    int m_rounds = qEnvironmentVariable("KARTOTEKA_KILLS", u"2"_s).toInt();
    int m_shots = 0;
    int m_atWork = 0;

    QString source(const QString &name) const { return m_dir.filePath(u"made/"_s + name); }
    QString work(const QString &name) const { return m_dir.filePath(u"work/"_s + name); }

    /// The folder in which people work, as it was before the act.
    void reset(const QString &office) const
    {
        QDir(m_dir.filePath(u"work"_s)).removeRecursively();
        QDir(m_dir.path()).mkpath(u"work"_s);
        QVERIFY(QFile::copy(source(office), work(u"office.kartoteka"_s)));
    }

    /// What people see of the leads and seats; also says whether the file is sound.
    static QString stateOf(const QString &path)
    {
        auto store = openOffice(path);
        if (!store)
            return u"does not open: "_s + store.error().message;
        const Result<QStringList> problems = (*store)->maintain<QStringList>(checkDatabase).result();
        if (!problems || !problems->isEmpty())
            return u"check: "_s + (problems ? problems->join(u'\n') : problems.error().message);
        QStringList state;
        for (const QString &sql :
             {u"SELECT count(*) FROM lead"_s, u"SELECT count(*) FROM lead WHERE deleted_at IS NULL"_s,
              u"SELECT count(*) FROM multi_value"_s, u"SELECT sum(stage) FROM lead"_s,
              u"SELECT sum(length(comment)) FROM lead"_s, u"SELECT count(*) FROM attachment WHERE deleted_at IS NULL"_s,
              u"SELECT count(*) FROM contact"_s}) {
            auto value = (*store)->reader().connection.scalar(sql);
            state << (value ? value->toString() : value.error().detail);
        }
        return state.join(u' ');
    }

    /// Files in the folder that nobody asked for.
    QStringList strays() const
    {
        QStringList found;
        QDirIterator files(m_dir.filePath(u"work"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            const QString name = file.fileName();
            if (name == u"lock" && file.size() == 0)
                continue; // may be being made: it is left alone for a minute
            // The lock of a new seat is judged by whether its program lives.
            const bool isAsked = name.startsWith(u"out.") && (name.count(u'.') == 1 || name.endsWith(u".new.lock"));
            if (!name.startsWith(u"office") && !isAsked)
                found << name;
        }
        return found;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"made"_s));
        {
            TestOffice office;
            office.close();
            QVERIFY(QFile::copy(office.path(), source(u"empty"_s)));
        }
        const auto step = [this](const QString &from, const QString &to, const QStringList &arguments) {
            const QString path = work(u"office.kartoteka"_s);
            reset(from);
            QVERIFY(run(m_cli, QStringList{path} + arguments));
            QVERIFY(QFile::copy(path, source(to)));
        };
        writeTable(source(u"in.csv"_s), u"Lead"_s, leads);
        writeTable(source(u"more.csv"_s), u"More"_s, leads);
        QFile big(source(u"big.bin"_s));
        QVERIFY(big.open(QIODevice::WriteOnly));
        for (int i = 0; i < 300; ++i)
            big.write(QByteArray(100'000, char('a' + i % 26)));
        big.close();
        step(u"empty"_s, u"full"_s, {u"import"_s, u"lead"_s, source(u"in.csv"_s)});
        step(u"full"_s, u"undone"_s, {u"undo"_s});
        step(u"full"_s, u"attached"_s, {u"attach"_s, u"lead"_s, u"1"_s, source(u"big.bin"_s)});
        // An office whose laptop has written a file for it.
        reset(u"full"_s);
        const QString laptop = source(u"laptop.kartoteka"_s);
        QVERIFY(run(m_cli, {work(u"office.kartoteka"_s), u"exchange"_s, u"new-seat"_s, laptop, u"--name"_s, u"Maria"_s}));
        QVERIFY(QFile::copy(work(u"office.kartoteka"_s), source(u"with seat"_s)));
        QVERIFY(run(m_cli, {laptop, u"import"_s, u"lead"_s, source(u"more.csv"_s), u"--on-duplicate"_s, u"create"_s}));
        QVERIFY(run(m_cli, {laptop, u"exchange"_s, u"write"_s, source(u"from.kartoteka-exchange"_s)}));
    }

    void isWholeOrNotThere_data()
    {
        QTest::addColumn<QString>("office");
        QTest::addColumn<QStringList>("arguments"); // those without a verb of the command line begin with a star
        const QString out = work(u"out."_s);
        const auto row = [](const char *name, const QString &office, const QStringList &arguments) {
            QTest::newRow(name) << office << arguments;
        };
        row("import", u"empty"_s, {u"import"_s, u"lead"_s, source(u"in.csv"_s)});
        row("import that merges", u"full"_s,
            {u"import"_s, u"lead"_s, source(u"more.csv"_s), u"--on-duplicate"_s, u"merge"_s});
        row("undo of an import", u"full"_s, {u"undo"_s});
        row("redo of an import", u"undone"_s, {u"redo"_s});
        row("bulk move", u"full"_s, {u"*bulk move"_s});
        row("bulk edit", u"full"_s, {u"*bulk edit"_s});
        row("bulk delete", u"full"_s, {u"*bulk delete"_s});
        row("exchange read", u"with seat"_s, {u"exchange"_s, u"read"_s, source(u"from.kartoteka-exchange"_s)});
        row("exchange write", u"with seat"_s, {u"exchange"_s, u"write"_s, out + u"kartoteka-exchange"_s});
        row("new seat", u"full"_s, {u"exchange"_s, u"new-seat"_s, out + u"kartoteka"_s, u"--name"_s, u"Zed"_s});
        row("backup", u"full"_s, {u"backup"_s, out + u"kartoteka"_s});
        row("export", u"full"_s, {u"export"_s, u"lead"_s, out + u"csv"_s});
        row("attach", u"full"_s, {u"attach"_s, u"lead"_s, u"1"_s, source(u"big.bin"_s)});
        row("save a file", u"attached"_s, {u"save-file"_s, u"1"_s, out + u"bin"_s});
    }

    void isWholeOrNotThere()
    {
        QFETCH(QString, office);
        QFETCH(QStringList, arguments);
        const QString path = work(u"office.kartoteka"_s);
        const bool isOurs = arguments[0].startsWith(u'*');
        const QString program = isOurs ? QCoreApplication::applicationFilePath() : m_cli;
        const QStringList words = isOurs ? QStringList{u"tst_kills"_s, u"--act"_s, arguments[0].mid(1), path}
                                         : QStringList{path} + arguments;
        QString out;
        for (const QString &word : std::as_const(arguments))
            out = word.startsWith(work(u"out."_s)) ? word : out;

        // What it looks like before and after, and how long it takes when nobody disturbs it.
        reset(office);
        const QString before = stateOf(path);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(run(program, words));
        const qint64 duration = timer.elapsed();
        const QString after = stateOf(path);
        const qint64 size = out.isEmpty() ? 0 : QFileInfo(out).size();
        QVERIFY(out.isEmpty() || size > 0);
        QVERIFY(!out.isEmpty() || before != after);
        QCOMPARE(strays(), QStringList());

        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u, %lld ms", seed, duration);
        QRandomGenerator random(seed);
        for (int round = 0; round < m_rounds; ++round) {
            reset(office);
            ++m_shots;
            m_atWork += shoot(program, words, random.bounded(duration + 1));
            // The next program of the same person takes out what was interrupted, and what was left.
            QVERIFY(run(m_cli, {path, u"count"_s, u"lead"_s}));
            const QString state = stateOf(path);
            QVERIFY2(state == before || state == after, qPrintable(u"%1\n%2\n%3"_s.arg(before, state, after)));
            QVERIFY2(strays().isEmpty(), qPrintable(strays().join(u", ")));
            if (QFileInfo::exists(out)) {
                if (out.endsWith(u".kartoteka"))
                    QCOMPARE(stateOf(out), before);
                else if (!out.endsWith(u".kartoteka-exchange"))
                    QCOMPARE(QFileInfo(out).size(), size);
                else
                    QVERIFY(run(m_cli, {source(u"laptop.kartoteka"_s), u"exchange"_s, u"read"_s, out, u"--dry-run"_s}));
                QFile::remove(out);
            }
            if (state == before)
                QVERIFY(run(program, words));
        }
    }

    void cleanupTestCase()
    {
        qInfo("%d kills, %d of them of a program at work", m_shots, m_atWork);
        QVERIFY(m_atWork > 0);
    }
};

int tst_kills(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 4 && words[1] == u"--act")
        return carryOut(words[2], words[3]);
    TestKills test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kills.moc"
