// SPDX-License-Identifier: GPL-3.0-or-later
// The program over midnight, New Year and a change of the clocks, told a time that is not (faketime).
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

#include <QStandardPaths>

class TestCliClock : public QObject, protected CommandLine
{
    Q_OBJECT

    QString m_library;

    QJsonDocument at(const QString &time, const QStringList &arguments)
    {
        const QByteArray out = run(arguments + QStringList{u"--json"_s}, {},
                                   {u"LD_PRELOAD="_s + m_library, u"FAKETIME=@"_s + time, u"TZ=Europe/Berlin"_s});
        return QJsonDocument::fromJson(out);
    }
    int red(const QString &time) { return at(time, {u"counters"_s})[u"lead"_s][u"red"_s].toInt(-1); }
    /// The column of the activities board in which the only lead stands.
    QString standing(const QString &time)
    {
        const QJsonArray columns = at(time, {u"activities"_s, u"--board"_s, u"lead"_s})[u"columns"_s].toArray();
        for (const QJsonValue &column : columns) {
            if (column[u"count"_s].toInt() > 0)
                return column[u"code"_s].toString();
        }
        return {};
    }
    QStringList due(const QString &time)
    {
        QStringList titles;
        for (const QJsonValue &one : at(time, {u"reminders"_s, u"--due"_s}).array())
            titles << one[u"title"_s].toString();
        return titles;
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"faketime"_s).isEmpty())
            QSKIP("faketime is not there");
        QProcess fake;
        fake.start(u"faketime"_s, {u"-f"_s, u"@2026-01-01 00:00:00"_s, u"printenv"_s, u"LD_PRELOAD"_s});
        QVERIFY(fake.waitForFinished());
        m_library = QString::fromLocal8Bit(fake.readAllStandardOutput()).trimmed();
        QVERIFY(!m_library.isEmpty());
    }
    void init()
    {
        m_file = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".kartoteka"_s);
        at(u"2026-03-02 12:00:00"_s, {u"init"_s, u"--lang"_s, u"ru"_s});
        at(u"2026-03-02 12:00:00"_s, {u"create"_s, u"lead"_s, u"title=Трубы"_s});
    }

    /// Thursday to Friday, and to another year: red at the moment, in its column, due once.
    void overNewYear()
    {
        at(u"2026-12-31 12:00:00"_s,
           {u"activity"_s, u"add"_s, u"lead"_s, u"1"_s, u"--title"_s, u"Позвонить"_s, u"--deadline"_s, u"2027-01-01T00:10"_s,
            u"--remind"_s, u"0,15"_s});
        QCOMPARE(red(u"2026-12-31 23:54:57"_s), 0);
        QCOMPARE(due(u"2026-12-31 23:54:57"_s), QStringList());
        QCOMPARE(red(u"2026-12-31 23:55:00"_s), 1);
        QCOMPARE(due(u"2026-12-31 23:55:00"_s), QStringList{u"Позвонить"_s});
        QCOMPARE(standing(u"2026-12-31 23:59:57"_s), u"this_week"_s);
        QCOMPARE(standing(u"2027-01-01 00:00:00"_s), u"today"_s);
        QCOMPARE(standing(u"2027-01-01 23:59:57"_s), u"today"_s);
        QCOMPARE(standing(u"2027-01-02 00:00:00"_s), u"overdue"_s);
        // What was dismissed does not come back, whatever the clock says, but its later reminders come.
        at(u"2026-12-31 23:56:00"_s, {u"reminder"_s, u"dismiss"_s, u"1"_s});
        QCOMPARE(due(u"2026-12-31 23:57:00"_s), QStringList());
        QCOMPARE(due(u"2026-12-31 23:55:30"_s), QStringList());
        QCOMPARE(due(u"2027-01-01 00:10:00"_s), QStringList{u"Позвонить"_s});
        // The history tells of it by nobody, and by no number that could be pinned.
        const QJsonObject told = at(u"2027-01-01 00:11:00"_s, {u"show"_s, u"lead"_s, u"1"_s})[u"timeline"_s][0].toObject();
        QCOMPARE(told[u"kind"_s].toString(), u"reminder"_s);
        QVERIFY(!told.contains(u"id"_s) && told[u"author"_s].toString().isEmpty());
        at(u"2027-01-01 00:11:00"_s, {u"check"_s});
        QCOMPARE(m_status, 0);
    }

    /// The hour from two to three is not there on 29 March, and comes twice on 25 October.
    void overTheChangeOfTheClocks()
    {
        at(u"2026-03-28 09:00:00"_s,
           {u"activity"_s, u"add"_s, u"lead"_s, u"1"_s, u"--title"_s, u"Утром"_s, u"--deadline"_s, u"2026-03-28T10:00"_s,
            u"--remind"_s, u"0,480"_s, u"--repeat"_s, u"FREQ=DAILY"_s});
        // Eight hours before ten of summer time is one o'clock of winter time. What was due before this first day reminds of nothing.
        QCOMPARE(due(u"2026-03-29 00:59:57"_s), QStringList());
        QCOMPARE(due(u"2026-03-29 01:00:00"_s), QStringList{u"Утром"_s});
        const QJsonArray open = at(u"2026-03-29 09:00:00"_s, {u"activities"_s}).array();
        QCOMPARE(open.size(), 2);
        QCOMPARE(open[0][u"deadline"_s].toString(), u"2026-03-28T09:00:00Z"_s);
        QCOMPARE(open[1][u"deadline"_s].toString(), u"2026-03-29T08:00:00Z"_s);
        at(u"2026-10-24 12:00:00"_s, {u"activity"_s, u"skip"_s, u"1"_s, u"--to-today"_s});
        at(u"2026-10-25 12:00:00"_s, {u"reminders"_s, u"--due"_s});
        const QJsonArray autumn = at(u"2026-10-25 12:00:00"_s, {u"activities"_s}).array();
        QCOMPARE(autumn.last()[u"deadline"_s].toString(), u"2026-10-25T09:00:00Z"_s);
        at(u"2026-10-25 12:00:00"_s, {u"check"_s});
        QCOMPARE(m_status, 0);
    }
};

KARTOTEKA_TEST(tst_cli_clock, TestCliClock)
#include "tst_cli_clock.moc"
