// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/open_files.h"
#include "core/store/file/output_file.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Kartoteka;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What is written for a person stands whole in its place or not at all, and destroys nothing.
class TestOutputFile : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsDestroyed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("a new name") << u"new"_s << true;
        QTest::newRow("a table there already") << u"table"_s << true;
        QTest::newRow("an empty file") << u"empty"_s << true;
        QTest::newRow("the open base") << u"base"_s << false;
        QTest::newRow("a link to the open base") << u"link"_s << false;
        QTest::newRow("the log of the base") << u"log"_s << false;
        QTest::newRow("another database") << u"database"_s << false;
        QTest::newRow("a picture called .csv") << u"picture"_s << false;
        QTest::newRow("a text of another ending") << u"other ending"_s << false;
        QTest::newRow("what is read meanwhile") << u"source"_s << false;
        QTest::newRow("a folder") << u"folder"_s << false;
        QTest::newRow("a pipe") << u"pipe"_s << false;
        QTest::newRow("a device") << u"device"_s << false;
        QTest::newRow("a folder that is not there") << u"nowhere"_s << false;
        QTest::newRow("a link to itself") << u"loop"_s << false;
    }

    void nothingIsDestroyed()
    {
        QFETCH(QString, what);
        QFETCH(bool, allowed);
        TestOffice office;
        const QString folder = office.folder();
        QString path = folder + u"/out.csv"_s;
        OutputRule rule{OutputKind::Table, {}, folder + u"/source.csv"_s};
        write(rule.source, "Title\nx\n");
        if (what == u"table")
            write(path, "a,b\n1,2\n");
        else if (what == u"empty")
            write(path, {});
        else if (what == u"base")
            path = office.path();
        else if (what == u"link")
            QVERIFY(QFile::link(office.path(), path));
        else if (what == u"log")
            path = office.path() + u"-wal"_s;
        else if (what == u"database")
            write(path, QByteArray("SQLite format 3\0 and more", 25));
        else if (what == u"picture")
            write(path, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        else if (what == u"other ending")
            write(path = folder + u"/notes.md"_s, "# Notes\n");
        else if (what == u"source")
            path = rule.source;
        else if (what == u"folder")
            path = folder;
        else if (what == u"pipe")
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        else if (what == u"device")
            path = u"/dev/null"_s;
        else if (what == u"nowhere")
            path = folder + u"/none/out.csv"_s;
        else if (what == u"loop")
            QVERIFY(QFile::link(path, path));
        const bool regular = stampOf(path).kind == FileKind::Regular && what != u"base" && what != u"link" && what != u"log";
        const QByteArray before = regular ? bytesOf(path) : QByteArray();
        auto output = OutputFile::open(path, rule);
        QCOMPARE(bool(output), allowed);
        if (allowed) {
            (*output)->device().write("new");
            QVERIFY((*output)->commit());
            QCOMPARE(bytesOf(path), QByteArray("new"));
        } else {
            QVERIFY(!output.error().message.isEmpty());
            if (regular)
                QCOMPARE(bytesOf(path), before);
        }
        QCOMPARE(office.problems(), QStringList());
    }

    void aFileThatIsNotFinishedLeavesNothing()
    {
        QTemporaryDir dir;
        const QString place = dir.filePath(u"a.kartoteka-exchange"_s);
        {
            auto partial = PartialFile::make(place);
            QVERIFY(partial);
            write((*partial)->path(), "half");
        }
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
        auto partial = PartialFile::make(place);
        QVERIFY(partial);
        QCOMPARE(QFile::permissions((*partial)->path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        write((*partial)->path(), "whole");
        QVERIFY((*partial)->publish(false));
        QCOMPARE(bytesOf(place), QByteArray("whole"));
    }

    void whatKilledProgramsLeftIsRemoved()
    {
        QTemporaryDir dir;
        const QString left = dir.filePath(u".kartoteka-abc.part"_s);
        const QString foreign = dir.filePath(u"letter.txt"_s);
        write(left, "half");
        write(left + u".aB3dEf"_s, "an archive under way");
        write(foreign, "not ours");
        const QString notes = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + u"/Kartoteka/unfinished"_s;
        QVERIFY(QDir().mkpath(notes));
        write(notes + u"/999999999-a"_s, left.toUtf8());
        write(notes + u"/999999999-b"_s, foreign.toUtf8()); // a note may say what it likes
        removeLeftovers();
        QVERIFY(!QFile::exists(left));
        QVERIFY(!QFile::exists(left + u".aB3dEf"_s));
        QVERIFY(QFile::exists(foreign));
        QVERIFY(!QFile::exists(notes + u"/999999999-a"_s));
    }

    void whatIsBeingWrittenIsNotALeftover()
    {
        QTemporaryDir dir;
        auto partial = PartialFile::make(dir.filePath(u"x"_s));
        QVERIFY(partial);
        removeLeftovers();
        QVERIFY(QFile::exists((*partial)->path()));
    }
};

KARTOTEKA_TEST(tst_output_file, TestOutputFile)
#include "tst_output_file.moc"
